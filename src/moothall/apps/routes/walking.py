"""A workspace's route as it is walked: the recorded events of every step, put in order. Reads alone."""

from collections.abc import Iterator
from datetime import datetime, time

from django.utils import timezone

from moothall.apps.audit import queries as audit
from moothall.apps.extensions import queries as extensions
from moothall.apps.routes import queries
from moothall.apps.routes.models import Decision, Route, Step, StepRecord
from moothall.apps.workspaces.models import Workspace
from moothall.domain import subject_to as banners
from moothall.domain.authorities import BodyKind
from moothall.domain.decisions import Outcome, StepValue
from moothall.domain.extensions import Extension, Reply
from moothall.domain.publications import check_may_publish
from moothall.domain.refusals import Refusal
from moothall.domain.route_table import Event, Guard
from moothall.domain.routes import Deed, Term
from moothall.domain.subject_to import Resolved
from moothall.domain.walks import End, Happened, Walk, check, check_guard, walk

ABOVE = {
    "plan.published": Event.PUBLISHED,
    "plan.withdrawn": Event.WITHDRAWN,
    "return.submitted": Event.SENT,
}
"""What the record calls the events of sending, whose rows are kept by apps above this one."""
BY_OUTCOME = {
    Outcome.AGREED: Event.RESOLVED,
    Outcome.CHANGED: Event.CHANGED,
    Outcome.REFUSED: Event.REFUSED,
    Outcome.NOT_SENT: Event.NOT_SENT,
}
_REPLIES = {Reply.GRANTED: Event.DELAY_AGREED, Reply.REFUSED: Event.DELAY_REFUSED, Reply.NO_ANSWER: Event.DELAY_REFUSED}
_ORDER = {event: number for number, event in enumerate(Event)}
_Dated = tuple[datetime, Happened]


def walk_of(route: Route | None, at: datetime) -> Walk | None:
    """The chosen route with everything that happened on it up to a moment, or None without one."""
    if route is None:
        return None
    rows = list(route.steps.all())
    values = [value_of(row) for row in rows]
    bare = walk(values)
    sender = next(number for number, part in enumerate(bare.parts) if part.doing is Deed.SEND)
    found: list[_Dated] = [one for number, row in enumerate(rows) for one in _at_step(row, number, at)]
    found += _sent(route.workspace, sender)
    asking = next((number for number, one in enumerate(values) if one.doing is Deed.AGREE_DELAY), None)
    if asking is not None:
        found += _delays(extensions.of_workspace(route.workspace), asking)
    found.sort(key=lambda one: (one[0], _ORDER[one[1].event]))
    return Walk(bare.parts, tuple(one for _, one in found))


def value_of(row: Step) -> StepValue:
    """A kept step as a value."""
    kind, deed = BodyKind(row.body_kind), Deed(row.deed)
    terms = tuple(Term(one) for one in row.terms)
    return StepValue(row.body, kind, row.is_deciding, row.meets_on, row.meets_at, deed, row.who, terms)


def standing_records(row: Step) -> list[StepRecord]:
    """What was recorded at a step and was not taken back, in the order in which it was."""
    every = list(row.records.all())
    gone = {one.corrects_id for one in every if one.corrects_id}
    return [one for one in every if one.pk not in gone and not one.corrects_id]


def check_at(row: Step, event: Event, at: datetime) -> None:
    """Raise a Refusal, with what to do next, unless this may happen at the step at this moment."""
    on = walk_of(queries.route(row.route.workspace), at)
    assert on is not None
    check(on, row.position - 1, event)


def check_may_go_out(workspace: Workspace, at: datetime) -> None:
    """Raise a Refusal unless the plan may be published at this moment.

    Ordinarily a decision must be in force. A route that sends first, or before the decision takes effect, lets it go
    out before. On no route does it go out while only the approach is approved, or when members resolved not to send.
    """
    decision = queries.deciding_decision(workspace)
    on = walk_of(queries.route(workspace), at)
    sender = next((number for number, part in enumerate(on.parts) if part.doing is Deed.SEND), None) if on else None
    if on is not None and sender is not None and _is_first_to_go(on, sender):
        check(on, sender, Event.PUBLISHED)
        return
    if decision is not None and decision.outcome in (Outcome.NOT_SENT, Outcome.REFUSED):
        raise Refusal(
            f"{decision.step.body} resolved otherwise: {Outcome(decision.outcome).label.lower()}.",
            next_step="A plan can be published only when members decide anew.",
        )
    if on is not None and sender is not None:
        for guard in (Guard.HAS_A_TEXT, Guard.A_PLAN_IS_SENT):
            check_guard(guard, on, sender, Event.PUBLISHED)
    check_may_publish(
        in_force_on=queries.in_force_on(decision) if decision else None,
        is_decided=decision is not None,
        is_held=decision is not None and decision.held_since is not None,
        today=timezone.localdate(at),
    )


