"""The demonstration, taken along the line by the same deeds that people use, each by the person whose deed it is."""

from collections.abc import Callable, Sequence
from dataclasses import fields
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction

from moothall.apps.obligations import actions as obligations
from moothall.apps.people import actions as people
from moothall.apps.people.models import Person
from moothall.apps.plans import actions as plans
from moothall.apps.plans.models import Draft, Version
from moothall.apps.progress import actions as progress
from moothall.apps.publications import actions as publications
from moothall.apps.reports import actions as reports
from moothall.apps.rounds import actions as rounds
from moothall.apps.rounds import queries as round_queries
from moothall.apps.routes import actions as routes
from moothall.apps.routes import clocks
from moothall.apps.routes.models import Step
from moothall.apps.workspaces import actions as workspaces
from moothall.apps.workspaces.models import Workspace
from moothall.domain.authorities import Authority
from moothall.domain.constraints import Constraints
from moothall.domain.days import Counting, Unit
from moothall.domain.feasibility import plan_routes
from moothall.domain.fingerprints import plain
from moothall.domain.meetings import Meeting
from moothall.domain.plans import AnswerStatus, Plan
from moothall.domain.reporting import Frequency
from moothall.domain.reports import CommitteeReport
from moothall.domain.roles import Role
from moothall.domain.routes import Deed
from moothall.project import (
    demonstration_coding,
    demonstration_decisions,
    demonstration_notices,
    demonstration_progress,
    demonstration_return,
    demonstration_rules,
    demonstration_texts,
    demonstration_words,
)
from moothall.reference import bank_holidays, demonstration
from moothall.reference import demonstration_calendars as calendars
from moothall.reference import rounds as shipped
from moothall.reference.demonstration_calendars import Calendar, OwnRules

_ENGLAND = ZoneInfo("Europe/London")
_EMPTY: tuple[Any, ...] = (None, "", (), False)


def _at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), _ENGLAND)


def is_loaded() -> bool:
    """Whether the cast is here already."""
    return Person.objects.filter(is_demonstration=True).exists()


@transaction.atomic
def load(*, first_run: date) -> bool:
    """Load rounds, cast and both councils, all or nothing. False where it was done before: nothing is touched then."""
    if is_loaded():
        return False
    everywhere = Counting(bank_holidays.england()).is_working
    closed = calendars.closed_days(first_run, everywhere)
    here = Counting(bank_holidays.england(), Unit.WORKING, frozenset(closed)).is_working
    line = demonstration.line(first_run, here)
    beginning = demonstration.beginning(first_run, everywhere)
    now = _at(line.days.letter_on, 9)
    for round_ in (*shipped.shipped(), line.round, demonstration.second_round(first_run, everywhere)):
        if round_queries.round_called(round_.slug) is None:
            rounds.open_round(round_=round_, by=None, at=now)
    opened = {
        council.authority.gss: workspaces.open_workspace(
            authority=council.authority,
            round_=line.round,
            governance=council.governance,
            colour=council.colour,
            by=None,
            at=now,
        )
        for council in (line.council, beginning.council)
    }
    cast = _cast(opened, now)
    own = calendars.own_rules(first_run, here, closed)
    _whole_line(opened[line.council.authority.gss], line, cast, own, calendars.first_calendar(first_run, here))
    kept = calendars.second_calendar(first_run, everywhere)
    demonstration_coding.code(line.round.slug, cast, _at(line.days.progress_on, 14))
    _first_part(opened[beginning.council.authority.gss], beginning, cast, _at(line.days.progress_on, 11), kept)
    return True


def _cast(opened: dict[str, Workspace], at: datetime) -> dict[str, Person]:
    """Everybody with a role, by name."""
    found = {}
    for one in demonstration.cast():
        if not one.roles:
            continue
        person = people.add_person(email=one.email, name=one.name, post=one.post, is_demonstration=True, by=None, at=at)
        for role in one.roles:
            workspace = opened.get(one.council)
            people.give_role(person=person, role=role, workspace_id=workspace.pk if workspace else None, by=None, at=at)
        found[one.name] = person
    return found


def _who(cast: dict[str, Person], authority: Authority) -> Callable[[Role], Person]:
    return lambda role: cast[demonstration.holder(role, authority.gss).name]


