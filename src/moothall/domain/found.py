"""A route that was found and judged, before its steps and sentences are put together for somebody to read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from moothall.domain.planned_routes import PlannedRoute, place
from moothall.domain.routes import WAY_OF, Route, Way
from moothall.domain.situation import Situation


@dataclass(slots=True)
class Found:
    """A route and its place among the others. ``planned`` puts it in words, with every step and its working, as it is
    seen from the day of a situation. ``place`` is where it stands among the others, as a key to sort by.

    ``slack_days`` and ``in_force_on`` are as in PlannedRoute; for a way out they are not worked out before it is read.
    """

    shape: Route
    fits: bool
    slack_days: int | None
    in_force_on: date | None
    way: Way | None
    planned: Callable[[Situation], PlannedRoute]
    place: tuple[int, int, int, int] = field(init=False)

    def __post_init__(self) -> None:
        self.place = place(
            self.shape, fits=self.fits, slack_days=self.slack_days, way=self.way, in_force_on=self.in_force_on
        )


def a_way_out(shape: Route, planned: Callable[[Situation], PlannedRoute], way: Way | None = None) -> Found:
    """A way out along a shape: the one the shape is, or another that goes along it."""
    return Found(shape, False, None, None, way or WAY_OF[shape.id], planned)
