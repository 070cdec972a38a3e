"""Papers before a meeting: the meetings of summer 2024, and the two that had to be moved over an Easter."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.authorities import BodyKind
from moothall.domain.clocks import agenda_publication
from moothall.domain.days import Counting, Length, Unit
from moothall.reference.bank_holidays import england


@pytest.mark.parametrize(
    ("meeting", "on"),
    [
        pytest.param(date(2024, 7, 9), date(2024, 7, 1), id="North Hertfordshire, Cabinet"),
        pytest.param(date(2024, 7, 10), date(2024, 7, 2), id="Test Valley, Cabinet"),
        pytest.param(date(2024, 7, 11), date(2024, 7, 3), id="Harlow, Cabinet"),
        pytest.param(date(2024, 7, 15), date(2024, 7, 5), id="Somerset, Executive, papers out the day after the poll"),
        pytest.param(date(2024, 7, 23), date(2024, 7, 15), id="Newark and Sherwood, Cabinet"),
        pytest.param(date(2024, 5, 29), date(2024, 5, 20), id="a bank holiday between"),
        pytest.param(date(2019, 4, 23), date(2019, 4, 11), id="Nuneaton and Bedworth, moved because of Easter"),
        pytest.param(date(2019, 4, 25), date(2019, 4, 15), id="Nuneaton and Bedworth, the second meeting"),
    ],
)
def test_papers_must_be_public_five_clear_working_days_before(meeting: date, on: date) -> None:
    assert agenda_publication.deadline(meeting, holidays=england()).on == on


def test_counted_in_calendar_days_north_hertfordshire_could_have_published_on_3_july() -> None:
    found = agenda_publication.deadline(date(2024, 7, 9), holidays=england())
    in_calendar_days = agenda_publication.deadline(date(2024, 7, 9), holidays=england(), clear=Length(5, Unit.CALENDAR))

    assert found.other_convention is not None
    assert found.other_convention.on == in_calendar_days.on == date(2024, 7, 3)


def test_the_last_day_is_one_on_which_an_office_can_act_even_in_calendar_days() -> None:
    found = agenda_publication.deadline(date(2024, 7, 12), holidays=england(), clear=Length(5, Unit.CALENDAR))

    assert found.on == date(2024, 7, 5)
    assert [(day.day.day, day.why) for day in found.counted[:3]] == [
        (5, "The day of the notice, left out"),
        (6, "Saturday"),
        (7, "Clear day 1 of 5"),
    ]
    assert sum(day.counts for day in found.counted) == 5


def test_a_cabinet_comes_under_the_executives_regulations_and_a_committee_under_the_act() -> None:
    meeting = date(2024, 7, 11)

    cabinet = agenda_publication.deadline(meeting, holidays=england(), body=BodyKind.EXECUTIVE)
    committee = agenda_publication.deadline(meeting, holidays=england(), body=BodyKind.COMMITTEE)

    assert "SI 2012/2089" in cabinet.provision.cite()
    assert cabinet.provision.in_words().endswith("(check with your monitoring officer)")
    assert committee.provision.in_words() == "Local Government Act 1972, section 100B(3)"


def test_before_october_2002_it_says_that_three_days_were_the_law() -> None:
    notes = agenda_publication.deadline(date(2002, 9, 30), holidays=england()).notes

    assert notes == ("Before 1 October 2002 the Act asked for three clear days, not five.",)
    assert agenda_publication.deadline(date(2002, 10, 1), holidays=england()).notes == ()


def test_a_meeting_on_a_saturday_is_counted_and_remarked_on() -> None:
    found = agenda_publication.deadline(date(2024, 7, 13), holidays=england())

    assert found.on == date(2024, 7, 5)
    assert "Saturday" in found.notes[0]


@pytest.mark.parametrize(
    ("meeting", "on"),
    [
        pytest.param(date(2002, 9, 30), date(2002, 9, 24), id="the last day of three clear days"),
        pytest.param(date(2002, 10, 1), date(2002, 9, 23), id="the first day of five"),
        pytest.param(date(2002, 9, 12), date(2002, 9, 6), id="three days over a weekend"),
    ],
)
def test_three_clear_days_were_enough_for_meetings_before_october_2002(meeting: date, on: date) -> None:
    assert agenda_publication.deadline(meeting, holidays=england()).on == on


def test_five_days_asked_for_stay_five_whatever_the_day_of_the_meeting() -> None:
    found = agenda_publication.deadline(date(2002, 9, 30), holidays=england(), clear=agenda_publication.CLEAR_DAYS)

    assert found.on == date(2002, 9, 20)


def test_a_sunday_that_would_leave_five_clear_days_is_named_and_not_given() -> None:
    """Somerset met on Monday 15 July 2024: Sunday 7 July leaves five clear days, and nobody is at work to publish."""
    found = agenda_publication.deadline(date(2024, 7, 15), holidays=england())

    assert found.on == date(2024, 7, 5)
    assert found.notes == (
        "Sunday 7 July 2024 would leave 5 clear working days too, but no office is open to publish that day; the last"
        " day is the working day before.",
    )


@given(meeting=st.dates(date(1995, 2, 1), date(2028, 12, 31)))
def test_the_law_of_its_day_is_taken_where_no_length_is_given(meeting: date) -> None:
    """ "Three" became "five" for meetings from 1 October 2002 (SI 2002/715)."""
    found = agenda_publication.deadline(meeting, holidays=england())

    needed = 5 if meeting >= date(2002, 10, 1) else 3
    assert found.on is not None
    assert Counting(england()).clear_days(found.on, meeting) >= needed
    next_day = Counting(england()).next_working(found.on)
    assert Counting(england()).clear_days(next_day, meeting) < needed
