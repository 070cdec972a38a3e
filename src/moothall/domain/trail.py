"""Where a plan stands: one table of stages over what happened. Nothing here is stored; it is derived each time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from moothall.domain.roles import Role


class State(StrEnum):
    """How a stage stands."""

    DONE = "done"
    CURRENT = "current"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage: its key, the word on the page, whose turn it is to reach it, and the deed that does (audit event)."""

    key: str
    label: str
    owner: Role | None
    event: str
    todo: str


STAGES = (
    Stage("asked", "Asked", None, "workspace.opened", "The letter comes."),
    Stage("drafted", "Drafted", Role.POLICY_OFFICER, "plan.version_kept", "Write the plan and keep a version of it."),
    Stage("routed", "Route", Role.POLICY_OFFICER, "route.chosen", "Choose the route to the deadline."),
    Stage("met", "Meeting", Role.DEMOCRATIC_SERVICES, "meeting.recorded", "Record the meeting."),
    Stage("decided", "Decision", Role.DEMOCRATIC_SERVICES, "decision.recorded", "Record what was resolved."),
    Stage(
        "in_force", "In force", Role.DEMOCRATIC_SERVICES, "decision.published", "Publish the decision; call-in runs."
    ),
    Stage("published", "Published", Role.POLICY_OFFICER, "plan.published", "Publish the plan."),
    Stage("sent", "Sent", Role.CHIEF_EXECUTIVE, "return.submitted", "Certify and send the return."),
    Stage("followed", "Progress", Role.PERFORMANCE_MANAGER, "reading.recorded", "Record how it is going."),
)


@dataclass(frozen=True, slots=True)
class TrailStep:
    """A stage as it stands: done on a day, the current one, or ahead."""

    stage: Stage
    state: State
    on: date | None


def trail(reached: dict[str, date | None], *, as_of: date) -> tuple[TrailStep, ...]:
    """Every stage with its state. ``reached`` gives the day each was reached; a day after ``as_of`` is still ahead.

    The first stage not reached is the current one; later ones are ahead even where something of them happened early.
    """
    steps: list[TrailStep] = []
    has_current = False
    for stage in STAGES:
        on = reached.get(stage.key)
        if on is not None and on <= as_of and not has_current:
            steps.append(TrailStep(stage, State.DONE, on))
        elif not has_current:
            has_current = True
            steps.append(TrailStep(stage, State.CURRENT, on))
        else:
            steps.append(TrailStep(stage, State.AHEAD, on))
    return tuple(steps)


def held_back(steps: tuple[TrailStep, ...]) -> tuple[TrailStep, ...]:
    """The same stages where a call-in holds the decision back: what it waits for is that this is settled."""
    todo = "The decision was called in: settle that, and have it heard."
    return tuple(
        replace(step, stage=replace(step.stage, todo=todo)) if step.stage.key == "in_force" else step for step in steps
    )


def ended_unsent(steps: tuple[TrailStep, ...], sentence: str) -> tuple[TrailStep, ...]:
    """The same stages where members resolved that no plan is sent: those after the decision are not on the way."""
    last = next(number for number, step in enumerate(steps) if step.stage.key == "in_force")
    kept = steps[: last + 1]
    if kept[-1].state is State.DONE:
        return kept
    todo = f"{sentence} {kept[-1].stage.todo}"
    return (*kept[:-1], replace(kept[-1], stage=replace(kept[-1].stage, todo=todo)))


def current(steps: tuple[TrailStep, ...]) -> TrailStep | None:
    """The stage that waits for somebody, or None when every stage is reached."""
    return next((step for step in steps if step.state is State.CURRENT), None)
