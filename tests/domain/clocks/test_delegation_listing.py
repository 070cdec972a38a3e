"""A delegation on the public list: six months, the first day counted, across month ends and leap days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.clocks import delegation_listing
from moothall.domain.refusals import Refusal

DAYS = st.dates(date(1986, 4, 1), date(2100, 1, 1))


def test_ribble_valleys_delegation_of_18_june_2024_must_be_listed_if_it_has_no_end() -> None:
    """Ribble Valley's committee delegated to a director on 18 June 2024; whether it had an end is not known."""
    without_end = delegation_listing.deadline(date(2024, 6, 18))
    until_the_return = delegation_listing.deadline(date(2024, 6, 18), ends_on=date(2024, 7, 19))

    assert (without_end.kind, until_the_return.kind) == ("must_be_listed", "need_not_be_listed")
    assert without_end.on == date(2024, 12, 17)


@pytest.mark.parametrize(
    ("begins", "last"),
    [
        pytest.param(date(2024, 8, 31), date(2025, 2, 28), id="no 31 February"),
        pytest.param(date(2023, 8, 29), date(2024, 2, 28), id="29 February comes round"),
        pytest.param(date(2023, 8, 31), date(2024, 2, 29), id="no 31 February in a leap year"),
        pytest.param(date(2024, 7, 1), date(2024, 12, 31), id="ends with the year"),
    ],
)
def test_six_months_at_month_ends(begins: date, last: date) -> None:
    assert delegation_listing.deadline(begins, ends_on=last).kind == "need_not_be_listed"
    assert delegation_listing.deadline(begins, ends_on=last + timedelta(1)).kind == "must_be_listed"


@given(begins=DAYS, length=st.integers(0, 400), longer=st.integers(0, 400))
def test_a_longer_power_is_never_let_off_where_a_shorter_one_is_not(begins: date, length: int, longer: int) -> None:
    """ "Not exceeding six months": what must be listed stays so however much longer it runs."""
    short = delegation_listing.deadline(begins, ends_on=begins + timedelta(length))
    long = delegation_listing.deadline(begins, ends_on=begins + timedelta(length + longer))

    assert not (short.kind == "must_be_listed" and long.kind == "need_not_be_listed")


def test_an_end_before_the_beginning_is_refused() -> None:
    with pytest.raises(Refusal, match="before it begins"):
        delegation_listing.deadline(date(2024, 7, 2), ends_on=date(2024, 7, 1))
