"""Twenty working days after a request: holidays elsewhere may make it later, the council's own closures never do."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.clocks import foi_answer
from moothall.domain.days import Counting
from moothall.domain.refusals import Refusal
from moothall.reference.bank_holidays import england


@pytest.mark.parametrize(
    ("received", "on"),
    [
        pytest.param(date(2024, 7, 9), date(2024, 8, 6), id="Wyre Forest, the day its plan was published"),
        pytest.param(date(2024, 8, 9), date(2024, 9, 9), id="over the August holiday"),
        pytest.param(date(2024, 12, 13), date(2025, 1, 15), id="over Christmas and the year's end"),
        pytest.param(date(2024, 7, 6), date(2024, 8, 2), id="received on a Saturday"),
    ],
)
def test_a_request_is_answered_by_the_twentieth_working_day(received: date, on: date) -> None:
    """Computed; Wyre Forest publishes its plan under its publication scheme."""
    assert foi_answer.deadline(received, holidays=england()).on == on


def test_a_scottish_holiday_handed_in_makes_it_a_day_later() -> None:
    received = date(2024, 12, 13)

    found = foi_answer.deadline(received, holidays=england(), other_holidays=frozenset({date(2025, 1, 2)}))

    assert found.on == date(2025, 1, 16)


@given(received=st.dates(date(2005, 1, 1), date(2028, 11, 1)))
def test_the_day_is_a_working_day_with_nineteen_clear_ones_before_it(received: date) -> None:
    """ "Not later than the twentieth working day following the date of receipt"."""
    found = foi_answer.deadline(received, holidays=england())

    assert found.on is not None and Counting(england()).is_working(found.on)
    assert Counting(england()).clear_days(received, found.on) == 19
    later = foi_answer.deadline(received + timedelta(1), holidays=england()).on
    assert later is not None and later >= found.on


def test_before_2005_and_beyond_the_table_it_is_refused() -> None:
    with pytest.raises(Refusal, match="not in force"):
        foi_answer.deadline(date(2004, 12, 31), holidays=england())
    with pytest.raises(Refusal, match="Bank holidays are not known"):
        foi_answer.deadline(date(2028, 12, 29), holidays=england())
