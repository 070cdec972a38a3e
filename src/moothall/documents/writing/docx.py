"""Writes a document as DOCX with real heading styles, so that officers can go on working in their word processor."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime

import docx
from docx.document import Document as Word
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph

from moothall.documents.writing import docx_styles, png
from moothall.documents.writing.document import (
    Block,
    Cell,
    Document,
    Heading,
    Items,
    Panel,
    Paragraph,
    Picture,
    Setting,
    Span,
    Table,
    in_text_column,
    length,
    stay_with_notes,
)
from moothall.documents.writing.docx_styles import GUTTER, LABEL, SETTINGS
from moothall.documents.writing.html import is_safe_link
from moothall.documents.writing.text import clean

TEXT_WIDTH = Mm(163)
PICTURE_WIDTH = Mm(100)
KEPT_TOGETHER = 18
SHORT_TABLE = 1_100  # characters, about a third of a page
EPOCH = datetime(2000, 1, 1, tzinfo=UTC)


def write(document: Document, *, timestamp: datetime = EPOCH) -> bytes:
    """The document as DOCX. Paragraph numbers are text, so they survive copying and any other house style.

    ``timestamp`` is what the file says of when it was made; the same document and timestamp give the same bytes.
    """
    word = docx.Document()
    docx_styles.prepare(word, colour=document.colour, language=document.language)
    _properties(word, document, timestamp)
    _head(word, document)
    _foot(word, document.foot or document.title)
    following = (*document.blocks[1:], None)[: len(document.blocks)]
    stay = stay_with_notes(document.blocks)
    for block, inside, stays, after in zip(
        document.blocks, in_text_column(document.blocks), stay, following, strict=True
    ):
        _block(word, block, inside)
        if stays or (isinstance(block, Paragraph) and isinstance(after, Picture)):
            word.paragraphs[-1].paragraph_format.keep_with_next = True
    kept = io.BytesIO()
    word.save(kept)
    return _same_every_time(kept)


def _same_every_time(kept: io.BytesIO) -> bytes:
    """The file packed again without the time of packing, so that the same document gives the same bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(kept) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0)), old.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _properties(word: Word, document: Document, timestamp: datetime) -> None:
    kept = word.core_properties
    kept.title = clean(document.title)[:255]
    kept.author = clean(document.owner)[:255]
    kept.subject = clean(document.summary)[:255]
    kept.language = document.language
    kept.comments = ""
    kept.last_modified_by = ""
    kept.created = kept.modified = timestamp.astimezone(UTC).replace(tzinfo=None)


def _head(word: Word, document: Document) -> None:
    if document.owner or document.corner:
        line = word.add_paragraph(style=docx_styles.OWNER)
        _say(line, (Span(document.owner, bold=True), Span(f"\t{document.corner}" if document.corner else "")))
    if document.eyebrow:
        _say(word.add_paragraph(style="Subtitle"), (Span(document.eyebrow),))
    _say(word.add_paragraph(style="Title"), (Span(document.title),))
    lines = [text for text in document.subtitles if text]
    for text in lines:
        _say(word.add_paragraph(style="Subtitle"), (Span(text),))
    word.paragraphs[-1].paragraph_format.space_after = Pt(14)


def _foot(word: Word, text: str) -> None:
    line = word.sections[0].footer.paragraphs[0]
    _say(line, (Span(f"{text}\tPage "),))
    _page_field(line, "PAGE")
    line.add_run(" of ")
    _page_field(line, "NUMPAGES")


