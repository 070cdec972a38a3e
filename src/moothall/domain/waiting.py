"""By when somebody has a plan: the next date of its route, or the round's deadline. Derived from what is planned."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from moothall.domain.timetable import Step

# What is still to be done at each stage is bound by the steps of the route that come at it or after it.
_FROM: dict[str, frozenset[str]] = {
    "met": frozenset({"decision"}),
    "decided": frozenset({"publish_decision", "call_in", "in_force", "submit"}),
    "in_force": frozenset({"publish_decision", "call_in", "in_force", "submit"}),
    "published": frozenset({"submit"}),
    "sent": frozenset({"submit"}),
}


@dataclass(frozen=True, slots=True)
class Due:
    """The day by which the next thing must be done, and what falls on that day. ``is_past`` once the day is over."""

    on: date
    what: str
    is_past: bool = False


def due(stage: str, steps: Iterable[Step], *, deadline_on: date, as_of: date) -> Due:
    """By when the stage (a key of `trail.STAGES`) is to be reached: the next date of the route that binds it.

    Without a route, or once its dates are past, the round's own deadline.
    """
    bound = _FROM.get(stage)
    ahead = [step for step in steps if step.on >= as_of and (bound is None or step.step in bound)]
    first = min(ahead, key=lambda step: step.on, default=None)
    if first is None or (bound is None and first.on > deadline_on):
        return Due(deadline_on, "The deadline of the round", deadline_on < as_of)
    return Due(first.on, first.what)
