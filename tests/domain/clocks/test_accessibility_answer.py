"""Twelve weeks to answer an audit: plain weeks, over Christmas and clock changes too."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.clocks import accessibility_answer
from moothall.domain.refusals import Refusal
from moothall.reference.bank_holidays import england


@pytest.mark.parametrize(
    ("received", "on", "working_on"),
    [
        pytest.param(date(2024, 7, 9), date(2024, 10, 1), date(2024, 10, 1), id="Wyre Forest, the day of its page"),
        pytest.param(date(2024, 10, 2), date(2024, 12, 25), date(2024, 12, 24), id="ends on Christmas Day"),
        pytest.param(date(2024, 2, 3), date(2024, 4, 27), date(2024, 4, 26), id="ends on a Saturday"),
    ],
)
def test_the_answer_is_due_twelve_weeks_after(received: date, on: date, working_on: date) -> None:
    """Computed; nobody is known to have audited that page."""
    found = accessibility_answer.deadline(received, holidays=england())

    assert (found.on, found.working_on) == (on, working_on)


@given(received=st.dates(date(2018, 9, 23), date(2028, 12, 31)))
def test_it_is_always_84_days_and_the_working_day_never_later(received: date) -> None:
    found = accessibility_answer.deadline(received, holidays=england())

    assert found.on == received + timedelta(84)
    assert found.working_on is None or found.working_on <= found.on
    assert sum(day.counts for day in found.counted) == 12


def test_a_day_beyond_the_table_is_refused() -> None:
    with pytest.raises(Refusal, match="Bank holidays are not known"):
        accessibility_answer.deadline(date(2030, 1, 1), holidays=england())
