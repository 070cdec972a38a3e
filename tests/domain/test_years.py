"""Whole years beginning with a day, as statutes count them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.refusals import Refusal
from moothall.domain.years import Months, Years, anniversary

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 12, 31))


def test_the_end_of_each_year_is_shown_with_the_day_the_years_begin_with() -> None:
    count = Years(4).beginning_with(date(2024, 3, 1))

    assert [(day.day, day.counts) for day in count.days] == [
        (date(2024, 3, 1), False),
        (date(2025, 2, 28), True),
        (date(2026, 2, 28), True),
        (date(2027, 2, 28), True),
        (date(2028, 2, 29), True),
    ]


@given(first=DAYS, number=st.integers(min_value=1, max_value=50))
def test_years_that_follow_each_other_meet_without_a_gap(first: date, number: int) -> None:
    """The day after so many years is the first day of the next ones, but for 29 February, which has no fellow."""
    if (first.month, first.day) == (2, 29):
        return
    middle = Years(number).beginning_with(first).on + timedelta(1)

    assert middle == anniversary(first, Years(number))
    if (middle.month, middle.day) != (2, 29):
        assert Years(1).beginning_with(middle).on == Years(number + 1).beginning_with(first).on


@pytest.mark.parametrize("number", [0, -1, 101])
def test_what_is_no_number_of_years_is_refused(number: int) -> None:
    with pytest.raises(Refusal, match="is not a number of years"):
        Years(number)


def test_years_beyond_the_calendar_are_refused() -> None:
    with pytest.raises(Refusal, match="too late to count"):
        Years(6).beginning_with(date(9996, 1, 1))


def test_years_are_said_in_words() -> None:
    assert (str(Years(1)), str(Years(6))) == ("1 year", "6 years")


@pytest.mark.parametrize(
    ("first", "number", "after", "last"),
    [
        pytest.param(date(2024, 3, 15), 6, date(2024, 9, 15), date(2024, 9, 14), id="in the middle of a month"),
        pytest.param(date(2024, 8, 31), 6, date(2025, 2, 28), date(2025, 2, 28), id="no 31 February"),
        pytest.param(date(2023, 8, 29), 6, date(2024, 2, 29), date(2024, 2, 28), id="a leap day comes round"),
        pytest.param(date(2024, 12, 1), 1, date(2025, 1, 1), date(2024, 12, 31), id="a year's end"),
        pytest.param(date(2024, 2, 29), 12, date(2025, 2, 28), date(2025, 2, 28), id="as a year from a leap day"),
    ],
)
def test_months_end_the_day_before_the_day_comes_round(first: date, number: int, after: date, last: date) -> None:
    assert (Months(number).after(first), Months(number).beginning_with(first).on) == (after, last)


@given(first=st.dates(date(1990, 1, 1), date(2100, 1, 1)), years=st.integers(1, 20))
def test_twelve_months_are_a_year(first: date, years: int) -> None:
    assert Months(12 * years).beginning_with(first).on == Years(years).beginning_with(first).on


def test_months_beyond_the_calendar_are_refused() -> None:
    with pytest.raises(Refusal, match="too late"):
        Months(24).after(date(9998, 1, 1))
