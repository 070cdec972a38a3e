"""Every lawful route to a deadline from the meetings a council has: those that fit, then the ways out.

It never chooses: each route costs something, and says what.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial

from moothall.domain.authorities import BodyKind, Governance
from moothall.domain.constraints import UNCONSTRAINED, Constraints
from moothall.domain.courses import Course, InTheWay, Obstacle
from moothall.domain.days import Holidays
from moothall.domain.found import Found
from moothall.domain.meetings import Meeting
from moothall.domain.members_alone import Day, best_day, bodies, last_in_time
from moothall.domain.planned_routes import PlannedRoute, planned
from moothall.domain.remembered import Remembered
from moothall.domain.routes import Route, route
from moothall.domain.rule_packs import RulePack
from moothall.domain.settled_later import approach_first, with_delegation
from moothall.domain.shorter_notice import at_a_meeting
from moothall.domain.situation import Key, Situation
from moothall.domain.timetable import advice, decision
from moothall.domain.ways_out import ways_out

MEMBERS = {Governance.EXECUTIVE: "Leader", Governance.MAYOR: "Mayor", Governance.COMMITTEE: ""}
_PLAIN = {
    BodyKind.EXECUTIVE: "R1",
    BodyKind.COMMITTEE: "R4",
    BodyKind.FULL_COUNCIL: "R6",
    BodyKind.INDIVIDUAL_MEMBER: "R7",
}


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
    constraints: Constraints = UNCONSTRAINED,
) -> tuple[PlannedRoute, ...]:
    """Every route that can be computed from these meetings, in order: those that fit, most days to spare first.

    Where two leave the same days the more ordinary one comes first. Then come the routes that miss the deadline, the
    nearest first, and the ways out. There is always more than one. Meetings before ``as_of`` and bodies that cannot
    decide under this governance are left out (`meetings.remarks` says which). Routes that share all their dates with
    one of these are not repeated: `variants.every_route` adds them. Raises a Refusal beyond the table of holidays.
    """
    planner = Planner(
        deadline_on=deadline_on,
        meetings=meetings,
        pack=pack,
        holidays=holidays,
        governance=governance,
        key=key,
        callable_=callable_,
        constraints=constraints,
    )
    return planner.routes(as_of)


class Planner:
    """One council's meetings, rules and deadline, to be planned from any day.

    The routes stay as they are until something in one of them can no longer be kept (`Course.holds_to`), so they are
    worked out again only when a last day has gone by. To plan many councils hand the same ``remembered`` to each: a
    date that one has counted is then not counted again for the next.
    """

    def __init__(
        self,
        *,
        deadline_on: date,
        meetings: Iterable[Meeting],
        pack: RulePack,
        holidays: Holidays,
        governance: Governance | None = None,
        key: Key = Key.UNSURE,
        callable_: bool = True,
        constraints: Constraints = UNCONSTRAINED,
        remembered: Remembered | None = None,
    ) -> None:
        model = governance or pack.governance
        self._situation = Situation(
            deadline_on, deadline_on, pack, model, key, callable_, holidays, constraints, remembered
        )
        usable = sorted({each for each in meetings if constraints.may_use(each.body, each.kind)}, key=_by_day)
        self._deciders = [each for each in usable if each.kind in _deciding(self._situation, each.on)]
        self._scrutiny = [meeting for meeting in usable if meeting.kind is BodyKind.SCRUTINY]
        self._executive = _executive_body(usable, self._situation)
        self._kept: dict[Meeting, tuple[date, Course]] = {}
        self._kept_at: dict[Meeting, tuple[Course, Course | None, tuple[Found, ...]]] = {}
        self._last_alone: date | None = None
        self._found: tuple[Found, ...] = ()
        self._since = self._until = date.max  # the days looked from on which ``_found`` stands as it is

    def routes(self, as_of: date) -> tuple[PlannedRoute, ...]:
        """Every route looked from a day, in order, with its words, steps and working."""
        situation = replace(self._situation, as_of=as_of)
        return tuple(found.planned(situation) for found in self.on(as_of))

    def on(self, as_of: date) -> tuple[Found, ...]:
        """Every route looked from a day, judged and in order; its words and working are put together when read."""
        if not self._since <= as_of <= self._until:
            self._since, self._until = as_of, self._last_day_like(as_of)
            self._found = self._judge(replace(self._situation, as_of=as_of))
        return self._found

    def _last_day_like(self, as_of: date) -> date:
        """The last day on which a plan can still be sent in time, or asked for; after it every day differs."""
        last = self._situation.counting.last_working(self._situation.deadline_on)
        return last if as_of <= last else as_of

    def _judge(self, situation: Situation) -> tuple[Found, ...]:
        as_of = situation.as_of
        decided = [(each, self._course(each, situation)) for each in self._deciders if each.on >= as_of]
        scrutiny = [each for each in self._scrutiny if each.on >= as_of]
        found: list[Found] = []
        for meeting, course in decided:
            found += self._along(meeting, course, scrutiny, situation)
        found += self._alone(decided, scrutiny, situation)
        found += ways_out(
            situation,
            _first_late(decided, situation),
            ordinary_fits=any(each.fits for each in found),
            member=self._member(),
            executive=self._executive,
        )
        return tuple(sorted(found, key=_place))

    def _course(self, at: Meeting, situation: Situation) -> Course:
        since, course = self._kept.get(at, (date.max, None))
        if course is None or not since <= situation.as_of <= (course.holds_to or since):
            course = advice(at, situation) if at.kind is BodyKind.SCRUTINY else decision(at, situation)
            self._kept[at] = situation.as_of, course
        self._until = min(self._until, course.holds_to or situation.as_of)
        return course

    def _along(
        self, meeting: Meeting, course: Course, scrutiny: list[Meeting], situation: Situation
    ) -> tuple[Found, ...]:
        """The routes on which one meeting decides, worked out again only when its course or scrutiny's has changed."""
        looked = self._scrutiny_before(meeting, scrutiny, situation)
        by = looked[1] if looked else None
        kept = self._kept_at.get(meeting)
        if kept is None or kept[0] is not course or kept[1] is not by:
            kept = self._kept_at[meeting] = course, by, tuple(self._at(meeting, course, looked, situation))
        return kept[2]

    def _at(
        self, meeting: Meeting, course: Course, looked: tuple[Meeting, Course] | None, situation: Situation
    ) -> Iterator[Found]:
        """The routes on which one meeting decides: plainly, with a delegation, after scrutiny, and the ways round."""
        shape, name = route(_PLAIN[meeting.kind]), f"{meeting.body}, {situation.short(meeting.on)}"
        if situation.constraints.scrutiny_first:
            course = _scrutinised(course, looked, situation)
            if looked and meeting.kind is BodyKind.EXECUTIVE:
                shape = route("R3")
            name = _after(looked[0], name, situation) if looked else name
        plain = _judged(shape, name, course, situation, trades=_council_cost(meeting, situation))
        yield plain
        yield from at_a_meeting(shape, name, meeting, course, situation)
        if not plain.fits:
            yield from approach_first(meeting, name, course, situation, who=self._delegate(meeting))
            return
        if plain.slack_days:
            yield from with_delegation(meeting, name, course, situation, who=self._delegate(meeting))
        if meeting.kind is BodyKind.EXECUTIVE and looked and shape.id == "R1":
            make = partial(_after_scrutiny, meeting, course, looked)
            yield Found(route("R3"), True, plain.slack_days, course.in_force_on, None, make)

    def _delegate(self, meeting: Meeting) -> str:
        if meeting.kind is BodyKind.COMMITTEE:
            return "an officer with a group of members"
        return f"the {MEMBERS[self._situation.governance]} and the chief executive"

    def _scrutiny_before(
        self, meeting: Meeting, scrutiny: list[Meeting], situation: Situation
    ) -> tuple[Meeting, Course] | None:
        """The latest scrutiny meeting before a decision whose papers can still go out, with its course."""
        before = bisect_right(scrutiny, meeting.on, key=lambda each: each.on)
        for first in reversed(scrutiny[:before]):
            if _is_before(first, meeting):
                looked = self._course(first, situation)
                if not looked.obstacles:
                    return first, looked
        return None

    def _alone(
        self, decided: list[tuple[Meeting, Course]], scrutiny: list[Meeting], situation: Situation
    ) -> Iterator[Found]:
        """Decisions by members acting alone or together, which need notice and a record but no meeting."""
        member = self._member()
        if not member or situation.deadline_on < situation.as_of:
            return
        self._last_alone = self._last_alone or last_in_time(self._situation)
        day = best_day(member, situation, self._course, last=self._last_alone)
        at = Meeting(member, BodyKind.INDIVIDUAL_MEMBER, day.on)
        looked = self._scrutiny_before(at, scrutiny, situation) if situation.constraints.scrutiny_first else None
        course = self._course(at, situation)
        if situation.constraints.scrutiny_first:
            course = _scrutinised(course, looked, situation)
        for id_, body, does in bodies(member):
            if id_ == "R7" and _has_day_of_its_own(decided, situation):
                continue
            name = f"{body} {does}, {situation.short(day.on)}"
            make = partial(_together, id_, name, replace(at, body=body), day, looked)
            yield _judged(route(id_), name, course, situation, make)
            if id_ == "R7":
                yield from at_a_meeting(route(id_), name, at, course, situation)

    def _member(self) -> str:
        """Who decides alone here, or nothing where nobody may."""
        member = MEMBERS[self._situation.governance]
        constraints = self._situation.constraints
        if constraints.reserved_to_council or not constraints.may_use(member, BodyKind.INDIVIDUAL_MEMBER):
            return ""
        return member


