"""The next peer challenge: five years from the last, as guidance expects."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.clocks import peer_challenge


@pytest.mark.parametrize(
    ("last", "on"),
    [
        pytest.param(date(2022, 3, 15), date(2027, 3, 14), id="computed for Rushcliffe"),
        pytest.param(date(2020, 2, 29), date(2025, 2, 28), id="a leap day"),
        pytest.param(date(2020, 1, 1), date(2024, 12, 31), id="a year's end"),
    ],
)
def test_five_years_begin_with_the_last(last: date, on: date) -> None:
    found = peer_challenge.deadline(last)

    assert found.on == on
    assert "no limit in an Act" in found.notes[0]


@given(last=st.dates(date(2000, 1, 1), date(2100, 1, 1)), later=st.integers(0, 800))
def test_a_later_challenge_never_brings_the_next_sooner(last: date, later: int) -> None:
    first, second = peer_challenge.deadline(last).on, peer_challenge.deadline(last + timedelta(later)).on

    assert first and second and first <= second
