"""A step that comes after the day it had to serve."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from moothall.domain.remarks import Remark

CHECK = "step_after_deadline"


def check(*, step: str, step_on: date | None, deadline_on: date | None, of_round: bool = False) -> Iterator[Remark]:
    """Point out that a meeting or decision falls after the deadline, with both dates and the days between.

    ``of_round`` when the deadline is the round's own and not one the document states. Nothing is said while either
    day is unknown.
    """
    if step_on is None or deadline_on is None or step_on <= deadline_on:
        return
    late = (step_on - deadline_on).days
    whose = "the round's deadline" if of_round else "the deadline the document states"
    yield Remark(
        CHECK,
        f"{step} on {step_on.day} {step_on:%B %Y} is {late} {'day' if late == 1 else 'days'} after {whose} of "
        f"{deadline_on.day} {deadline_on:%B %Y}.",
        None,
        "Choose a route that decides in time, ask the department for more time, or say that members ratify afterwards.",
    )
