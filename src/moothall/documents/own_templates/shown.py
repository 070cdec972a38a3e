"""A filled template as something to read on a page: its headings, paragraphs and tables in their order."""

from __future__ import annotations

import io
from collections.abc import Iterator

import docx
from docx.table import Table as WordTable
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph

from moothall.documents.writing.document import Block, Cell, Document, Heading, Paragraph, Table, words

MOST = 2_000


def shown(data: bytes, *, title: str) -> Document:
    """The words of a filled template in their order. How Word sets them is seen in the file alone."""
    word = docx.Document(io.BytesIO(data))
    blocks: list[Block] = []
    for one in word.iter_inner_content():
        if len(blocks) >= MOST:
            break
        blocks += _paragraph(one) if isinstance(one, WordParagraph) else _table(one)
    return Document(title=title, blocks=tuple(blocks))


def _paragraph(one: WordParagraph) -> Iterator[Block]:
    text = one.text.replace("\t", " ").strip()
    style = (one.style.name or "") if one.style is not None else ""
    if text and style.startswith(("Heading", "Title")):
        yield Heading(text, level=3 if style[-1:] in "23456789" else 2)
    elif text:
        yield Paragraph(words(text))


def _table(one: WordTable) -> Iterator[Block]:
    rows: list[tuple[Cell, ...]] = []
    for row in one.rows[:MOST]:
        boxes = {box._tc: box for box in row.cells}  # a cell that spans columns is given once for each
        rows.append(tuple(_cell(box) for box in boxes.values()))
    columns = max((len(row) for row in rows), default=0)
    if columns:
        yield Table(tuple((*row, *((),) * (columns - len(row))) for row in rows), caption="A table of the report")


def _cell(box: _Cell) -> Cell:
    return tuple(Paragraph(words(line.text.strip())) for line in box.paragraphs if line.text.strip())
