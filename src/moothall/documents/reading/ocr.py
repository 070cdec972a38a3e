"""Scanned pages recognised by Tesseract, where it is installed. Everything read this way is marked as recognised."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from collections.abc import MutableMapping
from typing import Protocol

from moothall.documents.reading import progress
from moothall.documents.reading.document import Block, BlockKind, Document, Page, Unreadable
from moothall.documents.reading.limits import Limits

_WIDTH = 2000
_SECONDS_A_PAGE = 60
_PAGE, _WORD = 1, 5


class Draw(Protocol):
    """Draws a page of a PDF as a PNG."""

    def __call__(self, data: bytes, page: int, *, width: int, name: str) -> bytes:
        """The page's PNG. Raises Unreadable."""
        ...


def is_available() -> bool:
    """Whether Tesseract is on the path."""
    return shutil.which("tesseract") is not None


def read(
    data: bytes,
    name: str,
    draw: Draw,
    limits: Limits,
    *,
    on_progress: progress.Listener | None = None,
    recognised: MutableMapping[int, str] | None = None,
) -> Document:
    """A scan as a document, its words recognised. Raises Unreadable if none are, or if it is too long to try.

    Its ``metadata["drawn"]`` has for each page (its number as words) how ``tall`` it is where it is 1 wide, and
    ``words``: [start, end, left, top, right, bottom] of each, as fractions of the page.

    ``recognised`` holds Tesseract's table of each page that was done before, and takes those done now.
    """
    pages: list[Page] = []
    drawn: dict[str, dict[str, object]] = {}
    known = {} if recognised is None else recognised
    while True:
        try:
            png = draw(data, len(pages) + 1, width=_WIDTH, name=name)
        except Unreadable as refusal:
            if refusal.reason == "no_such_page":
                break
            raise
        if len(pages) == limits.ocr_pages:
            raise Unreadable(
                "scanned",
                f"{name} is a scan of more than {limits.ocr_pages} pages, which is more than is recognised here. "
                "Ask its author for the original document, or upload the pages that matter.",
            )
        number = len(pages) + 1
        if number not in known:
            known[number] = _recognise(png, name)
        page, boxes, tall = _page(number, known[number])
        pages.append(page)
        drawn[str(number)] = {"tall": tall, "words": boxes}
        if on_progress is not None:
            on_progress(number, None)
    if not any(page.text.strip() for page in pages):
        raise Unreadable(
            "scanned", f"{name} is a scan, and no words could be recognised in it. Ask its author for the original."
        )
    return Document(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        media="application/pdf",
        pages=tuple(pages),
        metadata={
            "text_by": "ocr",
            "drawn": drawn,
            "notes": [
                "This is a scan: its words were recognised by machine and may be wrong. Check each against the page."
            ],
        },
    )


def _recognise(png: bytes, name: str) -> str:
    """Tesseract's table of words for one picture, as tab-separated text."""
    try:
        done = subprocess.run(
            ["tesseract", "stdin", "stdout", "-l", "eng", "--psm", "3", "tsv"],
            input=png,
            capture_output=True,
            timeout=_SECONDS_A_PAGE,
            check=True,
        )
    except (subprocess.SubprocessError, OSError) as error:
        raise Unreadable(
            "scanned",
            f"{name} is a scan: a picture of pages, without text, and it could not be recognised. "
            "Ask its author for the original document and upload that.",
        ) from error
    return done.stdout.decode("utf-8", "replace")


Boxes = list[list[float]]


def _page(number: int, table: str) -> tuple[Page, Boxes, float]:
    """A page from Tesseract's table: words joined to paragraphs as it saw them; with their boxes and the height."""
    paragraphs: dict[tuple[str, str], list[tuple[str, list[int]]]] = {}
    wide, high = 0, 0
    for row in table.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) < 12:
            continue
        across, down, width, height = (int(cell) if cell.isdigit() else 0 for cell in cells[6:10])
        if cells[0] == str(_PAGE):
            wide, high = width, height
        elif cells[0] == str(_WORD) and cells[11].strip():
            box = [across, down, across + width, down + height]
            paragraphs.setdefault((cells[2], cells[3]), []).append((cells[11].strip(), box))
    text, blocks, boxes = "", [], []
    for words in paragraphs.values():
        start = len(text)
        for word, box in words:
            text += " " * (len(text) > start)
            place = [round(at / (side or 1), 4) for at, side in zip(box, (wide, high, wide, high), strict=True)]
            boxes.append([len(text), len(text) + len(word), *place])
            text += word
        blocks.append(Block(BlockKind.PARAGRAPH, start, len(text)))
        text += "\n\n"
    page = Page(number=number, text=text, blocks=tuple(blocks))
    return page, boxes if wide and high else [], round(high / wide, 4) if wide and high else 0.0
