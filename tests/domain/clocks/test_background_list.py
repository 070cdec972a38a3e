"""A list, a plain none, or silence; and a list that outlives its papers by two years."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.clocks import background_list
from moothall.domain.refusals import Refusal


def test_harlow_says_there_are_none_and_newark_and_sherwood_does_not_say() -> None:
    """Harlow's report of 11 July 2024 says none; Newark and Sherwood's of 23 July gives the Act's formula only."""
    harlow = background_list.deadline(date(2024, 7, 11), none_stated=True)
    newark = background_list.deadline(date(2024, 7, 23))

    assert (harlow.kind, newark.kind) == ("none", "not_said")
    assert newark.points[0].met is False


def test_a_list_of_9_july_2024_is_open_to_8_july_2030_and_its_papers_to_8_july_2028() -> None:
    found = background_list.deadline(date(2024, 7, 9), papers=("Notes of the working group",), compiled_by="Clerk")

    assert (found.kind, found.on) == ("listed", date(2030, 7, 8))
    assert "Saturday 8 July 2028" in found.notes[0]
    assert all(point.met for point in found.points)


def test_a_list_and_a_none_at_once_are_pointed_out() -> None:
    found = background_list.deadline(date(2024, 7, 9), papers=("Notes",), none_stated=True)

    assert found.points[0].met is False
    assert "take one out" in found.points[0].says


@given(meeting=st.dates(date(2000, 10, 1), date(2100, 1, 1)), later=st.integers(0, 800))
def test_no_list_is_let_go_before_that_of_an_earlier_meeting(meeting: date, later: int) -> None:
    second = date.fromordinal(meeting.toordinal() + later)

    first_on, second_on = (background_list.deadline(day, papers=("Notes",)).on for day in (meeting, second))

    assert first_on and second_on and first_on <= second_on


def test_before_october_2000_lists_had_another_law() -> None:
    with pytest.raises(Refusal, match="not in force"):
        background_list.deadline(date(2000, 9, 30), papers=("Notes",))
