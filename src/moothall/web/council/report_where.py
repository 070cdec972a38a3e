"""Where one covering report is: all that its page and its row of the list show, fetched once, in the same words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from moothall.apps.audit import queries as audit
from moothall.apps.extensions import queries as extensions
from moothall.apps.handoff import queries as handoff
from moothall.apps.implications import queries as implications
from moothall.apps.implications.queries import Standing
from moothall.apps.people import queries as people
from moothall.apps.reports import queries as reports
from moothall.apps.routes import clocks
from moothall.apps.routes import queries as routes
from moothall.apps.safety import queries as safety
from moothall.apps.writing import assignments
from moothall.documents.layouts import committee_report
from moothall.domain import missing_things
from moothall.domain.days import Counting
from moothall.domain.extensions import Due
from moothall.domain.missing_things import Left, Missing
from moothall.domain.parts import section_of, whole_of
from moothall.domain.report_completeness import Lacking, completeness
from moothall.domain.reports import CommitteeReport
from moothall.domain.roles import Role
from moothall.domain.rounds import Round
from moothall.domain.rule_packs import counting
from moothall.domain.signoffs import State
from moothall.domain.standing_dates import StandingDate
from moothall.domain.whereabouts import Life, People, Request, Whereabouts, Writing, whereabouts
from moothall.reference import bank_holidays, house_templates
from moothall.web.components.words import lower_first
from moothall.web.council import agreement_rows, call_in_rows, walk_rows
from moothall.web.council.forms.report_fields import FIELDS

PAPERS = frozenset({"agenda_publication", "member_papers", "summons"})
_EVENTS = frozenset({"report.begun", "plan.published", "return.submitted"})
_LABELS = {name: kind.label for name, kind in FIELDS.items()}


@dataclass(frozen=True, slots=True)
class Clock:
    """A date that is still to be kept, its number among the dates of the route, and how long it is until then."""

    number: int
    standing: StandingDate
    left: Left


@dataclass(frozen=True, slots=True)
class ReportWhere:
    """Where a workspace's report is on a day. ``report`` is None where nobody has begun it."""

    workspace: Any
    round_: Round
    as_of: date
    report: CommitteeReport | None
    life: Life
    where: Whereabouts
    missing: tuple[Missing, ...]
    standings: tuple[Standing, ...]
    clocks: tuple[Clock, ...]
    due: Due
    deadline: Left
    route: Any
    handed_over: Any
    labels: dict[str, str]

    @property
    def title(self) -> str:
        """What the report is called; the round's title where it has no title yet."""
        return (self.report.title.strip() if self.report else "") or self.round_.title

    @property
    def cut_off(self) -> Clock | None:
        """The next day by which something of this report must be done, papers first; None without one on a route."""
        if self.where.stage is None:
            return None
        papers = [one for one in self.clocks if one.standing.step.step in PAPERS]
        return next(iter(papers or self.clocks), None)


def look(workspace: Any, round_: Round, *, as_of: date) -> ReportWhere:
    """Where the report of a workspace is, with all that its page needs. The number of queries is the same for all."""
    row, route = reports.report(workspace), routes.route(workspace)
    value = reports.value(row) if row else None
    labels = dict(house_templates.by_id(row.house_template).implication_labels) if row else {}
    standings = tuple(implications.standings(workspace, round_, as_of=as_of))
    dates = routes.standing_dates(route)
    lacks = _lacks(row, value)
    handed_over = handoff.latest(workspace)
    due = extensions.deadline_on(workspace, round_)
    life = _life(
        workspace, round_, due, value, lacks, [_request(one, labels) for one in standings], route, dates, handed_over
    )
    days = counting(clocks.pack_of(workspace, as_of), bank_holidays.england())
    remarks = safety.open_remarks(workspace, round_, as_of=as_of)
    return ReportWhere(
        workspace=workspace,
        round_=round_,
        as_of=as_of,
        report=value,
        life=life,
        where=whereabouts(life, as_of=as_of),
        missing=missing_things.missing(
            life, lacks, labels=_LABELS, open_remarks=[one.label for one in remarks], as_of=as_of
        ),
        standings=standings,
        clocks=_clocks(dates, life, as_of, days),
        due=due,
        deadline=missing_things.left(as_of, due.on, days),
        route=route,
        handed_over=handed_over,
        labels=labels,
    )


def _lacks(row: Any, value: CommitteeReport | None) -> tuple[Lacking, ...]:
    if row is None or value is None:
        return ()
    return completeness(value, committee_report.missing_fields(value, house_templates.by_id(row.house_template)))


