"""One paper behind a report: on the list, left off, barred from it, or no background paper at all."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.clocks import background_paper
from moothall.domain.refusals import Refusal

DAY = date(2024, 7, 23)


def test_the_ministers_letter_behind_newark_and_sherwoods_report_is_a_background_paper_unless_it_was_published() -> (
    None
):
    """Newark and Sherwood's report of 23 July 2024 gives only the formula of section 100D."""
    unpublished = background_paper.deadline(DAY, discloses_facts=True, relied_on=True)
    published = background_paper.deadline(DAY, discloses_facts=True, relied_on=True, published=True)

    assert (unpublished.kind, published.kind) == ("must_be_listed", "not_a_background_paper")


@given(flags=st.lists(st.booleans(), min_size=5, max_size=5))
def test_confidence_outweighs_exemption_and_neither_matters_for_what_is_no_background_paper(flags: list[bool]) -> None:
    facts, relied, published, exempt, confidential = flags

    found = background_paper.deadline(
        DAY, discloses_facts=facts, relied_on=relied, published=published, exempt=exempt, confidential=confidential
    )

    is_one = facts and relied and not published
    expected = (
        "not_a_background_paper"
        if not is_one
        else "may_not_be_listed"
        if confidential
        else "need_not_be_listed"
        if exempt
        else "must_be_listed"
    )
    assert found.kind == expected


def test_before_april_1986_it_is_not_answered() -> None:
    with pytest.raises(Refusal, match="not in force"):
        background_paper.deadline(date(1986, 3, 31), discloses_facts=True, relied_on=True)
