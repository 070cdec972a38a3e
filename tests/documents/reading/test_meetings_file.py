"""Meetings from a spreadsheet saved as CSV and from a calendar, and what is said of lines that cannot be read."""

from datetime import date, time

import pytest

from moothall.documents.reading.document import Unreadable
from moothall.documents.reading.meetings import read
from moothall.domain.authorities import BodyKind
from moothall.domain.meetings import Meeting

CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:test
BEGIN:VEVENT
UID:1
SUMMARY:Meeting of the Cabinet
DTSTART:20240711T173000Z
END:VEVENT
BEGIN:VEVENT
UID:2
SUMMARY:Overview and Scrutiny
DTSTART;VALUE=DATE:20240702
END:VEVENT
BEGIN:VEVENT
UID:3
SUMMARY:Council
STATUS:CANCELLED
DTSTART;VALUE=DATE:20240718
END:VEVENT
{more}END:VCALENDAR
"""


def csv(*lines: str, encoding: str = "utf-8") -> bytes:
    return "\r\n".join(lines).encode(encoding)


def test_a_table_of_body_date_time_and_kind_is_read() -> None:
    data = csv(
        "Body, Date, Time, Kind",
        "Cabinet,2024-07-11,18:30,",
        "Policy Board,11/07/2024,,committee",
        ",,,",
        encoding="utf-8-sig",
    )

    found, not_understood = read(data, name="meetings.csv")

    assert found == (
        Meeting("Cabinet", BodyKind.EXECUTIVE, date(2024, 7, 11), time(18, 30)),
        Meeting("Policy Board", BodyKind.COMMITTEE, date(2024, 7, 11)),
    )
    assert not_understood == ()


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("Cabinet,2024-13-01", "m.csv, line 2: date is '2024-13-01', which is not a date."),
        (",2024-07-11", "m.csv, line 2: no body is named."),
        ("Cabinet,2024-07-11,Town Hall", "m.csv, line 2: there are more values than columns."),
    ],
)
def test_a_line_that_cannot_be_read_is_named_and_the_others_are_kept(line: str, sentence: str) -> None:
    found, not_understood = read(csv("body,date", line, "Council,2024-07-18"), name="m.csv")

    assert [meeting.body for meeting in found] == ["Council"]
    assert not_understood[0].startswith(sentence)


def test_a_calendar_is_read_in_local_time_without_what_was_cancelled() -> None:
    found, not_understood = read(CALENDAR.format(more="").encode(), name="m.ics")

    assert found == (
        Meeting("Cabinet", BodyKind.EXECUTIVE, date(2024, 7, 11), time(18, 30)),
        Meeting("Overview and Scrutiny", BodyKind.SCRUTINY, date(2024, 7, 2)),
    )
    assert not_understood == ()


def test_an_event_without_a_name_and_one_that_repeats_are_pointed_out() -> None:
    more = (
        "BEGIN:VEVENT\nUID:4\nDTSTART;VALUE=DATE:20240718\nEND:VEVENT\n"
        "BEGIN:VEVENT\nUID:5\nSUMMARY:Board\nRRULE:FREQ=WEEKLY\nDTSTART;VALUE=DATE:20240719\nEND:VEVENT\n"
    )

    found, not_understood = read(CALENDAR.format(more=more).encode(), name="m.ics")

    assert len(found) == 3
    assert "has no name or no day" in not_understood[0]
    assert "only its first day was taken" in not_understood[1]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b" \n", "empty"),
        (b"Cabinet on 13 June", "unknown_format"),
        (b"%PDF-1.7\0\0", "unknown_format"),
        (csv("body,date,room", "Cabinet,2024-07-11,1"), "unknown_format"),
        (b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nnonsense", "damaged"),
        (b"x" * 5_000_001, "oversized"),
    ],
)
def test_a_file_of_which_nothing_can_be_made_is_refused_in_a_sentence(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read(data, name="m.csv")

    assert refused.value.reason == reason
    assert "m.csv" in refused.value.sentence


def test_names_saved_by_an_older_spreadsheet_are_kept() -> None:
    found, _ = read(csv("body,date", "Cabinet – special,2024-07-11", encoding="cp1252"), name="m.csv")

    assert found[0].body == "Cabinet – special"
