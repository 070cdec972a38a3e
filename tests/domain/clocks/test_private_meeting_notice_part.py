"""One exempt appendix: part of a meeting is a private meeting, with 28 and 5 clear days, key or not."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.clock_questions import answer
from moothall.domain.clocks import private_meeting_notice
from moothall.domain.clocks.private_meeting_notice import Notice, Openness
from moothall.domain.refusals import Refusal
from moothall.reference.bank_holidays import england

PARTS = st.lists(st.sampled_from(Openness), min_size=1, max_size=12)


def test_rother_treats_a_part_of_its_cabinet_as_private_and_one_exempt_appendix_owes_both_notices() -> None:
    """https://www.rother.gov.uk/councillors-democracy-and-meetings/cabinet-meetings-consideration-of-private-business/

    The council gives notice for parts of a meeting; the dates here are computed.
    """
    asked = {"meeting": "2024-07-11", "parts": "open,open,exempt", "key": False}

    first = answer("private-meeting-notice", asked, england())
    second = answer("private-meeting-notice", {**asked, "which": "second"}, england())

    assert (first.on, second.on) == (date(2024, 6, 12), date(2024, 7, 3))


@given(parts=PARTS, key=st.none() | st.booleans(), notice=st.sampled_from(Notice))
def test_both_notices_are_owed_exactly_where_a_part_is_closed_whatever_the_decision_is(
    parts: list[Openness], key: bool | None, notice: Notice
) -> None:
    closed = any(part is not Openness.OPEN for part in parts)

    assert private_meeting_notice.is_owed(parts) == closed
    if not closed:
        with pytest.raises(Refusal, match="No part of this item is exempt or confidential"):
            private_meeting_notice.deadline(date(2024, 7, 11), holidays=england(), notice=notice, parts=parts, key=key)
        return
    found = private_meeting_notice.deadline(date(2024, 7, 11), holidays=england(), notice=notice, parts=parts, key=key)
    assert found.on == (date(2024, 6, 12) if notice is Notice.FIRST else date(2024, 7, 3))
