"""The dates of a workspace's route as they stand: planned, as things happened, and as a proper officer put them."""

from collections.abc import Sequence
from datetime import date

from django.utils import timezone

from moothall.apps.overrides import queries as overrides
from moothall.apps.routes import clocks
from moothall.apps.routes.models import Decision, Route, Step
from moothall.apps.workspaces.models import Workspace
from moothall.domain.authorities import BodyKind, Governance
from moothall.domain.clocks import call_in
from moothall.domain.days import ONE_DAY
from moothall.domain.deadlines import Deadline
from moothall.domain.meetings import body_kind
from moothall.domain.overrides import Override
from moothall.domain.plain import build
from moothall.domain.planned_routes import PlannedRoute
from moothall.domain.provisions import Provision
from moothall.domain.rule_packs import Base, CallInRule, RulePack, calendar
from moothall.domain.standing_dates import Following, Happened, StandingDate, standing
from moothall.domain.timetable import RECORDS
from moothall.domain.timetable import Step as PlannedStep
from moothall.reference import bank_holidays


def standing_dates(route: Route, *, put: Sequence[Override] | None = None) -> tuple[StandingDate, ...]:
    """Every date of the route as it stands, by day. ``put`` are the workspace's overrides where they are at hand.

    A decision that a call-in holds back has no day on which it takes effect.
    """
    workspace = route.workspace
    planned = build(PlannedRoute, route.planned) if route.planned else None
    held = {step.body for step in route.steps.all() if _is_held(step)}
    found = standing(
        planned.steps if planned else (),
        happened=[_happened(step, workspace) for step in route.steps.all() if step.resolves],
        overrides=overrides.overrides(workspace.pk) if put is None else put,
        following=_following(route),
    )
    return tuple(one for one in found if not (one.step.step == "in_force" and one.step.body in held))


def _is_held(step: Step) -> bool:
    decision: Decision | None = getattr(step, "decision", None)
    return decision is not None and decision.held_since is not None


def in_force_on(decision: Decision, counted: date) -> date:
    """The day a published decision takes effect: as counted, or as a date put by the proper officer makes it."""
    route = decision.step.route
    put = [one for one in overrides.overrides(route.workspace_id) if one.stands]
    if not put:
        return counted
    body = decision.step.body
    dates = standing_dates(route, put=put)
    return next((one.step.on for one in dates if one.step.step == "in_force" and one.step.body == body), counted)


def _happened(step: Step, workspace: Workspace) -> Happened:
    decision: Decision | None = getattr(step, "decision", None)
    published_at = decision.published_at if decision else None
    return Happened(
        body=step.body,
        is_deciding=step.is_deciding,
        meets_on=step.meets_on,
        meets_at=step.meets_at,
        has_met=step.met_at is not None,
        published_on=timezone.localdate(published_at) if published_at else None,
        record=_record(step, workspace),
        call_in=build(Deadline, decision.call_in) if decision and decision.call_in else None,
    )


def _record(step: Step, workspace: Workspace) -> tuple[str, Provision] | None:
    """The rule and provision for publishing what this body decides, where the executive's regulations have one."""
    if Governance(workspace.governance) is Governance.COMMITTEE:
        return None
    return RECORDS.get(BodyKind(step.body_kind))


def _following(route: Route) -> Following:
    """How dates that follow from a moved one are counted anew, by the rules of the day for the body that decides."""
    kinds = {step.body: BodyKind(step.body_kind) for step in route.steps.all()}
    holidays = bank_holidays.england()

    def rule_of(step: PlannedStep, day: date) -> tuple[RulePack, CallInRule | None]:
        pack = clocks.pack_of(route.workspace, day)
        return pack, pack.call_in_for(kinds.get(step.body or "") or body_kind(step.body or ""))

    def call_in_from(step: PlannedStep, published_on: date) -> Deadline | None:
        pack, rule = rule_of(step, published_on)
        if rule is None or rule.base is Base.DECISION:
            return None
        return call_in.deadline(published_on, rule=rule, holidays=calendar(pack, holidays))

    def effect_after(step: PlannedStep, last_day: date) -> date:
        pack, rule = rule_of(step, last_day)
        if rule is None:
            return last_day + ONE_DAY
        return call_in.takes_effect_on(last_day, rule=rule, holidays=calendar(pack, holidays))

    return Following(call_in_from, effect_after)
