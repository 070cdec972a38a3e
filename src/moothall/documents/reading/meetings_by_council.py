"""The meetings of several councils from one table with a column `council`; or of one, from any file of meetings."""

from __future__ import annotations

import csv
import io

from moothall.documents.reading import meetings
from moothall.domain.meetings import Meeting

COLUMN = "council"
ONE_COUNCIL = ""


def read(data: bytes, *, name: str) -> tuple[dict[str, tuple[Meeting, ...]], tuple[str, ...]]:
    """The meetings of each council by its name as written, and a sentence for each line that was not understood.

    A file without that column, or a calendar, is of one council without a name. Raises Unreadable as `meetings.read`
    does.
    """
    text = _text(data)
    heading = [cell.strip().casefold() for cell in next(csv.reader(io.StringIO(text)), [])]
    if COLUMN not in heading:
        found, not_understood = meetings.read(data, name=name)
        return {ONE_COUNCIL: found}, not_understood
    tables, problems = _parted(text, heading.index(COLUMN), name)
    by_council = {}
    for council, table in tables.items():
        by_council[council], not_understood = meetings.read(table.encode(), name=name)
        problems += not_understood
    return by_council, tuple(problems)


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _parted(text: str, column: int, name: str) -> tuple[dict[str, str], list[str]]:
    """A table for each council without that column, every line where it stood, so that a line keeps its number."""
    reader = csv.reader(io.StringIO(text))
    heading = next(reader)
    rows: dict[str, list[tuple[int, list[str]]]] = {}
    problems: list[str] = []
    for row in reader:
        if not any(cell.strip() for cell in row):
            continue
        council = " ".join(row[column].split()) if column < len(row) else ""
        if not council:
            problems.append(f"{name}, line {reader.line_num}: no council is named. Write whose meeting it is.")
            continue
        rows.setdefault(council, []).append((reader.line_num, _without(row, column)))
    return {council: _table(_without(heading, column), found) for council, found in rows.items()}, problems


def _without(row: list[str], column: int) -> list[str]:
    return [*row[:column], *row[column + 1 :]]


def _table(heading: list[str], rows: list[tuple[int, list[str]]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(heading)
    line = 1
    for number, row in rows:
        out.write("\n" * (number - line - 1))
        writer.writerow(row)
        line = number
    return out.getvalue()
