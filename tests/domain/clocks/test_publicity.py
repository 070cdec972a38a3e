"""Publicity: advice to look again, and never a block."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.clocks import publicity
from moothall.domain.refusals import Refusal


def test_surreys_cabinet_of_25_june_2024_met_inside_the_window_and_went_on() -> None:
    """Surrey's Cabinet met before the poll of July 2024 with a warning to members."""
    found = publicity.deadline(date(2024, 6, 25), in_window=True)

    assert found.kind == "look_again"
    assert found.notes[0].startswith("This blocks nothing.")


@given(flags=st.lists(st.booleans(), min_size=4, max_size=4))
def test_any_one_sign_is_enough_to_look_again(flags: list[bool]) -> None:
    party, side, campaign, window = flags

    found = publicity.deadline(
        date(2024, 6, 25), names_party=party, takes_side=side, part_of_campaign=campaign, in_window=window
    )

    assert (found.kind == "look_again") == any(flags)
    assert [point.met for point in found.points] == flags


def test_before_the_act_it_is_not_answered() -> None:
    with pytest.raises(Refusal, match="not in force"):
        publicity.deadline(date(1986, 3, 31))
