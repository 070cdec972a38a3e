"""A council's meetings from a file: CSV with a heading (body,date[,time][,kind]) or a calendar (ICS)."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from typing import Any

from icalendar import Calendar

from moothall.documents.reading.document import Unreadable
from moothall.domain import given
from moothall.domain.authorities import BodyKind
from moothall.domain.meetings import Meeting, body_kind
from moothall.domain.refusals import Refusal

COLUMNS = ("body", "date", "time", "kind")
LARGEST = 5_000_000
_EXAMPLE = "Give it a first line body,date and a line for each meeting, such as Cabinet,2024-07-11."


def read(data: bytes, *, name: str) -> tuple[tuple[Meeting, ...], tuple[str, ...]]:
    """The meetings in a file, in its order, and a sentence for each line or event that was not understood.

    Raises Unreadable where nothing can be made of the file at all: empty, oversized, neither CSV nor a calendar.
    """
    if not data.strip():
        raise Unreadable("empty", f"{name} is empty. {_EXAMPLE}")
    if len(data) > LARGEST:
        raise Unreadable("oversized", f"{name} is larger than 5 MB. Give only the meetings that could decide.")
    is_calendar = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:15].upper() == b"BEGIN:VCALENDAR"
    rows = _events(data, name) if is_calendar else _rows(data, name)
    found: list[Meeting] = []
    not_understood: list[str] = []
    for row in rows:
        if isinstance(row, Meeting):
            found.append(row)
        else:
            not_understood.append(row)
    return tuple(found), tuple(not_understood)


def _rows(data: bytes, name: str) -> Iterator[Meeting | str]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    if "\0" in text:
        raise Unreadable("unknown_format", f"{name} is neither CSV nor a calendar. {_EXAMPLE}")
    table = csv.DictReader(io.StringIO(text), skipinitialspace=True)
    columns = [(column or "").strip().lower() for column in table.fieldnames or ()]
    if not {"body", "date"} <= set(columns):
        raise Unreadable("unknown_format", f"{name} has no columns called body and date. {_EXAMPLE}")
    unknown = [column for column in columns if column not in COLUMNS]
    if unknown:
        known = ", ".join(COLUMNS)
        raise Unreadable("unknown_format", f"{name} has an unknown column, {unknown[0]!r}. The columns are: {known}.")
    table.fieldnames = columns
    try:
        for row in table:
            if any((value or "").strip() for value in row.values() if not isinstance(value, list)):
                yield _row(row, f"{name}, line {table.line_num}")
    except csv.Error as problem:
        raise Unreadable("damaged", f"{name} cannot be read as CSV: {problem}. Save it again as CSV.") from problem


def _row(row: Mapping[str, Any], where: str) -> Meeting | str:
    if None in row:
        return f"{where}: there are more values than columns. Put a value with commas in quotation marks."
    values = {key: (value or "").strip() for key, value in row.items()}
    if not values["body"]:
        return f"{where}: no body is named. Write the body that meets, such as Cabinet."
    try:
        on = _day(values["date"])
        starts_at = given.clock_time(values["time"], "time") if values.get("time") else None
        kind = given.choice(values["kind"], "kind", BodyKind) if values.get("kind") else body_kind(values["body"])
    except Refusal as refusal:
        return f"{where}: {refusal}"
    return Meeting(values["body"], kind, on, starts_at)


def _day(text: str) -> date:
    """A date as given to programs, or as spreadsheets in England save it: day, month and year with slashes."""
    match = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", text)
    if match:
        day, month, year = match.groups()
        text = f"{year}-{int(month):02}-{int(day):02}"
    return given.day(text, "date")


def _events(data: bytes, name: str) -> Iterator[Meeting | str]:
    try:
        calendar = Calendar.from_ical(data)
    except ValueError as problem:
        raise Unreadable("damaged", f"{name} cannot be read as a calendar. Export it again as ICS.") from problem
    for event in calendar.walk("VEVENT"):
        body = re.sub(r"^meeting of (the )?", "", str(event.get("SUMMARY", "")).strip(), flags=re.IGNORECASE)
        starts = event.get("DTSTART")
        if str(event.get("STATUS", "")).upper() == "CANCELLED":
            continue
        if not body or starts is None or not isinstance(starts.dt, date):
            yield f"{name}: an event has no name or no day ({body or 'no name'}). Add it, or leave the event out."
            continue
        yield _event(body, starts.dt)
        if event.get("RRULE") is not None:
            yield f"{name}: {body} repeats, and only its first day was taken. Export each meeting as its own event."


def _event(body: str, starts: date | datetime) -> Meeting:
    if not isinstance(starts, datetime):
        return Meeting(body, body_kind(body), starts)
    local = starts.astimezone(given.ENGLAND) if starts.tzinfo else starts
    return Meeting(body, body_kind(body), local.date(), time(local.hour, local.minute))
