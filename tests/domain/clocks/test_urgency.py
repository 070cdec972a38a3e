"""Four things called urgent, told apart: each by its own count, with its own agreement."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.authorities import BodyKind
from moothall.domain.clock_questions import QUESTIONS, answer
from moothall.domain.clocks import late_item, notice_kind, private_meeting_notice, urgency
from moothall.domain.clocks.urgency import Known
from moothall.domain.deadlines import Deadline
from moothall.domain.refusals import Refusal
from moothall.domain.urgencies import Urgency, told_apart
from moothall.reference.bank_holidays import england

DECISION = date(2024, 7, 11)


def asked(body: BodyKind = BodyKind.EXECUTIVE, **known: Any) -> Deadline:
    return urgency.deadline(DECISION, known=Known(**known), holidays=england(), body=body)


def met(found: Deadline) -> list[bool | None]:
    return [point.met for point in found.points]


def test_three_at_a_time_as_peterborough_once_waived_them_are_three_things_with_three_agreements() -> None:
    """Peterborough once waived three at once; the dates are ours.

    https://democracy.peterborough.gov.uk/mgDelegatedDecisions.aspx?&DR=29%2F05%2F2021-12%2F06%2F2021&RP=0&K=0&DM=0&HD=0&DS=2&Next=true&META=mgdelegateddecisions&V=1
    """
    found = asked(key_notice_on=date(2024, 7, 8), private_notice_on=date(2024, 7, 8), in_force_by=date(2024, 7, 12))

    assert met(found) == [True, True, None, True]
    assert found.kind == "needed"
    assert [note.split(".")[0] for note in found.notes] == [
        "Special urgency",
        "Short notice of a private meeting",
        "Waiver of call-in",
    ]


def test_a_decision_with_every_notice_in_time_needs_none() -> None:
    found = asked(
        key_notice_on=date(2024, 6, 12),
        private_notice_on=date(2024, 6, 12),
        listed_on=date(2024, 7, 3),
        in_force_by=date(2024, 7, 19),
    )

    assert (found.kind, met(found)) == ("not_needed", [False] * 4)


def test_the_general_exception_is_no_urgency() -> None:
    """One of Broxtowe's notices said special urgency with 14 clear working days left."""
    found = asked(key_notice_on=date(2024, 7, 3))

    assert (found.points[0].met, found.points[0].code) == (False, "general_exception")


def test_what_is_not_said_stays_open_and_what_cannot_apply_does_not() -> None:
    nothing = asked()
    alone = asked(BodyKind.INDIVIDUAL_MEMBER)
    council = asked(BodyKind.FULL_COUNCIL)

    assert (nothing.kind, met(nothing)) == ("open", [None] * 4)
    assert met(alone) == [None, False, False, None]
    assert met(council) == [False, False, None, False]


def test_a_late_item_of_the_executive_has_no_door_and_one_of_a_committee_has() -> None:
    executive = asked(listed_on=date(2024, 7, 8)).points[2]
    committee = asked(BodyKind.COMMITTEE, listed_on=date(2024, 7, 8)).points[2]

    assert (executive.code, committee.code) == ("no_door", "special_circumstances")
    assert "no agreement opens one" in executive.says


def test_call_in_is_counted_by_the_councils_own_rule_and_a_default_says_so() -> None:
    plain = {"decision": "2024-07-11", "in_force_by": "2024-07-17"}

    default = answer("urgency", plain, england()).points[3]
    three = answer("urgency", {**plain, "days": 3}, england()).points[3]

    assert (default.met, three.met) == (True, False)
    assert "a default and not yours," in default.says
    assert "the council's rule" in three.says


def test_the_four_are_explained_apart_each_with_a_clock_that_can_be_asked() -> None:
    four = told_apart()

    assert [one.urgency for one in four] == list(Urgency)
    assert all(one.clock in QUESTIONS for one in four)
    assert len({one.test for one in four}) == len({one.report for one in four}) == 4
    assert four[0].consent == four[1].consent
    assert "has none" in four[2].test
    assert all(one.provisions for one in four)


def test_before_the_regulations_of_2012_it_is_not_answered() -> None:
    with pytest.raises(Refusal, match="not in force"):
        urgency.deadline(date(2012, 9, 9), known=Known(), holidays=england())


@given(
    decision=st.dates(date(2013, 1, 1), date(2027, 6, 30)),
    before=st.integers(0, 45),
    body=st.sampled_from([BodyKind.EXECUTIVE, BodyKind.COMMITTEE]),
)
def test_each_agrees_with_the_clock_of_its_own_and_none_moves_another(
    decision: date, before: int, body: BodyKind
) -> None:
    day = decision - timedelta(before)
    known = {"key_notice_on": day, "private_notice_on": day, "listed_on": day}

    whole = urgency.deadline(decision, known=Known(**known), holidays=england(), body=body)
    apart = [
        urgency.deadline(decision, known=Known(**{key: day}), holidays=england(), body=body).points[index]
        for index, key in enumerate(known)
    ]

    assert list(whole.points[:3]) == apart
    item = late_item.deadline(decision, listed_on=day, body=body, holidays=england())
    assert whole.points[2].met == (item.kind != "in_time")
    if body is BodyKind.EXECUTIVE:
        kind = notice_kind.deadline(day, decision, holidays=england()).kind
        assert whole.points[0].met == (kind == "special_urgency")
        private = private_meeting_notice.deadline(decision, holidays=england(), given_on=day)
        assert whole.points[1].met == (private.kind == "agreement_needed")
