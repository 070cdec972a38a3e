"""The route of a workspace and how far it has come."""

from datetime import date, datetime

from django.utils import timezone

from moothall.apps.routes import dates
from moothall.apps.routes.models import Decision, Route, Step
from moothall.apps.workspaces.models import Workspace
from moothall.domain.authorities import BodyKind
from moothall.domain.decisions import Limb, Outcome, shows_endorsement, shows_oversight
from moothall.domain.plain import build
from moothall.domain.planned_routes import PlannedRoute
from moothall.domain.routes import Deed
from moothall.domain.standing_dates import StandingDate


def route(workspace: Workspace) -> Route | None:
    """The chosen route with its steps and decisions, or None."""
    return (
        Route.objects.filter(workspace=workspace)
        .select_related("workspace")
        .prefetch_related(
            "steps__decision__plan_version", "steps__meeting__changes", "steps__records", "steps__finishings__version"
        )
        .first()
    )


def planned(row: Route) -> PlannedRoute | None:
    """The route with its dates and their working, as computed when it was chosen; None where none were kept."""
    return build(PlannedRoute, row.planned) if row.planned else None


def standing_dates(row: Route | None) -> tuple[StandingDate, ...]:
    """Every date of the route as it stands: computed, as things happened, or put by the proper officer. By day."""
    return dates.standing_dates(row) if row else ()


def step(workspace: Workspace, pk: int) -> Step | None:
    """One step of this workspace's route, or None."""
    return Step.objects.filter(pk=pk, route__workspace=workspace).select_related("route__workspace").first()


def decision_at(step: Step) -> Decision | None:
    """What the body resolved at a step, or None."""
    return getattr(step, "decision", None)


def decisions(workspace: Workspace) -> list[Decision]:
    """Everything the bodies on the route resolved, in the order of the route."""
    found = Decision.objects.filter(step__route__workspace=workspace)
    return list(found.select_related("step__route__workspace", "plan_version").order_by("step__position"))


def deciding_decision(workspace: Workspace) -> Decision | None:
    """The decision that is the council's: the last recorded at a deciding step, or None."""
    return (
        Decision.objects.filter(step__route__workspace=workspace, step__is_deciding=True)
        .select_related("step", "plan_version")
        .order_by("-step__position")
        .first()
    )


def limbs(decision: Decision) -> tuple[Limb, ...]:
    """The limbs of a decision as domain values."""
    return build(tuple[Limb, ...], decision.limbs)


def is_endorsed(decision: Decision) -> bool:
    """Whether members put their name to the plan. *Note* alone does not, nor does an officer's decision.

    Nor does a refusal, or approving the approach before there is a text.
    """
    step = decision.step
    if step.body_kind == BodyKind.OFFICER or step.deed == Deed.APPROVE_APPROACH or not _is_agreed(decision):
        return False
    return shows_endorsement(limbs(decision))


def is_overseen(decision: Decision) -> bool:
    """Whether members had the plan before them; an officer's decision does not show that."""
    return decision.step.body_kind != BodyKind.OFFICER and shows_oversight(limbs(decision))


def _is_agreed(decision: Decision) -> bool:
    return decision.outcome in (Outcome.AGREED, Outcome.CHANGED)


def in_force_on(decision: Decision) -> date | None:
    """The day the decision takes effect; None while it is not published, and while a call-in holds it back.

    Without call-in: the day of publication. A date the proper officer put for it, or for the end of call-in, goes
    before the computed one.
    """
    if decision.published_at is None or decision.held_since is not None:
        return None
    return dates.in_force_on(decision, counted_in_force_on(decision, decision.published_at))


def counted_in_force_on(decision: Decision, published_at: datetime) -> date:
    """The day the decision takes effect as computed when it was published, whatever date was put since."""
    if decision.call_in:
        return date.fromisoformat(decision.call_in["effective_on"])
    return timezone.localdate(published_at)


def is_in_force(decision: Decision, at: datetime) -> bool:
    """Whether the decision may be carried out at this moment."""
    effective = in_force_on(decision)
    return effective is not None and timezone.localdate(at) >= effective
