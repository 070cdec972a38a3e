"""The general exception: the first day a key decision may follow a notice that came too late for 28 days."""

from datetime import date

import pytest

from moothall.domain.clocks import general_exception
from moothall.domain.days import Counting
from moothall.reference.bank_holidays import england


@pytest.mark.parametrize(
    ("notice", "first_day"),
    [
        pytest.param(date(2020, 6, 2), date(2020, 6, 10), id="Nottingham, list of forthcoming decisions"),
        pytest.param(date(2017, 8, 23), date(2017, 9, 1), id="Nottingham, across the August holiday"),
        pytest.param(date(2022, 4, 8), date(2022, 4, 20), id="Hillingdon's five clear days over Easter"),
        pytest.param(date(2024, 7, 4), date(2024, 7, 12), id="an item added late for North Hertfordshire's Cabinet"),
    ],
)
def test_five_clear_working_days_go_by_after_the_day_of_the_notice(notice: date, first_day: date) -> None:
    assert general_exception.deadline(notice, holidays=england()).on == first_day


def test_where_the_first_day_in_law_is_a_saturday_the_first_working_day_is_given_too() -> None:
    found = general_exception.deadline(date(2024, 7, 5), holidays=england())

    assert (found.on, found.working_on) == (date(2024, 7, 13), date(2024, 7, 15))


def test_the_days_run_from_the_notice_to_the_first_day_once_each() -> None:
    found = general_exception.deadline(date(2017, 8, 23), holidays=england())

    assert found.counted[0].day == date(2017, 8, 23)
    assert found.counted[-1].day == found.on
    assert len({day.day for day in found.counted}) == len(found.counted) == 10
    assert sum(day.counts for day in found.counted) == 5


def test_the_last_notice_for_a_decision_is_the_last_from_which_it_may_be_taken() -> None:
    decision = date(2024, 6, 13)

    last = general_exception.last_notice(decision, holidays=england())
    next_day = Counting(england()).next_working(last)

    assert last == date(2024, 6, 5)
    assert general_exception.deadline(last, holidays=england()).on <= decision  # type: ignore[operator]
    assert general_exception.deadline(next_day, holidays=england()).on > decision  # type: ignore[operator]
