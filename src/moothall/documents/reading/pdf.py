"""Reads PDFs: by their structure tree where they have a sound one, else by their looks. Only for the reading process.

PDFium is not safe to share between threads and may fall over a hostile file: never call this from anywhere else.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median_low
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from moothall.documents.reading import (
    pdf_furniture,
    pdf_headings,
    pdf_layout,
    pdf_links,
    pdf_paragraphs,
    pdf_rules,
    pdf_tables,
    pdf_words,
    progress,
)
from moothall.documents.reading.document import BlockKind, Document, Unreadable
from moothall.documents.reading.limits import DEFAULT, Limits
from moothall.documents.reading.pdf_hyphens import Hyphens
from moothall.documents.reading.pdf_pieces import Flow, Piece
from moothall.documents.reading.pdf_tags import TagReader, Tags
from moothall.documents.reading.pdf_text import Builder, BuiltPage
from moothall.documents.reading.pdf_words import Sheet, Word

MEDIA = "application/pdf"

_LETTERS_OF_A_TEXT_PAGE = 25
_OUTSIDE_TAGS = 0.25
_PROPERTIES = {
    "Title": "title",
    "Author": "author",
    "Producer": "producer",
    "Creator": "creator",
    "CreationDate": "created",
}


@dataclass(slots=True)
class Reading:
    """A PDF as read: its pages with the place of every word, and what is to be said of it."""

    pages: list[BuiltPage]
    metadata: dict[str, Any] = field(default_factory=dict)
    links: tuple[tuple[str, str], ...] = ()


def read(data: bytes, name: str, *, limits: Limits = DEFAULT) -> Document:
    """A PDF as a document. Raises Unreadable: encrypted, too_many_pages, scanned, empty or damaged."""
    reading = read_pages(data, name, limits=limits)
    return Document(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        media=MEDIA,
        pages=tuple(built.page for built in reading.pages),
        metadata=reading.metadata,
        links=reading.links,
    )


def read_pages(data: bytes, name: str, *, limits: Limits = DEFAULT) -> Reading:
    """The pages of a PDF with the place of each word, for readers and for pictures alike. Raises Unreadable."""
    opened = open_pdf(data, name, limits)
    try:
        return _Reader(opened, name).reading()
    finally:
        opened.close()


def open_pdf(data: bytes, name: str, limits: Limits) -> pdfium.PdfDocument:
    """The PDF, opened. Raises Unreadable if it is locked, damaged or longer than is read."""
    try:
        opened = pdfium.PdfDocument(data)
        count = len(opened)
    except pdfium.PdfiumError as error:
        if raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD or "password" in str(error).lower():
            raise Unreadable(
                "encrypted",
                f"{name} is protected with a password and cannot be read. "
                "Open it with the password, print or export it to a new PDF, and upload that copy.",
            ) from error
        raise _damaged(name) from error
    if count == 0:
        raise _damaged(name)
    if count > limits.pages:
        opened.close()
        raise Unreadable(
            "too_many_pages",
            f"{name} has {count:,} pages and the most that are read is {limits.pages:,}. "
            "Upload the report or plan by itself, without the rest of the agenda pack.",
        )
    return opened


def _damaged(name: str) -> Unreadable:
    return Unreadable(
        "damaged",
        f"{name} starts like a PDF but cannot be opened as one. "
        "Check that it opens on your computer, export or print it to a new PDF, and upload that.",
    )


class _Reader:
    """Reads one opened PDF."""

    def __init__(self, opened: pdfium.PdfDocument, name: str) -> None:
        self._pdf = opened
        self._name = name
        self._tagged = bool(raw.FPDFCatalog_IsTagged(opened.raw))
        self._tags = TagReader()
        self._sheets: list[Sheet] = []
        self._drawn: list[Tags | pdf_rules.Drawn] = []
        self._pictured: list[int] = []
        self._links: list[tuple[str, str]] = []

    def reading(self) -> Reading:
        for index in range(len(self._pdf)):
            self._look_at(index)
            progress.tell(index + 1, len(self._pdf))
        self._refuse_wordless()
        pages, tagged = [], 0
        parted = pdf_furniture.set_aside(self._sheets)
        edge = _usual_edge([words for words, _, _ in parted])
        for sheet, (words, head, foot), tags in zip(self._sheets, parted, self._drawn, strict=True):
            pieces = self._by_tags(sheet, tags) if isinstance(tags, Tags) else None
            tagged += pieces is not None
            if pieces is None:
                drawn = self._drawn_on(sheet) if isinstance(tags, Tags) else tags
                within = edge if edge < sheet.width else 0.0
                pieces = [*head, *self._by_looks(words, drawn, within), *foot]
            pages.append(pieces)
        pdf_headings.mark(pages)
        _mark_continued(pages)
        hyphens = Hyphens(line for page in pages for piece in page for line in _lines(piece))
        built = [Builder(sheet, hyphens).build(page) for sheet, page in zip(self._sheets, pages, strict=True)]
        return Reading(built, self._metadata(built, tagged), tuple(self._links))

    def _look_at(self, index: int) -> None:
        page = self._pdf[index]
        try:
            sheet = pdf_words.sheet(page, index + 1)
            tags = Tags(page) if self._tagged else None
            tagged = tags is not None and bool(tags.roots)
            drawn = tags if tagged and tags else pdf_rules.drawn(page, sheet.turn)
            self._links.extend(pdf_links.links(self._pdf, page))
            if sheet.letters < _LETTERS_OF_A_TEXT_PAGE and _has_picture(page):
                self._pictured.append(index + 1)
        finally:
            page.close()
        self._sheets.append(sheet)
        self._drawn.append(drawn)

    def _drawn_on(self, sheet: Sheet) -> pdf_rules.Drawn:
        """The drawing on a page whose tags turned out not to cover it."""
        page = self._pdf[sheet.number - 1]
        try:
            return pdf_rules.drawn(page, sheet.turn)
        finally:
            page.close()

    def _refuse_wordless(self) -> None:
        letters = sum(sheet.letters for sheet in self._sheets)
        if len(self._pictured) > len(self._sheets) / 2 and letters < _LETTERS_OF_A_TEXT_PAGE * len(self._sheets):
            raise Unreadable(
                "scanned",
                f"{self._name} is a scan: pictures of pages, without text that can be read. "
                "Ask its author for the original document, or have the scan recognised (OCR), and upload that.",
            )
        if not letters:
            raise Unreadable(
                "empty",
                f"{self._name} opens, but there are no words on its pages. "
                "Check that it is the right file, export it again with its text, and upload it again.",
            )

    def _by_tags(self, sheet: Sheet, tags: Tags) -> list[Piece] | None:
        """The page's pieces by its tags, or None where too much of the page stands outside them to trust them."""
        before = self._tags.tables
        pieces, outside = self._tags.pieces(tags, sheet.words)
        edge = [word for word in outside if not 0.12 * sheet.height < word.middle < 0.88 * sheet.height]
        inner = sum(len(word.text) for word in outside) - sum(len(word.text) for word in edge)
        if inner > _OUTSIDE_TAGS * max(sheet.letters, 1):
            self._tags.tables = before
            return None
        return _with_outside(pieces, outside, sheet)

    def _by_looks(self, words: list[Word], drawn: pdf_rules.Drawn, edge: float) -> list[Piece]:
        pieces: list[Piece] = []
        column: Flow | None = None
        upright = [word for word in words if word.upright]
        sideways = [word for word in words if not word.upright]
        parts = pdf_layout.arrange(upright, drawn, edge)
        usual = pdf_paragraphs.usual_gap([part for part in parts if isinstance(part, Flow)])
        for part in parts:
            if isinstance(part, Flow):
                found = pdf_paragraphs.paragraphs(part, usual)
                if column and pdf_paragraphs.carries_on(pieces[-1], found[0], column.right):
                    pieces[-1].lines.extend(found.pop(0).lines)
                pdf_paragraphs.mark_indented(found)
                pieces.extend(found)
                column = part
                continue
            column = None
            for number, row in enumerate(part):
                row.table, row.row, row.loose = self._tags.tables, number, number < len(part) - 1
            self._tags.tables += 1
            pieces.extend(part)
        if sideways:
            pieces.append(Piece(BlockKind.PARAGRAPH, lines=[sideways]))
        return pieces

    def _metadata(self, built: list[BuiltPage], tagged: int) -> dict[str, Any]:
        said = self._pdf.get_metadata_dict(skip_empty=True)
        found: dict[str, Any] = {ours: said[theirs].strip() for theirs, ours in _PROPERTIES.items() if theirs in said}
        found["text_by"] = "text_layer"
        found["tagged"] = tagged == len(built)
        notes = []
        left_out = [
            {"page": page.page.number, "start": start, "end": end, "text": page.page.text[start:end]}
            for page in built
            for start, end in page.furniture
        ]
        if left_out:
            found["left_out"] = left_out
            notes.append("Running heads, feet and page numbers are kept apart from the text.")
        if self._pictured:
            found["pages_without_text"] = self._pictured
            notes.append(f"Nothing was read on page {', '.join(map(str, self._pictured))}: a picture, without text.")
        hidden = sum(len(word.text) for sheet in self._sheets for word in sheet.words if not word.visible)
        if hidden > 0.5 * sum(sheet.letters for sheet in self._sheets):
            found["text_by"] = "ocr_in_file"
            notes.append("This is a scan with words recognised by another program; they may be wrong.")
        missing = sum(_missing(sheet, page) for sheet, page in zip(self._sheets, built, strict=True))
        if missing:
            found["shortfall"] = missing
            notes.append(f"{missing} letters that stand in the PDF are missing from what was read.")
        if notes:
            found["notes"] = notes
        return found


