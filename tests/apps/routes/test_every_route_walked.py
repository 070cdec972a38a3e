"""Every route that councils took, walked to its end by the real deeds, in a council's words."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from moothall.apps.extensions import actions as extensions
from moothall.apps.extensions.actions import Said
from moothall.apps.panel.queries import register
from moothall.apps.publications import actions as publications
from moothall.apps.publications.models import Publication
from moothall.apps.returns.trails import trail_of
from moothall.apps.routes import actions_at_steps as steps
from moothall.apps.routes import finishing, queries, walking
from moothall.domain.decisions import Limb, Outcome, Verb
from moothall.domain.extensions import Channel, Reply
from moothall.domain.refusals import Refusal
from moothall.domain.register import Known
from moothall.domain.roles import Role
from moothall.domain.route_table import Event
from moothall.domain.walks import End
from tests import people
from tests.people import Council
from tests.walked import APPROVE, Walking, at, july

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _prints_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is printed is tried elsewhere; here it would take longer than the whole way to it."""
    monkeypatch.setattr(publications, "plan_pdf", lambda *_, **__: b"%PDF-1.7 of a plan")


@pytest.fixture
def council() -> Council:
    """A council with its whole cast."""
    return people.council()


def test_r1_cabinet_decides_and_the_plan_goes_out_when_call_in_is_over(council: Council) -> None:
    walk = Walking(council, "R1", 11)
    walk.resolve(0, 11, in_force=False)

    with pytest.raises(Refusal, match="not in force until Friday 19 July"):
        walk.publish(15)
    walk.out(19)

    assert walk.end() is End.SENT
    assert (walk.page().is_endorsed, walk.page().subject_to) == (True, "")


def test_r2_the_delegate_finishes_within_the_condition_circulates_it_and_reports_it_back(council: Council) -> None:
    walk = Walking(council, "R2", 11, 15)
    left = Limb(Verb.DELEGATE, "minor changes", "after asking the Leader", ("the chief executive",))
    decision = walk.resolve(0, 11, APPROVE, left)
    later = walk.later_version(14)

    with pytest.raises(Refusal, match="The delegation has a condition: after asking the Leader"):
        walk.finish(1, decision, later, 15, within="")
    with pytest.raises(Refusal, match="leaves nothing to anybody"):
        walk.finish(1, decision, later, 15, limb=1)
    with pytest.raises(Refusal, match="names the chief executive"):
        walk.finish(1, decision, later, 15, delegate="the director")
    done = walk.finish(1, decision, later, 15, circulated_to="Every member", circulated_on=july(15))
    steps.report_back(
        finished=done, to="Cabinet", on=july(25), by=council.who(Role.DEMOCRATIC_SERVICES), at=at(july(25))
    )
    walk.out(26, later, note="Finished under limb 2.")

    assert walk.end() is End.SENT
    assert finishing.finishing_of(later) == done
    assert (done.condition, done.reported_to) == ("after asking the Leader", "Cabinet")


def test_r3_scrutiny_advises_first_and_its_advice_is_kept_apart_from_the_decision(council: Council) -> None:
    walk = Walking(council, "R3", 2, 11)
    advice = walk.resolve(0, 2, Limb(Verb.RECOMMEND, "that Cabinet adds the figures for agency staff"))

    walk.resolve(1, 11)
    walk.out(15)

    assert walk.end() is End.SENT
    assert queries.deciding_decision(council.workspace) != advice


def test_r3_cabinet_may_decide_where_scrutiny_never_met_and_the_page_can_say_so(council: Council) -> None:
    walk = Walking(council, "R3", 2, 11)
    walk.resolve(1, 11)
    walk.out(15)

    on = walking.walk_of(queries.route(council.workspace), at(july(20)))

    assert on is not None
    assert (on.stages[0].is_passed_over, on.end) == (True, End.SENT)


@pytest.mark.parametrize("code", ["R4", "R6"])
def test_r4_and_r6_a_service_committee_or_full_council_decides(council: Council, code: str) -> None:
    walk = Walking(council, code, 18)
    walk.resolve(0, 18, Limb(Verb.ENDORSE, "the plan"), Limb(Verb.APPROVE, "its submission"))

    walk.out(19)

    assert walk.end() is End.SENT
    assert walk.page().is_endorsed


