"""A council's meetings from a file or a paste: a table with headings, a calendar (ICS), or plain lines."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from moothall.documents.reading import meeting_entries, meeting_tables
from moothall.documents.reading.document import Unreadable
from moothall.documents.reading.meeting_tables import COLUMNS, Table
from moothall.domain import meeting_lines
from moothall.domain.meeting_lines import MeetingLine
from moothall.domain.meetings import Meeting

LARGEST = 5_000_000
_EXAMPLE = "Give it a first line body,date and a line for each meeting, such as Cabinet,2024-07-11."


@dataclass(frozen=True, slots=True)
class MeetingList:
    """What was found in a file or a paste: each line in its order, and the headings that were passed over."""

    lines: tuple[MeetingLine, ...]
    passed_over: tuple[str, ...] = ()

    @property
    def understood(self) -> tuple[MeetingLine, ...]:
        """The lines that are meetings, called off or not."""
        return tuple(line for line in self.lines if line.meeting is not None)


def read(data: bytes, *, name: str, until: date | None = None) -> tuple[tuple[Meeting, ...], tuple[str, ...]]:
    """The meetings in a file, in its order, and a sentence for each line or event that was not understood.

    A table with the columns body and date is held to the columns known here. What was called off is left out. An entry
    of a calendar that repeats without an end is followed ``until`` a day. Raises Unreadable where nothing can be made
    of the file at all: empty, oversized, neither a table nor a calendar.
    """
    _check(data, name)
    if meeting_entries.is_calendar(data):
        lines = tuple(meeting_entries.entries(data, name=name, until=until))
        return _meetings(lines), tuple(f"{name}: {line.problem}" for line in lines if line.problem)
    text = _text(data, name)
    table = meeting_tables.find(text)
    if table is None:
        raise Unreadable("unknown_format", f"{name} has no columns called body and date. {_EXAMPLE}")
    if {"body", "date"} <= set(table.headings):
        _check_columns(table, name)
    lines = tuple(_rows(text, table, name, as_of=None, until=None))
    return _meetings(lines), tuple(f"{name}, line {line.number}: {line.problem}" for line in lines if line.problem)


def read_list(data: bytes, *, name: str, as_of: date, until: date) -> MeetingList:
    """Everything in a file line by line, for a person to check, called-off meetings included.

    Columns that say nothing of a meeting are passed over and named; a file of plain lines is read as if pasted. A day
    without a year falls nearest to the time from ``as_of`` to ``until``. Raises Unreadable as ``read`` does.
    """
    _check(data, name)
    if meeting_entries.is_calendar(data):
        return _capitals(MeetingList(tuple(meeting_entries.entries(data, name=name, until=until))))
    found = read_pasted(_text(data, name), name=name, as_of=as_of, until=until)
    if not found.understood and not any(line.problem for line in found.lines):
        raise Unreadable("unknown_format", f"{name} has no meeting that can be read. {_EXAMPLE}")
    return found


def read_pasted(text: str, *, as_of: date, until: date, name: str = "What you pasted") -> MeetingList:
    """Everything in a text that was pasted, line by line: a table with headings where it has them, else plain lines."""
    if meeting_entries.is_calendar(text.encode(errors="replace")):
        data = text.encode(errors="replace")
        return _capitals(MeetingList(tuple(meeting_entries.entries(data, name=name, until=until))))
    table = meeting_tables.find(text)
    if table is None:
        return MeetingList(meeting_lines.read_lines(text, as_of, until))
    lines = tuple(_rows(text, table, name, as_of=as_of, until=until))
    return _capitals(MeetingList(lines, table.passed_over))


def _check(data: bytes, name: str) -> None:
    if not data.strip():
        raise Unreadable("empty", f"{name} is empty. {_EXAMPLE}")
    if len(data) > LARGEST:
        raise Unreadable("oversized", f"{name} is larger than 5 MB. Give only the meetings that could decide.")


def _text(data: bytes, name: str) -> str:
    text = meeting_tables.decoded(data)
    if "\0" in text:
        raise Unreadable("unknown_format", f"{name} is neither CSV nor a calendar. {_EXAMPLE}")
    return text


def _check_columns(table: Table, name: str) -> None:
    unknown = [heading for heading in table.headings if heading not in COLUMNS]
    if unknown:
        known = ", ".join(COLUMNS)
        raise Unreadable("unknown_format", f"{name} has an unknown column, {unknown[0]!r}. The columns are: {known}.")


def _rows(text: str, table: Table, name: str, *, as_of: date | None, until: date | None) -> tuple[MeetingLine, ...]:
    try:
        return tuple(meeting_tables.rows(text, table, as_of=as_of, until=until))
    except Unreadable as problem:
        sentence = problem.sentence.removeprefix("it ")
        raise Unreadable(problem.reason, f"{name} {sentence}") from problem


def _meetings(lines: tuple[MeetingLine, ...]) -> tuple[Meeting, ...]:
    return tuple(line.meeting for line in lines if line.meeting is not None and not line.is_cancelled)


def _capitals(found: MeetingList) -> MeetingList:
    """The same with each problem as a sentence of its own, for a page where no name of a file comes before it."""
    lines = tuple(
        MeetingLine(line.number, line.words, None, line.problem[0].upper() + line.problem[1:]) if line.problem else line
        for line in found.lines
    )
    return MeetingList(lines, found.passed_over)
