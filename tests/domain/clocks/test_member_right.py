"""What a member may see: paragraphs 3 and 6 stay open to members, save terms under negotiation."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.clocks import member_right
from moothall.domain.refusals import Refusal

DAY = date(2024, 6, 18)


def test_a_member_at_ribble_valleys_committee_sees_what_the_public_may_not() -> None:
    """Computed for Ribble Valley's Policy and Finance Committee of 18 June 2024."""
    price = member_right.deadline(DAY, relates_to_business=True, paragraphs=(3,))
    offer = member_right.deadline(DAY, relates_to_business=True, paragraphs=(3,), terms_under_negotiation=True)
    advice = member_right.deadline(DAY, relates_to_business=True, paragraphs=(5,))

    assert [found.kind for found in (price, offer, advice)] == [
        "open_to_members",
        "may_be_withheld",
        "may_be_withheld",
    ]


@given(
    business=st.booleans(),
    paragraphs=st.lists(st.integers(1, 7), max_size=4, unique=True),
    negotiation=st.booleans(),
)
def test_only_paragraphs_3_and_6_stay_open(business: bool, paragraphs: list[int], negotiation: bool) -> None:
    found = member_right.deadline(
        DAY, relates_to_business=business, paragraphs=paragraphs, terms_under_negotiation=negotiation
    )

    closed = set(paragraphs) - {3, 6} or (negotiation and 3 in paragraphs)
    assert found.kind == ("no_right_here" if not business else "may_be_withheld" if closed else "open_to_members")


def test_before_march_2006_england_had_other_words() -> None:
    with pytest.raises(Refusal, match="not in force"):
        member_right.deadline(date(2006, 2, 28), relates_to_business=True)
