"""What holds for every clock on any day: clear days both ways round, never earlier for later, every day shown once.

The clocks are taken from the table of questions, so that one added later is held to the same.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from moothall.domain.clock_arguments import Reads
from moothall.domain.clock_questions import QUESTIONS, answer
from moothall.domain.days import Counting, Unit
from moothall.domain.deadlines import Deadline
from moothall.domain.refusals import Refusal
from moothall.reference.bank_holidays import england

ONE_DAY = timedelta(days=1)
DATED = (Reads.DAY, Reads.DAY_OR_MOMENT)
DAYS = st.dates(date(2015, 2, 1), date(2027, 6, 1))

# Where a notice must stand clear before an event: the clock, the event's key, the days, and the unit.
BEFORE_AN_EVENT = (
    ("agenda-publication", "meeting", 5, Unit.WORKING, {}),
    ("agenda-publication", "meeting", 5, Unit.CALENDAR, {"convention": "calendar"}),
    ("meeting-notice", "meeting", 5, Unit.WORKING, {"body": "committee"}),
    ("meeting-notice", "meeting", 5, Unit.WORKING, {"body": "executive"}),
    ("council-summons", "meeting", 5, Unit.WORKING, {}),
    ("key-decision-notice", "decision", 28, Unit.CALENDAR, {}),
    ("key-decision-notice", "decision", 28, Unit.WORKING, {"convention": "working"}),
    ("private-meeting-notice", "meeting", 28, Unit.CALENDAR, {}),
    ("private-meeting-notice", "meeting", 5, Unit.WORKING, {"which": "second"}),
)


def shifted(name: str, by: timedelta) -> dict[str, Any]:
    """The example of a clock with every date in it moved by as many days."""
    question = QUESTIONS[name]
    holds = {argument.key: argument.holds for argument in question.arguments}
    moved: dict[str, Any] = {}
    for key, value in question.example:
        moved[key] = _moved(value, by) if holds[key] in DATED else value
    return moved


def _moved(value: str, by: timedelta) -> str:
    return (date.fromisoformat(value[:10]) + by).isoformat() + value[10:]


def asked(name: str, plain: dict[str, Any]) -> Deadline:
    """The answer; a day that a clock refuses, such as one before its rule was in force, is not tried."""
    try:
        return answer(name, plain, england())
    except Refusal:
        assume(False)
        raise


def gives_a_date(name: str) -> bool:
    return answer(name, dict(QUESTIONS[name].example), england()).on is not None


DATES = [name for name in QUESTIONS if gives_a_date(name)]


@pytest.mark.parametrize(("name", "key", "number", "unit", "more"), BEFORE_AN_EVENT)
@given(event=DAYS)
def test_clear_days_are_the_same_both_ways_round(
    name: str, key: str, number: int, unit: Unit, more: dict[str, Any], event: date
) -> None:
    """Both end days are left out: so many days lie between the last day and the event, and a day later too few do."""
    found = answer(name, {key: event.isoformat(), **more}, england())
    counting = Counting(england(), unit)
    assert found.on is not None

    assert counting.clear_days(found.on, event) >= number
    assert all(counting.clear_days(day, event) < number for day in _days_an_office_acts(found, event, unit))
    assert sum(day.counts for day in found.counted) == number


def _days_an_office_acts(found: Deadline, event: date, unit: Unit) -> list[date]:
    """The later days on which the notice could have gone out: working days where the clock gives only those."""
    assert found.on is not None
    later = [found.on + ONE_DAY * step for step in range(1, (event - found.on).days)]
    only_working = found.working_on is None or (unit is Unit.WORKING and found.working_on == found.on)
    working = Counting(england())
    return [day for day in later if not only_working or working.is_working(day)]


@given(made_available=DAYS)
def test_the_general_exception_turned_round_leaves_five_clear_working_days(made_available: date) -> None:
    """Five clear days go by after the day the notice was made available, and not one fewer would do."""
    found = answer("general-exception", {"notice": made_available.isoformat()}, england())
    counting = Counting(england())
    assert found.on is not None

    assert counting.clear_days(made_available, found.on) == 5
    assert counting.clear_days(made_available, found.on - ONE_DAY) < 5 or not counting.is_working(found.on - ONE_DAY)


@given(published=DAYS, days=st.integers(1, 15), first=st.booleans())
def test_call_in_ends_on_a_working_day_after_exactly_its_days(published: date, days: int, first: bool) -> None:
    plain = {"published": published.isoformat(), "days": days, "first_day_counts": first}

    found = answer("call-in", plain, england())

    assert found.on is not None
    assert Counting(england()).is_working(found.on)
    assert sum(day.counts for day in found.counted) == days
    assert found.counted[-1].day == found.on
    assert found.counted[-1].counts
    assert found.listed_on == found.effective_on == found.on + ONE_DAY


@pytest.mark.parametrize("name", DATES)
@given(start=st.integers(-3000, 800), later=st.integers(1, 40))
def test_what_begins_later_never_ends_earlier(name: str, start: int, later: int) -> None:
    first = asked(name, shifted(name, timedelta(days=start)))
    second = asked(name, shifted(name, timedelta(days=start + later)))
    assume(first.kind == second.kind)
    assume(first.on is not None and second.on is not None)

    assert first.on is not None
    assert second.on is not None
    assert first.on <= second.on


@pytest.mark.parametrize("name", sorted(QUESTIONS))
@given(start=st.integers(-3000, 800))
def test_every_day_of_a_count_is_shown_once_in_order_with_its_reason(name: str, start: int) -> None:
    found = asked(name, shifted(name, timedelta(days=start)))

    days = [day.day for day in found.counted]
    assert days == sorted(set(days))
    assert all(day.why for day in found.counted)
    gaps = {second - first for first, second in pairwise(days)}
    assert gaps <= {ONE_DAY} or min(gaps) >= timedelta(
        days=7
    )  # every day, or those on which weeks, months or years end


@pytest.mark.parametrize("name", sorted(QUESTIONS))
@given(start=st.integers(-3000, 800))
def test_a_day_named_as_weekend_or_holiday_never_counts(name: str, start: int) -> None:
    found = asked(name, shifted(name, timedelta(days=start)))
    working = Counting(england())

    for day in found.counted:
        if day.why.startswith("Bank holiday") or day.why in {"Saturday", "Sunday"}:
            assert not day.counts
            assert not working.is_working(day.day)


@pytest.mark.parametrize("name", sorted(QUESTIONS))
@given(start=st.integers(-3000, 800))
def test_the_other_convention_is_said_only_where_it_gives_something_else(name: str, start: int) -> None:
    found = asked(name, shifted(name, timedelta(days=start)))
    other = found.other_convention
    if other is None:
        return

    assert other.if_
    assert (other.on is not None and other.on != found.on) or (other.kind is not None and other.kind != found.kind)


@pytest.mark.parametrize("name", sorted(QUESTIONS))
@given(start=st.integers(-3000, 800))
def test_the_working_day_to_act_on_is_one_and_lies_on_the_safe_side(name: str, start: int) -> None:
    found = asked(name, shifted(name, timedelta(days=start)))
    if found.working_on is None or found.on is None:
        return

    assert Counting(england()).is_working(found.working_on)
    if found.working_on != found.on:
        assert not Counting(england()).is_working(found.on)


@pytest.mark.parametrize("name", sorted(QUESTIONS))
@given(start=st.integers(-3000, 800))
def test_an_answer_is_the_same_however_often_it_is_asked(name: str, start: int) -> None:
    plain = shifted(name, timedelta(days=start))

    assert asked(name, plain) == asked(name, plain)


@pytest.mark.parametrize(
    ("published", "closes", "at"),
    [
        ("2024-03-25", "17:00", "2024-04-03T17:00"),  # over Easter and the night the clocks go forward
        ("2024-10-24", "17:00", "2024-10-31T17:00"),  # over the night they go back
        ("2024-12-20", "17:00", "2024-12-31T17:00"),  # over Christmas
        ("2024-12-27", "17:00", "2025-01-06T17:00"),  # over the end of the year
        ("2024-02-26", "12:00", "2024-03-04T12:00"),  # over 29 February
        ("2023-02-24", "12:00", "2023-03-03T12:00"),  # over the end of a February without one
    ],
)
def test_the_time_call_in_closes_is_the_time_on_the_wall(published: str, closes: str, at: str) -> None:
    found = answer("call-in", {"published": published, "closes": closes}, england())

    assert found.as_plain()["at"] == at


@pytest.mark.parametrize("published", ["2024-07-11T16:30+00:00", "2024-07-11T17:30+01:00", "2024-07-11T17:30"])
def test_a_cut_off_is_held_against_the_time_in_england_in_summer(published: str) -> None:
    """Half past four by Greenwich is half past five in July, after a cut-off of five."""
    found = answer("call-in", {"published": published, "publish_cutoff": "17:00"}, england())

    assert found.on == date(2024, 7, 19)


@pytest.mark.parametrize("name", sorted(QUESTIONS))
def test_a_day_whose_holidays_are_not_known_is_refused_with_a_way_on(name: str) -> None:
    """Nothing is guessed beyond the table; a clock that needs no table may answer all the same."""
    question = QUESTIONS[name]
    days = [value[:10] for _, value in question.example if re.match(r"\d{4}-\d\d-\d\d", value)]
    if not days:
        return
    beyond = date(2029, 6, 1) - date.fromisoformat(min(days))
    try:
        found = answer(name, shifted(name, beyond), england())
    except Refusal as refusal:
        assert "Bank holidays are not known for" in refusal.sentence
        assert refusal.next_step == "Use a date inside that time, or count by hand."
    else:
        assert found.working_on is None
