"""One trial for each deed: what must stand before it, who does it, and the line it leaves in the record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

from moothall.apps.appointments import actions as appointments
from moothall.apps.appointments.models import Invitation
from moothall.apps.call_ins import actions as call_ins
from moothall.apps.call_ins.models import CallIn
from moothall.apps.coding import actions as coding
from moothall.apps.coding.models import Coding, Suggesting
from moothall.apps.freezes import actions as freezes
from moothall.apps.freezes.models import Freeze
from moothall.apps.handoff import actions as handoff
from moothall.apps.handoff import folder as handoff_folder
from moothall.apps.handoff.appendices import Opened
from moothall.apps.handoff.matter import matter
from moothall.apps.handoff.models import AgendaLink, HandOff
from moothall.apps.implications import actions as implications
from moothall.apps.implications.models import Absence, Request
from moothall.apps.intake import actions as intake
from moothall.apps.intake.models import Upload
from moothall.apps.meetings import actions as meetings
from moothall.apps.meetings.models import Meeting
from moothall.apps.overrides import actions as overrides
from moothall.apps.overrides.models import Override
from moothall.apps.panel import actions as panel
from moothall.apps.panel.models import Passage
from moothall.apps.people import actions as people
from moothall.apps.people.models import Person, RoleHeld
from moothall.apps.plans import actions as plans
from moothall.apps.plans.models import Barrier, Commitment, Draft, Version
from moothall.apps.progress import actions as progress
from moothall.apps.publications import actions as publications
from moothall.apps.publications.models import Publication
from moothall.apps.reports import actions as reports
from moothall.apps.reports.models import Report
from moothall.apps.returns import actions as returns
from moothall.apps.rounds import actions as rounds
from moothall.apps.routes import actions as routes
from moothall.apps.routes import queries as route_queries
from moothall.apps.routes import recounts
from moothall.apps.routes.models import Decision, Route, Step
from moothall.apps.rules import actions as rules
from moothall.apps.safety import actions as safety
from moothall.apps.safety import queries as safety_queries
from moothall.apps.safety.models import Settled
from moothall.apps.statements import actions as statements
from moothall.apps.statements.models import PlanReading, StatementRead
from moothall.apps.statements.readings import Found, ReadAsPlan
from moothall.apps.timetables import actions as timetables
from moothall.apps.timetables.models import Feed
from moothall.apps.wordings import actions as wordings
from moothall.apps.wordings.models import Wording
from moothall.apps.workspaces import actions as workspaces
from moothall.apps.writing import actions as writing
from moothall.apps.writing.models import Assignment
from moothall.documents.own_templates.checking import Checked
from moothall.domain.agenda_links import LinkKind
from moothall.domain.authorities import Authority, BodyKind, Governance
from moothall.domain.codings import Codes
from moothall.domain.decisions import Limb, StepValue, Verb
from moothall.domain.exempt_parts import ExemptPart
from moothall.domain.facts import Locator
from moothall.domain.feasibility import plan_routes
from moothall.domain.handing_over import System
from moothall.domain.meeting_lines import read_lines
from moothall.domain.placed_remarks import PlacedRemark
from moothall.domain.plans import AnswerStatus, CommitmentStatus, Layout
from moothall.domain.progress import MilestoneState
from moothall.domain.reports import Implication, OfficerComment
from moothall.domain.roles import MAY, Deed, Role
from moothall.domain.signoffs import Reply, print_of
from moothall.domain.statements import CommitmentFound, Statement, StatementKind
from moothall.reference import bank_holidays, rule_packs
from tests.people import OPENED, ROUND, Council

NOW = datetime(2024, 7, 22, 9, tzinfo=UTC)
NEIGHBOUR = Authority(
    gss="X07000091",
    register_code="XTH",
    name="Thornholt",
    official_name="Thornholt Borough Council",
    kind="non-metropolitan district",
    region="East of England",
    fictional=True,
)
CABINET = StepValue("Cabinet", BodyKind.EXECUTIVE, True, date(2024, 7, 11), time(18, 30))

Do = Callable[[Any], Any]


@dataclass(frozen=True)
class Trial:
    """``ready`` brings a workspace to where the deed can be done, and gives the deed, which takes the person."""

    name: str
    event: str
    deed: Deed
    role: Role
    ready: Callable[[Council], Do]
    is_of_workspace: bool = True

    def __str__(self) -> str:
        return self.name


def _add_person(here: Council) -> Do:
    return lambda by: people.add_person(email="new@ambermere.example", name="Nell Arden", by=by, at=NOW)


def _give_role(here: Council) -> Do:
    person = here.stranger()
    return lambda by: people.give_role(
        person=person, role=Role.REPORT_AUTHOR, workspace_id=here.workspace.pk, by=by, at=NOW
    )


def appointed(here: Council, *roles: Role, **said: Any) -> Invitation:
    """Somebody without an account, brought in as a report author by democratic services unless said otherwise."""
    given: dict[str, Any] = {
        "email": "lou@ambermere.example", "name": "Lou Hart", "post": "Solicitor", "at": NOW,
        "by": here.who(Role.DEMOCRATIC_SERVICES),
    }  # fmt: skip
    return appointments.appoint(workspace=here.workspace, roles=roles or (Role.REPORT_AUTHOR,), **(given | said))


def _appoint(here: Council) -> Do:
    return lambda by: appointed(here, by=by)


def _invite_again(here: Council) -> Do:
    row = appointed(here)
    return lambda by: appointments.invite_again(invitation=row, by=by, at=NOW)


def _end_role(here: Council) -> Do:
    row = RoleHeld.objects.get(person=appointed(here).person)
    return lambda by: appointments.end_role(held=row, reason="The post was deleted.", by=by, at=NOW)


def _open_round(here: Council) -> Do:
    return lambda by: rounds.open_round(round_=replace(ROUND, slug="savings-plans-again"), by=by, at=NOW)


def _open_workspace(here: Council) -> Do:
    return lambda by: workspaces.open_workspace(authority=NEIGHBOUR, round_=ROUND, by=by, at=NOW)


def _begin_plan(here: Council) -> Do:
    return lambda by: plans.begin_plan(workspace=here.workspace, title="Savings Plan", by=by, at=NOW)


def begun(here: Council) -> Draft:
    """A plan begun by its policy officer, with nothing in it."""
    return plans.begin_plan(workspace=here.workspace, title="Savings Plan", by=here.who(Role.POLICY_OFFICER), at=NOW)


def _write_opening(here: Council) -> Do:
    begun(here)
    return lambda by: plans.write_opening(
        draft=Draft.objects.get(), title="Plan", introduction="Why.", revision=1, by=by, at=NOW
    )


def _answer_question(here: Council) -> Do:
    draft = begun(here)
    return lambda by: plans.answer_question(
        draft=draft, question="T1.Q1", status=AnswerStatus.ANSWERED, text="Much.", revision=0, by=by, at=NOW
    )


def _add_commitment(here: Council) -> Do:
    draft = begun(here)
    return lambda by: plans.add_commitment(
        draft=draft, theme="transformation", title="Share", text="", status="planned", by=by, at=NOW
    )


def _add_milestone(here: Council) -> Do:
    here.written()
    return lambda by: plans.add_milestone(
        commitment=Commitment.objects.get(), title="Staff moved", due_on=date(2024, 12, 1), by=by, at=NOW
    )


def _add_measure(here: Council) -> Do:
    draft = begun(here)
    return lambda by: plans.add_measure(
        draft=draft, theme="barriers", title="Days", unit="days", direction="down", source="KPIs", by=by, at=NOW
    )


def _add_item(here: Council) -> Do:
    draft = begun(here)
    return lambda by: plans.add_item(draft=draft, into="objectives", title="A fair town", by=by, at=NOW)


def _set_out(here: Council) -> Do:
    draft = begun(here)
    return lambda by: plans.set_out(draft=draft, layout=Layout.TABLE, length_reason="", revision=1, by=by, at=NOW)


def _add_barrier(here: Council) -> Do:
    draft = begun(here)
    return lambda by: plans.add_barrier(draft=draft, title="Short settlements", text="", ask="", by=by, at=NOW)


def _change_item(here: Council) -> Do:
    here.written()
    return lambda by: plans.change_item(item=Barrier.objects.get(), revision=1, ask="Settle for four.", by=by, at=NOW)


def _remove_item(here: Council) -> Do:
    here.written()
    return lambda by: plans.remove_item(item=Barrier.objects.get(), by=by, at=NOW)


def _keep_version(here: Council) -> Do:
    here.written()
    return lambda by: plans.keep_version(workspace=here.workspace, round_=ROUND, name="again", by=by, at=NOW)


def report(here: Council) -> Report:
    """A covering report, begun and empty."""
    return reports.begin_report(
        workspace=here.workspace, house_template="plain", by=here.who(Role.REPORT_AUTHOR), at=NOW
    )


def assigned(here: Council, part: str = "report/reasons", role: Role = Role.REPORT_AUTHOR) -> Assignment:
    """A part that a person of the council is to write by the end of the month."""
    return writing.assign(
        workspace=here.workspace, part=part, title="Reasons", person=here.who(role), due_on=date(2024, 7, 31),
        by=here.who(Role.POLICY_OFFICER), at=NOW,
    )  # fmt: skip


def _assign(here: Council) -> Do:
    person = here.who(Role.REPORT_AUTHOR)
    return lambda by: writing.assign(
        workspace=here.workspace, part="report/reasons", title="Reasons", person=person, due_on=date(2024, 7, 31),
        by=by, at=NOW,
    )  # fmt: skip


def _change_assignment(here: Council) -> Do:
    row, other = assigned(here), here.who(Role.POLICY_OFFICER)
    return lambda by: writing.change_assignment(
        assignment=row, person=other, due_on=date(2024, 7, 30), reason="Piers is away", by=by, at=NOW
    )


def _take_back_assignment(here: Council) -> Do:
    row = assigned(here)
    return lambda by: writing.take_back_assignment(assignment=row, reason="It is written", by=by, at=NOW)


def frozen(here: Council, part: str = "plan", **said: Any) -> Freeze:
    """A part that the policy officer has frozen up to the end of the month."""
    done = {"title": "The whole plan", "reason": "One voice before Cabinet", "until_on": date(2024, 7, 31)} | said
    by = done.pop("by", None) or here.who(Role.POLICY_OFFICER)
    return freezes.freeze(workspace=here.workspace, part=part, **done, by=by, at=NOW)


def _freeze(here: Council) -> Do:
    return lambda by: frozen(here, by=by)


def _thaw(here: Council) -> Do:
    row = frozen(here)
    return lambda by: freezes.thaw(freeze=row, by=by, at=NOW)


def _begin_report(here: Council) -> Do:
    return lambda by: reports.begin_report(workspace=here.workspace, house_template="plain", by=by, at=NOW)


def _choose_house_template(here: Council) -> Do:
    report(here)
    return lambda by: reports.choose_house_template(
        report=Report.objects.get(), house_template="plain-numbered", by=by, at=NOW
    )


def _write_field(here: Council) -> Do:
    row = report(here)
    return lambda by: reports.write_field(report=row, name="title", value="Savings Plan", revision=0, by=by, at=NOW)


def _record_taken(here: Council) -> Do:
    row = report(here)
    for name, value in (
        ("meeting_on", "2024-07-11"),
        (
            "recommendations",
            [{"number": "1", "text": "Approve"}, {"number": "2", "text": "Note", "alternative_to": "1"}],
        ),
    ):
        reports.write_field(report=row, name=name, value=value, revision=0, by=here.who(Role.REPORT_AUTHOR), at=NOW)
    return lambda by: reports.record_taken(report=row, numbers=("2",), by=by, at=NOW)


def exempt_part(text: str = "The bid is too low.") -> ExemptPart:
    """A Part 2 that says what it must."""
    return ExemptPart((3,), "Telling it would harm the council's bargaining.", date(2025, 1, 6), text)


def _bring_template(here: Council) -> Do:
    row = report(here)
    return lambda by: reports.bring_template(
        report=row, name="own.docx", data=b"a template", found=Checked(("title",), (), ()), by=by, at=NOW
    )


def _choose_own_template(here: Council) -> Do:
    _bring_template(here)(here.who(Role.REPORT_AUTHOR))
    row = Report.objects.get()
    return lambda by: reports.choose_own_template(report=row, number=1, by=by, at=NOW)


def _keep_paper_copy(here: Council) -> Do:
    row = report(here)
    reports.write_field(
        report=row, name="background_papers", value=["The letter"], revision=0, by=here.who(Role.REPORT_AUTHOR), at=NOW
    )
    return lambda by: reports.keep_paper_copy(
        report=Report.objects.get(), paper="The letter", name="letter.pdf", data=b"a letter",
        media_type="application/pdf", by=by, at=NOW,
    )  # fmt: skip


def _take_paper_copy_back(here: Council) -> Do:
    copy = _keep_paper_copy(here)(here.who(Role.REPORT_AUTHOR))
    return lambda by: reports.take_paper_copy_back(copy=copy, by=by, at=NOW)


def _write_exempt(here: Council) -> Do:
    row = report(here)
    return lambda by: reports.write_exempt(report=row, part=exempt_part(), revision=0, by=by, at=NOW)


def requested(here: Council, role: Role = Role.IMPLICATION_AUTHOR, **said: Any) -> Request:
    """Somebody is asked for an implication, which is in the report, or for what is said otherwise."""
    row = reports.begin_report(
        workspace=here.workspace, house_template="plain", by=here.who(Role.REPORT_AUTHOR), at=NOW
    )
    if not row.fields.filter(name="implications").exists():
        value = [{"kind": "financial", "text": "No cost beyond the budget."}]
        reports.write_field(
            report=row, name="implications", value=value, revision=0, by=here.who(Role.REPORT_AUTHOR), at=NOW
        )
    asked: dict[str, Any] = {
        "kind": "financial", "person": here.who(role), "due_on": date(2024, 7, 26),
        "places": ["report.implications.financial", "report.recommendations"], "by": here.who(Role.REPORT_AUTHOR),
    }  # fmt: skip
    return implications.ask(workspace=here.workspace, at=NOW, **(asked | said))


def _ask(here: Council) -> Do:
    report(here)
    return lambda by: implications.ask(
        workspace=here.workspace, kind="legal", person=here.who(Role.IMPLICATION_AUTHOR), due_on=date(2024, 7, 26),
        places=["report.implications.legal"], by=by, at=NOW,
    )  # fmt: skip


def _one_each(here: Council) -> Callable[[Any], Request]:
    """Everybody who may be asked is asked for something of their own; the first for whoever was not."""
    asked = [
        requested(here, role, capacity=role.label, kind="", places=["report.recommendations"])
        for role in sorted(MAY[Deed.ANSWER_REQUEST])
    ]
    return lambda by: next((one for one in asked if one.person_id == by.pk), asked[0])


def _answer_request(here: Council) -> Do:
    of = _one_each(here)
    return lambda by: implications.answer(
        request=of(by), reply=Reply.CANNOT_AGREE, seen=print_of(()), reason="Not costed.", by=by, at=NOW
    )


def _hand_on(here: Council) -> Do:
    of, others = _one_each(here), (here.who(Role.CHIEF_EXECUTIVE), here.who(Role.POLICY_OFFICER))
    return lambda by: implications.hand_on(
        request=of(by), to=next(one for one in others if one.pk != of(by).person_id), by=by, at=NOW
    )


def _withdraw_request(here: Council) -> Do:
    row = requested(here)
    return lambda by: implications.withdraw(request=row, reason="The report is shorter now.", by=by, at=NOW)


def _allow_own_words(here: Council) -> Do:
    row = requested(here, kind="", capacity="Section 151 officer")
    return lambda by: implications.allow_own_words(request=row, reason="There is nobody else.", by=by, at=NOW)


def _say_away(here: Council) -> Do:
    cover = here.who(Role.REPORT_AUTHOR)
    other = here.who(Role.POLICY_OFFICER)
    return lambda by: implications.say_away(
        workspace=here.workspace, cover=other if by == cover else cover, from_on=date(2024, 7, 29),
        to_on=date(2024, 8, 2), by=by, at=NOW,
    )  # fmt: skip


def _end_absence(here: Council) -> Do:
    for role in sorted(MAY[Deed.SAY_AWAY]):
        _say_away(here)(here.who(role))
    rows = list(Absence.objects.filter(workspace=here.workspace))
    return lambda by: implications.end_absence(
        absence=next((row for row in rows if row.person_id == by.pk), rows[0]), by=by, at=NOW
    )


def _invite(here: Council) -> Do:
    return lambda by: implications.invite(
        workspace=here.workspace, email="lou@ambermere.example", name="Lou Hart", post="Solicitor", by=by, at=NOW
    )


def _write_implication(here: Council) -> Do:
    row = report(here)
    return lambda by: reports.write_implication(
        report=row, implication=Implication("legal", "None arise.", "Lou Hart"), by=by, at=NOW
    )


def _write_comment(here: Council) -> Do:
    row = report(here)
    return lambda by: reports.write_comment(
        report=row, comment=OfficerComment("Monitoring Officer", "Content."), by=by, at=NOW
    )


def _bring_in_rules(here: Council) -> Do:
    return lambda by: rules.bring_in_rules(
        workspace=here.workspace, rules={"call_in": {"days": 3}, "source": "Part 4, rule 15"}, by=by, at=NOW
    )


def ruled(here: Council) -> None:
    """The council has entered one rule and one closure."""
    by = here.who(Role.DEMOCRATIC_SERVICES)
    rules.enter_rule(workspace=here.workspace, rule={"clock": "call-in", "value": {"days": 3}}, by=by, at=NOW)
    rules.enter_closure(workspace=here.workspace, closures=[{"on": "2024-12-27"}], by=by, at=NOW)


def _enter_rule(here: Council) -> Do:
    ruled(here)
    rule = {"clock": "call-in", "value": {"days": 5}, "valid_from": "2025-01-01"}
    return lambda by: rules.enter_rule(workspace=here.workspace, rule=rule, follows="call-in-1", by=by, at=NOW)


def _end_rule(here: Council) -> Do:
    ruled(here)
    return lambda by: rules.end_rule(
        workspace=here.workspace, rule="call-in-1", valid_to=date(2025, 5, 1), why="Repealed.", by=by, at=NOW
    )


def _correct_rule(here: Council) -> Do:
    ruled(here)
    to = {"clock": "call-in", "value": {"days": 2}}
    return lambda by: rules.correct_rule(
        workspace=here.workspace, rule="call-in-1", to=to, why="Read wrongly.", by=by, at=NOW
    )


def _take_back_rule(here: Council) -> Do:
    ruled(here)
    return lambda by: rules.take_back_rule(
        workspace=here.workspace, rule="call-in-1", why="Another council’s.", by=by, at=NOW
    )


def _enter_closure(here: Council) -> Do:
    closure = {"on": "2024-12-30", "name": "Christmas closure"}
    return lambda by: rules.enter_closure(workspace=here.workspace, closures=[closure], by=by, at=NOW)


def _take_back_closure(here: Council) -> Do:
    ruled(here)
    return lambda by: rules.take_back_closure(
        workspace=here.workspace, on=date(2024, 12, 27), why="Open after all.", by=by, at=NOW
    )


def _enter_governance(here: Council) -> Do:
    spell = {"model": "mayor", "valid_from": "2025-05-05"}
    return lambda by: rules.enter_governance(workspace=here.workspace, spell=spell, by=by, at=NOW)


def meeting(here: Council, on: date = date(2024, 8, 6)) -> Meeting:
    """A Cabinet the council keeps, ahead of the day of the trials."""
    return meetings.add_meeting(
        workspace=here.workspace, body="Cabinet", kind=BodyKind.EXECUTIVE, on=on, starts_at=time(18, 30),
        by=here.who(Role.DEMOCRATIC_SERVICES), at=NOW,
    )  # fmt: skip


def _bring_in_meetings(here: Council) -> Do:
    meeting(here)
    lines = read_lines("Cabinet 6 August 2024, 6.30pm, CANCELLED\nCouncil 8 August 2024", NOW.date(), NOW.date())
    return lambda by: meetings.bring_in_meetings(
        workspace=here.workspace, lines=lines, source="calendar.txt", by=by, at=NOW
    )


def _add_meeting(here: Council) -> Do:
    return lambda by: meetings.add_meeting(
        workspace=here.workspace, body="Cabinet", kind=BodyKind.EXECUTIVE, on=date(2024, 8, 6), by=by, at=NOW
    )


def _move_meeting(here: Council) -> Do:
    row = meeting(here)
    return lambda by: meetings.move_meeting(
        workspace=here.workspace, meeting=row, on=date(2024, 8, 13), starts_at=time(18, 30), reason="Room taken", by=by,
        at=NOW,
    )  # fmt: skip


def _cancel_meeting(here: Council) -> Do:
    row = meeting(here)
    return lambda by: meetings.cancel_meeting(workspace=here.workspace, meeting=row, reason="No quorum", by=by, at=NOW)


def on_a_moved_meeting(here: Council) -> Route:
    """A route by a Cabinet the council keeps, which was then moved by a week."""
    row = meeting(here)
    planned = plan_routes(
        as_of=date(2024, 6, 20), deadline_on=ROUND.deadline_on, meetings=[row.to_value()],
        pack=rule_packs.default(Governance.EXECUTIVE), holidays=bank_holidays.england(),
    )  # fmt: skip
    found = next(one for one in planned if one.route == "R1")
    route = routes.choose_route(
        workspace=here.workspace, code="R1", name=found.name, as_of=found.as_of, planned=found, steps=found.bodies,
        by=here.who(Role.POLICY_OFFICER), at=NOW,
    )  # fmt: skip
    meetings.move_meeting(
        workspace=here.workspace, meeting=row, on=date(2024, 8, 13), starts_at=time(18, 30), reason="Room taken",
        by=here.who(Role.DEMOCRATIC_SERVICES), at=NOW,
    )  # fmt: skip
    return route


def _adopt_dates(here: Council) -> Do:
    on_a_moved_meeting(here)
    found = recounts.recounted(Route.objects.get(), as_of=NOW.date())
    assert found is not None
    return lambda by: routes.adopt_dates(route=Route.objects.get(), seen=recounts.seen(found), by=by, at=NOW)


def _correct_call_in(here: Council) -> Do:
    in_force(here)
    row = Decision.objects.get()
    row.call_in = {**row.call_in, "on": "2024-07-17", "effective_on": "2024-07-18"}
    row.save()
    return lambda by: routes.correct_call_in(
        decision=Decision.objects.get(), reason="Thursday was counted twice.", by=by, at=NOW
    )


def _choose_route(here: Council) -> Do:
    here.routed()  # so that a route is replaced, which is the longer way
    return lambda by: routes.choose_route(
        workspace=here.workspace, code="R1", name="Cabinet", as_of=NOW.date(), planned={}, steps=[CABINET], by=by,
        at=NOW,
    )  # fmt: skip


def _record_meeting(here: Council) -> Do:
    here.routed()
    return lambda by: routes.record_meeting(step=Step.objects.get(), met_on=date(2024, 7, 12), by=by, at=NOW)


def met(here: Council) -> Step:
    """Cabinet has met and its decision is not recorded yet."""
    return routes.record_meeting(
        step=here.routed(), met_on=date(2024, 7, 11), by=here.who(Role.DEMOCRATIC_SERVICES), at=NOW
    )


def _record_decision(here: Council) -> Do:
    version = here.written()
    met(here)
    return lambda by: routes.record_decision(
        step=Step.objects.get(), limbs=[Limb(Verb.ENDORSE, "the plan")], minute="RESOLVED: endorsed.",
        decided_on=date(2024, 7, 11), plan_version=version, by=by, at=NOW,
    )  # fmt: skip


def _publish_decision(here: Council) -> Do:
    here.decided()
    return lambda by: routes.publish_decision(decision=Decision.objects.get(), published_at=NOW, by=by, at=NOW)


def open_to_call_in(here: Council, minute: str = "RESOLVED: endorsed.", **rule: Any) -> Decision:
    """A decision of Thursday 18 July, published on the Friday, so that call-in is open until Friday 26 July.

    ``rule`` is entered before it as the council's own rule of call-in.
    """
    clerk, day = here.who(Role.DEMOCRATIC_SERVICES), date(2024, 7, 18)
    if rule:
        own = {"clock": "call-in", "source": "Part 4, paragraph 9", "value": {"days": 5} | rule}
        rules.enter_rule(workspace=here.workspace, rule=own, by=clerk, at=OPENED)
    routes.choose_route(
        workspace=here.workspace, code="R1", name="Cabinet, Thu 18 July", as_of=date(2024, 6, 20), planned={},
        steps=[replace(CABINET, meets_on=day)], by=clerk, at=OPENED,
    )  # fmt: skip
    step, friday = Step.objects.get(), datetime(2024, 7, 19, 9, tzinfo=UTC)
    routes.record_meeting(step=step, met_on=day, by=clerk, at=friday)
    decision = routes.record_decision(
        step=step, limbs=[Limb(Verb.ENDORSE, "the plan")], minute=minute, decided_on=day, by=clerk, at=friday
    )
    return routes.publish_decision(decision=decision, published_at=friday, by=clerk, at=friday)


def called_in(here: Council, by: Person | None = None, **rule: Any) -> CallIn:
    """A request of another member, or of somebody, to call that decision in."""
    if by is None:
        by = people.add_person(email="bea@ambermere.example", name="Councillor Bea Holt", by=None, at=OPENED)
        people.give_role(person=by, role=Role.MEMBER, workspace_id=here.workspace.pk, by=None, at=OPENED)
    return call_ins.ask(
        decision=open_to_call_in(here, **rule), grounds="It departs from the budget.",
        alternative="Ask Council first.", by=by, at=NOW,
    )  # fmt: skip


def _ask_call_in(here: Council) -> Do:
    decision = open_to_call_in(here)
    return lambda by: call_ins.ask(decision=decision, grounds="Costly.", alternative="Wait.", by=by, at=NOW)


def _join_call_in(here: Council) -> Do:
    row = called_in(here)
    return lambda by: call_ins.join(call_in=row, by=by, at=NOW)


def _withdraw_call_in(here: Council) -> Do:
    row = called_in(here, here.who(Role.MEMBER))
    return lambda by: call_ins.withdraw(call_in=row, by=by, at=NOW)


def _settle_call_in(here: Council) -> Do:
    row = called_in(here)
    return lambda by: call_ins.settle(call_in=row, is_valid=True, reason="Three names, in time.", by=by, at=NOW)


def in_force(here: Council) -> Version:
    """The version members decided on; their decision is in force and nothing is published yet."""
    decision = here.decided()
    evening = datetime(2024, 7, 11, 20, 30, tzinfo=UTC)
    routes.publish_decision(decision=decision, published_at=evening, by=here.who(Role.DEMOCRATIC_SERVICES), at=evening)
    return Version.objects.get()


def put(here: Council, key: str = "call_in-cabinet", on: date = date(2024, 7, 19), **said: Any) -> Override:
    """A date put in place of the computed one of this name, by democratic services unless said otherwise."""
    dates = route_queries.standing_dates(route_queries.route(here.workspace))
    asked = {"reason": "The office closed early.", "by": here.who(Role.DEMOCRATIC_SERVICES), "at": NOW} | said
    return overrides.override_date(
        workspace=here.workspace, date_=next(one for one in dates if one.key == key), dates=dates, on=on, **asked
    )


def _override_date(here: Council) -> Do:
    in_force(here)
    put(here)  # so that another date is replaced, which is the longer way
    return lambda by: put(here, on=date(2024, 7, 22), by=by)


def _take_back_override(here: Council) -> Do:
    in_force(here)
    put(here)
    return lambda by: overrides.take_back_override(
        override=Override.objects.get(), reason="It was counted well.", by=by, at=NOW
    )


def remarked(here: Council) -> PlacedRemark:
    """A plan with one sentence that gives a private address, and the remark on it."""
    draft = begun(here)
    plans.write_opening(
        draft=draft,
        title="Plan",
        introduction="Write to ambermere@gmail.com.",
        revision=1,
        by=here.who(Role.POLICY_OFFICER),
        at=NOW,
    )
    (remark,) = safety_queries.open_remarks(here.workspace, ROUND, as_of=NOW.date())
    return remark


def settled(here: Council, **said: Any) -> Settled:
    """That remark, settled with a reason."""
    given = {"reason": "The box is the council’s own.", "by": here.who(Role.POLICY_OFFICER), "at": NOW} | said
    return safety.settle_remark(workspace=here.workspace, remark=remarked(here), **given)


def _settle_remark(here: Council) -> Do:
    remark = remarked(here)
    return lambda by: safety.settle_remark(
        workspace=here.workspace, remark=remark, reason="The box is the council’s own.", by=by, at=NOW
    )


def _take_back_settled(here: Council) -> Do:
    settled(here)
    return lambda by: safety.take_back_settled(settled=Settled.objects.get(), by=by, at=NOW)


def _make_feed(here: Council) -> Do:
    return lambda by: timetables.make_feed(workspace=here.workspace, by=by, at=NOW)


def _revoke_feed(here: Council) -> Do:
    timetables.make_feed(workspace=here.workspace, by=here.who(Role.MONITORING_OFFICER), at=NOW)
    return lambda by: timetables.revoke_feed(feed=Feed.objects.get(), by=by, at=NOW)


def _publish_plan(here: Council) -> Do:
    in_force(here)
    return lambda by: publications.publish_plan(
        workspace=here.workspace, version=Version.objects.get(), round_=ROUND, by=by, at=NOW
    )


def _withdraw(here: Council) -> Do:
    here.published()
    return lambda by: publications.withdraw(publication=Publication.objects.get(), note="An error.", by=by, at=NOW)


def _submit_return(here: Council) -> Do:
    here.published()
    return lambda by: returns.submit_return(
        workspace=here.workspace, words="I certify.", channel="hand", recipient="the department", by=by, at=NOW
    )


def _record_reading(here: Council) -> Do:
    here.written()
    return lambda by: progress.record_reading(
        workspace=here.workspace, measure="M1", period="to June 2024", period_ends_on=date(2024, 6, 30),
        value=Decimal("3.3"), by=by, at=NOW,
    )  # fmt: skip


def _update_milestone(here: Council) -> Do:
    here.written()
    return lambda by: progress.update_milestone(
        workspace=here.workspace, milestone="C1.1", state=MilestoneState.IN_HAND, words="Drafted.", by=by, at=NOW
    )


def passage_of(here: Council) -> Passage:
    """The first passage of the council's published plan."""
    here.published()
    panel.index_publications()
    return Passage.objects.select_related("publication__split").order_by("position")[0]