def test_r5_the_officer_waits_for_the_advice_of_the_members_working_group_which_is_not_public(council: Council) -> None:
    walk = Walking(council, "R5", 2)
    left = Limb(Verb.DELEGATE, "the final plan", "with a working group of members", ("the chief executive",))
    decision = walk.resolve(0, 2, Limb(Verb.AGREE, "the plan in outline"), left)

    with pytest.raises(Refusal, match="the advice of the group of members is not recorded"):
        walk.finish(1, decision, walk.version, 9)
    walk.record(1, Event.GROUP_ADVISED, 9, "Working group of five members", "Leave out the table of posts.")
    walk.finish(1, decision, walk.version, 10)
    walk.out(12)

    assert walk.end() is End.SENT
    assert "table of posts" not in str(walk.page())


def test_r7_one_member_decides_when_what_people_wrote_has_been_read(council: Council) -> None:
    walk = Walking(council, "R7", 10)
    walk.record(0, Event.REPRESENTATIONS_OPENED, 1, words="By letter or e-mail.", until_on=july(5))
    walk.record(0, Event.REPRESENTATION_MADE, 4, "A residents' association", "Keep the library open on Saturdays.")

    with pytest.raises(Refusal, match="has read the written representations"):
        walk.resolve(0, 10)
    walk.record(0, Event.REPRESENTATIONS_READ, 10, "The Leader")
    walk.resolve(0, 10)
    walk.out(18)

    assert walk.end() is End.SENT


def test_r8_two_members_decide_and_both_have_to_sign(council: Council) -> None:
    walk = Walking(council, "R8", 3)
    walk.record(0, Event.SIGNED, 3, "Councillor A, Leader")

    with pytest.raises(Refusal, match="Councillor A, Leader has signed already"):
        walk.record(0, Event.SIGNED, 3, "Councillor A, Leader")
    with pytest.raises(Refusal, match="two have to sign"):
        walk.resolve(0, 3)
    walk.record(0, Event.SIGNED, 3, "Councillor B, Finance")
    walk.resolve(0, 3)
    walk.out(11)

    assert walk.end() is End.SENT


def test_r9_an_urgent_member_needs_somebodys_consent_and_reports_the_urgency_afterwards(council: Council) -> None:
    walk = Walking(council, "R9", 18)

    with pytest.raises(Refusal, match="the consent it needs is not recorded"):
        walk.resolve(0, 18)
    walk.record(0, Event.CONSENTED, 17, "Councillor C, chair of scrutiny", "The deadline is on Friday.")
    walk.resolve(0, 18)
    walk.out(19)
    before = walk.end()
    walk.record(0, Event.REPORTED, 25, "Full Council")

    assert (before, walk.end()) == (None, End.SENT), "the report is still owed when the plan is sent"


def test_r10_the_chief_executive_asks_the_lead_members_and_endorsement_is_not_shown(council: Council) -> None:
    walk = Walking(council, "R10", 18)

    with pytest.raises(Refusal, match="that the lead members were asked"):
        walk.resolve(0, 18)
    walk.record(0, Event.LEAD_MEMBER_ASKED, 17, "Councillor D, Leader", "Content.")
    decision = walk.resolve(0, 18)
    walk.out(19)
    walk.record(0, Event.REPORTED, 25, "Cabinet")

    assert walk.end() is End.SENT
    assert (queries.is_endorsed(decision), queries.is_overseen(decision)) == (False, False)


def test_r11_the_leader_and_the_chief_executive_both_sign_without_a_meeting(council: Council) -> None:
    walk = Walking(council, "R11", 15, 19)
    walk.record(0, Event.SIGNED, 15, "Councillor D, Leader")
    walk.record(0, Event.SIGNED, 15, "Gwen Ostler, chief executive")
    walk.resolve(0, 15)

    walk.out(19)

    assert walk.end() is End.SENT