def _whole_line(
    workspace: Workspace, line: demonstration.Line, cast: dict[str, Person], own: OwnRules, calendar: Calendar
) -> None:
    """One council from the letter to its first progress, by its own rules and with its own meetings."""
    who, days = _who(cast, line.council.authority), line.days
    demonstration_rules.enter_rules(workspace, own, who)
    demonstration_rules.bring_in(workspace, calendar, who(Role.DEMOCRATIC_SERVICES))
    demonstration_words.keep_wordings(workspace, line.wordings, who(Role.MONITORING_OFFICER), _at(days.letter_on, 11))
    officer, clerk = who(Role.POLICY_OFFICER), who(Role.DEMOCRATIC_SERVICES)
    first = demonstration_texts.before_scrutiny(line.plan, line.texts)
    draft = _write_plan(workspace, first, officer, _at(days.plan_begun_on, 10), _at(days.plan_drafted_on, 15))
    seen = [_keep(workspace, line, "for scrutiny", officer, _at(days.scrutiny_agenda_on, 9))]
    _write_report(workspace, line.report, who(Role.REPORT_AUTHOR), _at(days.implications_agreed_on, 14))
    _choose_route(workspace, line, officer)
    demonstration_rules.put_date(workspace, own.override, who(Role.MONITORING_OFFICER))
    demonstration_words.read(workspace, who(Role.EXECUTIVE_MEMBER), _at(days.scrutiny_on, 17))
    demonstration_texts.meet_requests(draft, line, officer, _at(days.agenda_on, 9))
    seen.append(_keep(workspace, line, "for Cabinet", officer, _at(days.agenda_on, 10)))
    demonstration_notices.before_the_meetings(workspace, days, clerk)
    _decide(workspace, line, seen, clerk)
    demonstration_notices.after_the_decision(workspace, days, clerk)
    demonstration_decisions.record(workspace, who, _at(days.decision_published_on, 11))
    version = demonstration_texts.finish(workspace, line, who, _at(days.finished_on, 9, 30))
    publications.publish_plan(
        workspace=workspace,
        version=version,
        round_=line.round,
        by=officer,
        at=_at(days.plan_published_on, 10, 30),
    )
    _take_on_the_grant(workspace, officer, _at(days.plan_published_on, 14))
    demonstration_return.send(workspace, line, who, _at(days.return_sent_on, 10, 42))
    demonstration_texts.report_back(workspace, line, clerk, _at(days.reported_back_on, 16))
    demonstration_rules.change_meetings(workspace, calendar, clerk)
    _record_progress(workspace, line, who(Role.PERFORMANCE_MANAGER))


def _keep(workspace: Workspace, line: demonstration.Line, name: str, by: Person, at: datetime) -> Version:
    return plans.keep_version(workspace=workspace, round_=line.round, name=name, by=by, at=at)


def _take_on_the_grant(workspace: Workspace, by: Person, at: datetime) -> None:
    """The plan answers the other invented round as well: one question by an answer it has, one declined."""
    row = obligations.take_on(workspace=workspace, round_slug=demonstration.SECOND_ROUND, by=by, at=at)
    obligations.say_where(obligation=row, asked="F.2", part="T1.Q3", by=by, at=at)
    obligations.say_where(obligation=row, asked="D.2", words="The council shares no depot.", by=by, at=at)


def _write_plan(workspace: Workspace, plan: Plan, by: Person, begun_at: datetime, at: datetime) -> Draft:
    draft = plans.begin_plan(workspace=workspace, title=plan.title, by=by, at=begun_at)
    plans.write_opening(
        draft=draft, title=plan.title, introduction=plan.introduction, revision=draft.revision, by=by, at=at
    )
    for one in plan.answers:
        if one.status is AnswerStatus.OPEN and not one.text:
            continue
        plans.answer_question(
            draft=draft,
            question=one.question,
            status=one.status,
            text=one.text,
            where=one.where,
            reason=one.reason,
            revision=0,
            by=by,
            at=at,
        )
    demonstration_words.add_objectives(draft, plan, by, at)
    for commitment in plan.commitments:
        row = plans.add_commitment(
            draft=draft,
            theme=commitment.theme,
            title=commitment.title,
            text=commitment.text,
            status=commitment.status.value,
            objective=commitment.objective,
            by=by,
            at=at,
        )
        for step in commitment.milestones:
            plans.add_milestone(commitment=row, title=step.title, due_on=step.due_on, by=by, at=at)
    for measure in plan.measures:
        said = {key: value for key, value in plain(measure).items() if key != "key"}
        plans.add_measure(draft=draft, by=by, at=at, **said)
    for barrier in plan.barriers:
        plans.add_barrier(
            draft=draft, title=barrier.title, text=barrier.text, ask=barrier.ask, code=barrier.code, by=by, at=at
        )
    demonstration_words.add_further(draft, plan, by, at)
    return draft


def _write_report(workspace: Workspace, report: CommitteeReport, by: Person, at: datetime) -> None:
    row = reports.begin_report(workspace=workspace, house_template="plain", by=by, at=at)
    for field in fields(report):
        value = getattr(report, field.name)
        if field.name != "authority_name" and value not in _EMPTY:
            reports.write_field(report=row, name=field.name, value=value, revision=0, by=by, at=at)


