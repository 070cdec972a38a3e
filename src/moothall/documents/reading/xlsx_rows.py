"""The rows of one sheet of a workbook, as they are shown: merged cells filled, hidden ones left out and counted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from moothall.documents.reading.cell_formats import shown
from moothall.documents.reading.sheets import Budget

_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
_MOST_MERGED = 200
_MOST_ROWS_SEEN = 1_100_000
_PRINTS = {"b": {"1": "TRUE", "0": "FALSE"}}


def local(element: Any) -> str:
    """An element's name without its namespace; empty for a comment."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def ends(stream: Any) -> Iterator[Any]:
    """The elements of a part, each when it is whole; entities are left alone and nothing is fetched."""
    parser = etree.iterparse(
        stream, events=("end",), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    for _, element in parser:
        yield element


def forget(element: Any) -> None:
    """Let go of an element that was read, and of those before it."""
    element.clear()
    while element.getprevious() is not None:
        del element.getparent()[0]


@dataclass(frozen=True, slots=True)
class Book:
    """What every sheet of a workbook refers to: its strings, the format code of each style, and its first day."""

    strings: list[str]
    formats: list[str]
    from_1904: bool = False


class Sheet:
    """One sheet being read. What was left out is known once ``rows`` has been run to its end."""

    def __init__(self, stream: Any, book: Book, budget: Budget) -> None:
        self.has_words = False
        self._stream = stream
        self._book = book
        self._budget = budget
        self._unworked = self._errors = self._hidden_rows = self._hidden_columns = 0

    def rows(self) -> Iterator[list[str]]:
        """The rows shown, one list of words a row, with one empty row in the place of any number of them.

        Raises Unreadable when the sheet is larger than may be read, and XMLSyntaxError when it is broken.
        """
        found, merged, hidden = self._gathered()
        for area in merged:
            _fill(found, area)
        self._hidden_columns = len(hidden & {column for cells in found.values() for column in cells})
        before = 0
        for number in sorted(found):
            if number > before + 1 and before:
                yield []
            before = number
            cells = {column: words for column, words in found[number].items() if column not in hidden}
            if any(words.strip() for words in cells.values()):
                self.has_words = True
                shift = [sum(1 for each in hidden if each < column) for column in cells]
                yield _row({column - less: words for (column, words), less in zip(cells.items(), shift, strict=True)})
            else:
                yield []

    def cells(self) -> dict[int, dict[int, str]]:
        """The words of each cell shown, by row and column counted from 1. Raises as ``rows`` does."""
        found, _, hidden = self._gathered()
        self._hidden_columns = len(hidden & {column for cells in found.values() for column in cells})
        return {
            row: {column: words for column, words in cells.items() if column not in hidden}
            for row, cells in found.items()
        }

    def notes(self, title: str) -> list[str]:
        """Sentences on what of this sheet was not read, or stands in it without a value."""
        told = []
        for count, one, more in (
            (self._hidden_rows, "row is hidden and was", "rows are hidden and were"),
            (self._hidden_columns, "column is hidden and was", "columns are hidden and were"),
        ):
            if count:
                told.append(f"On the sheet “{title}” {count:,} {one if count == 1 else more} not read.")
        if self._unworked:
            cells = "cell holds a formula" if self._unworked == 1 else "cells hold formulas"
            told.append(
                f"On the sheet “{title}” {self._unworked:,} {cells} whose value was never worked out. "
                "Open the workbook in Excel or LibreOffice, save it and upload it again to have them read."
            )
        if self._errors:
            cells = "cell shows an error" if self._errors == 1 else "cells show errors"
            told.append(f"On the sheet “{title}” {self._errors:,} {cells} in the place of a value.")
        return told

    def _gathered(self) -> tuple[dict[int, dict[int, str]], list[tuple[int, int, int, int]], set[int]]:
        """The words of each cell by row and column, the merged areas, and the hidden columns."""
        found: dict[int, dict[int, str]] = {}
        merged: list[tuple[int, int, int, int]] = []
        hidden: set[int] = set()
        number = seen = 0
        for element in ends(self._stream):
            kind = local(element)
            if kind == "row":
                seen += 1
                if seen > _MOST_ROWS_SEEN:
                    raise ValueError("more rows than a sheet can have")
                number = int(element.get("r") or number + 1)
                self._keep(element, number, found)
                forget(element)
            elif kind == "col" and element.get("hidden") in ("1", "true"):
                first, last = int(element.get("min", "0")), int(element.get("max", "0"))
                hidden |= set(range(first, min(last, first + 16_384) + 1))
            elif kind == "mergeCell" and len(merged) < self._budget.limits.rows:
                merged += _area(element.get("ref", ""))
        return found, merged, hidden

    def _keep(self, row: Any, number: int, found: dict[int, dict[int, str]]) -> None:
        cells: dict[int, str] = {}
        column = 0
        for cell in row:
            if local(cell) != "c":
                continue
            column = _column(cell.get("r", "")) or column + 1
            if words := self._words(cell):
                cells[column] = words
        if not cells:
            return
        if row.get("hidden") in ("1", "true"):
            self._hidden_rows += 1
            return
        self._budget.take(len(cells))
        found[number] = cells

    def _words(self, cell: Any) -> str:
        kind, formula = cell.get("t", "n"), False
        value: str | None = None
        for child in cell:
            name = local(child)
            if name == "v":
                value = child.text
            elif name == "f":
                formula = True
            elif name == "is":
                return "".join(each.text or "" for each in child.iter() if local(each) == "t")
        if value is None:
            self._unworked += formula
            return ""
        if kind == "s":
            at = int(value)
            return self._book.strings[at] if 0 <= at < len(self._book.strings) else ""
        if kind == "e":
            self._errors += 1
        if kind == "n":
            style = int(cell.get("s") or 0)
            code = self._book.formats[style] if 0 <= style < len(self._book.formats) else "General"
            return shown(value, code, from_1904=self._book.from_1904)
        if kind == "d":
            return value.removesuffix("T00:00:00")
        return _PRINTS.get(kind, {}).get(value, value)


def _row(cells: dict[int, str]) -> list[str]:
    return [cells.get(column, "") for column in range(1, max(cells) + 1)]


def _column(reference: str) -> int:
    match = _REFERENCE.fullmatch(reference)
    return _number(match.group(1)) if match else 0


def _number(letters: str) -> int:
    count = 0
    for letter in letters:
        count = count * 26 + ord(letter) - 64
    return count


def _area(reference: str) -> list[tuple[int, int, int, int]]:
    """(first row, first column, last row, last column) of a merged area; none for one no reader could mean."""
    corners = [_REFERENCE.fullmatch(each) for each in reference.split(":")]
    if len(corners) != 2 or None in corners:
        return []
    (left, top), (right, bottom) = [(_number(each.group(1)), int(each.group(2))) for each in corners if each]
    is_small = 0 < (bottom - top + 1) * (right - left + 1) <= _MOST_MERGED and bottom >= top and right >= left
    return [(top, left, bottom, right)] if is_small else []


def _fill(found: dict[int, dict[int, str]], area: tuple[int, int, int, int]) -> None:
    """Say the words of a merged area in every row and column it spans, so that each row can be read alone."""
    top, left, bottom, right = area
    words = found.get(top, {}).get(left, "")
    if not words:
        return
    for row in range(top, bottom + 1):
        if row in found:
            for column in range(left, right + 1):
                found[row].setdefault(column, words)