def test_r12_a_plan_sent_first_says_what_it_is_subject_to_until_members_have_approved_it(council: Council) -> None:
    walk = Walking(council, "R12", 18, 25)
    walk.out(18)
    sent = walk.page()

    walk.resolve(1, 25)

    assert sent.subject_to == "Subject to approval by Cabinet on Thursday 25 July 2024."
    assert (walk.page().subject_to, walk.end()) == ("", End.SENT)
    assert walk.page().decided_later == "Approved by Cabinet on Thursday 25 July 2024, after it was sent."


def test_r12_what_members_change_is_published_and_sent_again_and_what_they_refuse_is_withdrawn(
    council: Council,
) -> None:
    walk = Walking(council, "R12", 18, 25)
    walk.out(18)
    walk.resolve(1, 25, outcome=Outcome.CHANGED)
    changed = walk.page().subject_to
    before = walk.end()
    later = walk.later_version(26)
    walk.out(27, later, note="As Cabinet changed it on 25 July.")

    assert changed == "Cabinet changed this plan on Thursday 25 July 2024. The changed text is still to be sent."
    assert (before, walk.end(), walk.page().subject_to) == (None, End.SENT, "")


def test_r12_a_plan_that_members_refuse_after_it_was_sent_is_withdrawn(council: Council) -> None:
    walk = Walking(council, "R12", 18, 25)
    walk.publish(18)
    walk.send(18)

    with pytest.raises(Refusal, match="There is no reason"):
        walk.resolve(1, 25, outcome=Outcome.REFUSED)
    walk.resolve(1, 25, outcome=Outcome.REFUSED, outcome_reason="It promises what the budget has not.")
    told = walk.page().subject_to
    publications.withdraw(
        publication=Publication.objects.get(), note="Cabinet did not agree to it.", by=council.who(Role.POLICY_OFFICER),
        at=at(july(26)),
    )  # fmt: skip

    assert told == "Cabinet did not agree to this plan on Thursday 25 July 2024."
    assert walk.end() is End.WITHDRAWN


def test_r13_a_later_day_that_was_agreed_is_a_step_of_the_route(council: Council) -> None:
    walk = Walking(council, "R13", 1, 25)
    by = council.who(Role.POLICY_OFFICER)
    asked = extensions.ask_extension(
        workspace=council.workspace, round_=council.round_, by=by, at=at(july(1)),
        said=Said(july(1), "The department", Channel.EMAIL, "May we send it on 31 July?", until_on=july(31)),
    )  # fmt: skip
    extensions.answer_extension(
        workspace=council.workspace, round_=council.round_, asked=asked.pk, by=by, at=at(july(3)),
        said=Said(july(3), "An official", Channel.EMAIL, "Yes.", until_on=july(31), reply=Reply.GRANTED),
    )  # fmt: skip
    walk.resolve(1, 25)
    walk.out(26)

    on = walking.walk_of(queries.route(council.workspace), at(july(30)))

    assert on is not None
    assert (on.stages[0].state.label, on.end) == ("Agreed", End.SENT)


def test_r14_noting_after_it_was_sent_leaves_endorsement_not_evident(council: Council) -> None:
    walk = Walking(council, "R14", 19, 25)
    walk.out(19)
    banner = walk.page().subject_to
    decision = walk.resolve(1, 25, Limb(Verb.NOTE, "the plan as sent"))

    assert banner == ("Members have not decided on this plan. Cabinet is asked to note it on Thursday 25 July 2024.")
    assert walk.page().decided_later.endswith("To note is not to endorse.")
    assert (queries.is_overseen(decision), queries.is_endorsed(decision)) == (True, False)
    assert walk.end() is End.SENT


def test_r15_an_approved_approach_is_no_text_until_the_delegate_has_finished_it(council: Council) -> None:
    walk = Walking(council, "R15", 2)
    left = Limb(Verb.DELEGATE, "the text of the plan", "", ("the chief executive",))
    decision = walk.resolve(0, 2, Limb(Verb.APPROVE, "the approach"), left, plan_version=None)

    with pytest.raises(Refusal, match="nobody has finished the text yet"):
        walk.publish(9)
    walk.finish(1, decision, walk.version, 10, within="")
    walk.out(12, note="Finished under limb 2.")

    assert walk.end() is End.SENT
    assert not queries.is_endorsed(decision)


