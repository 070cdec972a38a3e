"""The hold of a decision that was called in: only as the council's own rule hands it in."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.clock_questions import answer
from moothall.domain.clocks import call_in_hold
from moothall.domain.days import Counting, Length, Unit, days_between
from moothall.domain.refusals import Refusal
from moothall.reference.bank_holidays import england

DAYS = st.dates(min_value=date(1996, 1, 1), max_value=date(2027, 12, 31))


@pytest.mark.parametrize(
    ("hold", "on"),
    [
        pytest.param(Length(10, Unit.WORKING), date(2024, 9, 4), id="Harrow, ten clear working days"),
        pytest.param(Length(20, Unit.CALENDAR), date(2024, 9, 9), id="Harrogate, twenty days"),
        pytest.param(Length(5, Unit.WORKING), date(2024, 8, 28), id="Isle of Wight, five more working days"),
    ],
)
def test_a_decision_called_in_on_20_august_2024_is_held_as_long_as_the_council_says(hold: Length, on: date) -> None:
    """The lengths are the councils' own rules; the days are computed over the August holiday."""
    found = call_in_hold.deadline(date(2024, 8, 20), hold=hold, holidays=england())

    assert (found.on, found.effective_on) == (on, on + timedelta(1))


def test_there_is_no_default_because_the_law_sets_none() -> None:
    with pytest.raises(Refusal, match=r"needs days, and it is not given. Give it as 10"):
        answer("call-in-hold", {"called_in": "2024-08-20", "unit": "working"}, england())
    with pytest.raises(Refusal, match=r"needs unit, and it is not given. Give it as working"):
        answer("call-in-hold", {"called_in": "2024-08-20", "days": 10}, england())


def test_it_says_that_the_rule_is_the_councils_own() -> None:
    found = call_in_hold.deadline(date(2024, 8, 20), hold=Length(10, Unit.WORKING), holidays=england())

    assert "council's own rule" in found.notes[0]
    assert "suspends nothing and sets no period" in found.provision.cite()


def test_closures_of_the_council_are_left_out() -> None:
    hold, closed = Length(1, Unit.WORKING), frozenset({date(2024, 12, 27)})

    assert call_in_hold.deadline(date(2024, 12, 24), hold=hold, holidays=england()).on == date(2024, 12, 27)
    assert call_in_hold.deadline(date(2024, 12, 24), hold=hold, holidays=england(), closures=closed).on == date(
        2024, 12, 30
    )


def test_a_hold_that_runs_beyond_the_table_is_refused() -> None:
    with pytest.raises(Refusal, match="Bank holidays are not known"):
        call_in_hold.deadline(date(2028, 12, 27), hold=Length(10, Unit.WORKING), holidays=england())


@given(
    called=DAYS,
    later=st.integers(min_value=0, max_value=40),
    number=st.integers(min_value=1, max_value=30),
    unit=st.sampled_from(Unit),
    first=st.booleans(),
)
def test_it_ends_on_a_day_that_counts_each_day_stands_once_and_the_order_is_kept(
    called: date, later: int, number: int, unit: Unit, first: bool
) -> None:
    hold = Length(number, unit)

    found = call_in_hold.deadline(called, hold=hold, holidays=england(), first_day_counts=first)
    after = call_in_hold.deadline(called + timedelta(later), hold=hold, holidays=england(), first_day_counts=first)

    assert found.on is not None and after.on is not None
    assert Counting(england(), unit).why_not(found.on) is None
    assert [day.day for day in found.counted] == list(days_between(called, found.on))
    assert sum(day.counts for day in found.counted) == number
    assert found.on <= after.on
