"""Ways out along an ordinary route: less notice, an urgent item, a shorter meeting notice, call-in set aside.

Four things called urgent stay four things: short notice of a key decision, short notice of a private meeting, a late
item, and a call-in set aside. Each names its own provision and whose consent it needs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial

from moothall.domain.authorities import BodyKind
from moothall.domain.clocks import notice_kind, private_meeting_notice, special_urgency
from moothall.domain.courses import Course, InTheWay, Step, in_order
from moothall.domain.days import ONE_DAY
from moothall.domain.deadlines import Deadline
from moothall.domain.found import Found, a_way_out
from moothall.domain.meetings import Meeting
from moothall.domain.planned_routes import PlannedRoute, planned
from moothall.domain.refusals import Refusal
from moothall.domain.routes import Route, Way, route
from moothall.domain.situation import Key, Situation
from moothall.domain.timetable import decision
from moothall.domain.ways import SHORTER_NOTICE, SPECIAL_URGENCY, URGENT_ITEM, WAIVER, WAIVER_RULE, way_out

_HAS_URGENT_ITEMS = frozenset({BodyKind.FULL_COUNCIL, BodyKind.COMMITTEE})


def at_a_meeting(shape: Route, name: str, at: Meeting, course: Course, situation: Situation) -> Iterator[Found]:
    """The ways out at one meeting: what alone stands between its decision and the deadline."""
    in_time = course.in_force_on <= situation.deadline_on
    way = _way(at, course, situation) if in_time else None
    if way is not None:
        yield a_way_out(shape, partial(_along, way, shape, name, at, course), way)
    if not course.obstacles and at.on <= situation.deadline_on and not in_time and situation.as_of <= at.on:
        yield a_way_out(shape, partial(_waived, shape, name, at), Way.CALL_IN_WAIVED)


def _way(at: Meeting, course: Course, situation: Situation) -> Way | None:
    if not course.obstacles:
        if situation.key is not Key.UNSURE:
            return None
        return {
            notice_kind.GENERAL_EXCEPTION: Way.GENERAL_EXCEPTION,
            notice_kind.SPECIAL_URGENCY: Way.SPECIAL_URGENCY,
        }.get(course.notice or "")
    kinds = course.in_the_way
    if kinds == {InTheWay.NOTICE}:
        return Way.SPECIAL_URGENCY
    if kinds == {InTheWay.PRIVATE_NOTICE}:
        return Way.PRIVATE_AT_SHORT_NOTICE
    if kinds == {InTheWay.PAPERS} and at.kind in _HAS_URGENT_ITEMS:
        return Way.URGENT_ITEM
    return None


_NAMES = {
    Way.GENERAL_EXCEPTION: "under the general exception",
    Way.SPECIAL_URGENCY: "under special urgency",
    Way.PRIVATE_AT_SHORT_NOTICE: "partly in private at short notice",
    Way.URGENT_ITEM: "as an urgent item",
}
_BECAUSE = {
    Way.GENERAL_EXCEPTION: "If it is a key decision, it rests on there being no time for 28 clear days of notice:"
    " scrutiny is told and the reason is published.",
    Way.SPECIAL_URGENCY: "It needs agreement that it is urgent and cannot reasonably be deferred, and nobody has agreed"
    " to that yet.",
    Way.PRIVATE_AT_SHORT_NOTICE: "It needs agreement that meeting in private is urgent and cannot reasonably be"
    " deferred, and nobody has agreed to that yet.",
    Way.URGENT_ITEM: "The chair must be of the opinion that special circumstances make it urgent, and has not said so.",
}


_PAST_THE_SUMMONS = (
    "At a meeting of the council the item must also get past the summons: urgency under the council's standing orders."
)


def _along(way: Way, shape: Route, name: str, at: Meeting, course: Course, situation: Situation) -> PlannedRoute:
    if situation.key is Key.UNSURE and way in (Way.GENERAL_EXCEPTION, Way.SPECIAL_URGENCY):
        course = decision(at, replace(situation, key=Key.YES))
    course = urgently(course, at, situation)
    if way is Way.PRIVATE_AT_SHORT_NOTICE:
        course = _round(course, InTheWay.PRIVATE_NOTICE, _agreed_private(at))
    if way is Way.URGENT_ITEM:
        course = _round(course, InTheWay.PAPERS, _urgent_item(at))
    return planned(
        shape,
        f"{name}, {_NAMES[way]}",
        course,
        situation,
        trades=(_PAST_THE_SUMMONS,) if way is Way.URGENT_ITEM and at.kind is BodyKind.FULL_COUNCIL else (),
        way_out=way_out(way, situation),
        because=_BECAUSE[way],
    )


def _waived(shape: Route, name: str, at: Meeting, situation: Situation) -> PlannedRoute:
    course = without_call_in(decision(at, replace(situation, callable_=False)), at, situation)
    return planned(
        shape,
        f"{name}, with call-in set aside",
        course,
        situation,
        way_out=way_out(Way.CALL_IN_WAIVED, situation),
        because="Call-in has to be set aside as urgent, and nobody has agreed to that yet.",
    )


def convened(body: str, situation: Situation) -> PlannedRoute:
    """The executive convened at shorter notice, as late as leaves its decision in force by the deadline.

    Where no day leaves time for call-in, the day before the deadline with call-in set aside.
    """
    on = _latest_in_force(body, situation)
    start = situation.counting.first_working(situation.as_of)
    at = Meeting(
        body,
        BodyKind.EXECUTIVE,
        on or max(start, situation.counting.last_working(situation.deadline_on - ONE_DAY)),
    )
    if on is None:
        course = without_call_in(decision(at, replace(situation, callable_=False)), at, situation)
    else:
        course = decision(at, situation)
    course = urgently(_round(course, InTheWay.PAPERS, _convene(at, start)), at, situation)
    return planned(
        route("R1"),
        f"{body}, convened at short notice, {situation.short(at.on)}",
        course,
        situation,
        way_out=way_out(Way.CONVENED_AT_SHORT_NOTICE, situation),
        because="The meeting is not in the calendar: somebody must convene it, and its agenda is open from then on.",
    )


def _latest_in_force(body: str, situation: Situation) -> date | None:
    """The latest working day from now on whose decision is in force by the deadline, or None."""
    counting = situation.counting
    day = counting.last_working(situation.deadline_on)
    while day >= situation.as_of:
        if decision(Meeting(body, BodyKind.EXECUTIVE, day), situation).in_force_on <= situation.deadline_on:
            return day
        day = counting.last_working(day - ONE_DAY)
    return None


def without_call_in(course: Course, at: Meeting, situation: Situation) -> Course:
    """The course of a decision taken without call-in, with the consent that sets call-in aside where there is one."""
    if not situation.has_call_in(at.kind, at.on):
        return course
    waiver = Step(
        "call_in_waived",
        "Have call-in set aside as urgent, by the person the constitution names",
        at.body,
        at.on,
        rule=WAIVER_RULE,
        provision=WAIVER,
        who="The person the constitution names",
    )
    return replace(course, steps=in_order([waiver, *course.steps]))


def urgently(course: Course, at: Meeting, situation: Situation) -> Course:
    """The course with special urgency in place of the notice that is too late, where that is what stands in its way."""
    if InTheWay.NOTICE not in course.in_the_way:
        return course
    agreed = Step(
        "special_urgency_agreement",
        "Obtain agreement that the decision is urgent and cannot reasonably be deferred",
        at.body,
        at.on,
        rule=special_urgency.RULE,
        provision=SPECIAL_URGENCY,
        who="The decision maker, from the chair of scrutiny",
        deadline=_agreement(at, situation),
    )
    return _round(course, InTheWay.NOTICE, agreed)


def _agreement(at: Meeting, situation: Situation) -> Deadline | None:
    try:
        return situation.ask(special_urgency.deadline, at.on, ready_on=situation.as_of)
    except Refusal:  # before the regulations, or where the days still allow the general exception
        return None


def _round(course: Course, obstacle: InTheWay, step: Step) -> Course:
    """The course with one kind of obstacle got round by a step, and without the steps whose day has gone by."""
    left = tuple(each for each in course.obstacles if each.kind is not obstacle)
    late = {"agenda_publication", "summons"} if obstacle is InTheWay.PAPERS else set()
    kept = [each for each in course.steps if each.step not in late]
    return replace(course, steps=in_order([step, *kept]), obstacles=left)


def _agreed_private(at: Meeting) -> Step:
    return Step(
        "private_meeting_agreement",
        "Obtain agreement that meeting in private is urgent and cannot reasonably be deferred",
        at.body,
        at.on,
        rule=private_meeting_notice.SHORT_RULE,
        provision=private_meeting_notice.SHORT,
        who="The decision maker, from the chair of scrutiny",
    )


def _urgent_item(at: Meeting) -> Step:
    what = "The chair takes it as urgent, for special circumstances that the minutes name"
    return Step("urgent_item", what, at.body, at.on, rule="G-N2", provision=URGENT_ITEM, who="The chair of the meeting")


def _convene(at: Meeting, on: date) -> Step:
    what = f"Convene {at.body} at shorter notice, with the agenda and report open from then on"
    return Step("convened_at_short_notice", what, at.body, on, rule="G-N7", provision=SHORTER_NOTICE)