def test_r19_a_strategy_already_adopted_is_named_with_where_it_answers_each_question(council: Council) -> None:
    walk = Walking(council, "R19", 11)

    with pytest.raises(Refusal, match="which strategy serves as the plan"):
        walk.resolve(0, 11)
    walk.record(
        0, Event.STRATEGY_NAMED, 1, "Full Council on 22 February 2023", "Corporate Strategy 2023 to 2027",
        places={"T1.Q1": "Chapter 2"},
    )  # fmt: skip
    walk.resolve(0, 11)
    walk.out(15)

    assert walk.end() is End.SENT


@pytest.mark.parametrize("code", ["R16", "R17", "R18"])
def test_r16_r17_and_r18_are_decided_as_any_other_and_differ_in_what_the_report_says(
    council: Council, code: str
) -> None:
    walk = Walking(council, code, 11)
    if code == "R17":
        walk.record(0, Event.OTHER_COUNCIL_DECIDED, 9, "Thornholt, Cabinet", "It approved the same text.")
    walk.resolve(0, 11)

    walk.out(15)

    assert walk.end() is End.SENT


def test_r20_a_later_version_is_finished_and_sent_under_a_standing_delegation_without_members(
    council: Council,
) -> None:
    walk = Walking(council, "R20", 11)
    left = Limb(Verb.DELEGATE, "later versions", "figures and dates only", ("the chief executive",))
    decision = walk.resolve(0, 11, APPROVE, left)
    walk.out(15)
    later = walk.later_version(22)
    done = walk.finish(1, decision, later, 22)
    walk.out(23, later, note="Figures brought up to date under limb 2.")
    owed = walk.end()

    steps.report_back(finished=done, to="Cabinet", on=july(25), by=None, at=at(july(25)))

    assert (owed, walk.end()) == (None, End.SENT), "it is reported back before the route is over"


def test_members_who_resolve_not_to_send_a_plan_end_the_route_lawfully_with_their_reason(
    client: Client, council: Council
) -> None:
    walk = Walking(council, "R1", 11)

    with pytest.raises(Refusal, match="There is no reason"):
        walk.resolve(0, 11, Limb(Verb.AGREE, "that no plan is sent"), outcome=Outcome.NOT_SENT)
    walk.resolve(
        0, 11, Limb(Verb.AGREE, "that no plan is sent"), outcome=Outcome.NOT_SENT,
        outcome_reason="The budget report says all of it already.",
    )  # fmt: skip
    with pytest.raises(Refusal, match="members decide anew"):
        walk.publish(15)

    assert walk.end() is End.NOT_SENT
    row = next(row for row in register(council.round_.slug) if row.gss == council.workspace.gss)
    assert (row.known, row.not_sent_because) == (
        Known.RESOLVED_NOT_TO,
        "The budget report says all of it already.",
    )
    trail = trail_of(council.workspace, as_of=july(20))
    assert [one.stage.key for one in trail][-1] == "in_force", "nothing is waited for after the decision"
    assert walking.not_sent_said(council.workspace).endswith(
        "that no plan is sent. The budget report says all of it already."
    )
    client.force_login(council.who(Role.POLICY_OFFICER))
    of_it = (council.round_.slug, council.workspace.slug)
    for page in (reverse("council:my_work"), reverse("council:where", args=of_it)):
        told = client.get(page).content.decode()
        assert "no plan is sent" in told
        assert "days past" not in told


def test_a_plan_that_cabinet_did_not_agree_to_is_put_to_it_again(council: Council) -> None:
    walk = Walking(council, "R1", 2)
    walk.resolve(0, 2, Limb(Verb.NOTE, "the plan"), outcome=Outcome.REFUSED, outcome_reason="It is too long.")
    row = steps.put_again(step=walk.steps[0], meets_on=july(11), by=council.who(Role.POLICY_OFFICER), at=at(july(3)))
    walk.steps.append(row)

    walk.resolve(1, 11)
    walk.out(15)

    assert (row.body, walk.end()) == ("Cabinet, meeting 2 on this plan", End.SENT)
