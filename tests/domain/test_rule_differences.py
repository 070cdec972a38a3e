"""A stored date beside the one it would have now."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest

from moothall.domain.call_in_rules import CallInRule
from moothall.domain.clocks import call_in
from moothall.domain.days import Length, Unit
from moothall.domain.deadlines import Deadline
from moothall.domain.fingerprints import plain
from moothall.domain.rule_differences import NONE, difference
from moothall.reference import bank_holidays

WEDNESDAY = date(2022, 9, 14)


def counted(published: date = WEDNESDAY, *, days: int = 5, known: date | None = None, **more: Any) -> Deadline:
    rule = CallInRule(Length(days, Unit.WORKING), **more)
    return call_in.deadline(published, rule=rule, holidays=bank_holidays.england(as_known_on=known))


@pytest.mark.parametrize("stored", [counted(), plain(counted()), counted().as_plain()], ids=["value", "kept", "shown"])
def test_a_clock_that_comes_out_the_same_has_no_difference(stored: Any) -> None:
    assert difference(stored, counted()) is None
    assert difference(None, None) is None


def test_a_holiday_proclaimed_after_the_clock_was_stored_is_named() -> None:
    """Published on 14 September 2022: the day of the State Funeral was not yet in the diary of 1 September."""
    found = difference(plain(counted(known=date(2022, 9, 1))), counted())

    assert found is not None
    assert (found.stored.effective_on, found.now.effective_on) == (date(2022, 9, 22), date(2022, 9, 23))
    assert len(found.because) == 1
    assert found.because[0].startswith("Monday 19 September 2022 counted then and does not now (Bank holiday: ")
    assert found.in_words().startswith("It stands as Wednesday 21 September 2022, in effect on Thursday 22 September")


def test_a_rule_that_is_shorter_now_is_a_difference_without_a_day_to_name() -> None:
    found = difference(counted(date(2024, 7, 3)), counted(date(2024, 7, 3), days=3))

    assert found is not None
    assert found.because == ()


def test_only_a_time_of_day_is_a_difference_too() -> None:
    found = difference(plain(counted()), counted(closes=time(17)))

    assert found is not None
    assert found.now.in_words() == "Thursday 22 September 2022 at 5pm, in effect on Friday 23 September 2022"


def test_a_clock_where_none_was_stored_and_none_where_one_was_are_differences() -> None:
    begun, gone = difference(None, counted()), difference(counted(), None)

    assert begun is not None
    assert gone is not None
    assert begun.stored == gone.now == NONE
    assert gone.in_words().endswith("under the present rules it would be none.")