def _code_passage(here: Council) -> Do:
    passage = passage_of(here)
    codes = Codes("transformation", "wasteful_spend", "P14")
    return lambda by: coding.code_passage(passage=passage, codes=codes, note="Offices.", by=by, at=NOW)


def _coded(here: Council) -> Coding:
    by = here.who(Role.PANEL_ANALYST)
    return coding.code_passage(passage=passage_of(here), codes=Codes("transformation"), by=by, at=NOW)


def _take_back(here: Council) -> Do:
    row = _coded(here)
    return lambda by: coding.take_back(coding=row, by=by, at=NOW)


def _suggest(here: Council) -> Do:
    slug = passage_of(here).publication.workspace.round_slug
    return lambda by: coding.suggest_for_round(round_slug=slug, by=by, at=NOW)


def _learn(here: Council) -> Do:
    slug = _coded(here).passage.publication.workspace.round_slug
    return lambda by: coding.learn(round_slug=slug, by=by, at=NOW)


def _running(here: Council) -> Suggesting:
    slug = passage_of(here).publication.workspace.round_slug
    return coding.suggest_for_round(round_slug=slug, by=here.who(Role.PANEL_ANALYST), at=NOW)


def _stop_suggesting(here: Council) -> Do:
    row = _running(here)
    return lambda by: coding.stop_suggesting(suggesting=row, by=by, at=NOW)


