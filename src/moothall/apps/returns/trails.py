"""How far a plan has come, derived from what was recorded along the line. The return sees all that lies before it."""

from datetime import date

from moothall.apps.audit import queries as audit
from moothall.apps.rounds import queries as rounds
from moothall.apps.routes import queries as routes
from moothall.apps.workspaces.models import Workspace
from moothall.domain.decisions import Outcome
from moothall.domain.trail import STAGES, TrailStep, ended_unsent, held_back, trail


def trail_of(workspace: Workspace, *, as_of: date) -> tuple[TrailStep, ...]:
    """Every stage of this workspace's plan as it stands on a day."""
    recorded = audit.first_days(workspace.pk, {stage.event for stage in STAGES})
    reached: dict[str, date | None] = {stage.key: recorded.get(stage.event) for stage in STAGES}
    decision = routes.deciding_decision(workspace)
    round_ = rounds.round_called(workspace.round_slug)
    reached["asked"] = round_.letter_on if round_ else reached["asked"]
    # The record says when something was written down; a meeting and its decision have days of their own.
    reached["met"] = decision.step.meets_on if decision else None
    reached["decided"] = decision.decided_on if decision else None
    reached["in_force"] = routes.in_force_on(decision) if decision else None
    steps = trail(reached, as_of=as_of)
    if decision and decision.outcome == Outcome.NOT_SENT:
        steps = ended_unsent(steps, "Members resolved that no plan is sent.")
    return held_back(steps) if decision and decision.held_since else steps