def _page_field(line: WordParagraph, code: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run = OxmlElement("w:r")
    shown = OxmlElement("w:t")
    shown.text = "1"
    run.append(shown)
    field.append(run)
    line._p.append(field)


def _block(word: Word, block: Block, inside: bool) -> None:
    match block:
        case Heading():
            _heading(word, block)
        case Paragraph():
            line = word.add_paragraph(style=SETTINGS[block.setting])
            if inside and not block.number:
                line.paragraph_format.left_indent = GUTTER
            _paragraph(line, block, GUTTER)
        case Items():
            _items(word.add_paragraph, block, GUTTER if inside else Mm(0))
        case Table():
            _table(word, block)
        case Panel():
            _panel(word, block)
        case Picture(is_drawn=True):
            _picture(word, block)
        case Picture():  # Word draws no SVG that every version shows: its words stand for it
            _say(word.add_paragraph(style=SETTINGS[Setting.NOTE]), (Span(block.alt),))


def _picture(word: Word, block: Picture) -> None:
    """The drawing as PNG, which every version of Word shows, with its words for those who do not see it."""
    shown = word.add_picture(io.BytesIO(png.draw(block.svg)), width=PICTURE_WIDTH)
    shown._inline.docPr.set("descr", clean(block.alt))
    word.paragraphs[-1].paragraph_format.keep_with_next = True


def _heading(word: Word, block: Heading) -> None:
    line = word.add_paragraph(style=f"Heading {min(max(block.level - 1, 1), 9)}")
    if block.number:
        _hang(line, GUTTER)
    _say(line, (Span(f"{block.number}\t" if block.number else ""), Span(block.text)))


def _paragraph(line: WordParagraph, block: Paragraph, gutter: Mm) -> None:
    if block.number:
        _hang(line, gutter)
        _say(line, (Span(f"{block.number}\t"),))
    _say(line, block.words)


def _items(add: docx_styles.Adder, block: Items, left: Mm) -> None:
    labelled = any(item.label for item in block.items)
    for item in block.items:
        line = add("", "Normal" if labelled else "List Bullet")
        _hang(line, LABEL, left=left)
        line.paragraph_format.space_after = Pt(3)
        if labelled:
            _say(line, (Span(f"{item.label}\t"),))
        _say(line, item.words)


def _panel(word: Word, block: Panel) -> None:
    before = len(word.paragraphs)
    _panel_lines(word, block)
    for line in word.paragraphs[before:-1]:
        line.paragraph_format.keep_with_next = True


def _panel_lines(word: Word, block: Panel) -> None:
    for part in block.blocks:
        if isinstance(part, Paragraph):
            line = word.add_paragraph(style=docx_styles.PANEL)
            _paragraph(line, part, LABEL)
            continue
        for item in part.items:
            line = word.add_paragraph(style=docx_styles.PANEL)
            _hang(line, LABEL, left=LABEL)
            _say(line, (Span(f"{item.label or '–'}\t"),))
            _say(line, item.words)


def _table(word: Word, block: Table) -> None:
    columns = block.columns
    if not columns:
        return
    table = word.add_table(rows=0, cols=columns, style=docx_styles.TABLE)
    table.autofit = False
    widths = _widths(block)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    rows: list[tuple[Cell, ...]] = list(block.rows)
    if block.header:
        rows.insert(0, tuple((Paragraph((Span(name, bold=True),)),) for name in block.header))
    docx_styles.describe(table, block.caption, header=bool(block.header))
    stays_whole = len(rows) <= KEPT_TOGETHER and sum(length(row) for row in rows) <= SHORT_TABLE
    for place, row in enumerate(rows):
        made = table.add_row()
        docx_styles.keep_row(made, repeat=bool(block.header) and place == 0)
        together = place + 1 < len(rows) and (stays_whole or place == 0)
        for column, box in enumerate(made.cells):
            box.width = widths[column]
            content = row[column] if column < len(row) else ()
            heading = not block.header and column == 0
            _cell(box, content, bold=heading, sans=not block.header, together=together)
    word.add_paragraph(style=docx_styles.AFTER_TABLE)


def _widths(block: Table) -> list[Mm]:
    shares = block.widths or (1,) * block.columns
    return [Mm(round(TEXT_WIDTH.mm * share / sum(shares), 1)) for share in shares]


def _cell(box: _Cell, content: Cell, *, bold: bool, sans: bool, together: bool) -> None:
    style = docx_styles.FACT if sans else docx_styles.CELL
    empty = box.paragraphs[0]
    for part in content:
        if isinstance(part, Paragraph):
            line = box.add_paragraph(style=style)
            words = tuple(Span(span.text, bold or span.bold, span.italic, span.quiet, span.link) for span in part.words)
            _paragraph(line, Paragraph(words, part.number), LABEL)
            if part.setting is Setting.NOTE:
                line.style = SETTINGS[Setting.NOTE]
        else:
            _items(lambda _text, _style: box.add_paragraph(style=style), _bulleted(part), Mm(0))
    if content:
        box._tc.remove(empty._p)
    for line in box.paragraphs:
        line.paragraph_format.keep_with_next = together
    if not content:
        empty.style = style


def _bulleted(block: Items) -> Items:
    """The list with its bullets as text, since a cell's style is not a list style."""
    return Items(tuple(type(item)(item.words, item.label or "–") for item in block.items))


def _hang(line: WordParagraph, by: Mm, *, left: Mm | None = None) -> None:
    start = Mm((left.mm if left is not None else 0) + by.mm)
    line.paragraph_format.left_indent = start
    line.paragraph_format.first_line_indent = -by
    line.paragraph_format.tab_stops.add_tab_stop(start)


def _say(line: WordParagraph, spans: Iterable[Span]) -> None:
    for span in spans:
        text = clean(span.text)
        if not text:
            continue
        if is_safe_link(span.link):
            _link(line, text, clean(span.link))
            continue
        run = line.add_run(text, style=docx_styles.QUIET if span.quiet else None)
        run.bold = True if span.bold else None
        run.italic = True if span.italic else None


def _link(line: WordParagraph, text: str, address: str) -> None:
    kept = line.part.relate_to(address, docx_styles.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), kept)
    run = line.add_run(text)
    run.underline = True
    link.append(run._r)
    line._p.append(link)
