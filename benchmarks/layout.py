"""How well and how fast layout is read on files of many producers, beside other readers on the same files.

The files are written by seed and produced as the benchmark runs. Some producers and seeds were looked at while the
reading was improved; the others were only ever counted, and it is by those that the reading is to be judged.
"""

from __future__ import annotations

import importlib.util
import io
import resource
import time
from collections import Counter, defaultdict
from collections.abc import Callable

import pikepdf
import pypdfium2

from benchmarks.held_out import altered, sets
from benchmarks.held_out.measured import Measured, measure, plain
from benchmarks.held_out.sets import File
from benchmarks.held_out.works import Work
from benchmarks.held_out.writer import write
from moothall.corpus import passages
from moothall.documents import review
from moothall.documents.reading import ocr, pdf
from moothall.documents.reading.document import Unreadable
from moothall.documents.reading.read import Readers, read_file

SEEDS_LOOKED_AT, SEEDS_KEPT_APART = range(6), range(6, 12)
SEEDS_OF_THE_SECOND = range(2, 4)  # of the first two some were looked at
COLUMNS = ("headings", "rows", "numbers", "order, two columns", "order, one column", "paragraphs", "bullets", "words")
BARS = {
    True: {"headings": 0.97, "rows": 0.95, "order, two columns": 0.99, "numbers": 1.0},
    False: {"headings": 0.90, "rows": 0.85, "order, two columns": 0.99, "numbers": 1.0},
}
PRECISION = {"headings": 0.97, "rows": 0.95}
ROUND, PAGES = 317, 6


def main() -> None:
    """Print the shares by producer, what became of files that cannot be read, and the times beside others."""
    since = time.perf_counter()
    works = [write(seed) for seed in (*SEEDS_LOOKED_AT, *SEEDS_KEPT_APART)]
    files, absent = sets.make(works)
    print(f"  {len(files)} files of {len(works)} works made in {time.perf_counter() - since:.0f} s", flush=True)
    for name in absent:
        print(f"  {name}: not installed, so none of its files were read")
    _print_quality(files)
    _print_second()
    _print_refusals(files)
    chosen = _one_each(files)
    _print_ratios(chosen)
    _print_completeness(chosen)
    _print_round([file.data for file in files])


def _is_apart(file: File) -> bool:
    return file.producer not in sets.LOOKED_AT and int(file.work.name.split("-")[1]) in SEEDS_KEPT_APART


def _print_quality(files: list[File]) -> None:
    by_producer: dict[tuple[bool, str], Measured] = defaultdict(Measured)
    apart: dict[bool, Measured] = defaultdict(Measured)
    seen: dict[bool, Measured] = defaultdict(Measured)
    count: Counter[tuple[bool, bool]] = Counter()
    for file in files:
        found = measure(pdf.read(file.data, "bench.pdf"), file.work, in_order=file.in_order)
        by_producer[file.tagged, file.producer].add(found)
        (apart if _is_apart(file) else seen)[file.tagged].add(found)
        count[file.tagged, _is_apart(file)] += 1
    for tagged in (True, False):
        print(f"\n  {'Tagged' if tagged else 'Without tags'}")
        print(_head())
        for (is_tagged, producer), found in sorted(by_producer.items()):
            if is_tagged == tagged:
                print(_line(producer, found))
        print(_line(f"looked at ({count[tagged, False]})", seen[tagged]))
        print(_line(f"never looked at ({count[tagged, True]})", apart[tagged]))
        print(_bars(apart[tagged], BARS[tagged]))


def _print_second() -> None:
    """The same of a second writer's files, which no producer or design was written for."""
    files = sets.make_second(SEEDS_OF_THE_SECOND)
    for tagged in (True, False):
        by_producer: dict[str, Measured] = defaultdict(Measured)
        whole = Measured()
        for file in files:
            if file.tagged == tagged:
                found = measure(pdf.read(file.data, "bench.pdf"), file.work)
                by_producer[file.producer].add(found)
                whole.add(found)
        print(f"\n  By a second writer, {'tagged' if tagged else 'without tags'}")
        print(_head())
        for producer, found in sorted(by_producer.items()):
            print(_line(producer, found))
        print(_line(f"all ({sum(file.tagged == tagged for file in files)})", whole))
        print(_bars(whole, BARS[tagged]))


def _head() -> str:
    return " " * 31 + "".join(f"{_short(column):>12}" for column in COLUMNS) + "   of those given: headings, rows"


