"""A council's meeting calendar as exports and pastes have it: every line a meeting, or a sentence why not."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.documents.reading.document import Unreadable
from moothall.documents.reading.meetings import MeetingList, read, read_list, read_pasted
from moothall.domain.authorities import BodyKind

AS_OF, UNTIL = date(2024, 5, 24), date(2025, 5, 31)
ENTRY = "BEGIN:VEVENT\r\nUID:{uid}\r\nSUMMARY:{name}\r\n{more}END:VEVENT\r\n"


def calendar(*events: str, head: str = "") -> bytes:
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:test\r\n{head}{''.join(events)}END:VCALENDAR\r\n".encode()


def entry(name: str, *more: str, uid: str = "1") -> str:
    return ENTRY.format(uid=uid, name=name, more="".join(f"{line}\r\n" for line in more))


def listed(data: bytes | str) -> MeetingList:
    if isinstance(data, str):
        return read_pasted(data, as_of=AS_OF, until=UNTIL)
    return read_list(data, name="calendar", as_of=AS_OF, until=UNTIL)


def told(data: bytes | str) -> list[tuple[str, str, str]]:
    meetings = [line.meeting for line in listed(data).understood if line.meeting]
    return [
        (one.body, one.on.isoformat(), one.starts_at.isoformat("minutes") if one.starts_at else "") for one in meetings
    ]


def test_a_time_in_universal_time_or_in_london_is_the_time_on_the_councils_clock() -> None:
    summer = entry("Cabinet", "DTSTART:20240709T170000Z")
    winter = entry("Cabinet", "DTSTART;TZID=Europe/London:20241210T180000", uid="2")
    outlook = entry("Council", "DTSTART;TZID=GMT Standard Time:20240718T190000", uid="3")

    assert told(calendar(summer, winter, outlook)) == [
        ("Cabinet", "2024-07-09", "18:00"),
        ("Cabinet", "2024-12-10", "18:00"),
        ("Council", "2024-07-18", "19:00"),
    ]


def test_a_folded_name_is_one_name_and_the_place_is_kept() -> None:
    found = listed(
        calendar(
            entry(
                "Overview and Scrutiny\r\n  Committee",
                "DTSTART;VALUE=DATE:20240702",
                "LOCATION:Council Chamber\\, Town Hall",
            )
        )
    )

    assert found.lines[0].meeting is not None
    assert found.lines[0].meeting.body == "Overview and Scrutiny Committee"
    assert found.lines[0].place == "Council Chamber, Town Hall"


def test_a_cabinet_that_meets_each_second_tuesday_keeps_its_hour_when_the_clocks_change() -> None:
    series = entry("Cabinet", "DTSTART;TZID=Europe/London:20240910T180000", "RRULE:FREQ=MONTHLY;COUNT=3;BYDAY=2TU")

    assert told(calendar(series)) == [
        ("Cabinet", "2024-09-10", "18:00"),
        ("Cabinet", "2024-10-08", "18:00"),
        ("Cabinet", "2024-11-12", "18:00"),
    ]


def test_days_taken_out_of_a_series_and_put_into_it_are_seen() -> None:
    series = entry(
        "Cabinet",
        "DTSTART;TZID=Europe/London:20240709T180000",
        "RRULE:FREQ=WEEKLY;UNTIL=20240730T170000Z",
        "EXDATE;TZID=Europe/London:20240723T180000",
        "RDATE;TZID=Europe/London:20240801T180000",
    )

    assert [day for _, day, _ in told(calendar(series))] == ["2024-07-09", "2024-07-16", "2024-07-30", "2024-08-01"]


def test_a_series_without_an_end_is_followed_as_far_as_was_asked() -> None:
    series = calendar(entry("Cabinet", "DTSTART;VALUE=DATE:20240709", "RRULE:FREQ=MONTHLY;BYDAY=2TU"))

    assert told(series)[-1] == ("Cabinet", "2025-05-13", "")
    meetings, said = read(series, name="c.ics")
    assert len(meetings) == 1
    assert "only its first day was taken" in said[0]


def test_one_day_of_a_series_that_was_moved_takes_the_place_of_that_day_and_keeps_its_name() -> None:
    series = entry("Cabinet", "DTSTART;TZID=Europe/London:20240709T180000", "RRULE:FREQ=WEEKLY;COUNT=2")
    moved = entry(
        "Cabinet", "RECURRENCE-ID;TZID=Europe/London:20240709T180000", "DTSTART;TZID=Europe/London:20240711T183000"
    )

    before = {line.uid: line.meeting for line in listed(calendar(series)).lines}
    after = {line.uid: line.meeting for line in listed(calendar(series, moved)).lines}

    assert set(before) == set(after) == {"1/2024-07-09", "1/2024-07-16"}
    assert after["1/2024-07-09"] is not None
    assert (after["1/2024-07-09"].on, after["1/2024-07-09"].starts_at) == (date(2024, 7, 11), time(18, 30))


def test_of_two_entries_for_one_meeting_the_one_with_the_higher_sequence_holds() -> None:
    newer = entry("Cabinet", "SEQUENCE:2", "DTSTART;VALUE=DATE:20240716")
    older = entry("Cabinet", "SEQUENCE:1", "DTSTART;VALUE=DATE:20240709")

    assert told(calendar(newer, older)) == [("Cabinet", "2024-07-16", "")]


@pytest.mark.parametrize(
    "data",
    [
        calendar(entry("Cabinet", "STATUS:CANCELLED", "DTSTART;VALUE=DATE:20240709")),
        calendar(entry("CANCELLED: Cabinet", "DTSTART;VALUE=DATE:20240709")),
        calendar(entry("Cabinet", "DTSTART;VALUE=DATE:20240709"), head="METHOD:CANCEL\r\n"),
        b"Subject,Start Date,Status\r\nCabinet,09/07/2024,Cancelled\r\n",
        b"Meeting;Date\r\nCabinet - CANCELLED;09/07/2024\r\n",
        "Cabinet - Tuesday, 9th July, 2024 6.00 pm - CANCELLED",
    ],
)
def test_what_was_called_off_is_shown_as_called_off_and_used_by_no_route(data: bytes | str) -> None:
    line = listed(data).lines[0]

    assert line.is_cancelled
    assert line.meeting is not None and (line.meeting.body, line.meeting.on) == ("Cabinet", date(2024, 7, 9))
    if isinstance(data, bytes):
        assert read(data, name="m.csv")[0] == ()


@pytest.mark.parametrize(
    "text",
    [
        "Date,Time,Committee,Venue\n09/07/2024,18:00,Cabinet,Town Hall\n",
        "Subject;Start Date;Start Time;End Date;Location\nCabinet;09/07/2024;18:00:00;09/07/2024;Town Hall\n",
        "Meeting\tDate\tTime\tVenue\nCabinet\tTuesday 9 July 2024\t6.00 pm\tTown Hall\n",
        "subject,start,end,location\nMeeting of the Cabinet,2024-07-09 18:00,2024-07-09 20:00,Town Hall\n",
        'Calendar of meetings\n\nLocation,Meeting,When\nTown Hall,Cabinet,"Tuesday, 9th July, 2024 6.00 pm"\n',
        "Cabinet - Tuesday, 9th July, 2024 6.00 pm - Town Hall",
        "Tue 9 July 2024\t6.00 pm - 8.00 pm\tCabinet\tTown Hall",
        "Cabinet\nTuesday, 9th July, 2024 6.00 pm, Town Hall",
        "Agenda for Cabinet on Tuesday, 9th July, 2024, 6.00 pm, Town Hall",
        "| Cabinet | 09/07/2024 | 18:00 | Town Hall |",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_every_way_a_calendar_is_written_down_comes_to_the_same_meeting(text: str, encoding: str) -> None:
    found = listed(text.encode(encoding))

    line = next(line for line in found.lines if line.meeting)
    assert line.meeting is not None
    assert (line.meeting.body, line.meeting.on, line.meeting.starts_at) == ("Cabinet", date(2024, 7, 9), time(18))
    assert line.meeting.kind is BodyKind.EXECUTIVE and not line.is_kind_said
    assert line.place == "Town Hall"
    assert [one.problem for one in found.lines if one.problem] == []


def test_columns_that_say_nothing_of_a_meeting_are_passed_over_and_named() -> None:
    found = listed(b"Body,Date,Chair,Clerk\nCabinet,09/07/2024,A,B\n")

    assert found.passed_over == ("chair", "clerk")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Body,Date\nCabinet,Wednesday 9 July 2024", "Tuesday 9 July 2024 is not a Wednesday"),
        ("Body,Date\nCabinet,07/16/2024", "Date is '07/16/2024', which is not a date. Write day, month and year"),
        ("Body,Date\nCabinet,45482", "Date is 45482, a spreadsheet's own number for a day"),
        ("Body,Date\nCabinet,9 July and 16 July 2024", "more than one day"),
        ("Body,Date,Time\nCabinet,9 July 2024,25:61", "which is not a time of day"),
        ("Body,Date\n,9 July 2024", "No body is named. Write the body that meets"),
        ("Cabinet Wednesday 9 July 2024", "Tuesday 9 July 2024 is not a Wednesday: check the day. Write it like"),
        ("9 July 2024", "No body is named: write Cabinet, Tuesday 13 July 2027, 6pm."),
        ("the bins, fortnightly", "There is no day in it that can be read: write Cabinet, Tuesday 13 July 2027, 6pm."),
    ],
)
def test_a_line_that_is_not_understood_says_why_and_what_to_enter(text: str, sentence: str) -> None:
    lines = listed(text).lines

    assert [line.meeting for line in lines] == [None]
    assert sentence in lines[0].problem


def test_a_day_without_a_year_falls_in_the_months_ahead() -> None:
    assert told("Cabinet 9 July\nCabinet 14 January") == [("Cabinet", "2024-07-09", ""), ("Cabinet", "2025-01-14", "")]


def test_names_are_carried_down_until_another_is_named() -> None:
    text = "Cabinet\n9 July 2024\n16 July 2024\nCouncil - 18 July 2024\n25 July 2024"

    lines = listed(text).lines

    assert [line.meeting.body if line.meeting else line.problem[:20] for line in lines] == [
        "Cabinet", "Cabinet", "Council", "No body is named: wr",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "rule", ["FREQ=SECONDLY", "FREQ=DAILY;INTERVAL=0;COUNT=9", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=2"]
)
def test_a_repetition_made_to_run_for_ever_is_not_followed(rule: str) -> None:
    lines = listed(calendar(entry("Cabinet", "DTSTART:20240709T170000Z", f"RRULE:{rule}"))).lines

    assert len(lines) == 2
    assert lines[1].problem


WORDS = st.sampled_from(
    [
        *("BEGIN:VEVENT", "END:VEVENT", "END:VCALENDAR", "UID:1", "SUMMARY:Cabinet", "SEQUENCE:x", "STATUS:CANCELLED"),
        *("RRULE:FREQ=MONTHLY;COUNT=3", "RRULE:FREQ=;UNTIL=never", "RECURRENCE-ID:20240709"),
        *("DTSTART:20240709T180000", "DTSTART;TZID=Mars/Base:20240709T180000", "DTSTART;VALUE=DATE:20240231"),
        *("DTSTART:00010101T000000Z", "DTSTART:99991231T235959Z", "DTSTART;TZID=Europe/London:20240331T013000"),
        *("EXDATE:20240709T180000,2024", "RDATE;VALUE=DATE:20240801"),
    ]
)
PIECES = st.sampled_from(
    [
        *("Cabinet", "Council", "body", "date", "time", "9", "31", "July", "June", "2024", "9/7/24", "2024-07-09"),
        *("25:61", "6pm", "Tuesday", "and", "cancelled", "１２", ",", ";", "|", "-", "\t", "\n", '"', "\0", "\ufeff"),
    ]
)


@given(st.one_of(st.binary(), st.text(), st.lists(PIECES).map(" ".join), st.lists(PIECES).map("".join)))
def test_whatever_is_brought_in_is_a_list_or_one_sentence_and_never_a_fault(given_: bytes | str) -> None:
    data = given_ if isinstance(given_, bytes) else given_.encode("utf-8", errors="replace")
    for ask in (
        lambda: listed(data),
        lambda: read(data, name="calendar"),
        lambda: listed(data.decode("cp1252", "replace")),
    ):
        try:
            ask()
        except Unreadable as refused:
            assert "calendar" in refused.sentence


@given(st.lists(WORDS, max_size=14))
def test_a_broken_calendar_is_a_list_or_one_sentence_and_never_a_fault(lines: list[str]) -> None:
    data = "\r\n".join(["BEGIN:VCALENDAR", "BEGIN:VEVENT", *lines, "END:VEVENT", "END:VCALENDAR", ""]).encode()
    try:
        found = listed(data)
    except Unreadable as refused:
        assert "cannot be read as a calendar" in refused.sentence
    else:
        assert all(line.meeting or line.problem for line in found.lines)
