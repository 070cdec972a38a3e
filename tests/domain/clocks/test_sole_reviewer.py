"""Author and reviewer: advice that blocks nothing, apart from the law's own bars."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.clocks import sole_reviewer
from moothall.domain.refusals import Refusal


def test_oadby_and_wigstons_finance_officer_who_comments_as_the_author_is_advised_to_ask_another() -> None:
    """Oadby and Wigston's report has its chief finance officer comment as the author."""
    found = sole_reviewer.deadline(author="Chief Finance Officer", reviewers=["chief finance  officer"])

    assert found.kind == "advice"
    assert found.provision.cite() == "Advice, and not law"
    assert "blocks nothing" in found.notes[0]


@given(reviewers=st.lists(st.sampled_from(["", " ", "Author", "AUTHOR", "Somebody else"]), max_size=4))
def test_one_other_person_is_enough(reviewers: list[str]) -> None:
    found = sole_reviewer.deadline(author="Author", reviewers=reviewers)

    assert (found.kind == "clear") == ("Somebody else" in reviewers)


def test_a_report_without_an_author_is_refused() -> None:
    with pytest.raises(Refusal, match="No author"):
        sole_reviewer.deadline(author=" ", reviewers=[])