def _bars(found: Measured, bars: dict[str, float]) -> str:
    given = (found.precision(kind) for kind in PRECISION)
    right = ", ".join(
        "-" if share is None else "met" if share >= bar else f"short of {bar:.0%}"
        for share, bar in zip(given, PRECISION.values(), strict=True)
    )
    return " " * 31 + "".join(_bar(column, found, bars) for column in COLUMNS) + f"   {right}"


def _short(column: str) -> str:
    return {"order, two columns": "two columns", "order, one column": "one column"}.get(column, column)


def _line(name: str, found: Measured) -> str:
    shares = (found.share(column) for column in COLUMNS)
    cells = "".join(f"{'-' if share is None else f'{share:.1%}':>12}" for share in shares)
    given = (found.precision(kind) for kind in PRECISION)
    return f"    {name:<27}{cells}   {', '.join('-' if share is None else f'{share:.1%}' for share in given)}"


def _bar(column: str, found: Measured, bars: dict[str, float]) -> str:
    share = found.share(column)
    if column not in bars or share is None:
        return " " * 12
    return f"{'met' if share >= bars[column] else f'short of {bars[column]:.0%}':>12}"


def _print_refusals(files: list[File]) -> None:
    """Locked, empty and scanned files of every producer, and how many were called what they are."""
    print()
    samples = {file.producer: file.data for file in files}
    kinds: tuple[tuple[str, Callable[[bytes], bytes]], ...] = (
        ("encrypted", altered.locked), ("empty", altered.without_words), ("scanned", altered.pictured),
    )  # fmt: skip
    for reason, alter in kinds:
        right = 0
        for data in samples.values():
            try:
                pdf.read(alter(data), "bench.pdf")
            except Unreadable as refusal:
                right += refusal.reason == reason
        print(f"  {reason}: {right} of {len(samples)} files said to be so")
    if not ocr.is_available():
        print("  Tesseract is not installed: a scan is called one, and nothing is read from it")
        return
    document = read_file(altered.pictured(next(iter(samples.values())), pages=1), "scan.pdf")
    words, by = len(document.pages[0].text.split()), document.metadata["text_by"]
    print(f"  a scanned page read by OCR: {words} words, marked {by}")


def _one_each(files: list[File]) -> list[File]:
    """One file of each producer with tags and one without, of one and of two columns in turn."""
    chosen: dict[tuple[str, bool], File] = {}
    for place, file in enumerate(files):
        key = (file.producer, file.tagged)
        if key not in chosen or (len(chosen) + place) % 5 == 0:
            chosen[key] = file
    return list(chosen.values())


def _print_ratios(files: list[File]) -> None:
    peers = {name: read for name, (module, read) in _PEERS.items() if importlib.util.find_spec(module)}
    print(f"\n  pages a CPU second{'':<28}{'moothall':>10}" + "".join(f"{name:>22}" for name in peers))
    lowest: dict[tuple[str, bool], float] = {}
    sums: dict[str, float] = defaultdict(float)
    for file in files:
        pages = len(pypdfium2.PdfDocument(file.data))
        ours = _least_seconds(lambda file=file: pdf.read(file.data, "bench.pdf"), _OURS_TIMES)  # type: ignore[misc]
        sums["moothall"] += ours
        line = f"    {file.producer + (', tagged' if file.tagged else ''):<42}{pages / ours:>10.0f}"
        for name, read in peers.items():
            theirs = _least_seconds(lambda file=file, read=read: read(file.data), _PEERS_TIMES)  # type: ignore[misc]
            sums[name] += theirs
            key = (name, file.tagged)
            lowest[key] = min(lowest.get(key, 1e9), theirs / ours)
            line += f"{f'{pages / theirs:.1f}  ratio {theirs / ours:.1f}':>22}"
        print(line, flush=True)
    for name in peers:
        print(
            f"  {sums[name] / sums['moothall']:.1f} times the pages of {name} on all files together; at least "
            f"{lowest[name, True]:.1f} times on every tagged one, {lowest[name, False]:.1f} on every other"
        )


def _least_seconds(read: Callable[[], object], times: int) -> float:
    """The least processor time of so many reads, in seconds: whatever else the machine does can only add to it."""
    least = float("inf")
    for _ in range(times):
        since = time.process_time()
        read()
        least = min(least, time.process_time() - since)
    return least


