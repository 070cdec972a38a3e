"""What is done at a step of the route besides meeting and deciding, and the routes a council puts together."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from moothall.apps.audit import actions as audit
from moothall.apps.meetings import queries as meetings
from moothall.apps.people.permissions import permit
from moothall.apps.plans.models import Version
from moothall.apps.routes import finishing, queries, walking
from moothall.apps.routes.models import Decision, Finishing, OwnRoute, Route, Step, StepRecord
from moothall.apps.workspaces.models import Workspace
from moothall.domain import own_routes, step_records
from moothall.domain.authorities import Governance
from moothall.domain.fingerprints import plain
from moothall.domain.finishing import Finished, check_finishing, check_reported
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.domain.route_table import Event


@transaction.atomic
def record_at_step(
    *,
    step: Step,
    event: Event,
    on: date,
    who: str = "",
    words: str = "",
    until_on: date | None = None,
    places: Mapping[str, str] | None = None,
    by: Any,
    at: datetime,
) -> StepRecord:
    """Record a signature, a consent, a representation, advice or a report at a step, with its day and whose it was.

    Raises a Refusal where the step does not rest on it, for a day still to come, or where a name or words are missing.
    """
    permit(by, Deed.RECORD_AT_STEP, step.route.workspace_id)
    before = [(Event(one.event), one.who) for one in walking.standing_records(step)]
    step_records.check_record(
        event, on=on, who=who, words=words, until_on=until_on, before=before, today=timezone.localdate(at)
    )
    walking.check_at(step, event, at)
    row = StepRecord.objects.create(
        step=step, event=event.value, on=on, who=who.strip(), words=words.strip(), until_on=until_on,
        places=dict(places or {}), by_name=getattr(by, "name", "Moothall"), recorded_at=at,
    )  # fmt: skip
    audit.record(
        "step.recorded", about=row, by=by, at=at, workspace=step.route.workspace, body=step.body, happened=event,
        on=on, who=row.who, words=row.words if step_records.is_public(event) else "",
    )  # fmt: skip
    return row


@transaction.atomic
def take_back_record(*, record: StepRecord, reason: str, by: Any, at: datetime) -> StepRecord:
    """Take back what was recorded at a step, with the reason. The first entry stays and is read beside it.

    Raises a Refusal without a reason, for one taken back already, or when the step was decided or finished since.
    """
    permit(by, Deed.RECORD_AT_STEP, record.step.route.workspace_id)
    if not reason.strip():
        raise Refusal("There is no reason.", next_step="Say what was wrong with the entry.")
    if record.corrects_id or StepRecord.objects.filter(corrects=record).exists():
        raise Refusal("This entry is taken back already.", next_step="Record what is so as a new entry.")
    if queries.decision_at(record.step) is not None and step_records.is_beforehand(Event(record.event)):
        raise Refusal("The decision rests on this entry and is recorded.", next_step="Correct the decision's record.")
    row = StepRecord.objects.create(
        step=record.step, event=record.event, on=record.on, who=record.who, corrects=record, reason=reason.strip(),
        by_name=getattr(by, "name", "Moothall"), recorded_at=at,
    )  # fmt: skip
    audit.record(
        "step.taken_back", about=row, by=by, at=at, workspace=record.step.route.workspace, body=record.step.body,
        happened=record.event, who=record.who, reason=row.reason,
    )  # fmt: skip
    return row


@transaction.atomic
def finish_text(
    *, step: Step, version: Version, decision: Decision | None, limb: int, said: Finished, by: Any, at: datetime
) -> Finishing:
    """Record a text finished under a delegation: which version, by whom, under which limb, and how it kept to it.

    Raises a Refusal for a version that nobody delegated, before the decision is in force, where a condition of the limb
    is not answered, or where the step waits for advice that is not recorded.
    """
    permit(by, Deed.FINISH_TEXT, step.route.workspace_id)
    walking.check_at(step, Event.FINISHED, at)
    under = check_finishing(
        [one.delegation for one in finishing.left(step) if one.decision == decision],
        limb,
        said,
        version=version.number,
        resolved_version=decision.plan_version.number if decision and decision.plan_version else None,
        in_force_on=queries.in_force_on(decision) if decision else None,
        today=timezone.localdate(at),
    )
    assert decision is not None  # a limb of it was found
    if Finishing.objects.filter(step=step, version=version).exists():
        raise Refusal(f"Version {version.number} is finished already.", next_step="Keep a later version to finish.")
    row = Finishing.objects.create(
        step=step, decision=decision, limb=limb, delegate=said.delegate, condition=under.limb.condition,
        version=version, finished_by=said.finished_by.strip(), finished_on=said.finished_on, within=said.within.strip(),
        circulated_to=said.circulated_to.strip(), circulated_on=said.circulated_on,
        recorded_by_name=getattr(by, "name", "Moothall"), recorded_at=at,
    )  # fmt: skip
    audit.record(
        "text.finished", about=row, by=by, at=at, workspace=step.route.workspace, version=version.number,
        fingerprint=version.fingerprint, finished_by=row.finished_by, delegate=row.delegate, limb=limb,
        body=under.body, decided_on=under.decided_on, within=row.within, circulated_to=row.circulated_to,
    )  # fmt: skip
    return row


@transaction.atomic
def report_back(*, finished: Finishing, to: str, on: date, by: Any, at: datetime) -> Finishing:
    """Record that a finished text was reported back to members, to whom and when.

    Raises a Refusal for one reported already, to nobody, or on a day before it was finished or still to come.
    """
    permit(by, Deed.RECORD_AT_STEP, finished.step.route.workspace_id)
    if finished.reported_on is not None:
        raise Refusal("This was reported back already.", next_step="See the entry on the page of the route.")
    check_reported(to=to, on=on, finished_on=finished.finished_on, today=timezone.localdate(at))
    finished.reported_to, finished.reported_on, finished.reported_at = to.strip(), on, at
    finished.save(update_fields=["reported_to", "reported_on", "reported_at"])
    audit.record(
        "text.reported_back", about=finished, by=by, at=at, workspace=finished.step.route.workspace,
        version=finished.version.number, to=finished.reported_to, on=on,
    )  # fmt: skip
    return finished


@transaction.atomic
def put_again(*, step: Step, meets_on: date, by: Any, at: datetime) -> Step:
    """Put the plan to a body again that did not agree to it, as a further step of the route after the first.

    Raises a Refusal where it did not refuse, or for a day before its first decision.
    """
    permit(by, Deed.CHOOSE_ROUTE, step.route.workspace_id)
    walking.check_at(step, Event.PUT_AGAIN, at)
    decision = queries.decision_at(step)
    if decision is not None and meets_on <= decision.decided_on:
        raise Refusal("That day is not after its first decision.", next_step="Give the day of its next meeting.")
    route = step.route
    for later in route.steps.filter(position__gt=step.position).order_by("-position"):
        Step.objects.filter(pk=later.pk).update(position=F("position") + 1)
    StepRecord.objects.create(
        step=step, event=Event.PUT_AGAIN.value, on=timezone.localdate(at), by_name=getattr(by, "name", "Moothall"),
        recorded_at=at,
    )  # fmt: skip
    row = Step.objects.create(
        route=route, position=step.position + 1, body=_other_name(route, step.body), body_kind=step.body_kind,
        is_deciding=step.is_deciding, deed=step.deed, who=step.who, terms=step.terms, meets_on=meets_on,
        meeting=meetings.held_on(route.workspace, step.body, meets_on, None),
    )  # fmt: skip
    audit.record(
        "step.put_again", about=row, by=by, at=at, workspace=route.workspace, body=step.body, meets_on=meets_on
    )
    return row


def _other_name(route: Route, body: str) -> str:
    """The name of a body that is asked again: no two steps have one name, since dates are told apart by it."""
    taken, count = set(route.steps.values_list("body", flat=True)), 2
    while (name := f"{body}, meeting {count} on this plan") in taken:
        count += 1
    return name


@transaction.atomic
def keep_own_route(*, workspace: Workspace, route: own_routes.OwnRoute, by: Any, at: datetime) -> OwnRoute:
    """Keep a route that the council put together, under its name. The same name keeps it anew.

    Raises a Refusal with the first fault of one that cannot be walked to its end.
    """
    permit(by, Deed.CHOOSE_ROUTE, workspace.pk)
    found = own_routes.faults(route, governance=Governance(workspace.governance))
    if found:
        where = f"Step {found[0].step}: " if found[0].step else ""
        raise Refusal(f"{where}{found[0].says}", next_step=found[0].next_step)
    before = OwnRoute.objects.filter(gss=workspace.gss, name=route.name.strip()).first()
    was = before.steps if before else None
    row = before or OwnRoute(gss=workspace.gss, name=route.name.strip())
    row.steps, row.based_on, row.kept_at = plain(list(route.steps)), route.based_on, at
    row.kept_by_name = getattr(by, "name", "Moothall")
    row.save()
    audit.record(
        "own_route.kept", about=row, by=by, at=at, workspace=workspace, name=row.name, before=was, after=row.steps
    )
    return row


@transaction.atomic
def remove_own_route(*, workspace: Workspace, own: OwnRoute, by: Any, at: datetime) -> None:
    """Take a composed route away. Workspaces that chose it keep their steps; the record keeps what it was."""
    permit(by, Deed.CHOOSE_ROUTE, workspace.pk)
    audit.record("own_route.removed", about=own, by=by, at=at, workspace=workspace, name=own.name, before=own.steps)
    own.delete()
