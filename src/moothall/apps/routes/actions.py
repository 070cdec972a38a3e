"""Choosing a route, and recording what its bodies did."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from moothall.apps.audit import actions as audit
from moothall.apps.meetings import changes
from moothall.apps.meetings import queries as meetings
from moothall.apps.meetings.models import Meeting
from moothall.apps.people.permissions import permit
from moothall.apps.plans.models import Version
from moothall.apps.routes import holds, recounts, walking
from moothall.apps.routes.clocks import call_in_of
from moothall.apps.routes.models import CallInCorrection, Decision, Route, Step, StepRecord
from moothall.apps.workspaces.models import Workspace
from moothall.domain.decisions import (
    Limb,
    Outcome,
    StepValue,
    check_decision,
    check_outcome,
    check_publication,
)
from moothall.domain.fingerprints import plain
from moothall.domain.planned_routes import PlannedRoute
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.domain.waivers import check_consent


@transaction.atomic
def choose_route(
    *,
    workspace: Workspace,
    code: str,
    name: str,
    as_of: date,
    planned: Any,
    steps: Sequence[StepValue],
    by: Any,
    at: datetime,
) -> Route:
    """Choose the route, with the dates as they were computed that day. It may be chosen anew until a body has met.

    Raises a Refusal without a deciding step, or when a body of the present route has met already.
    """
    permit(by, Deed.CHOOSE_ROUTE, workspace.pk)
    if not any(step.is_deciding for step in steps):
        raise Refusal("Nobody decides on this route.", next_step="Add the body that decides.")
    before = Route.objects.filter(workspace=workspace).first()
    if before and before.steps.filter(met_at__isnull=False).exists():
        raise Refusal("A body on the present route has met already.", next_step="Record what follows on that route.")
    if before and StepRecord.objects.filter(step__route=before).exists():
        raise Refusal(
            "Something is recorded at a step of the present route already.",
            next_step="Record what follows on that route.",
        )
    if before:
        before.steps.all().delete()
        before.delete()
    row = Route.objects.create(
        workspace=workspace, code=code, name=name, as_of=as_of, planned=plain(planned), chosen_at=at
    )
    for position, step in enumerate(steps, start=1):
        Step.objects.create(
            route=row,
            position=position,
            body=step.body,
            body_kind=step.kind.value,
            is_deciding=step.is_deciding,
            deed=step.doing.value,
            who=step.who,
            terms=[one.value for one in step.terms],
            meets_on=step.meets_on,
            meets_at=step.meets_at,
            meeting=_meeting_of(workspace, step),
        )
    audit.record(
        "route.chosen", about=row, by=by, at=at, workspace=workspace, code=code, name=name, steps=list(steps),
        instead_of=before.name if before else None,
    )  # fmt: skip
    return row


def _meeting_of(workspace: Workspace, step: StepValue) -> Meeting | None:
    if step.meets_on is None or not step.doing.resolves:
        return None
    return meetings.held_on(workspace, step.body, step.meets_on, step.meets_at)


@transaction.atomic
def record_meeting(*, step: Step, met_on: date, by: Any, at: datetime) -> Step:
    """Record that the body met. A day other than the planned one replaces it, and the record keeps both.

    Raises a Refusal for a day still to come, or a meeting whose decision is recorded.
    """
    permit(by, Deed.RECORD_MEETING, step.route.workspace_id)
    if not step.resolves:
        raise Refusal(f"{step.body} decides nothing at this step.", next_step="Record what was done instead.")
    if met_on > timezone.localdate(at):
        raise Refusal("The meeting is still to come.", next_step="Record it when the body has met.")
    if Decision.objects.filter(step=step).exists():
        raise Refusal("The decision of this meeting is recorded already.", next_step="Open the decision instead.")
    kept = recounts.kept_at(step)
    before, step.meets_on, step.met_at = step.meets_on, met_on, at
    step.save(update_fields=["meets_on", "met_at"])
    if kept is not None:
        changes.met(kept, on=met_on, by=by, at=at)
    audit.record(
        "meeting.recorded", about=step, by=by, at=at, workspace=step.route.workspace, body=step.body,
        planned_on=before, met_on=met_on,
    )  # fmt: skip
    return step


@transaction.atomic
def record_decision(
    *,
    step: Step,
    limbs: Sequence[Limb],
    minute: str,
    decided_on: date,
    plan_version: Version | None = None,
    reasons: str = "",
    alternatives: str = "",
    interests: str = "",
    is_callable: bool = True,
    not_callable_reason: str = "",
    outcome: Outcome = Outcome.AGREED,
    outcome_reason: str = "",
    by: Any,
    at: datetime,
) -> Decision:
    """Record what a body resolved at a step. The call-in clock starts later, when the decision is published.

    Raises a Refusal if the body has not met, has decided already, or the words do not hold together; where something
    the step rests on is not recorded; or where it was refused, or no plan is to be sent, and nothing says why.
    """
    permit(by, Deed.RECORD_DECISION, step.route.workspace_id)
    if step.met_at is None:
        raise Refusal(f"{step.body} has not met yet.", next_step="Record the meeting first.")
    if Decision.objects.filter(step=step).exists():
        raise Refusal(f"{step.body} has decided already.", next_step="Open the decision instead.")
    if not is_callable and not not_callable_reason.strip():
        raise Refusal("There is no reason why it cannot be called in.", next_step="Give the reason and its rule.")
    check_outcome(outcome, reason=outcome_reason, is_deciding=step.is_deciding)
    walking.check_at(step, walking.BY_OUTCOME[outcome], at)
    check_decision(
        walking.value_of(step), limbs=tuple(limbs), minute=minute, decided_on=decided_on, today=timezone.localdate(at)
    )
    row = Decision.objects.create(
        step=step,
        decided_on=decided_on,
        limbs=plain(list(limbs)),
        minute=minute,
        reasons=reasons,
        alternatives=alternatives,
        interests=interests,
        plan_version=plan_version,
        is_callable=is_callable,
        not_callable_reason=not_callable_reason,
        outcome=outcome.value,
        outcome_reason=outcome_reason.strip(),
        recorded_at=at,
    )
    audit.record(
        "decision.recorded", about=row, by=by, at=at, workspace=step.route.workspace, body=step.body,
        decided_on=decided_on, limbs=list(limbs), minute=minute,
        plan_fingerprint=plan_version.fingerprint if plan_version else None, outcome=outcome,
        outcome_reason=outcome_reason.strip(),
    )  # fmt: skip
    return row


@transaction.atomic
def publish_decision(*, decision: Decision, published_at: datetime, by: Any, at: datetime) -> Decision:
    """Publish the decision. Where it can be called in, the clock starts, and its working is kept as computed this day.

    ``published_at`` is local time in England. Raises a Refusal if it is published already, or would be published
    before it was taken, or in the future, or as not callable for urgency without anybody's consent on record.
    """
    permit(by, Deed.PUBLISH_DECISION, decision.step.route.workspace_id)
    if decision.published_at is not None:
        raise Refusal(
            "The decision is published already.", next_step="The first publication starts the clock and stands."
        )
    check_publication(decided_on=decision.decided_on, published_on=timezone.localdate(published_at))
    check_consent(
        is_callable=decision.is_callable, reason=decision.not_callable_reason, has_waiver=holds.is_waived(decision)
    )
    if published_at > at:
        raise Refusal("The day of publication is still to come.", next_step="Record it when the decision is published.")
    clock = call_in_of(decision, published_at=published_at)
    decision.published_at = published_at
    decision.call_in = plain(clock) if clock else None
    decision.save(update_fields=["published_at", "call_in"])
    audit.record(
        "decision.published", about=decision, by=by, at=at, workspace=decision.step.route.workspace,
        published_at=published_at, call_in=decision.call_in,
    )  # fmt: skip
    return decision


@transaction.atomic
def adopt_dates(*, route: Route, seen: str, by: Any, at: datetime) -> Route:
    """Accept the dates of the chosen route as they are counted now; what has happened keeps its day.

    ``seen`` stands for the dates the person was shown (`recounts.seen`). The record keeps old and new. Raises a Refusal
    where they are no longer those, where nothing differs, or where a meeting the route rests on is cancelled.
    """
    permit(by, Deed.ADOPT_DATES, route.workspace_id)
    found = recounts.recounted(route, as_of=timezone.localdate(at))
    if found is None or not found.is_changed:
        raise Refusal("The dates of the route are as they were accepted.", next_step="There is nothing to accept.")
    if seen != recounts.seen(found):
        raise Refusal("The dates have changed again since you looked.", next_step="Look at them once more.")
    rows = list(route.steps.select_related("route__workspace"))
    kept = [recounts.kept_at(row) if row.resolves and row.met_at is None else None for row in rows]
    if any(one is not None and one.status == "cancelled" for one in kept):
        raise Refusal("A meeting on this route is cancelled.", next_step="Choose another route, or another meeting.")
    before = route.planned
    route.planned, route.name = plain(found.now), found.now.name
    route.save(update_fields=["planned", "name"])
    for row, meeting in zip(rows, kept, strict=True):
        if meeting is not None:
            row.meeting, row.meets_on, row.meets_at = meeting, meeting.on, meeting.starts_at or row.meets_at
            row.save(update_fields=["meeting", "meets_on", "meets_at"])
        elif not row.resolves:
            row.meets_on = _planned_day(row, found.now)
            row.save(update_fields=["meets_on"])
    audit.record(
        "route.dates_adopted", about=route, by=by, at=at, workspace=route.workspace, before=before, after=route.planned,
        reasons=list(found.reasons), breaks=list(found.breaks),
    )  # fmt: skip
    return route


def _planned_day(row: Step, now: PlannedRoute) -> date | None:
    """The day on which an officer's part of the route is planned now; the one that stands where it has none."""
    days = (one.meets_on for one in now.parts if one.doing.value == row.deed)
    return next(days, row.meets_on)


@transaction.atomic
def correct_call_in(*, decision: Decision, reason: str, by: Any, at: datetime) -> CallInCorrection:
    """Put a published call-in right by today's rules and holidays, with the reason. What was published stays on record.

    Raises a Refusal without a reason, before publication, or where today's count is the published one.
    """
    permit(by, Deed.CORRECT_CALL_IN, decision.step.route.workspace_id)
    if not reason.strip():
        raise Refusal("There is no reason.", next_step="Say why the published date was wrong.")
    found = recounts.call_in_today(decision)
    if found is None or not found.differs:
        raise Refusal("The published call-in is what would be counted today.", next_step="There is nothing to correct.")
    row = CallInCorrection.objects.create(
        decision=decision, before=decision.call_in, after=plain(found.today) if found.today else None,
        reason=reason.strip(), by_name=getattr(by, "name", "Moothall"), corrected_at=at,
    )  # fmt: skip
    decision.call_in = row.after
    decision.save(update_fields=["call_in"])
    audit.record(
        "call_in.corrected", about=decision, by=by, at=at, workspace=decision.step.route.workspace, before=row.before,
        after=row.after, reason=row.reason,
    )  # fmt: skip
    return row