def ended(workspace: Workspace, at: datetime) -> End | None:
    """How the route of a workspace ended, or None while it has not."""
    on = walk_of(queries.route(workspace), at)
    return on.end if on else None


def subject_to(workspace: Workspace) -> tuple[str, str]:
    """What is published before members decided is still subject to, and what they made of it later, a sentence each.

    Both are empty on a route that decides first.
    """
    if not Step.objects.filter(route__workspace=workspace, deed=Deed.SEND.value).exists():
        return "", ""
    route = queries.route(workspace)
    assert route is not None  # it has a step
    rows = list(route.steps.all())
    resolved = [_resolved(row) for row in rows]
    changed = [one.recorded_at for row in rows if (one := queries.decision_at(row)) and one.outcome == Outcome.CHANGED]
    sent = audit.latest(workspace.pk, "return.submitted")
    is_sent_since = bool(changed and sent and sent.at >= max(changed))
    values = [value_of(row) for row in rows]
    banner = banners.subject_to(values, resolved, is_sent_since=is_sent_since)
    return banner, banners.decided_later(values, resolved)


def not_sent(workspace: Workspace) -> Decision | None:
    """The decision by which members resolved that no plan is sent, or None."""
    found = queries.deciding_decision(workspace)
    return found if found is not None and found.outcome == Outcome.NOT_SENT else None


def not_sent_said(workspace: Workspace) -> str:
    """That members resolved that no plan is sent, in a sentence with their reason; empty where they did not.

    Only of a decision that is published: what is not public is not told.
    """
    found = not_sent(workspace)
    if found is None or found.published_at is None:
        return ""
    return banners.not_sent(found.step.body, found.decided_on, found.outcome_reason)


def not_sent_in(round_slug: str) -> dict[str, Decision]:
    """The published decisions of a round by which members resolved that no plan is sent, by their councils' codes.

    One that a call-in holds back is left out, and one in whose place the same route decided otherwise later.
    """
    rows = Decision.objects.filter(
        step__route__workspace__round_slug=round_slug, step__is_deciding=True, published_at__isnull=False
    )
    last = {row.step.route.workspace.gss: row for row in rows.select_related("step__route__workspace").order_by("pk")}
    return {gss: row for gss, row in last.items() if row.outcome == Outcome.NOT_SENT and row.held_since is None}


def _resolved(row: Step) -> Resolved | None:
    decision = queries.decision_at(row)
    if decision is None:
        return None
    return Resolved(decision.decided_on, Outcome(decision.outcome), queries.in_force_on(decision))


def _is_first_to_go(on: Walk, sender: int) -> bool:
    """Whether this route sends before members have decided, or before what they decided takes effect."""
    decides = [number for number, part in enumerate(on.parts) if part.doing.decides]
    return Term.BEFORE_EFFECT in on.parts[sender].terms or (bool(decides) and sender < min(decides))


def _at_step(row: Step, number: int, at: datetime) -> Iterator[_Dated]:
    """Everything that happened at one step, with its moment."""
    for record in standing_records(row):
        yield record.recorded_at, Happened(number, Event(record.event))
    if row.met_at is not None:
        yield row.met_at, Happened(number, Event.MET)
    for one in row.finishings.all():
        yield one.recorded_at, Happened(number, Event.FINISHED)
        if one.reported_at is not None:
            yield one.reported_at, Happened(number, Event.REPORTED_BACK)
    decision = queries.decision_at(row)
    if decision is not None:
        yield decision.recorded_at, Happened(number, BY_OUTCOME[Outcome(decision.outcome)])
        yield from _of_decision(decision, number, at)


def _of_decision(decision: Decision, number: int, at: datetime) -> Iterator[_Dated]:
    if decision.published_at is None:
        return
    public = max(decision.published_at, decision.recorded_at)
    yield public, Happened(number, Event.MADE_PUBLIC)
    if decision.held_since is not None:
        yield max(decision.held_since, public), Happened(number, Event.CALLED_IN)
        return
    effective = queries.in_force_on(decision)
    if effective is not None and effective <= timezone.localdate(at):
        midnight = timezone.make_aware(datetime.combine(effective, time.min))
        yield max(midnight, public), Happened(number, Event.TOOK_EFFECT)


def _sent(workspace: Workspace, number: int) -> Iterator[_Dated]:
    for line in audit.of_workspace(workspace.pk).filter(event__in=ABOVE):
        yield line.at, Happened(number, ABOVE[line.event])


def _delays(asked: tuple[Extension, ...], number: int) -> Iterator[_Dated]:
    for one in asked:
        if one.withdrawn or one.asked.recorded_at is None:
            continue
        yield one.asked.recorded_at, Happened(number, Event.DELAY_ASKED)
        if one.answer and one.answer.reply and one.answer.recorded_at:
            yield one.answer.recorded_at, Happened(number, _REPLIES[one.answer.reply])
