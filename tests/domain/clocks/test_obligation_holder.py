"""Obligations across vesting day: records follow custody, returns stay, plans nobody ordered are adopted or closed."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.clocks import obligation_holder
from moothall.domain.clocks.obligation_holder import Obligation

VESTING = date(2027, 4, 1)


@pytest.mark.parametrize(
    ("obligation", "after"),
    [
        (Obligation.RECORD, "successor"),
        (Obligation.ACCEPTED_RETURN, "predecessor"),
        (Obligation.OPEN_UPDATE, "successor_must_decide"),
        (Obligation.STATUTORY_PLAN, "successor"),
        (Obligation.VOLUNTARY_PLAN, "successor_must_decide"),
    ],
)
def test_obligations_of_surreys_councils_around_1_april_2027(obligation: Obligation, after: str) -> None:
    """Surrey's vesting day as timetabled; that the order was made so is not confirmed."""
    before = obligation_holder.deadline(date(2027, 3, 31), vesting_on=VESTING, obligation=obligation)
    since = obligation_holder.deadline(VESTING, vesting_on=VESTING, obligation=obligation)

    assert (before.kind, since.kind) == ("predecessor", after)
    assert since.on == date(2027, 3, 31)


def test_an_update_the_new_council_adopted_is_its_own_from_then() -> None:
    adopted = date(2027, 5, 20)
    days = (adopted - timedelta(1), adopted)

    kinds = [
        obligation_holder.deadline(day, vesting_on=VESTING, obligation=Obligation.OPEN_UPDATE, adopted_on=adopted).kind
        for day in days
    ]

    assert kinds == ["successor_must_decide", "successor"]


@given(offset=st.integers(-2000, 2000), obligation=st.sampled_from(Obligation))
def test_nothing_passes_before_vesting_day(offset: int, obligation: Obligation) -> None:
    found = obligation_holder.deadline(VESTING + timedelta(offset), vesting_on=VESTING, obligation=obligation)

    assert offset >= 0 or found.kind == "predecessor"
    assert "keep the name" in found.notes[0]
