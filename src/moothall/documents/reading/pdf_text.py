"""Builds a page's text from its pieces, with every block's span, and remembers which word stands at which offset."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from moothall.documents.reading.document import Block, BlockKind, Page
from moothall.documents.reading.pdf_hyphens import Hyphens
from moothall.documents.reading.pdf_pieces import Line, Piece, is_bold
from moothall.documents.reading.pdf_words import Sheet, Word
from moothall.documents.reading.text import NUMBER

BULLETS = "-*•‣▪▫●○◦·–—■□➢➤✓✔❖\uf0b7\uf0a7\uf0d8\uf0fc\u2043"
_BULLET = re.compile(rf"^(?:[{re.escape(BULLETS)}]|o(?= [A-Z(])|§)\s*(?=\S)")
# A bare number opens a numbered paragraph only before a capital: "25 and for" goes on from the line before.
_NUMBERED = re.compile(rf"^(?!\d+\s+[^A-Z\"'“‘(])(?!\d{{3,}}\s)({NUMBER})\s+(?=\S)")


class Place(NamedTuple):
    """A word in the page's text: its offsets, and the index of its first letter on the PDF's text page."""

    start: int
    end: int
    first: int


@dataclass(slots=True)
class BuiltPage:
    """A page, where its words stand, and the spans of running heads and page numbers that no block covers."""

    page: Page
    places: list[Place] = field(default_factory=list)
    furniture: list[tuple[int, int]] = field(default_factory=list)


class Builder:
    """Writes one page."""

    def __init__(self, sheet: Sheet, hyphens: Hyphens) -> None:
        self._sheet = sheet
        self._hyphens = hyphens
        self._text: list[str] = []
        self._at = 0
        self._blocks: list[Block] = []
        self._places: list[Place] = []
        self._furniture: list[tuple[int, int]] = []

    def build(self, pieces: list[Piece]) -> BuiltPage:
        """The page with these pieces in this order."""
        for index, piece in enumerate(pieces):
            if index:
                self._write("\n" if pieces[index - 1].loose else "\n\n")
            if piece.kind is BlockKind.TABLE_ROW:
                self._row(piece)
            else:
                self._plain(piece)
        text = "".join(self._text)
        sheet = self._sheet
        page = Page(sheet.number, text, tuple(self._blocks), width=sheet.width, height=sheet.height)
        return BuiltPage(page, self._places, self._furniture)

    def _write(self, text: str) -> None:
        self._text.append(text)
        self._at += len(text)

    def _row(self, piece: Piece) -> None:
        start = self._at
        slot = len(self._blocks)
        cells = []
        for column, lines in enumerate(piece.cells):
            if column:
                self._write("\t")
            begun = self._at
            self._lines(lines)
            cells.append(
                Block(
                    BlockKind.TABLE_CELL, begun, self._at, table=piece.table, row=piece.row, column=column,
                    bold=is_bold([word for line in lines for word in line]),
                )
            )  # fmt: skip
        row = Block(BlockKind.TABLE_ROW, start, self._at, table=piece.table, row=piece.row)
        self._blocks[slot:] = [row, *cells]

    def _plain(self, piece: Piece) -> None:
        start = self._at
        self._lines(piece.lines)
        if piece.furniture:
            self._furniture.append((start, self._at))
            return
        words = self._tail(start)
        kind, number = piece.kind, None
        if piece.continues:  # whatever it opens with, it is no label
            self._blocks.append(Block(kind, start, self._at, bold=is_bold(list(piece.words())), continues=True))
            return
        if bullet := _BULLET.match(words):
            if kind is BlockKind.PARAGRAPH and len(words) > bullet.end():
                kind = BlockKind.LIST_ITEM
            if kind is BlockKind.LIST_ITEM:
                start, words = start + bullet.end(), words[bullet.end() :]
        if numbered := _NUMBERED.match(words):
            number = numbered.group(1).strip("().") or None
            kind = BlockKind.LIST_ITEM if kind is BlockKind.PARAGRAPH else kind
        level = piece.level if kind is BlockKind.HEADING else None
        self._blocks.append(Block(kind, start, self._at, level=level, number=number, bold=is_bold(list(piece.words()))))

    def _tail(self, start: int) -> str:
        parts, at = [], self._at
        for part in reversed(self._text):
            parts.append(part)
            at -= len(part)
            if at <= start:
                break
        return "".join(reversed(parts))[start - at :]

    def _lines(self, lines: list[Line]) -> None:
        text, places, at = self._text, self._places, self._at
        before: Word | None = None
        for line in lines:
            ends_line = before is not None
            for word in line:
                written = word.text
                if ends_line and before is not None:
                    ends_line = False
                    if not self._hyphens.joins(before.text, written):
                        text.append(" ")
                        at += 1
                    elif self._hyphens.drops(before.text, written):
                        text[-1] = text[-1][:-1]
                        at -= 1
                        last = places[-1]
                        places[-1] = Place(last.start, last.end - 1, last.first)
                elif before is not None and not word.glued:
                    text.append(" ")
                    at += 1
                end = at + len(written)
                places.append(Place(at, end, word.first))
                text.append(written)
                at = end
                before = word
        self._at = at
