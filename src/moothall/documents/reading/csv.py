"""Reads tables in plain text (CSV, or parted by tabs, semicolons or bars) into one page."""

from __future__ import annotations

import csv
import hashlib
import io
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePath

from moothall.documents.reading.document import Document, Unreadable
from moothall.documents.reading.limits import DEFAULT, Limits
from moothall.documents.reading.sheets import Budget, page_of
from moothall.documents.reading.text import decode

MEDIA = "text/csv"

_SEPARATORS = ",;\t|"
_LONGEST_LINE = 100_000
_SAMPLE = 50


def read(data: bytes, name: str, limits: Limits = DEFAULT) -> Document:
    """A table in plain text as a page with the file's name for its heading. Raises Unreadable."""
    text = decode(data).lstrip("\ufeff")
    if not text.strip():
        raise Unreadable("empty", f"{name} has no words in it. Save the table again and upload the new copy.")
    if _longest_line(text) > _LONGEST_LINE:
        raise Unreadable(
            "oversized",
            f"{name} has a line of more than {_LONGEST_LINE:,} letters, which is no row of a table. "
            "Open it in a spreadsheet program, check that it has rows and columns, and save it again as CSV.",
        )
    page, _ = page_of(_rows(text, Budget(limits, name)), title=PurePath(name).stem, number=1, tables=0)
    return Document(name=name, sha256=hashlib.sha256(data).hexdigest(), media=MEDIA, pages=(page,))


def _rows(text: str, budget: Budget) -> Iterator[list[str]]:
    separator = separator_of(text)
    try:
        for row in csv.reader(io.StringIO(text), delimiter=separator):
            budget.take(len(row))
            yield row
    except csv.Error as error:
        raise Unreadable(
            "damaged",
            f"{budget.name} is no table that can be followed: a quotation mark is opened and never closed, or a cell "
            "has no end. Open it in a spreadsheet program, check its rows, and save it again as CSV.",
        ) from error


def separator_of(text: str) -> str:
    """The mark that parts the cells: the one that comes equally often in most of the first lines, else a comma.

    A first line "sep=;", which some programs write, says it outright.
    """
    lines = [line for line in text[: _SAMPLE * 2_000].split("\n")[:_SAMPLE] if line.strip()]
    if lines and lines[0].lower().startswith("sep=") and lines[0][4:5] in _SEPARATORS:
        return lines[0][4]

    def steadiness(mark: str) -> tuple[int, int]:
        counted = Counter(count for line in lines if (count := _outside_quotes(line).count(mark)))
        return max(((times, count) for count, times in counted.items()), default=(0, 0))

    best = max(_SEPARATORS, key=steadiness)
    return best if steadiness(best)[0] else ","


def _outside_quotes(line: str) -> str:
    return "".join(line.split('"')[::2])


def _longest_line(text: str) -> int:
    longest, at = 0, 0
    while (end := text.find("\n", at)) >= 0:
        longest, at = max(longest, end - at), end + 1
    return max(longest, len(text) - at)