def _go_on_suggesting(here: Council) -> Do:
    row = coding.stop_suggesting(suggesting=_running(here), by=here.who(Role.PANEL_ANALYST), at=NOW)
    return lambda by: coding.go_on_suggesting(suggesting=row, by=by, at=NOW)


def read_as_plan(here: Council) -> PlanReading:
    """A plan of a few lines, brought in and read: two statements and more under its themes."""
    data = b"# Savings Plan\n\nAmbermere District Council\n\n## What changed\n\nWe moved three offices into one.\n"
    by = here.who(Role.POLICY_OFFICER)
    upload = intake.upload_document(workspace=here.workspace, name="plan.txt", data=data, by=by, at=NOW)
    Upload.objects.filter(pk=upload.pk).update(state="read", record={}, kind="plan")
    upload.refresh_from_db()
    reading = statements.read_plan(upload=upload, by=by, at=NOW)
    words = "We moved three offices into one."
    found = Statement(
        StatementKind.COMMITMENT, CommitmentFound(words, CommitmentStatus.DONE), Locator(1, 66, 98), words,
        "commitments.sentence", theme="transformation", question="T1.Q1",
    )  # fmt: skip
    pages = [{"number": 1, "text": data.decode(), "width": None, "height": None}]
    return statements.keep_content(reading=reading, found=ReadAsPlan(pages, (Found(found),), None), at=NOW)


