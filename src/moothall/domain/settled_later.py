"""Routes on which members decide and a delegate settles words afterwards: the last of them, or all of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from moothall.domain.authorities import BodyKind, Governance
from moothall.domain.courses import Course, InTheWay, Step
from moothall.domain.found import Found
from moothall.domain.meetings import Meeting
from moothall.domain.planned_routes import PlannedRoute, planned
from moothall.domain.provisions import EXECUTIVE_REGULATIONS, Provision, Read
from moothall.domain.routes import route
from moothall.domain.situation import Situation
from moothall.domain.timetable import decision

DELEGATED_RECORD = Provision(EXECUTIVE_REGULATIONS, "regulation 13(4)", Read.ACCOUNT)
_SHAPES = {BodyKind.EXECUTIVE: "R2", BodyKind.COMMITTEE: "R5"}


def with_delegation(meeting: Meeting, name: str, course: Course, situation: Situation, *, who: str) -> Iterator[Found]:
    """The same decision with the last words left to a delegate, who has until the deadline."""
    if meeting.kind in _SHAPES:
        shape = route(_SHAPES[meeting.kind])
        slack = (situation.deadline_on - course.in_force_on).days
        make = partial(_settled, shape.id, f"{name}, leaving final words to {who}", course, who)
        yield Found(shape, True, slack, course.in_force_on, None, make)


def _settled(id_: str, name: str, course: Course, who: str, situation: Situation) -> PlannedRoute:
    by = situation.short(situation.deadline_on)
    finish = _finish(f"Settle the final words, by {by} at the latest, and record it", course, situation, who)
    return planned(route(id_), name, course, situation, steps=[finish])


def approach_first(meeting: Meeting, name: str, course: Course, situation: Situation, *, who: str) -> Iterator[Found]:
    """Members approve how the plan is made before its text is ready, and a delegate settles the text.

    Only where nothing but the text stands in the way: a route of its own, with its own day of sending.
    """
    if meeting.kind not in _SHAPES or course.in_the_way != {InTheWay.TEXT}:
        return
    ready = situation.text_ready_on
    assert ready is not None
    sent_on = max(course.in_force_on, situation.counting.first_working(ready))
    slack = (situation.deadline_on - sent_on).days
    if slack < 0:
        return
    make = partial(_approach, meeting, name, who)
    yield Found(route("R15"), True, slack, course.in_force_on, None, make)


def _approach(meeting: Meeting, name: str, who: str, situation: Situation) -> PlannedRoute:
    course = decision(meeting, situation, text_needed=False)
    steps = tuple(
        replace(step, what=f"{meeting.body} approves the approach") if step.step == "decision" else step
        for step in course.steps
    )
    course = replace(course, steps=steps)
    ready = situation.text_ready_on or course.in_force_on
    sent_on = max(course.in_force_on, situation.counting.first_working(ready))
    what = f"Settle the whole text when it is ready, from {situation.short(ready)}, and record it"
    finish = replace(_finish(what, course, situation, who), on=sent_on)
    return planned(
        route("R15"),
        f"{name}, approving the approach and leaving the text to {who}",
        course,
        situation,
        trades=(DELEGATE_MAY_BE_KEY,) if situation.governance is not Governance.COMMITTEE else (),
        steps=[finish],
        sent_on=sent_on,
    )


DELEGATE_MAY_BE_KEY = (
    "Ask whether what the delegate settles is itself a key decision: then it needs its own notice and its own call-in."
)


def _finish(what: str, course: Course, situation: Situation, who: str) -> Step:
    executive = situation.governance is not Governance.COMMITTEE
    return Step(
        "finish",
        what,
        None,
        course.in_force_on,
        rule="G-D2" if executive else None,
        provision=DELEGATED_RECORD if executive else None,
        who=who[0].upper() + who[1:],
    )
