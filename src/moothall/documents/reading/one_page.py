"""Writes a page of a format without pages of its own (web pages, OpenDocument, sheets, mails), block by block."""

from __future__ import annotations

from dataclasses import replace

from moothall.documents.reading.document import Block, BlockKind, Page
from moothall.documents.reading.text import blocks_of

_LONGEST_HEADING = 120


class OnePage:
    """A page being written: its text so far, and the blocks of it.

    ``number`` is its number, ``tables`` how many tables stand in the document before it.
    """

    def __init__(self, number: int = 1, tables: int = 0) -> None:
        self._number = number
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._tables = tables

    def page(self) -> Page:
        """The page as it now stands."""
        return Page(number=self._number, text="".join(self._parts), blocks=tuple(self._blocks))

    @property
    def tables(self) -> int:
        """How many tables the document holds up to here."""
        return self._tables

    def heading(self, words: str, level: int) -> None:
        """Write a heading; a number it opens with is kept as its number."""
        if not words:
            return
        flat = blocks_of(words)
        start = self._write(words)
        number = flat[0].number if flat else None
        self._blocks.append(Block(BlockKind.HEADING, start, start + len(words), level=level, number=number))

    def item(self, words: str, printed: str = "") -> None:
        """Write a list item, with the number or letter that the program prints before it."""
        whole = f"{printed} {words}".strip()
        if not words:
            return
        flat = blocks_of(whole)
        typed = flat[0] if flat else None
        start = self._write(whole)
        number = printed.strip("(). ") or (typed.number if typed else None)
        begun = start if printed or typed is None else start + typed.start
        self._blocks.append(Block(BlockKind.LIST_ITEM, begun, start + len(whole), number=number))

    def paragraph(self, words: str, *, bold: bool = False) -> None:
        """Write a paragraph, which may show itself to be a heading, a numbered paragraph or a row set with tabs."""
        if not words.strip():
            return
        start = self._write(words)
        newest = self._tables
        for block in blocks_of(words):
            table = None if block.table is None else self._tables + block.table
            newest = newest if table is None else max(newest, table + 1)
            kind = block.kind
            short = len(words) <= _LONGEST_HEADING and words.rstrip()[-1:] not in ".;,"
            if bold and short and kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
                kind = BlockKind.HEADING
            placed = replace(block, kind=kind, start=start + block.start, end=start + block.end, table=table)
            self._blocks.append(replace(placed, bold=bold or block.bold))
        self._tables = newest

    def aside(self, words: str) -> tuple[int, int]:
        """Write words that belong to no block, and say where they stand."""
        start = self._write(words)
        return start, start + len(words)

    def include(self, page: Page) -> None:
        """Write the whole of a page that was read already, its tables counted on from those of this one."""
        start, newest = self._write(page.text), self._tables
        for block in page.blocks:
            table = None if block.table is None else self._tables + block.table
            newest = newest if table is None else max(newest, table + 1)
            self._blocks.append(replace(block, start=start + block.start, end=start + block.end, table=table))
        self._tables = newest

    def table(self, rows: list[list[str]]) -> None:
        """Write a table: each row on a line of its own, its cells parted by tabs. Rows without words are left out."""
        rows = [row for row in ([_one_line(cell) for cell in row] for row in rows) if any(row)]
        for number, row in enumerate(rows):
            start = self._write("\t".join(row), after="\n" if number < len(rows) - 1 else "\n\n")
            end = start + len("\t".join(row))
            self._blocks.append(Block(BlockKind.TABLE_ROW, start, end, table=self._tables, row=number))
            at = start
            for column, cell in enumerate(row):
                self._blocks.append(
                    Block(BlockKind.TABLE_CELL, at, at + len(cell), table=self._tables, row=number, column=column)
                )
                at += len(cell) + 1
        self._tables += bool(rows)

    def _write(self, words: str, after: str = "\n\n") -> int:
        start = self._length
        self._parts += [words, after]
        self._length += len(words) + len(after)
        return start


def _one_line(words: str) -> str:
    return " ".join(words.split())
