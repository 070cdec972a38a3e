"""Every lawful route to a deadline from the meetings a council has: those that fit, then the ways out.

It never chooses: each route costs something, and says what.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from moothall.domain.authorities import BodyKind, Governance
from moothall.domain.clocks import general_exception
from moothall.domain.days import ONE_DAY, Counting, Holidays
from moothall.domain.meetings import Meeting
from moothall.domain.planned_routes import PlannedRoute, planned
from moothall.domain.provisions import EXECUTIVE_REGULATIONS, Provision, Read
from moothall.domain.routes import route
from moothall.domain.rule_packs import RulePack
from moothall.domain.timetable import TWO_MEMBERS, Course, Key, Situation, Step, advice, decision
from moothall.domain.ways_out import ways_out

SPARE_DAYS = 3
"""How many days are left over, where possible, when the planner puts a date to a decision that needs no meeting."""

DELEGATED_RECORD = Provision(EXECUTIVE_REGULATIONS, "regulation 13(4)", Read.ACCOUNT)
_MEMBERS = {Governance.EXECUTIVE: "Leader", Governance.MAYOR: "Mayor", Governance.COMMITTEE: ""}


def plan_routes(
    *,
    as_of: date,
    deadline_on: date,
    meetings: Iterable[Meeting],
    pack: RulePack,
    holidays: Holidays,
    governance: Governance | None = None,
    key: Key = Key.UNSURE,
    callable_: bool = True,
) -> tuple[PlannedRoute, ...]:
    """Every route that can be computed from these meetings, in order: those that fit, most days to spare first.

    Where two leave the same days the more ordinary one comes first. Then come the routes that miss the deadline, the
    nearest first, and the ways out. There is always more than one. Meetings before ``as_of`` and bodies that cannot
    decide under this governance are left out (`meetings.remarks` says which). Raises a Refusal beyond the table of
    holidays.
    """
    situation = Situation(as_of, deadline_on, pack, governance or pack.governance, key, callable_, holidays)
    ahead = sorted({meeting for meeting in meetings if meeting.on >= as_of}, key=lambda each: (each.on, each.body))
    decided = [(meeting, decision(meeting, situation)) for meeting in _deciding(ahead, situation)]
    found = list(_by_meetings(decided, ahead, situation))
    found += _without_meeting(situation, ahead)
    fitting = any(each.fits for each in found)
    member = _MEMBERS[situation.governance]
    found += ways_out(situation, _first_late(decided, situation), ordinary_fits=fitting, member=member)
    return tuple(sorted(found, key=_place))


def _place(each: PlannedRoute) -> tuple[int, int, int, date]:
    shape = route(each.route)
    until = each.in_force_on or date.max
    if each.fits:
        return 0, -(each.slack_days or 0), shape.order, until
    if shape.way_out:
        return 2, shape.order, 0, until
    return 1, until.toordinal(), shape.order, until


def _deciding(meetings: list[Meeting], situation: Situation) -> list[Meeting]:
    committee = situation.governance is Governance.COMMITTEE
    kinds = {BodyKind.FULL_COUNCIL, BodyKind.COMMITTEE} if committee else {BodyKind.FULL_COUNCIL, BodyKind.EXECUTIVE}
    if not committee:
        kinds.add(BodyKind.INDIVIDUAL_MEMBER)
    return [meeting for meeting in meetings if meeting.kind in kinds]


_PLAIN = {
    BodyKind.EXECUTIVE: "R1",
    BodyKind.COMMITTEE: "R4",
    BodyKind.FULL_COUNCIL: "R6",
    BodyKind.INDIVIDUAL_MEMBER: "R7",
}


def _by_meetings(
    decided: list[tuple[Meeting, Course]], ahead: list[Meeting], situation: Situation
) -> Iterator[PlannedRoute]:
    scrutiny = [meeting for meeting in ahead if meeting.kind is BodyKind.SCRUTINY]
    for meeting, course in decided:
        name = f"{meeting.body}, {situation.short(meeting.on)}"
        plain = planned(route(_PLAIN[meeting.kind]), name, course, situation, trades=_council_cost(meeting, situation))
        yield plain
        if not plain.fits:
            continue
        if meeting.kind in (BodyKind.EXECUTIVE, BodyKind.COMMITTEE) and plain.slack_days:
            yield _with_delegation(meeting, course, name, situation)
        if meeting.kind is BodyKind.EXECUTIVE:
            yield from _after_scrutiny(meeting, course, scrutiny, situation)


def _council_cost(meeting: Meeting, situation: Situation) -> tuple[str, ...]:
    if meeting.kind is not BodyKind.FULL_COUNCIL or situation.governance is Governance.COMMITTEE:
        return ()
    return ("Check that the plan is the Council's to decide and not the executive's.",)


def _with_delegation(meeting: Meeting, course: Course, name: str, situation: Situation) -> PlannedRoute:
    """The same decision with the last words left to a delegate, who has until the deadline."""
    if meeting.kind is BodyKind.COMMITTEE:
        shape, who = route("R5"), "an officer with a group of members"
        rule, provision = None, None
    else:
        shape, who = route("R2"), f"the {_MEMBERS[situation.governance]} and the chief executive"
        rule, provision = "G-D2", DELEGATED_RECORD
    finish = Step(
        "finish",
        f"Settle the final words, by {situation.short(situation.deadline_on)} at the latest, and record it",
        None,
        course.in_force_on,
        rule=rule,
        provision=provision,
        who=who[0].upper() + who[1:],
    )
    return planned(shape, f"{name}, leaving final words to {who}", course, situation, steps=[finish])


def _after_scrutiny(
    meeting: Meeting, course: Course, scrutiny: list[Meeting], situation: Situation
) -> Iterator[PlannedRoute]:
    """The same decision with scrutiny looking at the plan first, at its latest meeting before it that can be used."""
    for first in reversed([each for each in scrutiny if _is_before(each, meeting)]):
        looked = advice(first, situation)
        if looked.problems:
            continue
        both = replace(course, steps=(*looked.steps, *course.steps))
        name = f"{first.body}, {situation.short(first.on)}, then {meeting.body}, {situation.short(meeting.on)}"
        yield planned(route("R3"), name, both, situation, trades=_supplement(first, meeting, course, situation))
        return


def _is_before(first: Meeting, second: Meeting) -> bool:
    if first.starts_at and second.starts_at:
        return (first.on, first.starts_at) < (second.on, second.starts_at)
    return first.on < second.on


def _supplement(first: Meeting, second: Meeting, course: Course, situation: Situation) -> tuple[str, ...]:
    papers = next((step.on for step in course.steps if step.step == "agenda_publication"), None)
    if papers is None or first.on <= papers:
        return ()
    return (
        f"{first.body} meets after the papers for {second.body} are public ({situation.short(papers)}),"
        " so its views follow in a supplement.",
    )


def _without_meeting(situation: Situation, given: Iterable[Meeting]) -> Iterator[PlannedRoute]:
    """Decisions by members acting alone or together, which need notice and a record but no meeting."""
    if situation.governance is Governance.COMMITTEE or situation.deadline_on < situation.as_of:
        return
    member = _MEMBERS[situation.governance]
    has_own_day = any(meeting.kind is BodyKind.INDIVIDUAL_MEMBER for meeting in given)
    for id_, body, name in (
        ("R7", member, "{} alone, {}"),
        ("R8", TWO_MEMBERS, "{} together, {}"),
        ("R11", f"{member} and chief executive", "{} sign together, {}"),
    ):
        if id_ == "R7" and has_own_day:
            continue
        on, window = _best_day(situation, body)
        course = decision(Meeting(body, BodyKind.INDIVIDUAL_MEMBER, on), situation)
        yield planned(route(id_), name.format(body, situation.short(on)), course, situation, trades=window)


def _best_day(situation: Situation, body: str) -> tuple[date, tuple[str, ...]]:
    """The latest working day that leaves some days to spare, else the earliest that makes the deadline.

    Days with the full notice of a key decision come first; only where none makes it are earlier ones looked at.
    """
    counting = situation.counting
    for earliest in _starts(situation):
        fitting: list[date] = []
        day = counting.last_working(situation.deadline_on)
        while day >= earliest:
            course = decision(Meeting(body, BodyKind.INDIVIDUAL_MEMBER, day), situation)
            slack = (situation.deadline_on - course.in_force_on).days
            if slack >= 0 and not course.problems:
                fitting.append(day)
                if slack >= SPARE_DAYS:
                    break
            day = counting.last_working(day - ONE_DAY)
        if fitting:
            return fitting[-1], _window(earliest, fitting[0], situation)
    return counting.first_working(situation.as_of), ()


def _starts(situation: Situation) -> Iterator[date]:
    """The first day for a decision without a meeting: with full notice if it is key, then with less."""
    counting = situation.counting
    start = counting.first_working(situation.as_of)
    if situation.key is not Key.NO:
        clear = situation.pack.key_decision_notice
        full = Counting(situation.holidays, clear.unit).days_after(start, clear.number)
        yield counting.first_working(full.on + ONE_DAY)
    if situation.key is Key.YES:
        exception = general_exception.deadline(start, holidays=situation.holidays)
        yield exception.working_on or start
    else:
        yield start


def _window(earliest: date, latest: date, situation: Situation) -> tuple[str, ...]:
    if earliest >= latest:
        return ()
    return (f"Any working day from {situation.short(earliest)} to {situation.short(latest)} would make the deadline.",)


def _first_late(decided: list[tuple[Meeting, Course]], situation: Situation) -> tuple[Meeting, Course] | None:
    """The first decision that may be taken but is in force only after the deadline."""
    late = (each for each in decided if not each[1].problems and each[1].in_force_on > situation.deadline_on)
    return next(late, None)
