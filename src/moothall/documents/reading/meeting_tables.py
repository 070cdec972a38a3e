"""Meetings from a table: CSV, semicolons or tabs, with headings in any order as programs in England name them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Any

from moothall.documents.reading.document import Unreadable
from moothall.domain import given
from moothall.domain.authorities import BodyKind
from moothall.domain.meeting_days import DATE, TIME_ANYWHERE, clock_time, days, has_year
from moothall.domain.meeting_lines import CALLED_OFF, EXAMPLE, LONGEST_LINE, MeetingLine, clean_name
from moothall.domain.meetings import Meeting, body_kind
from moothall.domain.refusals import Refusal

COLUMNS = ("body", "date", "time", "kind")
HEADINGS: Mapping[str, tuple[str, ...]] = {
    "body": (
        *(
            "body",
            "committee",
            "committee name",
            "meeting",
            "meeting name",
            "meeting title",
            "name",
            "name of committee",
        ),
        *("subject", "title", "summary", "event", "event name", "meeting body", "decision maker"),
    ),
    "date": (
        "date",
        "meeting date",
        "date of meeting",
        "start date",
        "day",
        "start",
        "starts",
        "begins",
        "when",
        "date time",
    ),
    "time": ("time", "start time", "meeting time", "time of meeting", "starts at"),
    "kind": ("kind", "kind of body", "body kind", "type of body"),
    "place": ("place", "venue", "location", "room", "where"),
    "status": ("status", "meeting status", "state", "cancelled"),
    "uid": ("uid", "id", "reference", "meeting id", "event id", "meetingid"),
}
_MEANS = {heading: column for column, headings in HEADINGS.items() for heading in headings}
_HEADINGS_WITHIN = 10
_SERIAL = re.compile(r"[34]\d{4}(?:\.\d+)?")
_YES = frozenset({"yes", "true", "y", "1", "x"})


@dataclass(frozen=True, slots=True)
class Table:
    """A table found in a text: what parts its cells, the line of its headings from 1, and what each heading means."""

    delimiter: str
    line: int
    columns: tuple[str, ...]
    headings: tuple[str, ...]

    @property
    def passed_over(self) -> tuple[str, ...]:
        """The headings that say nothing Moothall keeps."""
        return tuple(said for said, means in zip(self.headings, self.columns, strict=True) if not means and said)


def decoded(data: bytes) -> str:
    """The text of a file as spreadsheets save it: UTF-8 or UTF-16 with their marks, else Windows-1252."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def find(text: str) -> Table | None:
    """The table in a text, by the first line that heads a column of bodies and one of days; else None."""
    best: tuple[int, Table] | None = None
    for number, line in enumerate(text.splitlines()[:_HEADINGS_WITHIN], start=1):
        for delimiter in ("\t", ";", ",", "|"):
            headings = tuple(_plain(cell) for cell in next(_csv(line, delimiter), []))
            columns = _columns(headings)
            if "body" not in columns or "date" not in columns:
                continue
            weight = sum(bool(column) for column in columns)
            if best is None or weight > best[0]:
                best = weight, Table(delimiter, number, columns, headings)
    return best[1] if best else None


def rows(text: str, table: Table, *, as_of: date | None, until: date | None) -> Iterator[MeetingLine]:
    """Each row of a table, understood or with what is wrong. Raises Unreadable where the table itself is broken."""
    reader = _csv(text, table.delimiter)
    seen = 0
    try:
        for cells in reader:
            seen += 1
            if reader.line_num <= table.line or not any(cell.strip() for cell in cells):
                continue
            yield _row(cells, table, reader.line_num, as_of, until)
    except csv.Error as problem:
        raise Unreadable("damaged", f"it cannot be read as CSV: {problem}. Save it again as CSV.") from problem


def _csv(text: str, delimiter: str) -> Any:
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=delimiter != "\t")


def _plain(heading: str) -> str:
    return " ".join(re.sub(r"[^a-z0-9]+", " ", heading.lower()).split())


