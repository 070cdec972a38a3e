"""The dates of a composed route, counted by the planner where its shape allows it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from moothall.domain.authorities import BodyKind
from moothall.domain.courses import Step, in_order
from moothall.domain.decisions import StepValue
from moothall.domain.meetings import Meeting
from moothall.domain.own_routes import DEED_WORDS, OwnRoute, like
from moothall.domain.planned_routes import PlannedRoute, planned
from moothall.domain.routes import Deed, route
from moothall.domain.situation import Situation
from moothall.domain.timetable import advice, decision


def with_days(own: OwnRoute, days: Mapping[int, date]) -> tuple[StepValue, ...]:
    """The steps of a composed route with the days given for them, by their numbers from 0."""
    return tuple(replace(part, meets_on=days.get(number)) for number, part in enumerate(own.parts))


def dated(own: OwnRoute, days: Mapping[int, date], situation: Situation) -> PlannedRoute | None:
    """The route with its notices, papers, call-in and day of effect, or None where the planner cannot count it.

    It can where the route has the shape of one that councils took, one body decides on a day that is given, and the
    plan is sent after it: then it counts everything as it does for that shape. Else the days entered are all there is.
    """
    shape = like(own)
    parts = with_days(own, days)
    deciding = [part for part in parts if part.is_deciding]
    if not shape or len(deciding) != 1 or deciding[0].doing not in (Deed.DECIDE, Deed.DECIDE_URGENTLY):
        return None
    if any(part.meets_on is None for part in parts if part.doing.resolves):
        return None
    return _counted(own, shape, parts, deciding[0], situation)


def _counted(
    own: OwnRoute, shape: str, parts: Sequence[StepValue], deciding: StepValue, situation: Situation
) -> PlannedRoute:
    if deciding.doing is Deed.DECIDE_URGENTLY:
        situation = replace(situation, callable_=False)
    course = decision(_meeting(deciding), situation)
    steps: list[Step] = []
    for part in parts:
        if part.doing is Deed.ADVISE:
            steps += advice(_meeting(part), situation).steps
        elif part.doing is Deed.FINISH:
            on = part.meets_on or course.in_force_on
            steps.append(Step("finish", f"{part.body} {DEED_WORDS[Deed.FINISH]}", None, on, who=part.body))
    sent_on = next((part.meets_on for part in parts if part.doing is Deed.SEND and part.meets_on), None)
    found = planned(route(shape), own.name, course, situation, steps=in_order(steps), sent_on=sent_on)
    return replace(found, name=own.name)


def _meeting(part: StepValue) -> Meeting:
    assert part.meets_on is not None
    return Meeting(part.body, BodyKind(part.kind), part.meets_on, part.meets_at)
