"""Exempt, not exempt, or claimed and not yet shown: paragraphs, what takes them away, and the public interest."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.clocks import exempt_information
from moothall.domain.refusals import Refusal

DAY = date(2024, 7, 9)
REVIEW = date(2024, 10, 1)


def test_rochdale_states_the_public_interest_for_each_paragraph_and_without_it_nothing_is_exempt() -> None:
    """Rochdale's page on excluding the press and public applies the test to each paragraph."""
    silent = exempt_information.deadline(DAY, paragraphs=(3,))
    said = exempt_information.deadline(
        DAY, paragraphs=(3,), public_interest="The price is still being negotiated.", review_on=REVIEW
    )

    assert (silent.kind, said.kind) == ("not_shown", "exempt")
    assert said.on == REVIEW
    assert said.provision.check_with_monitoring_officer


def test_a_reason_without_a_day_to_look_again_does_not_show_it_so_long_as_is_a_review() -> None:
    found = exempt_information.deadline(DAY, paragraphs=(3,), public_interest="The price is being negotiated.")

    assert found.kind == "not_shown"
    assert found.points[-1].met is False


def test_the_councils_own_planning_permission_is_never_exempt() -> None:
    found = exempt_information.deadline(
        DAY, paragraphs=(1, 3), own_planning_permission=True, public_interest="Reasons", review_on=REVIEW
    )

    assert (found.kind, found.on) == ("not_exempt", None)
    assert "paragraph 9" in found.provision.cite()


def test_what_must_be_registered_loses_paragraph_3_and_no_other() -> None:
    alone = exempt_information.deadline(DAY, paragraphs=(3,), must_be_registered=True)
    beside = exempt_information.deadline(
        DAY, paragraphs=(1, 3), must_be_registered=True, public_interest="It names people.", review_on=REVIEW
    )

    assert (alone.kind, beside.kind) == ("not_exempt", "exempt")
    assert "Paragraph 3 falls away" in beside.notes[0]


@given(
    paragraphs=st.lists(st.integers(1, 7), min_size=1, max_size=4, unique=True),
    registered=st.booleans(),
    planning=st.booleans(),
    reason=st.sampled_from(["", "A reason"]),
    review=st.none() | st.integers(0, 400),
)
def test_nothing_is_exempt_without_a_stated_public_interest_and_a_review(
    paragraphs: list[int], registered: bool, planning: bool, reason: str, review: int | None
) -> None:
    """ "Exempt if and so long as, in all the circumstances, the public interest ... outweighs" (known from others)."""
    found = exempt_information.deadline(
        DAY,
        paragraphs=paragraphs,
        must_be_registered=registered,
        own_planning_permission=planning,
        public_interest=reason,
        review_on=None if review is None else DAY + timedelta(review),
    )

    if found.kind == "exempt":
        assert reason and found.on and found.on >= DAY and not planning
    if planning:
        assert found.kind == "not_exempt"


def test_no_paragraph_and_a_review_in_the_past_are_refused() -> None:
    with pytest.raises(Refusal, match="No paragraph"):
        exempt_information.deadline(DAY, paragraphs=())
    with pytest.raises(Refusal, match="before the day itself"):
        exempt_information.deadline(DAY, paragraphs=(3,), review_on=DAY - timedelta(1))