def _read_plan(here: Council) -> Do:
    read_as_plan(here)
    return lambda by: statements.read_plan(upload=Upload.objects.get(), by=by, at=NOW)


def _stop_plan(here: Council) -> Do:
    reading = read_as_plan(here)
    PlanReading.objects.update(state="waiting")
    return lambda by: statements.stop_plan(reading=PlanReading.objects.get(pk=reading.pk), by=by, at=NOW)


APPROVED = {
    "title": "Equality duty",
    "text": "Members have had regard to the public sector equality duty.",
    "serves": "theme:transformation",
    "approved_by": "Lena Rusk, Monitoring officer",
    "approved_on": date(2024, 2, 21),
}


def kept_wording(here: Council) -> Wording:
    """A standard wording of the council, offered under its first theme."""
    return wordings.add_wording(workspace=here.workspace, **APPROVED, by=here.who(Role.MONITORING_OFFICER), at=NOW)


def _add_wording(here: Council) -> Do:
    return lambda by: wordings.add_wording(workspace=here.workspace, **APPROVED, by=by, at=NOW)


def _renew_wording(here: Council) -> Do:
    row, said = kept_wording(here), APPROVED | {"text": "Members have had due regard to the equality duty."}
    return lambda by: wordings.renew_wording(workspace=here.workspace, wording=row, **said, by=by, at=NOW)


