"""What is left when no ordinary route makes the deadline: sending first, asking for time, urgent decisions.

Each rests on someone's consent or leaves something open, so none is ever said to fit.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from moothall.domain.authorities import BodyKind
from moothall.domain.courses import Course, InTheWay, Step, in_order
from moothall.domain.days import ONE_DAY
from moothall.domain.found import Found, a_way_out
from moothall.domain.meetings import Meeting
from moothall.domain.planned_routes import PlannedRoute, planned, send
from moothall.domain.routes import WAY_OF, Way, route
from moothall.domain.shorter_notice import convened, urgently, without_call_in
from moothall.domain.situation import Situation
from moothall.domain.timetable import decision
from moothall.domain.ways import way_out

NO_LATER_MEETING = "No usable meeting after the deadline is known here: add one to see the dates of a later return."


def ways_out(
    situation: Situation,
    late: tuple[Meeting, Course] | None,
    *,
    ordinary_fits: bool,
    member: str,
    executive: str = "",
) -> Iterator[Found]:
    """The ways out from here. ``late`` is the first decision that could be taken but comes after the deadline.

    ``member`` is who decides alone and ``executive`` which body could be convened at shorter notice; either is empty
    where there is none that may be used.
    """
    if late is not None:
        yield from _around(situation, *late)
    else:
        yield a_way_out(route("R13"), _ask)
        if not ordinary_fits and situation.as_of <= situation.deadline_on:
            yield a_way_out(route("R12"), _send_and_see)
    if executive and not ordinary_fits and situation.as_of <= situation.deadline_on:
        yield a_way_out(route("R1"), partial(convened, executive), Way.CONVENED_AT_SHORT_NOTICE)
    yield from _urgent(ordinary_fits, member)


def _around(situation: Situation, meeting: Meeting, course: Course) -> Iterator[Found]:
    sent_on = max(
        situation.counting.first_working(situation.as_of), situation.counting.last_working(situation.deadline_on)
    )
    if sent_on < course.decided_on:
        yield a_way_out(route("R12"), partial(_sent_first, "R12", "ratifies", meeting, course))
    elif situation.as_of <= situation.deadline_on:
        yield a_way_out(route("R12"), partial(_sent_before_effect, meeting, course))
    yield a_way_out(route("R13"), partial(_ask_until, meeting, course))
    if sent_on < course.decided_on:
        yield a_way_out(route("R14"), partial(_sent_first, "R14", "notes it", meeting, course))


def _ask_until(meeting: Meeting, course: Course, situation: Situation) -> PlannedRoute:
    name = f"Ask for a later day, {meeting.body} {situation.short(meeting.on)} decides"
    asked = planned(route("R13"), name, course, situation, way_out=way_out(Way.EXTENSION, situation))
    until = f"It needs an agreed deadline of {situation.short(course.in_force_on)} or later, and none is agreed yet."
    return replace(
        asked,
        steps=in_order([_ask_for_time(situation), *asked.steps]),
        why_not=until,
        trades=(*course.trades, *route("R13").costs),
        a_day_late=None,
    )


def _ask_for_time(situation: Situation) -> Step:
    on = situation.counting.first_working(situation.as_of)
    return Step("ask_for_time", "Ask for a later day, in writing", None, on, who="Chief executive")


def _sent_first(id_: str, does: str, meeting: Meeting, course: Course, situation: Situation) -> PlannedRoute:
    """A plan sent by the deadline and put to members afterwards."""
    sent_on = max(
        situation.counting.first_working(situation.as_of), situation.counting.last_working(situation.deadline_on)
    )
    label = f"{meeting.body} {situation.short(meeting.on)}"
    name = f"Send it subject to approval, {label} {does}" if id_ == "R12" else f"Send it, {label} {does}"
    marked = "Send the return, marked subject to approval" if id_ == "R12" else "Send the return"
    after = "endorse" if id_ == "R12" else "only note"
    why = f"Members {after} it on {situation.short(course.decided_on)}, after it has been sent."
    late = (sent_on - situation.deadline_on).days
    if late > 0:
        why += f" It is sent {late} {'day' if late == 1 else 'days'} after the deadline."
    found = planned(route(id_), name, course, situation, way_out=way_out(WAY_OF[id_], situation), sent_on=sent_on)
    return replace(
        found,
        steps=in_order([*course.steps, send(sent_on, marked)]),
        trades=(*course.trades, *route(id_).costs),
        why_not=why,
        a_day_late=None,
    )


def _sent_before_effect(meeting: Meeting, course: Course, situation: Situation) -> PlannedRoute:
    """A plan members have approved by the deadline, sent while their decision can still be called in."""
    sent_on = max(course.decided_on, situation.counting.last_working(situation.deadline_on))
    label = f"{meeting.body} {situation.short(meeting.on)}"
    name = f"Send it subject to call-in, {label} has decided"
    found = planned(route("R12"), name, course, situation, way_out=way_out(Way.RATIFY, situation), sent_on=sent_on)
    return replace(
        found,
        steps=in_order([*course.steps, send(sent_on, "Send the return, marked subject to call-in")]),
        trades=(*course.trades, *route("R12").costs),
        why_not=f"It is in force on {situation.short(course.in_force_on)}, after it has been sent.",
        a_day_late=None,
    )


def _send_and_see(situation: Situation) -> PlannedRoute:
    """Sending first where no later meeting is known yet."""
    on = max(situation.counting.first_working(situation.as_of), situation.counting.last_working(situation.deadline_on))
    step = send(on, "Send the return, marked subject to approval")
    return _bare("R12", "Send it subject to approval, members ratify at a later meeting", situation, step)


def _ask(situation: Situation) -> PlannedRoute:
    """Asking for time where no meeting after the deadline is known."""
    return _bare("R13", "Ask for a later day", situation, _ask_for_time(situation))


def _bare(id_: str, name: str, situation: Situation, step: Step) -> PlannedRoute:
    shape = route(id_)
    return PlannedRoute(
        route=shape.id,
        name=name,
        fits=False,
        endorsement=shape.endorsement,
        as_of=situation.as_of,
        steps=(step,),
        trades=shape.costs,
        why_not=NO_LATER_MEETING,
        way_out=way_out(WAY_OF[id_], situation),
    )


def _urgent(ordinary_fits: bool, member: str) -> Iterator[Found]:
    """Urgent decisions by one member and by the chief executive, with call-in set aside."""
    if member:
        yield a_way_out(route("R9"), partial(_alone, "R9", member, ordinary_fits))
    yield a_way_out(route("R10"), partial(_alone, "R10", "Chief executive", ordinary_fits))


def _alone(id_: str, who: str, ordinary_fits: bool, situation: Situation) -> PlannedRoute:
    start = situation.counting.first_working(situation.as_of)
    on = max(start, situation.counting.last_working(situation.deadline_on - ONE_DAY))
    kind = BodyKind.OFFICER if id_ == "R10" else BodyKind.INDIVIDUAL_MEMBER
    name = (
        f"{who}, urgently, {situation.short(on)}" if id_ == "R10" else f"{who} alone, urgently, {situation.short(on)}"
    )
    at = Meeting(who, kind, on)
    reasons = []
    if situation.has_call_in(kind, on):
        reasons.append("Call-in has to be set aside as urgent, and nobody has agreed to that yet.")
    else:
        reasons.append("The scheme of delegation must allow it, and the urgency must be shown.")
    if situation.constraints.reserved_to_council:
        reasons.append("The decision is reserved to Council: ask your monitoring officer before anyone else takes it.")
    if ordinary_fits:
        reasons.append("An ordinary route still fits, so urgency will be hard to show.")
    course = without_call_in(decision(at, replace(situation, callable_=False)), at, situation)
    if InTheWay.NOTICE in course.in_the_way:
        course = urgently(course, at, situation)
        reasons.append("If it is key it also needs the agreement of the chair of scrutiny: special urgency.")
    found = planned(route(id_), name, course, situation, way_out=way_out(WAY_OF[id_], situation))
    return replace(found, why_not=" ".join([*([found.why_not] if found.why_not else []), *reasons]))
