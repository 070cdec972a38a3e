"""How fast and how well pages are read, beside the readers of others that happen to be installed, on the same files."""

from __future__ import annotations

import importlib.util
import io
import time
from collections.abc import Callable

from moothall.documents.reading import pdf
from moothall.documents.reading.read import Readers, read_file
from tests.samples import as_reportlab_pdf, as_typst_pdf, compared, report

FILES = {
    "tagged": as_typst_pdf.make(report.long(), header=report.HEAD),
    "untagged": as_reportlab_pdf.make(report.long(), header=report.HEAD),
    "untagged, two columns, no rules": as_reportlab_pdf.make(report.long(), columns=2, ruled=False),
}
SECONDS = 1.0


def main() -> None:
    """Print pages a CPU second for each reader and file, what ours keeps, and what one read costs from outside."""
    for name, data in FILES.items():
        pages = len(pdf.read(data, name).pages)
        print(f"  {name}: {pages} pages")
        ours = _pages_a_second(lambda data=data: pdf.read(data, "bench.pdf"), pages)  # type: ignore[misc]
        print(f"    moothall, with structure  {ours:8.1f} pages a CPU second   {_kept(data, name)}")
        for peer, read in _peers().items():
            if read is None:
                print(f"    {peer:<24}  not installed")
                continue
            theirs = _pages_a_second(lambda data=data, read=read: read(data), pages)  # type: ignore[misc]
            print(f"    {peer:<24}  {theirs:8.1f} pages a CPU second   ratio {ours / theirs:.1f}")
    _print_costs(FILES["untagged"])


def _kept(data: bytes, name: str) -> str:
    found = compared.compare(pdf.read(data, name), report.long())
    parts = {"headings": found.headings, "rows": found.rows, "numbers": found.numbers, "order": found.order}
    return ", ".join(f"{what} {share:.0%}" for what, share in parts.items() if share is not None)


def _pages_a_second(read: Callable[[], object], pages: int) -> float:
    read()
    times, since = 0, time.process_time()
    while time.process_time() - since < SECONDS:
        read()
        times += 1
    return times * pages / (time.process_time() - since)


def _print_costs(data: bytes) -> None:
    """Seconds on the clock for one file by itself, and for each of many through two kept processes."""
    since = time.perf_counter()
    pages = len(read_file(data, "bench.pdf").pages)
    alone = time.perf_counter() - since
    with Readers(workers=2) as readers:
        list(readers.read_many([(data, "warm.pdf")] * 4))
        since = time.perf_counter()
        list(readers.read_many([(data, "bench.pdf")] * 40))
        each = (time.perf_counter() - since) / 40
    print(f"  one file of {pages} pages, process and all: {alone:.3f} s; each of forty through two kept: {each:.3f} s")


def _peers() -> dict[str, Callable[[bytes], object] | None]:
    """Readers of others: None where one is not installed."""
    return {
        name: read if importlib.util.find_spec(module) else None
        for name, module, read in (
            ("pdfplumber, with tables", "pdfplumber", _by_pdfplumber),
            ("markitdown", "markitdown", _by_markitdown),
            ("pypdf, text only", "pypdf", _by_pypdf),
            ("pypdfium2, text only", "pypdfium2", _by_pypdfium2),
        )
    }


def _by_pdfplumber(data: bytes) -> object:
    import pdfplumber  # type: ignore[import-not-found]

    with pdfplumber.open(io.BytesIO(data)) as opened:
        return [(page.extract_text(), page.extract_tables()) for page in opened.pages]


def _by_markitdown(data: bytes) -> object:
    import markitdown  # type: ignore[import-not-found]

    return markitdown.MarkItDown().convert_stream(io.BytesIO(data), file_extension=".pdf").text_content


def _by_pypdf(data: bytes) -> object:
    import pypdf  # type: ignore[import-not-found]

    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]


def _by_pypdfium2(data: bytes) -> object:
    import pypdfium2

    opened = pypdfium2.PdfDocument(data)
    return [page.get_textpage().get_text_range() for page in opened]
