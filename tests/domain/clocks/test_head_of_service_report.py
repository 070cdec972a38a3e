"""A report of the head of paid service: three months, with month ends and leap days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.clocks import head_of_service_report
from moothall.reference.bank_holidays import england


@pytest.mark.parametrize(
    ("sent", "on", "working_on"),
    [
        pytest.param(date(2024, 6, 25), date(2024, 9, 25), date(2024, 9, 25), id="Surrey, the day of its Cabinet"),
        pytest.param(date(2023, 11, 30), date(2024, 2, 29), date(2024, 2, 29), id="no 30 February, a leap year"),
        pytest.param(date(2024, 3, 31), date(2024, 6, 30), date(2024, 6, 28), id="no 31 June, a Sunday"),
        pytest.param(date(2024, 10, 15), date(2025, 1, 15), date(2025, 1, 15), id="over a year's end"),
    ],
)
def test_the_meeting_is_within_three_months_of_copies_being_sent(sent: date, on: date, working_on: date) -> None:
    """Computed; Surrey had an interim head of paid service in 2024."""
    found = head_of_service_report.deadline(sent, holidays=england())

    assert (found.on, found.working_on) == (on, working_on)


def test_the_other_reading_is_a_day_earlier_where_the_months_have_the_day() -> None:
    found = head_of_service_report.deadline(date(2024, 6, 25), holidays=england())

    assert found.other_convention is not None
    assert found.other_convention.on == date(2024, 9, 24)


@given(sent=st.dates(date(1995, 1, 1), date(2028, 6, 1)), later=st.integers(0, 60))
def test_what_is_sent_later_is_never_due_sooner(sent: date, later: int) -> None:
    first = head_of_service_report.deadline(sent, holidays=england()).on
    second = head_of_service_report.deadline(sent + timedelta(later), holidays=england()).on

    assert first and second and first <= second
    assert 89 <= (first - sent).days <= 92
