"""Dates as a calendar file that other programs take in: whole days, England's clock, and what was called off."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from moothall.documents.writing import ics
from moothall.domain.calendar_entries import CalendarEntry, DatedEntry

MOMENT = datetime(2024, 5, 24, 9, tzinfo=UTC)
ENGLAND = ZoneInfo("Europe/London")


def dated(
    on: date, at: time | None = None, *, summary: str = "Call-in closes", is_cancelled: bool = False
) -> DatedEntry:
    return DatedEntry(
        "call_in@moothall", CalendarEntry("call_in", summary, on, at, ("Who acts.",)), 3, MOMENT, is_cancelled
    )


def loaded(entry: DatedEntry) -> Event:
    (event,) = Calendar.from_ical(ics.write([entry], name="Dates, of a council")).walk("VEVENT")
    return event


@pytest.mark.parametrize(
    ("on", "hour"),
    [(date(2024, 3, 28), 17), (date(2024, 4, 2), 16), (date(2024, 10, 25), 16), (date(2024, 10, 28), 17)],
    ids=["before summer time", "in summer time", "before it ends", "after it ended"],
)
def test_call_in_that_closes_at_5pm_closes_at_5pm_on_either_side_of_a_clock_change(on: date, hour: int) -> None:
    starts = loaded(dated(on, time(17))).decoded("DTSTART")

    assert starts == datetime.combine(on, time(17), ENGLAND)
    assert starts.astimezone(UTC).hour == hour


def test_a_date_without_an_hour_is_a_whole_day_whose_end_is_the_next() -> None:
    event = loaded(dated(date(2024, 2, 29)))

    assert event.decoded("DTSTART") == date(2024, 2, 29)
    assert event.decoded("DTEND") == date(2024, 3, 1)
    assert event["TRANSP"] == "TRANSPARENT"


def test_the_same_entries_are_the_same_bytes_however_often_they_are_asked_for() -> None:
    assert ics.write([dated(date(2024, 7, 3))], name="a") == ics.write([dated(date(2024, 7, 3))], name="a")


def test_what_was_called_off_stays_and_says_so() -> None:
    event = loaded(dated(date(2024, 7, 3), is_cancelled=True))

    assert (event["STATUS"], event["SEQUENCE"]) == ("CANCELLED", 3)


def test_a_calendar_without_dates_is_still_a_calendar() -> None:
    assert Calendar.from_ical(ics.write([], name="Nothing yet")).walk("VEVENT") == []


@given(st.text(max_size=200), st.dates(date(1996, 4, 1), date(2037, 12, 31)), st.none() | st.times())
def test_whatever_is_written_loads_back(summary: str, on: date, at: time | None) -> None:
    event = loaded(dated(on, at.replace(microsecond=0) if at else None, summary=summary))

    starts = event.decoded("DTSTART")
    assert (starts.date() if at else starts) == on
    assert event["UID"] == "call_in@moothall"


@given(st.dates(date(1996, 4, 1), date(2037, 12, 31)))
def test_the_file_knows_england_s_clock_on_every_day(on: date) -> None:
    (zone,) = Calendar.from_ical(ics.write([], name="a")).walk("VTIMEZONE")
    noon = datetime.combine(on, time(12))

    assert noon.replace(tzinfo=zone.to_tz()).utcoffset() == noon.replace(tzinfo=ENGLAND).utcoffset()
    assert noon.replace(tzinfo=ENGLAND).utcoffset() in (timedelta(0), timedelta(hours=1))