def _choose_route(workspace: Workspace, line: demonstration.Line, by: Person) -> None:
    """The route through scrutiny to cabinet, which leaves final words to a delegate, as planned when it was begun."""
    as_of = line.days.plan_begun_on
    found = plan_routes(
        as_of=as_of,
        deadline_on=line.round.deadline_on,
        meetings=[
            Meeting(one.body, one.kind, one.meets_on, time.fromisoformat(one.begins_at)) for one in line.meetings
        ],
        pack=clocks.pack_of(workspace, as_of),
        holidays=bank_holidays.england(),
        constraints=Constraints(scrutiny_first=True),
    )
    wanted = [(one.body, one.meets_on) for one in line.meetings]
    route = next(
        one
        for one in found
        if [(step.body, step.meets_on) for step in one.bodies] == wanted
        and any(part.doing is Deed.FINISH for part in one.parts)
    )
    routes.choose_route(
        workspace=workspace,
        code=route.route,
        name=route.name,
        as_of=as_of,
        planned=route,
        steps=route.parts,
        by=by,
        at=_at(as_of, 16),
    )


def _decide(workspace: Workspace, line: demonstration.Line, seen: Sequence[Version], by: Person) -> None:
    """Each body met and resolved on the text it had: scrutiny by its own minute, cabinet as the decision says."""
    for step, version, meeting in zip(_resolving(workspace), seen, line.meetings, strict=True):
        routes.record_meeting(step=step, met_on=meeting.meets_on, by=by, at=_at(meeting.meets_on, 21))
        said = line.decision
        decision = routes.record_decision(
            step=step,
            limbs=said.limbs if step.is_deciding else meeting.limbs,
            minute=said.minute if step.is_deciding else meeting.minute,
            decided_on=meeting.meets_on,
            plan_version=version,
            reasons=said.reasons if step.is_deciding else "",
            alternatives=said.alternatives if step.is_deciding else "",
            interests=said.interests,
            by=by,
            at=_at(meeting.meets_on, 21),
        )
        day = line.days.decision_published_on if step.is_deciding else line.days.scrutiny_published_on
        routes.publish_decision(decision=decision, published_at=_at(day, 10), by=by, at=_at(day, 10))


def _resolving(workspace: Workspace) -> list[Step]:
    return [one for one in workspace.route.steps.all() if one.resolves]


def _record_progress(workspace: Workspace, line: demonstration.Line, by: Person) -> None:
    for reading in line.readings:
        progress.record_reading(
            workspace=workspace,
            measure=reading.measure,
            period=reading.period,
            period_ends_on=reading.period_ends_on,
            value=reading.value,
            note=reading.note,
            source=reading.source,
            by=by,
            at=reading.recorded_at,
        )
    for update in line.updates:
        progress.update_milestone(
            workspace=workspace,
            milestone=update.milestone,
            state=update.state,
            words=update.words,
            done_on=update.done_on,
            expected_on=update.expected_on,
            next_step=update.next_step,
            by=by,
            at=update.recorded_at,
        )
    demonstration_progress.say_more(workspace, line, by, _at(line.days.progress_on, 11))
    for one in line.plan.measures:
        progress.arrange(
            workspace=workspace, item=one.key, frequency=Frequency.QUARTERLY, person=by, by=by,
            at=_at(line.days.plan_published_on, 15),
        )  # fmt: skip
    progress.release(
        workspace=workspace,
        words="Readings are taken from the quarterly performance report that members see.",
        next_step="The next readings follow with the report of the next quarter.",
        by=by,
        at=_at(line.days.progress_on, 15),
    )
    demonstration_progress.hold_back(workspace, line, by, _at(line.days.progress_on, 16))


def _first_part(
    workspace: Workspace,
    beginning: demonstration.Beginning,
    cast: dict[str, Person],
    at: datetime,
    calendar: Calendar,
) -> None:
    """The second council: its meetings kept, plan and report half written, no route chosen and no rule entered."""
    who = _who(cast, beginning.council.authority)
    demonstration_rules.bring_in(workspace, calendar, who(Role.DEMOCRATIC_SERVICES))
    draft = _write_plan(workspace, beginning.plan, who(Role.POLICY_OFFICER), at, at)
    _write_report(workspace, beginning.report, who(Role.REPORT_AUTHOR), at)
    demonstration_words.keep_wordings(workspace, beginning.wordings, who(Role.POLICY_OFFICER), at)
    demonstration_words.ask(workspace, beginning, cast, who(Role.REPORT_AUTHOR), at)
    demonstration_words.give(workspace, beginning, cast, who(Role.POLICY_OFFICER), at + timedelta(hours=2))
    demonstration_words.read(workspace, cast[beginning.read_by], at + timedelta(hours=3))
    demonstration_words.comment(workspace, beginning, cast, at + timedelta(hours=3))
    demonstration_words.revise(draft, beginning, who(Role.POLICY_OFFICER), at + timedelta(hours=4))
