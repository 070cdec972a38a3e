"""A summary in place of what was kept back: owed only where the rest is no fair record."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.clocks import minutes_summary
from moothall.domain.refusals import Refusal

MEETING = date(2024, 6, 27)


def test_west_lindseys_committee_of_27_june_2024_owes_a_summary_only_if_the_open_part_misleads() -> None:
    """Computed for a real meeting of West Lindsey, whose item was open."""
    as_it_was = minutes_summary.deadline(MEETING, part_kept_back=False, fair_without=True)
    closed = minutes_summary.deadline(MEETING, part_kept_back=True, fair_without=False)

    assert (as_it_was.kind, closed.kind) == ("not_needed", "needed")
    assert "six years" in closed.notes[0]


@given(kept=st.booleans(), fair=st.booleans(), by=st.sampled_from(["", " ", "Head of Democratic Services"]))
def test_a_summary_is_owed_exactly_where_something_is_kept_back_and_the_rest_is_unfair(
    kept: bool, fair: bool, by: str
) -> None:
    found = minutes_summary.deadline(MEETING, part_kept_back=kept, fair_without=fair, summary_by=by)

    assert (found.kind == "not_needed") == (not kept or fair)
    assert (found.kind == "made") == (kept and not fair and bool(by.strip()))


def test_a_meeting_before_the_act_is_not_answered() -> None:
    with pytest.raises(Refusal, match="not in force"):
        minutes_summary.deadline(date(1986, 3, 31), part_kept_back=True, fair_without=False)