def _take_back_wording(here: Council) -> Do:
    row = kept_wording(here)
    return lambda by: wordings.take_back_wording(
        workspace=here.workspace, wording=row, why="The duty is worded anew.", by=by, at=NOW
    )


def _accept_statements(here: Council) -> Do:
    read_as_plan(here)
    return lambda by: statements.accept_statements(statements=StatementRead.objects.all(), by=by, at=NOW)


def _reject_statements(here: Council) -> Do:
    read_as_plan(here)
    return lambda by: statements.reject_statements(statements=StatementRead.objects.all(), by=by, at=NOW)


def _correct_statement(here: Council) -> Do:
    read_as_plan(here)
    row = StatementRead.objects.get()
    return lambda by: statements.correct_statement(
        statement=row, value=row.as_read().under("barriers", None), revision=0, by=by, at=NOW
    )


def _move_statement(here: Council) -> Do:
    read_as_plan(here)
    return lambda by: statements.move_statement(
        statement=StatementRead.objects.get(), theme="transformation", question="T1.Q2", revision=0, by=by, at=NOW
    )


def _say_not_said(here: Council) -> Do:
    reading = read_as_plan(here)
    return lambda by: statements.say_not_said(reading=reading, question="T3.Q1", by=by, at=NOW)


AGENDA = "https://democracy.ambermere.example/agenda"