def _life(
    workspace: Any, round_: Round, due: Due, value: CommitteeReport | None, lacks: Sequence[Lacking],
    requests: Sequence[Request], route: Any, dates: Sequence[StandingDate], handed_over: Any,
) -> Life:  # fmt: skip
    happened = audit.first_days(workspace.pk, _EVENTS)
    written = audit.latest(workspace.pk, "report.field_written")
    steps = list(route.steps.all()) if route else []
    step = next((one for one in reversed(steps) if one.is_deciding), None)
    decision = routes.decision_at(step) if step else None
    effect = [one.step.on for one in dates if one.step.step == "in_force"]
    said_on = value.meeting_on if value else None
    return Life(
        letter_on=round_.letter_on,
        deadline_on=due.on,
        people=_people(workspace),
        begun_on=happened.get("report.begun"),
        written_on=timezone.localdate(written.at) if written else None,
        unwritten=tuple(dict.fromkeys(_unwritten(lacks))),
        writing=_writing(workspace, {one.field for one in lacks if one.remark.check == missing_things.UNWRITTEN}),
        requests=tuple(requests),
        papers_on=next((one.step.on for one in dates if one.step.step in PAPERS and not one.is_done), None),
        handed_over_on=timezone.localdate(handed_over.at) if handed_over else None,
        body=step.body if step else (value.body if value else ""),
        has_route=route is not None,
        meets_on=(step.meets_on if step else None) or said_on,
        said_meets_on=said_on,
        met_on=step.meets_on if step and step.met_at else None,
        decided_on=decision.decided_on if decision else None,
        decision_published_on=_day(decision.published_at) if decision else None,
        takes_effect_on=max(effect, default=None),
        held_since=_day(decision.held_since) if decision else None,
        held_told=call_in_rows.held_told(decision) if decision else "",
        plan_published_on=happened.get("plan.published"),
        sent_on=happened.get("return.submitted"),
        not_sent=walk_rows.unsent(decision),
    )


def _day(moment: Any) -> date | None:
    return timezone.localdate(moment) if moment else None


def _people(workspace: Any) -> People:
    names = people.names_by_role(workspace.pk)
    roles = (Role.REPORT_AUTHOR, Role.DEMOCRATIC_SERVICES, Role.POLICY_OFFICER, Role.CHIEF_EXECUTIVE)
    return People(*(names.get(role, ()) for role in roles))


def _unwritten(lacks: Sequence[Lacking]) -> list[str]:
    """The parts somebody has still to write, but those that are asked of others: implications and comments."""
    asked = {"implications", "officer_comments"}
    return [
        one.remark.message.partition("“")[2].partition("”")[0] or _LABELS.get(one.field, one.field)
        for one in lacks
        if one.remark.check == missing_things.UNWRITTEN and one.field not in asked
    ]


def _writing(workspace: Any, fields: set[str]) -> tuple[Writing, ...]:
    """What of the report that is not written yet was given to somebody."""
    return tuple(
        Writing(section_of(one.part), one.title, one.person.name, timezone.localdate(one.asked_at), one.due_on)
        for one in assignments.standing(workspace)
        if whole_of(one.part) == "report" and section_of(one.part) in fields
    )


def _request(one: Standing, labels: dict[str, str]) -> Request:
    asked, answer = one.request, one.answer
    given = [event.at for event in asked.events.all() if event.what in {"asked", "handed_on"}]
    title = agreement_rows.title(one, labels)
    what = f"the {asked.capacity}’s sign-off" if asked.is_sign_off else f"the {lower_first(title)}"
    return Request(
        number=asked.pk,
        what=what,
        is_sign_off=asked.is_sign_off,
        answer=one.state,
        due_on=asked.due_on,
        since=timezone.localdate(max(given, default=asked.asked_at)),
        holder=one.holder.name if one.holder else "",
        answered_by=answer.by_name if answer else "",
        answered_on=_day(answer.at) if answer else None,
        reason=answer.reason if answer else "",
        changed=tuple(change.label for change in one.changed) if one.state is State.LAPSED else (),
    )


def _clocks(dates: Sequence[StandingDate], life: Life, as_of: date, days: Counting) -> tuple[Clock, ...]:
    """The dates still to be kept: those to come, and those missed while the report is not handed over or decided."""
    is_gone_on = bool(life.handed_over_on or life.met_on)
    return tuple(
        Clock(number, one, missing_things.left(as_of, one.step.on, days))
        for number, one in enumerate(dates, start=1)
        if not one.is_done and (one.step.on >= as_of or not is_gone_on)
    )