def _print_completeness(files: list[File]) -> None:
    """Share of the words of the works that stand in what each reader gives, by count."""
    print("\n  words of the works found, of every hundred")
    readers: dict[str, Callable[[bytes], str]] = {"moothall": _our_text}
    readers |= {name: read for name, (module, read) in _TEXTS.items() if importlib.util.find_spec(module)}
    for name, read in readers.items():
        right = total = 0
        for file in files:
            wanted = _words_of(file.work)
            given = Counter(plain(read(file.data)).split())
            right += (wanted & given).total()
            total += wanted.total()
        print(f"    {name:<20}{100 * right / total:7.2f}")
    print("  letters and digits of every hundred that another reader gives and ours does not, and the other way round")
    for name, read in readers.items():
        if name != "moothall":
            lost, doubled = _differences(files, read)
            print(f"    {name:<20}{lost:7.3f}{doubled:9.3f}")


def _differences(files: list[File], read: Callable[[bytes], str]) -> tuple[float, float]:
    """Of every hundred letters and digits that another reader gives: those ours lacks, and those it has beyond them."""
    total = lost = doubled = 0
    for file in files:
        theirs = Counter(filter(str.isalnum, plain(read(file.data))))
        ours = Counter(filter(str.isalnum, plain(_our_text(file.data))))
        total += theirs.total()
        lost += (theirs - ours).total()
        doubled += (ours - theirs).total()
    return 100 * lost / total, 100 * doubled / total


def _words_of(work: Work) -> Counter[str]:
    said: list[str] = []
    for part in work.parts:
        said.append(work.heading_words(part) if part.kind == "heading" else part.words())
        said += [cell for row in part.rows for cell in row]
    return Counter(plain(" ".join(said)).split())


def _print_round(made: list[bytes]) -> None:
    """A whole round: as many plans of six pages as there are authorities, read and split by two processes."""
    plans = [_of_six_pages(made[place % len(made)]) for place in range(ROUND)]
    with Readers(workers=2) as readers:
        list(readers.read_many([(plans[0], "warm.pdf")] * 4))
        since = time.perf_counter()
        split = 0
        for document in readers.read_many((data, f"plan-{place}.pdf") for place, data in enumerate(plans)):
            if not isinstance(document, Unreadable):
                split += len(passages.split_document(document))
        taken = time.perf_counter() - since
        since = time.perf_counter()
        review.review(readers.read(plans[0], "report.pdf"))
        one = time.perf_counter() - since
    most = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
    print(
        f"\n  {ROUND} plans of {PAGES} pages read and split into {split:,} passages in {taken:.1f} s by two processes"
    )
    print(
        f"  at most {most[0] / 1024:.0f} MB here, with every file of the bench, and {most[1] / 1024:.0f} MB in a reader"
    )
    print(f"  one report of {PAGES} pages, warm, with its facts: {one:.2f} s")


def _of_six_pages(data: bytes) -> bytes:
    """The file with its last pages taken off, or its first ones again, so that it has six."""
    with pikepdf.open(io.BytesIO(data)) as opened:
        del opened.pages[PAGES:]
        while len(opened.pages) < PAGES:
            opened.pages.append(opened.pages[0])
        kept = io.BytesIO()
        opened.save(kept)
        return kept.getvalue()


_OURS_TIMES, _PEERS_TIMES = 9, 3


def _our_text(data: bytes) -> str:
    return "\n".join(page.text for page in pdf.read(data, "bench.pdf").pages)


def _by_pdfplumber(data: bytes) -> object:
    import pdfplumber  # type: ignore[import-not-found]

    with pdfplumber.open(io.BytesIO(data)) as opened:
        return [(page.extract_text(), page.extract_tables()) for page in opened.pages]


def _by_markitdown(data: bytes) -> object:
    import markitdown  # type: ignore[import-not-found]

    return markitdown.MarkItDown().convert_stream(io.BytesIO(data), file_extension=".pdf").text_content


def _pypdf_text(data: bytes) -> str:
    import pypdf  # type: ignore[import-not-found]

    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)


def _pdf_oxide_text(data: bytes) -> str:
    import pdf_oxide  # type: ignore[import-not-found]

    opened = pdf_oxide.PdfDocument.from_bytes(data)
    return "\n".join(opened.extract_text(page) for page in range(opened.page_count()))


def _pypdfium_text(data: bytes) -> str:
    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))


_PEERS: dict[str, tuple[str, Callable[[bytes], object]]] = {
    "pdfplumber": ("pdfplumber", _by_pdfplumber),
    "markitdown": ("markitdown", _by_markitdown),
}
_TEXTS: dict[str, tuple[str, Callable[[bytes], str]]] = {
    "pypdfium2": ("pypdfium2", _pypdfium_text),
    "pdf_oxide": ("pdf_oxide", _pdf_oxide_text),
    "pypdf": ("pypdf", _pypdf_text),
}
