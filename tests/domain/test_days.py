"""Counting days, by property: what must hold for every notice, every meeting and every length."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.clocks import agenda_publication, call_in, key_decision_notice
from moothall.domain.days import CountedDay, Counting, Length, Unit, days_between, in_short, in_words, time_in_words
from moothall.domain.refusals import Refusal
from moothall.domain.rule_packs import CallInRule
from moothall.reference.bank_holidays import england

DAYS = st.dates(min_value=date(1996, 1, 1), max_value=date(2027, 12, 31))
MOMENTS = st.datetimes(
    min_value=datetime.fromisoformat("1996-01-01T00:00"), max_value=datetime.fromisoformat("2027-12-31T00:00")
)
NUMBERS = st.integers(min_value=1, max_value=30)
UNITS = st.sampled_from(Unit)


def stands_once_from(first: date, last: date, counted: tuple[CountedDay, ...]) -> bool:
    return [day.day for day in counted] == list(days_between(first, last))


@given(event=DAYS, number=NUMBERS, unit=UNITS)
def test_the_latest_day_before_an_event_leaves_exactly_the_clear_days_and_the_next_day_one_too_few(
    event: date, number: int, unit: Unit
) -> None:
    """Clear days leave out both the day of the notice and the day of the event (1820 and 1993 cases)."""
    counting = Counting(england(), unit)

    count = counting.last_days_before(event, number)

    assert counting.clear_days(count.on, event) == count.number == number
    assert counting.clear_days(count.on + timedelta(1), event) == number - 1


@given(notice=DAYS, number=NUMBERS, unit=UNITS)
def test_counting_forwards_and_back_meet(notice: date, number: int, unit: Unit) -> None:
    """A notice given now allows an event once the clear days are over; from that event the notice is not yet late."""
    counting = Counting(england(), unit)

    elapsed = counting.days_after(notice, number)
    event = elapsed.on + timedelta(1)

    assert counting.clear_days(notice, event) == number
    assert counting.last_days_before(event, number).on >= notice


@given(published=DAYS, number=NUMBERS, first=st.booleans())
def test_call_in_never_ends_on_a_day_that_does_not_count(published: date, number: int, first: bool) -> None:
    """A council gives scrutiny so many working days: the last of them is a working day, whatever came between."""
    counting = Counting(england())
    rule = CallInRule(length=Length(number, Unit.WORKING), first_day_counts=first)

    found = call_in.deadline(published, rule=rule, holidays=england())

    assert found.on is not None
    assert counting.is_working(found.on)
    assert sum(day.counts for day in found.counted) == number
    assert stands_once_from(published, found.on, found.counted)


@given(meeting=DAYS, unit=UNITS)
def test_the_agendas_last_day_is_a_working_day_and_its_days_stand_once(meeting: date, unit: Unit) -> None:
    """Papers are open five clear days before the meeting; an office publishes on a working day."""
    found = agenda_publication.deadline(meeting, holidays=england(), clear=Length(5, unit))

    assert found.on is not None
    assert Counting(england()).is_working(found.on)
    assert sum(day.counts for day in found.counted) == 5
    assert stands_once_from(found.on, meeting, found.counted)


@given(decision=DAYS)
def test_key_decision_notice_is_always_29_days_before(decision: date) -> None:
    """Twenty-eight clear days in calendar days: the day of the notice and the day of the decision both left out."""
    found = key_decision_notice.deadline(decision, holidays=england())

    assert found.on == decision - timedelta(29)
    assert found.working_on is not None and found.working_on <= found.on


@given(first=DAYS, later=st.integers(min_value=0, max_value=40), number=NUMBERS, unit=UNITS)
def test_a_later_event_never_brings_an_earlier_day(first: date, later: int, number: int, unit: Unit) -> None:
    """Waiting never shortens a period: counts forwards and back keep the order of the days they start from."""
    counting = Counting(england(), unit)
    second = first + timedelta(later)

    assert counting.days_after(first, number).on <= counting.days_after(second, number).on
    assert counting.last_days_before(first, number).on <= counting.last_days_before(second, number).on


@given(moments=st.lists(MOMENTS, min_size=2, max_size=2))
def test_publishing_later_never_closes_call_in_earlier(moments: list[datetime]) -> None:
    """With a cut-off as without, what goes up later is never out of scrutiny's reach sooner."""
    rule = CallInRule(publish_cutoff=time(17))

    first, second = (call_in.deadline(each, rule=rule, holidays=england()) for each in sorted(moments))

    assert first.on is not None and second.on is not None
    assert first.on <= second.on


def test_a_working_day_is_no_weekend_no_holiday_and_no_closure() -> None:
    counting = Counting(england(), closures=frozenset({date(2024, 12, 27)}))

    reasons = [counting.why_not_working(date(2024, 12, day)) for day in range(24, 31)]

    assert reasons == [
        None,
        "Bank holiday: Christmas Day",
        "Bank holiday: Boxing Day",
        "Council closed",
        "Saturday",
        "Sunday",
        None,
    ]


@pytest.mark.parametrize("day", [date(1994, 12, 31), date(2029, 1, 1), date.min, date.max])
def test_days_beyond_the_table_are_refused_in_a_sentence(day: date) -> None:
    for ask in (
        lambda: Counting(england()).is_working(day),
        lambda: Counting(england(), Unit.CALENDAR).last_days_before(day, 5),
        lambda: Counting(england()).clear_days(day, day),
    ):
        with pytest.raises(Refusal, match="the table runs from Sunday 1 January 1995 to Sunday 31 December 2028"):
            ask()


@pytest.mark.parametrize("number", [0, -1, 367])
def test_a_length_that_is_none_is_refused(number: int) -> None:
    with pytest.raises(Refusal, match="from 1 to 366"):
        Length(number, Unit.WORKING)


def test_lengths_and_days_are_said_as_councils_say_them() -> None:
    assert Length(1, Unit.WORKING).clear() == "1 clear working day"
    assert str(Length(28, Unit.CALENDAR)) == "28 calendar days"
    assert in_words(date(2024, 7, 11)) == "Thursday 11 July 2024"
    assert in_short(date(2024, 7, 1), year=True) == "Mon 1 July 2024"


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (time(18, 30), "6.30pm"),
        (time(17), "5pm"),
        (time(9, 5), "9.05am"),
        (time(12), "noon"),
        (time(0), "midnight"),
        (time(0, 30), "12.30am"),
        (time(12, 15), "12.15pm"),
    ],
)
def test_a_time_of_day_is_written_as_councils_write_it(at: time, said: str) -> None:
    assert time_in_words(at) == said
