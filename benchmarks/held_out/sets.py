"""Which programs make which files, and the making of them. A program that is not installed is named and left out."""

from __future__ import annotations

import importlib.util
import json
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import typst

from benchmarks.held_out import altered, as_docx, as_fodt, as_html, as_typst, as_word_like, second
from benchmarks.held_out.works import Work
from tests import chromium

# Producers looked at while the reading was improved; of the others, some files of the first six seeds were looked at
# too. All other files were only ever counted.
LOOKED_AT = ("LibreOffice, DOCX", "Chromium", "fpdf2", "Chromium, scrambled", "Typst", "ReportLab")
_EXPORT = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'


@dataclass(frozen=True, slots=True)
class File:
    """One file: what made it, from which work, whether it has tags, and whether its parts stand in the work's order."""

    producer: str
    work: Work
    tagged: bool
    data: bytes
    in_order: bool = True


def make(works: list[Work]) -> tuple[list[File], list[str]]:
    """Every file of these works from every program there is, and the names of programs that are absent."""
    files: list[File] = []
    absent: list[str] = []
    for producer, is_there, produce in _PRODUCERS:
        if not is_there():
            absent.append(producer)
            continue
        made = list(produce(works))
        tagged = producer not in ("ReportLab", "fpdf2")
        for work, data in zip(works, made, strict=True):
            in_order = not (producer == "fpdf2" and work.look.columns == 2)
            files.append(File(producer, work, tagged, data, in_order))
            if tagged:
                files.append(File(producer, work, False, altered.without_tags(data)))
            if producer in ("Chromium", "LibreOffice, ODT", "Word-like"):
                files.append(File(f"{producer}, scrambled", work, False, altered.scrambled(data, len(files))))
    return files, absent


def producers() -> dict[str, Callable[[list[Work]], Iterable[bytes]]]:
    """The programs there are that make PDFs, by name, each with what makes one file of each work."""
    return {name: produce for name, is_there, produce in _PRODUCERS if is_there()}


def make_second(seeds: range) -> list[File]:
    """The second writer's files, of every design and these seeds, from the programs there are."""
    works = [(design, second.write(design, seed)) for design in second.DESIGNS for seed in seeds]
    pages = [second.as_html(work, design) for design, work in works]
    printed = {"Typst": [_by_typst(*second.as_typst(work, design)) for design, work in works]}
    if chromium.find() is not None:
        printed["Chromium"] = list(_printed(pages))
    if importlib.util.find_spec("weasyprint"):
        printed["WeasyPrint"] = _by_weasyprint_pages(pages)
    files: list[File] = []
    for producer, made in printed.items():
        for (_, work), data in zip(works, made, strict=True):
            files += [File(producer, work, True, data), File(producer, work, False, altered.without_tags(data))]
            if producer == "Chromium":
                files.append(File("Chromium, scrambled", work, False, altered.scrambled(data, len(files))))
    return files


def _by_typst(markup: str, said: dict[str, object]) -> bytes:
    made = typst.compile(markup.encode(), sys_inputs={"work": json.dumps(said)}, pdf_standards="ua-1")
    assert isinstance(made, bytes)
    return made


def _by_libreoffice(suffix: str, write: Callable[[Work], bytes]) -> Callable[[list[Work]], Iterable[bytes]]:
    def produce(works: list[Work]) -> Iterable[bytes]:
        with tempfile.TemporaryDirectory() as kept:
            folder = Path(kept)
            for work in works:
                (folder / f"{work.name}{suffix}").write_bytes(write(work))
            written = [str(folder / f"{work.name}{suffix}") for work in works]
            profile = f"-env:UserInstallation=file://{folder}/profile"
            subprocess.run(
                ["soffice", "--headless", profile, "--convert-to", _EXPORT, "--outdir", str(folder), *written],
                check=True, capture_output=True, timeout=600,
            )  # fmt: skip
            return [(folder / f"{work.name}.pdf").read_bytes() for work in works]

    return produce


def _by_chromium(works: list[Work]) -> Iterable[bytes]:
    return _printed([as_html.page(work) for work in works])


def _printed(pages: list[str]) -> Iterable[bytes]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium.find(), args=chromium.FLAGS)
        page = browser.new_page()
        for words in pages:
            page.set_content(words)
            yield page.pdf(tagged=True, prefer_css_page_size=True)
        browser.close()


def _by_weasyprint(works: list[Work]) -> Iterable[bytes]:
    return _by_weasyprint_pages([as_html.page(work) for work in works])


def _by_weasyprint_pages(pages: list[str]) -> list[bytes]:
    import weasyprint  # type: ignore[import-not-found]

    return [weasyprint.HTML(string=words).write_pdf(pdf_variant="pdf/ua-1") for words in pages]


def _by_reportlab(works: list[Work]) -> Iterable[bytes]:
    from benchmarks.held_out import as_reportlab

    return map(as_reportlab.make, works)


def _by_fpdf(works: list[Work]) -> Iterable[bytes]:
    from benchmarks.held_out import as_fpdf

    return map(as_fpdf.make, works)


def _installed(module: str) -> Callable[[], bool]:
    return lambda: importlib.util.find_spec(module) is not None


_PRODUCERS: tuple[tuple[str, Callable[[], bool], Callable[[list[Work]], Iterable[bytes]]], ...] = (
    ("Word-like", as_word_like.is_available, lambda works: map(as_word_like.make, works)),
    ("LibreOffice, DOCX", lambda: shutil.which("soffice") is not None, _by_libreoffice(".docx", as_docx.make)),
    ("LibreOffice, ODT", lambda: shutil.which("soffice") is not None, _by_libreoffice(".fodt", as_fodt.make)),
    ("Chromium", lambda: chromium.find() is not None, _by_chromium),
    ("WeasyPrint", _installed("weasyprint"), _by_weasyprint),
    ("Typst", lambda: True, lambda works: map(as_typst.make, works)),
    ("ReportLab", _installed("reportlab"), _by_reportlab),
    ("fpdf2", _installed("fpdf"), _by_fpdf),
)