def _place(found: Found) -> tuple[int, int, int, int]:
    return found.place


def _by_day(meeting: Meeting) -> tuple[date, str]:
    return meeting.on, meeting.body


def _deciding(situation: Situation, day: date) -> frozenset[BodyKind]:
    """The kinds of body that can decide here on a day."""
    if situation.constraints.reserved_to_council:
        return frozenset({BodyKind.FULL_COUNCIL})
    if situation.governance_on(day) is Governance.COMMITTEE:
        return frozenset({BodyKind.FULL_COUNCIL, BodyKind.COMMITTEE})
    return frozenset({BodyKind.FULL_COUNCIL, BodyKind.EXECUTIVE, BodyKind.INDIVIDUAL_MEMBER})


def _executive_body(usable: list[Meeting], situation: Situation) -> str:
    """The executive as this council calls it; empty where there is none that may decide."""
    if BodyKind.EXECUTIVE not in _deciding(situation, situation.deadline_on):
        return ""
    if not situation.constraints.may_use("Cabinet", BodyKind.EXECUTIVE):
        return ""
    return next((each.body for each in usable if each.kind is BodyKind.EXECUTIVE), "The executive")


def _together(
    id_: str, name: str, at: Meeting, day: Day, looked: tuple[Meeting, Course] | None, situation: Situation
) -> PlannedRoute:
    """A decision by members without a meeting, on its day."""
    course = decision(at, situation)
    if situation.constraints.scrutiny_first:
        course = _scrutinised(course, looked, situation)
    return planned(route(id_), name, course, situation, trades=day.window(situation))


