"""What is left when no ordinary route makes the deadline: sending first, asking for time, urgency.

Each rests on someone's consent or leaves something open, so none is ever said to fit.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from moothall.domain.authorities import BodyKind, Governance
from moothall.domain.days import ONE_DAY
from moothall.domain.meetings import Meeting
from moothall.domain.planned_routes import PlannedRoute, planned, send
from moothall.domain.provisions import Provision, Read
from moothall.domain.routes import route
from moothall.domain.timetable import Course, Situation, Step, decision, in_order

WAIVER_RULE = "G-C2"
WAIVER = Provision("The council's constitution", "its rule on urgency and call-in", Read.ACCOUNT)


def ways_out(
    situation: Situation, late: tuple[Meeting, Course] | None, *, ordinary_fits: bool, member: str
) -> Iterator[PlannedRoute]:
    """The ways out from here. ``late`` is the first decision that could be taken but comes after the deadline."""
    if late is not None:
        yield from _around(situation, *late)
    else:
        yield _ask(situation)
    yield from _urgent(situation, ordinary_fits, member)


def _around(situation: Situation, meeting: Meeting, course: Course) -> Iterator[PlannedRoute]:
    label = f"{meeting.body} {situation.short(meeting.on)}"
    start = situation.counting.first_working(situation.as_of)
    sent_on = max(start, situation.counting.last_working(situation.deadline_on))
    if sent_on < course.decided_on:
        yield _sent_first("R12", f"Send it subject to approval, {label} ratifies", situation, course, sent_on)
    asked = planned(route("R13"), f"Ask for a later day, {label} decides", course, situation)
    ask = Step(
        "ask_for_time",
        "Ask for a later day, in writing",
        None,
        start,
        who="Chief executive",
    )
    until = f"It needs an agreed deadline of {situation.short(course.in_force_on)} or later, and none is agreed yet."
    yield replace(
        asked, steps=in_order([ask, *asked.steps]), why_not=until, trades=(*course.trades, *route("R13").costs)
    )
    if sent_on < course.decided_on:
        yield _sent_first("R14", f"Send it, {label} notes it", situation, course, sent_on)


def _sent_first(id_: str, name: str, situation: Situation, course: Course, sent_on: date) -> PlannedRoute:
    """A plan sent by the deadline and put to members afterwards."""
    shape = route(id_)
    marked = "Send the return, marked subject to approval" if id_ == "R12" else "Send the return"
    after = "endorse" if id_ == "R12" else "only note"
    why = f"Members {after} it on {situation.short(course.decided_on)}, after it has been sent."
    return PlannedRoute(
        route=id_,
        name=name,
        fits=False,
        endorsement=shape.endorsement,
        as_of=situation.as_of,
        steps=in_order([*course.steps, send(sent_on, marked)]),
        slack_days=(situation.deadline_on - sent_on).days,
        submit_on=sent_on,
        in_force_on=course.in_force_on,
        trades=(*course.trades, *shape.costs),
        why_not=why,
    )


def _ask(situation: Situation) -> PlannedRoute:
    """Asking for time where no meeting after the deadline is known."""
    shape = route("R13")
    on = situation.counting.first_working(situation.as_of)
    return PlannedRoute(
        route=shape.id,
        name="Ask for a later day",
        fits=False,
        endorsement=shape.endorsement,
        as_of=situation.as_of,
        steps=(Step("ask_for_time", "Ask for a later day, in writing", None, on, who="Chief executive"),),
        trades=shape.costs,
        why_not="No usable meeting after the deadline is known here: add one to see the dates of a later return.",
    )


def _urgent(situation: Situation, ordinary_fits: bool, member: str) -> Iterator[PlannedRoute]:
    """Urgent decisions by one member and by the chief executive, with call-in set aside."""
    start = situation.counting.first_working(situation.as_of)
    on = max(start, situation.counting.last_working(situation.deadline_on - ONE_DAY))
    day = situation.short(on)
    if situation.governance is not Governance.COMMITTEE:
        alone = Meeting(member, BodyKind.INDIVIDUAL_MEMBER, on)
        yield _without_call_in("R9", f"{member} alone, urgently, {day}", alone, situation, ordinary_fits)
    officer = Meeting("Chief executive", BodyKind.OFFICER, on)
    yield _without_call_in("R10", f"Chief executive, urgently, {day}", officer, situation, ordinary_fits)


def _without_call_in(id_: str, name: str, at: Meeting, situation: Situation, ordinary_fits: bool) -> PlannedRoute:
    course = decision(at, replace(situation, callable_=False))
    found = planned(route(id_), name, course, situation)
    reasons = [found.why_not] if found.why_not else []
    steps = found.steps
    if situation.has_call_in(at.kind):
        waiver = Step(
            "call_in_waived",
            "Have call-in set aside as urgent, by the person the constitution names",
            at.body,
            at.on,
            rule=WAIVER_RULE,
            provision=WAIVER,
            who="The person the constitution names",
        )
        steps = in_order([waiver, *steps])
        reasons.append("Call-in has to be set aside as urgent, and nobody has agreed to that yet.")
    else:
        reasons.append("The scheme of delegation must allow it, and the urgency must be shown.")
    if ordinary_fits:
        reasons.append("An ordinary route still fits, so urgency will be hard to show.")
    return replace(found, steps=steps, why_not=" ".join(reasons))