def _columns(headings: tuple[str, ...]) -> tuple[str, ...]:
    """What each heading means; where two mean the same, the one that comes first among the names of it."""
    meant: dict[str, int] = {}
    for at, heading in enumerate(headings):
        column = _MEANS.get(heading)
        if column is None:
            continue
        names = HEADINGS[column]
        if column not in meant or names.index(heading) < names.index(headings[meant[column]]):
            meant[column] = at
    return tuple(_MEANS[said] if meant.get(_MEANS.get(said, "")) == at else "" for at, said in enumerate(headings))


def _row(cells: list[str], table: Table, number: int, as_of: date | None, until: date | None) -> MeetingLine:
    words = ", ".join(cell.strip() for cell in cells if cell.strip())[:LONGEST_LINE]
    empty = MeetingLine(number, words, None)
    if any(cell.strip() for cell in cells[len(table.columns) :]):
        return replace(empty, problem="there are more values than columns. Put a value with commas in quotation marks.")
    said = {column: cell.strip() for column, cell in zip(table.columns, cells, strict=False) if column}
    body = clean_name(said.get("body", ""))
    if not body:
        return replace(empty, problem="no body is named. Write the body that meets, such as Cabinet.")
    try:
        on = _day(said.get("date", ""), as_of, until)
        starts_at = _time(said.get("time", ""), said.get("date", ""))
        kind = given.choice(_plain(said["kind"]).replace(" ", "_"), "kind", BodyKind) if said.get("kind") else None
    except Refusal as refusal:
        return replace(empty, problem=str(refusal))
    return replace(
        empty,
        meeting=Meeting(body, kind or body_kind(body), on, starts_at),
        place=said.get("place", "")[:200],
        uid=said.get("uid", "")[:200],
        is_cancelled=bool(CALLED_OFF.search(said.get("body", "") + " " + said.get("status", "")))
        or ("cancelled" in table.headings and said.get("status", "").lower() in _YES),
        is_kind_said=kind is not None,
    )


def _day(text: str, as_of: date | None, until: date | None) -> date:
    """A day as spreadsheets and people write it; a weekday beside it must agree, and a year must be there or found."""
    match = DATE.search(text)
    if match is None or match.group().strip() == "":
        if _SERIAL.fullmatch(text):
            raise Refusal(
                f"date is {text}, a spreadsheet's own number for a day.",
                next_step="Give the column the format of a date and save it again.",
            )
        return given.day(text, "date")
    if as_of is None and not has_year(match):
        raise Refusal(f"date is {text!r}, which has no year.", next_step="Give it as 2027-07-13 or 13/07/2027.")
    found = tuple(days(match, as_of or date(2000, 1, 1), until or as_of or date(2000, 1, 1)))
    if len(found) != 1 or len(DATE.findall(text)) != 1:
        raise Refusal(f"date is {text!r}, more than one day.", next_step="Give each meeting a line of its own.")
    day, problem = found[0]
    if day is None and "not a day of the calendar" in problem:
        raise Refusal(
            f"date is {text!r}, which is not a date.", next_step="Write day, month and year, such as 13/07/2027."
        )
    if day is None:
        raise Refusal(problem, next_step=f"Write the day as it is meant, such as {EXAMPLE.split(', ')[1]}.")
    return day


def _time(text: str, beside: str) -> time | None:
    """The time in its own column, or the one that stands beside the day; 00:00 there is no time."""
    match = TIME_ANYWHERE.search(text)
    if text and match is None:
        return given.clock_time(text, "time")
    if match is not None:
        found = clock_time(match)
        if found is None:
            raise Refusal(f"time is {text!r}, which is not a time of day.", next_step="Give it as 17:15 or 5.15pm.")
        return found
    day = DATE.search(beside)
    after = TIME_ANYWHERE.search(beside, day.end()) if day else None
    found = clock_time(after) if after else None
    return found if found != time(0) else None
