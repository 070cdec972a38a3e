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


AGREEMENT = {
    "agreement_of": "scrutiny_chair",
    "agreed_by": "The chair of scrutiny",
    "agreed_on": "2024-07-05",
    "obtained_by": "The Leader",
    "urgent_because": "The offer lapses before the next meeting.",
    "decision_maker": "The Leader",
}
LATE = {"meeting": "2024-07-11", "given": "2024-07-05"}


def test_a_late_notice_of_rothers_with_the_chairs_agreement_is_agreed_and_reasons_still_follow() -> None:
    """Regulation 5(6) and (7): the agreement, then a notice of the reasons."""
    found = answer("private-meeting-notice", {**LATE, **AGREEMENT}, england())

    assert (found.kind, found.rule) == ("agreed", "G-K7")
    assert any("agreed on Friday 5 July 2024 that the meeting is urgent" in note for note in found.notes)
    assert any("notice of the reasons follows" in note for note in found.notes)


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"agreement_of": "council_chair"}, "The agreement is that of the chair of the council"),
        ({"scrutiny_chair": "unable"}, "Obtain that of the chair of the council"),
        ({"obtained_by": "The proper officer"}, "was obtained by The proper officer"),
        ({"agreed_on": "2024-07-12"}, "after Thursday 11 July 2024"),
        ({"urgent_because": " "}, "does not say why the matter is urgent"),
        ({"agreed_by": None}, "is given without agreed_by"),
    ],
)
def test_an_agreement_that_lacks_something_opens_no_private_meeting(
    changed: dict[str, str | None], sentence: str
) -> None:
    with pytest.raises(Refusal, match=sentence):
        answer("private-meeting-notice", {**LATE, **AGREEMENT, **changed}, england())