def _has_day_of_its_own(decided: list[tuple[Meeting, Course]], situation: Situation) -> bool:
    """Whether a day was given on which a member decides alone, and it makes the deadline."""
    return any(
        meeting.kind is BodyKind.INDIVIDUAL_MEMBER
        and not course.obstacles
        and course.in_force_on <= situation.deadline_on
        for meeting, course in decided
    )


def _judged(
    shape: Route,
    name: str,
    course: Course,
    situation: Situation,
    make: Callable[[Situation], PlannedRoute] | None = None,
    *,
    trades: tuple[str, ...] = (),
) -> Found:
    slack = (situation.deadline_on - course.in_force_on).days
    make = make or partial(planned, shape, name, course, trades=trades)
    return Found(shape, slack >= 0 and not course.obstacles, slack, course.in_force_on, None, make)


def _council_cost(meeting: Meeting, situation: Situation) -> tuple[str, ...]:
    is_ours = situation.governance is Governance.COMMITTEE or situation.constraints.reserved_to_council
    if meeting.kind is not BodyKind.FULL_COUNCIL or is_ours:
        return ()
    return ("Check that the plan is the Council's to decide and not the executive's.",)


def _is_before(first: Meeting, second: Meeting) -> bool:
    if first.starts_at and second.starts_at:
        return (first.on, first.starts_at) < (second.on, second.starts_at)
    return first.on < second.on


def _after(first: Meeting, name: str, situation: Situation) -> str:
    return f"{first.body}, {situation.short(first.on)}, then {name}"


def _after_scrutiny(
    meeting: Meeting, course: Course, looked: tuple[Meeting, Course], situation: Situation
) -> PlannedRoute:
    """The same decision with scrutiny looking at the plan first."""
    name = _after(looked[0], f"{meeting.body}, {situation.short(meeting.on)}", situation)
    return planned(route("R3"), name, _scrutinised(course, looked, situation), situation)


def _scrutinised(course: Course, looked: tuple[Meeting, Course] | None, situation: Situation) -> Course:
    """A course with scrutiny's own steps before it, or with the want of a scrutiny meeting in its way."""
    if looked is None:
        says = "You asked for scrutiny first, and no scrutiny meeting that can still be used comes before it."
        return replace(course, obstacles=(*course.obstacles, Obstacle(InTheWay.SCRUTINY, says)))
    first, before = looked
    trades = (*course.trades, *_supplement(first, course, situation))
    return replace(course, steps=(*before.steps, *course.steps), trades=trades)


def _supplement(first: Meeting, course: Course, situation: Situation) -> tuple[str, ...]:
    papers = next((step for step in course.steps if step.step == "agenda_publication"), None)
    if papers is None or first.on <= papers.on:
        return ()
    return (
        f"{first.body} meets after the papers for {papers.body} are public ({situation.short(papers.on)}),"
        " so its views follow in a supplement.",
    )


def _first_late(decided: list[tuple[Meeting, Course]], situation: Situation) -> tuple[Meeting, Course] | None:
    """The first decision that may be taken but is in force only after the deadline."""
    late = (each for each in decided if not each[1].obstacles and each[1].in_force_on > situation.deadline_on)
    return next(late, None)