def _give_appendix(here: Council) -> Do:
    opened = Opened("map.csv", b"ward,homes\n", "text/csv", "ward homes", "")
    return lambda by: handoff.give_appendix(
        workspace=here.workspace, appendix="Appendix A: Map", opened=opened, by=by, at=NOW
    )


def folder_made(here: Council) -> handoff_folder.Folder:
    """The folder of the report as it stands, with a reason."""
    found = matter(here.workspace, here.round_, as_of=NOW.date())
    assert found is not None
    return handoff_folder.make(found, system=System.CMIS, reason="The chair asked for it.", at=NOW, before=[])


def handed_over(here: Council) -> HandOff:
    """A folder made of what stands, and the address of the agenda that came back."""
    if not Report.objects.filter(workspace=here.workspace).exists():
        row, by = report(here), here.who(Role.REPORT_AUTHOR)
        reports.write_field(report=row, name="appendices", value=["Appendix A: Map"], revision=0, by=by, at=NOW)
    by = here.who(Role.DEMOCRATIC_SERVICES)
    handoff.enter_link(workspace=here.workspace, kind=LinkKind.AGENDA, address=AGENDA, by=by, at=NOW)
    return handoff.hand_over(folder=folder_made(here), by=by, at=NOW)


def _hand_over(here: Council) -> Do:
    report(here)
    made = folder_made(here)
    return lambda by: handoff.hand_over(folder=made, by=by, at=NOW)


def _enter_link(here: Council) -> Do:
    return lambda by: handoff.enter_link(workspace=here.workspace, kind=LinkKind.AGENDA, address=AGENDA, by=by, at=NOW)


def _correct_link(here: Council) -> Do:
    _enter_link(here)(here.who(Role.DEMOCRATIC_SERVICES))
    return lambda by: handoff.correct_link(
        link=AgendaLink.objects.get(), address=f"{AGENDA}/2", reason="Moved.", by=by, at=NOW
    )


_ASKED = Role.IMPLICATION_AUTHOR
_POLICY, _AUTHOR, _CLERK = Role.POLICY_OFFICER, Role.REPORT_AUTHOR, Role.DEMOCRATIC_SERVICES
_CHIEF, _FOLLOWS, _OPERATOR = Role.CHIEF_EXECUTIVE, Role.PERFORMANCE_MANAGER, Role.OPERATOR
_READS = Role.PANEL_ANALYST

