"""Working notes: by the council's own schedule, in months, apart from the years of a record."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.clocks import notes_deletion
from moothall.domain.refusals import Refusal
from moothall.domain.years import Months


@pytest.mark.parametrize(
    ("last_used", "months", "on"),
    [
        pytest.param(date(2024, 7, 9), 12, date(2025, 7, 8), id="Exeter, the day of its Executive"),
        pytest.param(date(2024, 2, 29), 12, date(2025, 2, 28), id="a leap day"),
        pytest.param(date(2024, 10, 31), 1, date(2024, 11, 30), id="no 31 November"),
        pytest.param(date(2024, 7, 1), 6, date(2024, 12, 31), id="a year's end"),
    ],
)
def test_notes_go_when_the_schedule_ends(last_used: date, months: int, on: date) -> None:
    """Computed; each council has its own schedule."""
    assert notes_deletion.deadline(last_used, keep=Months(months)).on == on


@given(last_used=st.dates(date(2000, 1, 1), date(2100, 1, 1)), months=st.integers(1, 119))
def test_a_longer_schedule_never_ends_sooner(last_used: date, months: int) -> None:
    shorter, longer = (notes_deletion.deadline(last_used, keep=Months(number)).on for number in (months, months + 1))

    assert shorter and longer and last_used <= shorter < longer


@pytest.mark.parametrize("number", [0, -1, 1201])
def test_a_schedule_that_is_none_is_refused(number: int) -> None:
    with pytest.raises(Refusal, match="not a number of months"):
        Months(number)
