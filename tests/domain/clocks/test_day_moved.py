"""Section 243: a last day moves on over Sundays, holidays and mourning, not Saturdays, and no notice gets shorter."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.clocks import agenda_publication, day_moved
from moothall.reference.bank_holidays import england

DAYS = st.dates(date(1995, 1, 2), date(2028, 12, 1))


def test_a_last_day_on_the_day_of_the_state_funeral_which_salford_observed_moves_to_the_next() -> None:
    """Salford's lists observe Monday 19 September 2022."""
    found = day_moved.deadline(date(2022, 9, 19), holidays=england())

    assert found.on == date(2022, 9, 20)
    assert [day.counts for day in found.counted] == [False, True]


@pytest.mark.parametrize(
    ("last_day", "on"),
    [
        pytest.param(date(2024, 5, 25), date(2024, 5, 25), id="a Saturday stands"),
        pytest.param(date(2024, 5, 26), date(2024, 5, 28), id="a Sunday before a bank holiday"),
        pytest.param(date(2019, 4, 19), date(2019, 4, 20), id="Good Friday moves to the Saturday"),
    ],
)
def test_days_are_moved_on(last_day: date, on: date) -> None:
    assert day_moved.deadline(last_day, holidays=england()).on == on


def test_it_does_not_reach_the_regulations_of_2012() -> None:
    found = day_moved.deadline(date(2024, 5, 26), holidays=england(), under_act=False)

    assert (found.on, found.kind) == (date(2024, 5, 26), "not_under_the_act")
    assert "does not reach" in found.notes[1]


def test_days_of_mourning_and_of_a_break_are_handed_in() -> None:
    mourning = frozenset({date(2021, 4, 12)})

    assert day_moved.deadline(date(2021, 4, 12), holidays=england(), mourning=mourning).on == date(2021, 4, 13)
    assert day_moved.deadline(date(2021, 4, 12), holidays=england(), break_days=mourning).on == date(2021, 4, 13)


@given(last_day=DAYS)
def test_a_day_is_never_moved_back(last_day: date) -> None:
    found = day_moved.deadline(last_day, holidays=england())

    assert found.on is not None and found.on >= last_day
    assert found.counted[-1].day == found.on
    assert found.on - last_day <= timedelta(4)


def test_no_agenda_is_due_later_for_it() -> None:
    """The last day for the agenda of Wednesday 29 May 2024 is counted without section 243."""
    assert agenda_publication.deadline(date(2024, 5, 29), holidays=england()).on == date(2024, 5, 20)