TRIALS = (
    Trial("people.add_person", "person.added", Deed.ADD_PERSON, _OPERATOR, _add_person, False),
    Trial("people.give_role", "role.given", Deed.GIVE_ROLE, _OPERATOR, _give_role),
    Trial("appointments.appoint", "person.appointed", Deed.GIVE_ROLE, _CLERK, _appoint),
    Trial("appointments.invite_again", "invitation.sent_again", Deed.GIVE_ROLE, _CLERK, _invite_again),
    Trial("appointments.end_role", "role.ended", Deed.END_ROLE, _CLERK, _end_role),
    Trial("rounds.open_round", "round.opened", Deed.OPEN_WORKSPACE, _OPERATOR, _open_round, False),
    Trial("workspaces.open_workspace", "workspace.opened", Deed.OPEN_WORKSPACE, _OPERATOR, _open_workspace, False),
    Trial("statements.read_plan", "plan_content.asked", Deed.UPLOAD_DOCUMENT, _AUTHOR, _read_plan),
    Trial("statements.stop_plan", "plan_content.stopped", Deed.UPLOAD_DOCUMENT, _AUTHOR, _stop_plan),
    Trial("statements.accept_statements", "statements.accepted", Deed.CONFIRM_FACT, _AUTHOR, _accept_statements),
    Trial("statements.reject_statements", "statements.rejected", Deed.CONFIRM_FACT, _AUTHOR, _reject_statements),
    Trial("statements.correct_statement", "statement.corrected", Deed.CONFIRM_FACT, _AUTHOR, _correct_statement),
    Trial("statements.move_statement", "statement.moved", Deed.CONFIRM_FACT, _AUTHOR, _move_statement),
    Trial("statements.say_not_said", "plan_content.not_said", Deed.CONFIRM_FACT, _AUTHOR, _say_not_said),
    Trial("wordings.add_wording", "wording.added", Deed.KEEP_WORDINGS, _POLICY, _add_wording),
    Trial("wordings.renew_wording", "wording.renewed", Deed.KEEP_WORDINGS, _POLICY, _renew_wording),
    Trial("wordings.take_back_wording", "wording.taken_back", Deed.KEEP_WORDINGS, _POLICY, _take_back_wording),
    Trial("plans.begin_plan", "plan.begun", Deed.WRITE_PLAN, _POLICY, _begin_plan),
    Trial("plans.write_opening", "plan.opening_written", Deed.WRITE_PLAN, _POLICY, _write_opening),
    Trial("plans.answer_question", "question.answered", Deed.WRITE_PLAN, _POLICY, _answer_question),
    Trial("plans.add_commitment", "commitment.added", Deed.WRITE_PLAN, _POLICY, _add_commitment),
    Trial("plans.add_milestone", "milestone.added", Deed.WRITE_PLAN, _POLICY, _add_milestone),
    Trial("plans.add_measure", "measure.added", Deed.WRITE_PLAN, _POLICY, _add_measure),
    Trial("plans.add_barrier", "barrier.added", Deed.WRITE_PLAN, _POLICY, _add_barrier),
    Trial("plans.add_item", "objective.added", Deed.WRITE_PLAN, _POLICY, _add_item),
    Trial("plans.set_out", "plan.set_out", Deed.WRITE_PLAN, _POLICY, _set_out),
    Trial("plans.change_item", "barrier.changed", Deed.WRITE_PLAN, _POLICY, _change_item),
    Trial("plans.remove_item", "barrier.removed", Deed.WRITE_PLAN, _POLICY, _remove_item),
    Trial("plans.keep_version", "plan.version_kept", Deed.WRITE_PLAN, _POLICY, _keep_version),
    Trial("freezes.freeze", "words.frozen", Deed.FREEZE_WORDS, _POLICY, _freeze),
    Trial("freezes.thaw", "words.thawed", Deed.FREEZE_WORDS, _POLICY, _thaw),
    Trial("writing.assign", "writing.assigned", Deed.ASSIGN_PART, _AUTHOR, _assign),
    Trial("writing.change_assignment", "writing.reassigned", Deed.ASSIGN_PART, _AUTHOR, _change_assignment),
    Trial("writing.take_back_assignment", "writing.taken_back", Deed.ASSIGN_PART, _AUTHOR, _take_back_assignment),
    Trial("reports.begin_report", "report.begun", Deed.WRITE_REPORT, _AUTHOR, _begin_report),
    Trial(
        "reports.choose_house_template",
        "report.house_template_chosen",
        Deed.WRITE_REPORT,
        _AUTHOR,
        _choose_house_template,
    ),
    Trial("reports.write_field", "report.field_written", Deed.WRITE_REPORT, _AUTHOR, _write_field),
    Trial("reports.record_taken", "report.taken_recorded", Deed.RECORD_DECISION, _CLERK, _record_taken),
    Trial("reports.write_exempt", "report.exempt_written", Deed.WRITE_EXEMPT, _AUTHOR, _write_exempt),
    Trial("reports.bring_template", "report.template_brought", Deed.WRITE_REPORT, _AUTHOR, _bring_template),
    Trial(
        "reports.choose_own_template", "report.own_template_chosen", Deed.WRITE_REPORT, _AUTHOR, _choose_own_template
    ),
    Trial("reports.keep_paper_copy", "report.paper_kept", Deed.WRITE_REPORT, _AUTHOR, _keep_paper_copy),
    Trial("reports.take_paper_copy_back", "report.paper_taken_back", Deed.WRITE_REPORT, _AUTHOR, _take_paper_copy_back),
    Trial("reports.write_implication", "report.field_written", Deed.ANSWER_REQUEST, _ASKED, _write_implication),
    Trial("reports.write_comment", "report.field_written", Deed.ANSWER_REQUEST, _ASKED, _write_comment),
    Trial("implications.ask", "agreement.asked", Deed.ASK_AGREEMENT, _AUTHOR, _ask),
    Trial("implications.answer", "agreement.answered", Deed.ANSWER_REQUEST, _ASKED, _answer_request),
    Trial("implications.hand_on", "agreement.handed_on", Deed.ANSWER_REQUEST, _ASKED, _hand_on),
    Trial("implications.withdraw", "agreement.withdrawn", Deed.ASK_AGREEMENT, _AUTHOR, _withdraw_request),
    Trial(
        "implications.allow_own_words",
        "agreement.own_words_allowed",
        Deed.ALLOW_OWN_WORDS,
        Role.MONITORING_OFFICER,
        _allow_own_words,
    ),
    Trial("implications.say_away", "absence.said", Deed.SAY_AWAY, _ASKED, _say_away),
    Trial("implications.end_absence", "absence.ended", Deed.SAY_AWAY, _ASKED, _end_absence),
    Trial("implications.invite", "author.invited", Deed.ASK_AGREEMENT, _AUTHOR, _invite),
    Trial("rules.bring_in_rules", "rules.entered", Deed.ENTER_RULES, _CLERK, _bring_in_rules),
    Trial("rules.enter_rule", "rule.entered", Deed.ENTER_RULES, _CLERK, _enter_rule),
    Trial("rules.end_rule", "rule.ended", Deed.ENTER_RULES, _CLERK, _end_rule),
    Trial("rules.correct_rule", "rule.corrected", Deed.ENTER_RULES, _CLERK, _correct_rule),
    Trial("rules.take_back_rule", "rule.taken_back", Deed.ENTER_RULES, _CLERK, _take_back_rule),
    Trial("rules.enter_closure", "closure.entered", Deed.ENTER_RULES, _CLERK, _enter_closure),
    Trial("rules.take_back_closure", "closure.taken_back", Deed.ENTER_RULES, _CLERK, _take_back_closure),
    Trial("rules.enter_governance", "governance.entered", Deed.ENTER_RULES, _CLERK, _enter_governance),
    Trial("routes.choose_route", "route.chosen", Deed.CHOOSE_ROUTE, _CLERK, _choose_route),
    Trial("meetings.bring_in_meetings", "meetings.brought_in", Deed.KEEP_MEETINGS, _CLERK, _bring_in_meetings),
    Trial("meetings.add_meeting", "meeting.added", Deed.KEEP_MEETINGS, _CLERK, _add_meeting),
    Trial("meetings.move_meeting", "meeting.moved", Deed.KEEP_MEETINGS, _CLERK, _move_meeting),
    Trial("meetings.cancel_meeting", "meeting.cancelled", Deed.KEEP_MEETINGS, _CLERK, _cancel_meeting),
    Trial("routes.adopt_dates", "route.dates_adopted", Deed.ADOPT_DATES, _CLERK, _adopt_dates),
    Trial("call_ins.ask", "call_in.asked", Deed.ASK_CALL_IN, Role.MEMBER, _ask_call_in),
    Trial("call_ins.join", "call_in.joined", Deed.ASK_CALL_IN, Role.MEMBER, _join_call_in),
    Trial("call_ins.withdraw", "call_in.withdrawn", Deed.ASK_CALL_IN, Role.MEMBER, _withdraw_call_in),
    Trial("call_ins.settle", "call_in.settled", Deed.SETTLE_CALL_IN, _CLERK, _settle_call_in),
    Trial("routes.correct_call_in", "call_in.corrected", Deed.CORRECT_CALL_IN, _CLERK, _correct_call_in),
    Trial("routes.record_meeting", "meeting.recorded", Deed.RECORD_MEETING, _CLERK, _record_meeting),
    Trial("routes.record_decision", "decision.recorded", Deed.RECORD_DECISION, _CLERK, _record_decision),
    Trial("routes.publish_decision", "decision.published", Deed.PUBLISH_DECISION, _CLERK, _publish_decision),
    Trial("overrides.override_date", "date.overridden", Deed.OVERRIDE_DATE, _CLERK, _override_date),
    Trial("overrides.take_back_override", "override.taken_back", Deed.OVERRIDE_DATE, _CLERK, _take_back_override),
    Trial("timetables.make_feed", "feed.made", Deed.MAKE_FEED, _POLICY, _make_feed),
    Trial("timetables.revoke_feed", "feed.revoked", Deed.REVOKE_FEED, _CLERK, _revoke_feed),
    Trial("safety.settle_remark", "remark.settled", Deed.SETTLE_REMARK, _POLICY, _settle_remark),
    Trial("safety.take_back_settled", "remark.opened_again", Deed.SETTLE_REMARK, _POLICY, _take_back_settled),
    Trial("handoff.give_appendix", "appendix.given", Deed.HAND_OVER, _CLERK, _give_appendix),
    Trial("handoff.hand_over", "report.handed_over", Deed.HAND_OVER, _CLERK, _hand_over),
    Trial("handoff.enter_link", "agenda_link.entered", Deed.HAND_OVER, _CLERK, _enter_link),
    Trial("handoff.correct_link", "agenda_link.corrected", Deed.HAND_OVER, _AUTHOR, _correct_link),
    Trial("publications.publish_plan", "plan.published", Deed.PUBLISH_PLAN, _POLICY, _publish_plan),
    Trial("publications.withdraw", "plan.withdrawn", Deed.PUBLISH_PLAN, _POLICY, _withdraw),
    Trial("returns.submit_return", "return.submitted", Deed.SUBMIT_RETURN, _CHIEF, _submit_return),
    Trial("progress.record_reading", "reading.recorded", Deed.RECORD_READING, _FOLLOWS, _record_reading),
    Trial("progress.update_milestone", "milestone.updated", Deed.UPDATE_MILESTONE, _FOLLOWS, _update_milestone),
    Trial("coding.code_passage", "passage.coded", Deed.CODE_PASSAGE, _READS, _code_passage, False),
    Trial("coding.take_back", "coding.taken_back", Deed.CODE_PASSAGE, _READS, _take_back, False),
    Trial("coding.suggest_for_round", "codes.suggestions_asked", Deed.SUGGEST_CODES, _READS, _suggest, False),
    Trial("coding.learn", "codes.learning_asked", Deed.SUGGEST_CODES, _READS, _learn, False),
    Trial("coding.stop_suggesting", "codes.suggesting_stopped", Deed.SUGGEST_CODES, _READS, _stop_suggesting, False),
    Trial("coding.go_on_suggesting", "codes.suggesting_taken_up", Deed.SUGGEST_CODES, _READS, _go_on_suggesting, False),
)


def next_door(role: Role) -> Person:
    """Someone who holds this role, at another council only."""
    opened = workspaces.open_workspace(
        authority=replace(NEIGHBOUR, gss="X07000092", name="Weirbridge"), round_=ROUND, by=None, at=NOW
    )
    person = people.add_person(email="next@door.example", name="Nan Doorley", by=None, at=NOW)
    people.give_role(person=person, role=role, workspace_id=opened.pk, by=None, at=NOW)
    return person
