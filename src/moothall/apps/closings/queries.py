"""Whether a round is closed for a council, what was reviewed, and who continues its work."""

from django.utils import timezone

from moothall.apps.closings import models
from moothall.apps.workspaces.models import Workspace
from moothall.domain import reviews as domain
from moothall.domain.closings import Closed, Continued, check_open
from moothall.domain.plain import build
from moothall.domain.plans import Plan
from moothall.domain.progress import MilestoneState, MilestoneUpdate
from moothall.domain.roles import Deed


def closed(workspace_id: int) -> Closed | None:
    """That the round is closed for this council, or None while it is open."""
    row = models.Closing.objects.filter(workspace_id=workspace_id, reopened_at=None).first()
    return Closed(timezone.localtime(row.closed_at), row.closed_by_name, row.why) if row else None


def check_open_here(deed: Deed, workspace_id: int) -> None:
    """Raise a Refusal if the round is closed for this council and the deed is none that is done in a closed one."""
    check_open(closed(workspace_id), deed)


def closings(workspace_id: int) -> list[models.Closing]:
    """Every time the round was closed for this council, the latest first."""
    return list(models.Closing.objects.filter(workspace_id=workspace_id))


def reviews(workspace_id: int) -> list[models.Review]:
    """Every review that was kept, the latest time first."""
    return list(models.Review.objects.filter(workspace_id=workspace_id))


def review(workspace_id: int, pk: int) -> tuple[models.Review, domain.Review] | None:
    """One review with what it says, or None."""
    row = models.Review.objects.filter(workspace_id=workspace_id, pk=pk).first()
    return (row, build(domain.Review, row.content)) if row else None


def succession(workspace_id: int) -> models.Succession | None:
    """Who continues this council's work, as it was recorded last, or None."""
    return models.Succession.objects.filter(workspace_id=workspace_id).select_related("workspace").first()


def continued(workspace_id: int) -> Continued | None:
    """The same, for the public."""
    row = succession(workspace_id)
    return Continued(row.successor_gss, row.successor_name, row.vesting_on) if row else None


def taken_over(workspace: Workspace) -> list[models.Succession]:
    """The hand-overs in which this council is the one that continues, the latest of each predecessor."""
    rows = models.Succession.objects.filter(successor_gss=workspace.gss).select_related("workspace").order_by("id")
    return list({row.workspace_id: row for row in rows}.values())


def adoptions(workspace_id: int) -> dict[str, models.Adoption]:
    """What became of each open item at the successor, by its key; the latest holds."""
    rows = models.Adoption.objects.filter(workspace_id=workspace_id).order_by("id")
    return {row.item: row for row in rows}


def open_items(plan: Plan, updates: dict[str, MilestoneUpdate]) -> list[tuple[str, str]]:
    """The key and title of what a successor finds open: the plan, its measures, and commitments not done or stopped."""
    settled = (MilestoneState.DONE, MilestoneState.STOPPED)
    found = [("plan", plan.title), *((one.key, one.title) for one in plan.measures)]
    for one in plan.commitments:
        states = [updates[step.key].state if step.key in updates else None for step in one.milestones]
        if not states or any(state not in settled for state in states):
            found.append((one.key, one.title))
    return found
