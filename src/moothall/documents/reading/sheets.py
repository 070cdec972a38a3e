"""Writes the rows of one sheet as a page: its name as heading, lone words as paragraphs, the rest as tables."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from moothall.documents.reading.document import Page, Unreadable
from moothall.documents.reading.limits import Limits
from moothall.documents.reading.one_page import OnePage

_LONGEST_HEADING = 120


@dataclass(slots=True)
class Budget:
    """How many cells of a file were taken already. One is kept for all sheets of a workbook."""

    limits: Limits
    name: str
    rows: int = 0
    cells: int = 0

    def take(self, cells: int) -> None:
        """Count a row with so many cells. Raises Unreadable when the file holds more than may be read."""
        self.rows += 1
        self.cells += cells
        if cells > self.limits.columns:
            raise self._too_large(f"has a row of more than {self.limits.columns:,} columns")
        if self.rows > self.limits.rows:
            raise self._too_large(f"has more than {self.limits.rows:,} rows")
        if self.cells > self.limits.cells:
            raise self._too_large(f"has more than {self.limits.cells:,} cells")

    def _too_large(self, how: str) -> Unreadable:
        return Unreadable(
            "oversized",
            f"{self.name} {how}, which is more than is read here. "
            "Copy the rows and columns that matter into a sheet of their own, save it, and upload that.",
        )


def page_of(rows: Iterable[list[str]], *, title: str, number: int, tables: int) -> tuple[Page, int]:
    """The page these rows make, and how many tables stand in the document up to its end.

    A row without words ends a table. A row with words in one cell alone is a heading or a sentence above a table where
    rows with more follow it, and a row of the table within it.
    """
    page = OnePage(number, tables)
    page.heading(" ".join(title.split()), 1)
    region: list[list[str]] = []
    for row in rows:
        if any(cell.strip() for cell in row):
            region.append(row)
        else:
            _write(page, region)
            region = []
    _write(page, region)
    return page.page(), page.tables


def _write(page: OnePage, region: list[list[str]]) -> None:
    while region and (words := _lone(region[0])) is not None:
        above = len(region) > 1 and len(words) <= _LONGEST_HEADING and words[-1:] not in ".;,"
        page.heading(words, 2) if above else page.paragraph(words)
        region = region[1:]
    if not region:
        return
    first = min(_first(row) for row in region)
    last = max(_last(row) for row in region)
    page.table([(row + [""] * last)[first : last + 1] for row in region])


def _lone(row: list[str]) -> str | None:
    said = {cell.strip() for cell in row if cell.strip()}
    return " ".join(next(iter(said)).split()) if len(said) == 1 else None


def _first(row: list[str]) -> int:
    return next(at for at, cell in enumerate(row) if cell.strip())


def _last(row: list[str]) -> int:
    return max(at for at, cell in enumerate(row) if cell.strip())
