"""Notices by example: which are owed, whether they were in time, what is left, and what a moved meeting does."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from moothall.documents.exchange import forward_plan_json, notice_json
from moothall.domain import agreements_for_notices
from moothall.domain.agenda_changes import What, check_minute, consequence
from moothall.domain.authorities import BodyKind, Governance
from moothall.domain.consents import Chair, Chairs, Consent, Rung
from moothall.domain.forward_plans import ForwardPlan, Told, entries
from moothall.domain.notice_checks import missing, remarks
from moothall.domain.notice_kinds import KINDS, provisions_for
from moothall.domain.notice_matter import Matter, drawn
from moothall.domain.notice_timing import CountedBy, Timing, timing
from moothall.domain.notices import Given, Notice, NoticeKind, Said
from moothall.domain.notices_owed import State, in_a_line, owed
from moothall.domain.notices_served import Answer, served
from moothall.domain.refusals import Refusal
from moothall.domain.reports import CommitteeReport, Officer
from moothall.domain.rulebook import Rulebook
from moothall.reference import bank_holidays

CABINET_ON = date(2024, 7, 11)
BY = CountedBy(bank_holidays.england, Rulebook(), Governance.EXECUTIVE)
REPORT = CommitteeReport(
    "Ambermere District Council", "Savings Plan 2024", "Cabinet", CABINET_ON, key_decision=True,
    contact_officers=(Officer("Policy team", email="policy@ambermere.example"),), no_background_papers=True,
)  # fmt: skip
CABINET = Matter(
    "Ambermere District Council", Governance.EXECUTIVE, "Cabinet", BodyKind.EXECUTIVE, "Savings Plan 2024", CABINET_ON,
    time(18, 30), "Council Chamber", report=REPORT, members=("Nora Senn, Leader", "Ivo Pask, Finance"),
)  # fmt: skip
COMMITTEE = replace(CABINET, governance=Governance.COMMITTEE, body="Policy Committee", body_kind=BodyKind.COMMITTEE)
AT = datetime(2024, 6, 5, 9, tzinfo=UTC)


def notice(kind: NoticeKind, matter: Matter = CABINET, number: int = 1, **said: object) -> Notice:
    """A notice with what the matter knows."""
    made = Notice(
        kind, matter.authority_name, number, matter.title, matter.body, matter.body_kind, drawn(kind, matter), matter.on
    )
    return replace(made, **said)  # type: ignore[arg-type]


def timed(kind: NoticeKind, given_on: date, on: date = CABINET_ON, *, as_of: date | None = None) -> Timing:
    """How a notice of Cabinet given on a day was in time for a decision on another."""
    return timing(kind, given_on=given_on, on=on, maker=BodyKind.EXECUTIVE, by=BY, as_of=as_of or given_on)


def kinds(matter: Matter, as_of: date, standing: dict[NoticeKind, Timing] | None = None) -> dict[NoticeKind, State]:
    """The notices that are owed on a day, with how each stands."""
    return {one.kind: one.state for one in owed(matter, standing or {}, BY, as_of=as_of)}


def test_a_key_decision_of_cabinet_on_11_july_is_noticed_by_12_june_and_its_agenda_by_3_july() -> None:
    rows = owed(CABINET, {}, BY, as_of=date(2024, 6, 3))

    by_kind = {one.kind: one for one in rows}
    assert by_kind[NoticeKind.KEY_DECISION].due is not None
    assert [by_kind[kind].due.on for kind in (NoticeKind.KEY_DECISION, NoticeKind.MEETING, NoticeKind.AGENDA)] == [  # type: ignore[union-attr]
        date(2024, 6, 12), date(2024, 7, 3), date(2024, 7, 3),
    ]  # fmt: skip
    assert by_kind[NoticeKind.EXECUTIVE_RECORD].state is State.LATER
    assert in_a_line(rows) == "Notices: 3 due, the next by Wed 12 June 2024."


def test_a_late_key_notice_leaves_the_exception_while_five_clear_days_fit_and_then_only_special_urgency() -> None:
    late = timed(NoticeKind.KEY_DECISION, date(2024, 6, 20))
    too_late = timed(NoticeKind.KEY_DECISION, date(2024, 6, 20), as_of=date(2024, 7, 8))

    assert (late.in_time, late.days_late) == (False, 8)
    assert "general exception is left (regulation 10): its own notice by Wednesday 3 July 2024" in late.left
    assert "only special urgency is open" in too_late.left
    standing = {NoticeKind.KEY_DECISION: late}
    assert kinds(CABINET, date(2024, 6, 20), standing)[NoticeKind.GENERAL_EXCEPTION] is State.DUE
    assert NoticeKind.SPECIAL_URGENCY in kinds(CABINET, date(2024, 7, 8), standing)


def test_a_committee_system_council_owes_no_notice_of_the_executives() -> None:
    council = replace(COMMITTEE, body="Council", body_kind=BodyKind.FULL_COUNCIL)
    officer = replace(COMMITTEE, body="Chief executive", body_kind=BodyKind.OFFICER)
    day = date(2024, 6, 3)

    assert set(kinds(COMMITTEE, day)) == {NoticeKind.MEETING, NoticeKind.AGENDA}
    assert set(kinds(council, day)) == {NoticeKind.MEETING, NoticeKind.AGENDA, NoticeKind.SUMMONS}
    assert set(kinds(officer, day)) == {NoticeKind.OFFICER_RECORD}


def test_one_exempt_appendix_owes_both_notices_of_a_private_meeting_though_the_decision_is_not_key() -> None:
    matter = replace(CABINET, report=replace(REPORT, key_decision=False), is_private=True, exempt=(3,))

    found = kinds(matter, date(2024, 6, 3))

    assert {NoticeKind.PRIVATE_MEETING, NoticeKind.PRIVATE_MEETING_SECOND} <= set(found)
    assert NoticeKind.KEY_DECISION not in found
    assert "paragraph 3 of schedule 12A" in notice(NoticeKind.PRIVATE_MEETING, matter).says("private_reasons")


def test_a_notice_that_goes_up_on_the_saturday_before_five_working_days_is_in_time() -> None:
    on = date(2024, 7, 15)  # a Monday: five clear working days are Monday to Friday of the week before

    assert timed(NoticeKind.AGENDA, date(2024, 7, 6), on).in_time is True
    assert timed(NoticeKind.AGENDA, date(2024, 7, 8), on).in_time is False
    convened = timing(
        NoticeKind.AGENDA, given_on=date(2024, 7, 9), on=on, maker=BodyKind.EXECUTIVE, by=BY, as_of=on,
        convened_on=date(2024, 7, 9),
    )  # fmt: skip
    assert convened.in_time is True
    assert "convened at shorter notice on Tuesday 9 July 2024" in convened.says


def test_a_key_notice_says_its_eight_things_and_what_is_missing_is_said_with_what_to_do() -> None:
    whole = notice(NoticeKind.KEY_DECISION, replace(CABINET, public_address="https://ambermere.example/agenda"))
    lacking = notice(NoticeKind.KEY_DECISION, replace(CABINET, members=()))

    assert missing(whole) == ()
    assert [one.message for one in missing(lacking)] == [
        "The notice does not say the members of the body that decides.",
        "The notice does not say the address from which copies of a listed document can be had.",
    ]
    moved = remarks(whole, replace(CABINET, on=date(2024, 7, 16)))
    assert [one.check for one in moved] == ["notice_other_day"]


def test_when_a_meeting_moves_its_own_notices_are_given_anew_and_a_key_notice_serves_as_far_as_its_days_reach() -> None:
    def answer(kind: NoticeKind, now_on: date | None, given_on: date = date(2024, 6, 10)) -> Answer:
        found = served(
            kind, given_on=given_on, was_on=CABINET_ON, now_on=now_on, maker=BodyKind.EXECUTIVE, by=BY, as_of=given_on
        )
        assert found is not None
        return found.answer

    later, sooner = date(2024, 7, 16), date(2024, 7, 4)
    assert answer(NoticeKind.MEETING, later) is Answer.ANEW
    assert answer(NoticeKind.KEY_DECISION, later) is Answer.SERVES
    assert answer(NoticeKind.KEY_DECISION, sooner) is Answer.ANEW
    assert answer(NoticeKind.PRIVATE_MEETING, later) is Answer.ASK
    assert answer(NoticeKind.MEETING, None) is Answer.NOTHING


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (BodyKind.EXECUTIVE, "no_door"),
        (BodyKind.COMMITTEE, "special_circumstances"),
        (BodyKind.FULL_COUNCIL, "special_circumstances"),
    ],
)
def test_a_late_item_has_the_chairs_door_at_a_committee_and_none_at_an_executive(body: BodyKind, kind: str) -> None:
    found = consequence(
        What.ITEM, public_at=datetime(2024, 7, 10, 9, tzinfo=UTC), meeting_on=CABINET_ON, body=body,
        holidays=bank_holidays.england(),
    )  # fmt: skip

    assert found.kind == kind
    if body is BodyKind.EXECUTIVE:
        assert "regulation 10" in found.next_step
        with pytest.raises(Refusal, match="no opinion of a chair"):
            check_minute(found, chair="The Leader", circumstances="Urgent.")
    else:
        check_minute(found, chair="Ivo Pask", circumstances="The letter came on Monday.")


def test_an_agreement_to_special_urgency_is_that_of_the_right_person_obtained_by_the_decision_maker() -> None:
    urgent, holidays = notice(NoticeKind.SPECIAL_URGENCY), bank_holidays.england()
    agreed = Consent(Rung.SCRUTINY_CHAIR, "Ivo Pask", "Cabinet", date(2024, 7, 9), "The deadline is on 19 July.")

    said = agreements_for_notices.checked(urgent, agreed, Chairs(), holidays=holidays)

    assert "Ivo Pask, the chair of the relevant scrutiny committee, asked by Cabinet" in [one.words for one in said]
    with pytest.raises(Refusal, match="obtained by"):
        asked_by_officer = replace(agreed, obtained_by="Democratic services")
        agreements_for_notices.checked(urgent, asked_by_officer, Chairs(), holidays=holidays)
    with pytest.raises(Refusal, match="The agreement is that of"):
        agreements_for_notices.checked(urgent, agreed, Chairs(Chair.UNABLE), holidays=holidays)
    with pytest.raises(Refusal, match="rests on nobody"):
        agreements_for_notices.checked(notice(NoticeKind.MEETING), agreed, Chairs(), holidays=holidays)


def test_every_kind_names_its_law_and_its_particulars_and_comes_back_whole_from_its_file() -> None:
    for kind, one in KINDS.items():
        assert provisions_for(kind, BodyKind.EXECUTIVE)
        assert len({asked.code for asked in one.particulars}) == len(one.particulars)
        given = Given(AT, "Uma Brackley", "Town Hall", "https://ambermere.example/notices")
        made = notice(kind, given=given, replaces=2, reason="The meeting moved.")
        assert notice_json.load(notice_json.to_bytes(made)) == made
    with pytest.raises(notice_json.NotLoaded, match="kind"):
        notice_json.load({**notice_json.dump(notice(NoticeKind.MEETING)), "kind": "gossip"})


def test_the_forward_plan_keeps_when_a_matter_was_first_notified_and_every_change_with_its_reason() -> None:
    first = notice(NoticeKind.KEY_DECISION, given=Given(AT, "Uma Brackley", "Town Hall"))
    words = tuple(replace(one, words="Savings, revised") if one.code == "matter" else one for one in first.particulars)
    second = replace(
        first, number=4, particulars=words, replaces=1, reason="The title changed.",
        given=Given(AT.replace(day=10), "Uma Brackley", "Town Hall"),
    )  # fmt: skip
    draft = replace(first, number=5, given=None, particulars=(Said("matter", "The matter", "Not told yet"),))

    found = entries("Savings Plans", [Told(second, AT.replace(day=12), "Called off."), Told(draft), Told(first)])

    assert [(one.matter, one.first_notified_on, one.stands) for one in found] == [
        ("Savings, revised", date(2024, 6, 5), False)
    ]
    assert [(one.what, one.why, one.changed) for one in found[0].history] == [
        ("First notified", "", ()),
        ("Changed", "The title changed.", ("The matter",)),
        ("Withdrawn", "Called off.", ()),
    ]
    plan = ForwardPlan("Ambermere District Council", date(2024, 7, 1), found)
    assert forward_plan_json.load(forward_plan_json.to_bytes(plan)) == plan
