"""What a reader hands on: the text of each page, and what each stretch of it is. No facts yet."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class BlockKind(StrEnum):
    """What a stretch of a page is. A table row's cells follow it as blocks of their own, inside its span."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    TABLE_CELL = "table_cell"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of one page's text, in reading order. ``start`` and ``end`` are offsets in that text, end exclusive.

    ``number`` is a paragraph or heading number as printed ("2.3", "a)") with its punctuation taken off, and lies
    inside the span where the reader could keep it there. ``table`` counts tables in the document from 0; ``row`` and
    ``column`` place a cell in its table. ``continues`` marks the first block of a page that carries on the last of the
    page before.
    """

    kind: BlockKind
    start: int
    end: int
    level: int | None = None
    number: str | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    bold: bool = False
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its whole text, and the blocks of it. A text, HTML or DOCX file without page breaks is one page."""

    number: int
    text: str
    blocks: tuple[Block, ...] = ()
    width: float | None = None
    height: float | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A file that could be read. ``links`` are (words, address) pairs; ``metadata`` is what the file says of itself."""

    name: str
    sha256: str
    media: str
    pages: tuple[Page, ...]
    metadata: dict[str, Any] = field(default_factory=dict)
    links: tuple[tuple[str, str], ...] = ()


class Unreadable(Exception):
    """The file could not be read. ``reason`` is a stable id; ``sentence`` says what is wrong and what to do next.

    Reasons: empty, encrypted, oversized, too_many_pages, bomb, mislabelled, unknown_format, damaged, scanned, macros,
    timed_out; no_such_page where a picture of a page is asked for.
    """

    def __init__(self, reason: str, sentence: str) -> None:
        super().__init__(sentence)
        self.reason = reason
        self.sentence = sentence