def _mark_continued(pages: list[list[Piece]]) -> None:
    """Mark the first paragraph of a page where it carries on the last one of the page before."""
    bodies = [[piece for piece in page if not piece.furniture] for page in pages]
    for before, after in pairwise(bodies):
        if before and after:
            edge = max(word.right for piece in before for word in piece.words())
            after[0].continues = pdf_paragraphs.carries_on(before[-1], after[0], edge)


def _usual_edge(pages: list[list[Word]]) -> float:
    """How far to the right the text of most pages runs, in points; 0 for a single page, which speaks for itself."""
    edges = [max(word.right for word in words) for words in pages if words]
    return median_low(edges) if len(edges) > 1 else 0.0


def _lines(piece: Piece) -> list[list[Word]]:
    return [*piece.lines, *(line for cell in piece.cells for line in cell)]


def _missing(sheet: Sheet, built: BuiltPage) -> int:
    """Letters and digits PDFium gives for the page less those in the text built from it."""
    given = sum(map(str.isalnum, "".join([word.text for word in sheet.words])))
    return max(0, given - sum(map(str.isalnum, built.page.text)))


def _with_outside(pieces: list[Piece], outside: list[Word], sheet: Sheet) -> list[Piece]:
    """Words that no tag covers: at the page's edges running heads and feet, elsewhere put after the text."""
    if not outside:
        return pieces
    lines = pdf_tables.cell_lines(outside)
    head = [line for line in lines if line[0].middle < sheet.height / 4]
    rest = [line for line in lines if line[0].middle >= sheet.height / 4]
    return [*pdf_furniture.pieces(head), *pieces, *pdf_furniture.pieces(rest)]


def _has_picture(page: pdfium.PdfPage) -> bool:
    return any(True for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3))
