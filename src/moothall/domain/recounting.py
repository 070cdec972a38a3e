"""A chosen route counted again as things stand now: what each date was and is, why, and what that breaks.

Nothing here changes a date. What has happened keeps its day and says so; the rest waits until somebody accepts it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from moothall.domain import date_reasons
from moothall.domain.courses import Course, Step, in_order
from moothall.domain.days import in_short, in_words
from moothall.domain.deadlines import Deadline
from moothall.domain.meetings import Meeting
from moothall.domain.planned_routes import PlannedRoute
from moothall.domain.routes import Deed, route
from moothall.domain.situation import Key, Situation
from moothall.domain.timetable import advice, decision

MEETS = ("scrutiny", "decision")
PAPERS = ("agenda_publication", "summons")
NOTICES = ("key_decision_notice", "general_exception_notice")
PRIVATE = ("private_meeting_notice", "private_meeting_second_notice")
FROM_A_MEETING = frozenset(
    (*MEETS, *PAPERS, *NOTICES, *PRIVATE, "member_papers", "publish_decision", "call_in", "in_force")
)
AGAIN = "agenda_again"


@dataclass(frozen=True, slots=True)
class Standing:
    """How the meeting of a body on the route stands now. ``was_on`` is its day on the route as it was accepted.

    ``reason`` is why it was moved or called off; ``has_met`` is true once it is recorded that it met.
    """

    was_on: date
    meeting: Meeting
    is_cancelled: bool = False
    has_met: bool = False
    reason: str = ""

    @property
    def is_moved(self) -> bool:
        """Whether it stands on another day than on the route."""
        return self.meeting.on != self.was_on


class Change(StrEnum):
    """What became of one date of the route."""

    SAME = "same"
    OTHER = "other"
    KEPT = "kept"
    NEW = "new"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Difference:
    """One step of the route as it was and as it is; ``now`` is None where it falls away, ``was`` where it is new.

    ``why`` and ``breaks`` are sentences: what explains it, and what can no longer be kept.
    """

    change: Change
    was: Step | None
    now: Step | None
    why: tuple[str, ...] = ()
    breaks: tuple[str, ...] = ()

    @property
    def what(self) -> str:
        """The deed in words, as it stands now."""
        step = self.now or self.was
        return step.what if step else ""


@dataclass(frozen=True, slots=True)
class Recount:
    """The route as it was accepted and as it would be now, step by step. ``tables`` says which tables differ."""

    was: PlannedRoute
    now: PlannedRoute
    differences: tuple[Difference, ...]
    breaks: tuple[str, ...]
    tables: tuple[str, ...] = ()

    @property
    def is_changed(self) -> bool:
        """Whether any date is another than the one that was accepted, or a meeting it rests on is called off."""
        return bool(self.breaks) or any(one.change not in (Change.SAME, Change.KEPT) for one in self.differences)

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why the dates differ: each reason once, in the order of the dates."""
        return tuple(dict.fromkeys(sentence for one in self.differences for sentence in one.why))


def recount(planned: PlannedRoute, standing: Sequence[Standing], situation: Situation, *, as_of: date) -> Recount:
    """A chosen route counted again with its meetings, rules and holidays as they stand now, looked at on ``as_of``.

    ``situation`` holds the council's rules and the table of holidays as they are; the day looked from and the kind of
    decision are taken from the route, so that the same notices are asked for. A step before the decision whose day is
    past keeps its day. Raises a Refusal beyond the table of holidays.
    """
    situation = _as_chosen(planned, situation)
    stands = {(each.meeting.body, each.was_on): each for each in standing}
    bodies = [step for step in planned.steps if step.step in MEETS]
    courses = [(step, stands.get((step.body or "", step.on))) for step in bodies]
    counted = [(step, each, _course(step, each, situation)) for step, each in courses if each and not each.is_cancelled]
    found: list[Difference] = []
    taken: set[int] = set()
    for step, each, course in counted:
        found += _of_course(planned, step, each, course, taken, situation, as_of)
    in_force_on = next((one.in_force_on for step, _, one in reversed(counted) if step.step == "decision"), None)
    decided = next((each.meeting.on for step, each, _ in reversed(counted) if step.step == "decision"), None)
    anew = frozenset(each.meeting.body for _, each, _ in counted)
    found += _others(planned, bodies, taken, in_force_on, decided, anew, as_of)
    called_off = tuple(_called_off(each) for _, each in courses if each and each.is_cancelled)
    differences = tuple(sorted(found, key=lambda one: _day(one)))
    return _together(planned, differences, called_off, counted, in_force_on, situation, as_of)


def _as_chosen(planned: PlannedRoute, situation: Situation) -> Situation:
    """The situation the route was planned in: its day, whether it is a key decision, whether call-in was set aside."""
    noticed = any(step.step in NOTICES for step in planned.steps)
    urgent = any(one.deed is Deed.DECIDE_URGENTLY for one in route(planned.route).steps)
    return replace(
        situation,
        as_of=planned.as_of,
        key=Key.YES if noticed else Key.NO,
        callable_=situation.callable_ and not urgent,
        constraints=replace(situation.constraints, exempt_part=any(step.step in PRIVATE for step in planned.steps)),
    )


def _course(step: Step, each: Standing, situation: Situation) -> Course:
    return advice(each.meeting, situation) if step.step == "scrutiny" else decision(each.meeting, situation)


def _of_course(
    planned: PlannedRoute,
    body: Step,
    each: Standing,
    course: Course,
    taken: set[int],
    situation: Situation,
    as_of: date,
) -> Iterator[Difference]:
    """The steps that hang on one body's meeting, each beside the same step as it was."""
    papers = next((one for one in course.steps if one.step == PAPERS[0]), None)
    for now in course.steps:
        index = _same(planned, now, body, taken)
        if index is None:
            if _was_there(planned, now, situation):
                why = _moved(each) or ("The rules ask for it now.",)
                yield Difference(Change.NEW, None, now, why, _too_late(now, as_of))
            continue
        taken.add(index)
        was = planned.steps[index]
        yield _difference(was, now, each, situation, as_of)
        if was.step == PAPERS[0] and _is_past(was, each, as_of) and each.is_moved and not each.has_met and papers:
            yield from _again(planned, each, papers, taken, as_of)


def _same(planned: PlannedRoute, now: Step, body: Step, taken: set[int]) -> int | None:
    """Which step of the route this is: the same deed for the same body, the nearest before or after its meeting."""
    same = [
        index for index, step in enumerate(planned.steps)
        if index not in taken and (step.step, step.body) == (now.step, now.body)
    ]  # fmt: skip
    return min(same, key=lambda index: abs((planned.steps[index].on - body.on).days), default=None)


def _was_there(planned: PlannedRoute, now: Step, situation: Situation) -> bool:
    """Whether a step that is new is one the route would have had. One without a date of its own adds nothing."""
    return bool(planned.steps) and now.deadline is not None and situation.as_of <= now.on


def _difference(was: Step, now: Step, each: Standing, situation: Situation, as_of: date) -> Difference:
    if was.step in MEETS:
        return Difference(Change.OTHER if (was.on, was.at) != (now.on, now.at) else Change.SAME, was, now, _moved(each))
    reasons = _reasons(was, now, each, situation)
    if _is_past(was, each, as_of):
        late = () if each.has_met or now.on >= was.on else (_was_late(was, now),)
        return Difference(Change.KEPT, was, was, reasons if late else (), late)
    if (was.on, was.at) == (now.on, now.at):
        return Difference(Change.SAME, was, now)
    return Difference(Change.OTHER, was, now, reasons, _too_late(now, as_of) if now.on < each.meeting.on else ())


def _was_late(was: Step, now: Step) -> str:
    return (
        f"{was.what}: planned for {in_words(was.on)}, but it had to be done by {in_words(now.on)}."
        " If it was not out by then, it is too late."
    )


def _reasons(was: Step, now: Step, each: Standing, situation: Situation) -> tuple[str, ...]:
    said = _moved(each)
    if was.deadline and now.deadline:
        said += date_reasons.why(was.deadline, now.deadline, situation.holidays, is_moved=each.is_moved)
    return said


def _is_past(was: Step, each: Standing, as_of: date) -> bool:
    """Whether a step before the meeting has had its day. What follows a decision is over only when it is recorded."""
    return was.on < as_of and was.on < each.was_on


def _again(planned: PlannedRoute, each: Standing, papers: Step, taken: set[int], as_of: date) -> Iterator[Difference]:
    """The notice that a meeting owes for its new day, when its agenda is out already for the old one."""
    before = next(
        (index for index, one in enumerate(planned.steps)
         if one.step == AGAIN and one.body == papers.body and one.on >= as_of), None
    )  # fmt: skip
    was = planned.steps[before] if before is not None else None
    if before is not None:
        taken.add(before)
    now = replace(papers, step=AGAIN, what="Put up the notice of the new day, with the agenda")
    why = (f"The agenda has been out for {in_words(each.was_on)}, and the meeting has another day.",)
    change = Change.NEW if was is None else Change.OTHER if was.on != now.on else Change.SAME
    yield Difference(change, was, now, why, _too_late(now, as_of))


def _too_late(now: Step, as_of: date) -> tuple[str, ...]:
    if now.on >= as_of or now.step in MEETS:
        return ()
    return (f"{now.what}: it had to be done by {in_words(now.on)}, which is past.",)


def _moved(each: Standing) -> tuple[str, ...]:
    if not each.is_moved:
        return ()
    reason = f" {each.reason.rstrip('.')}." if each.reason else ""
    return (f"{each.meeting.body} was moved from {in_words(each.was_on)} to {in_words(each.meeting.on)}.{reason}",)


def _called_off(each: Standing) -> str:
    reason = f" {each.reason.rstrip('.')}." if each.reason else ""
    said = f"{each.meeting.body} on {in_words(each.was_on)} is cancelled.{reason}"
    return f"{said} Choose another route, or another meeting."


def _others(
    planned: PlannedRoute,
    bodies: Sequence[Step],
    taken: set[int],
    in_force_on: date | None,
    decided: date | None,
    anew: frozenset[str],
    as_of: date,
) -> Iterator[Difference]:
    """The steps that no meeting counts for itself: some follow the day the decision is in force, or is taken."""
    decided_before = next((step.on for step in reversed(bodies) if step.step == "decision"), None)
    for index, was in enumerate(planned.steps):
        if index in taken:
            continue
        if was.step in FROM_A_MEETING and was.body in anew and was.on >= as_of:
            yield Difference(Change.GONE, was, None, ("The rules do not ask for it any more.",))
            continue
        on = was.on
        if was.on == planned.in_force_on and in_force_on:
            on = in_force_on
        elif was.on == decided_before and decided and was.step not in MEETS:
            on = decided
        if on == was.on:
            yield Difference(Change.SAME, was, was)
        else:
            waits = f"What waits for the decision waits until it is in force, on {in_words(on)}."
            yield Difference(Change.OTHER, was, replace(was, on=on), (waits,) if on == in_force_on else ())


def _day(one: Difference) -> date:
    step = one.now or one.was
    return step.on if step else date.max


def _together(
    planned: PlannedRoute,
    differences: tuple[Difference, ...],
    called_off: tuple[str, ...],
    counted: Sequence[tuple[Step, Standing, Course]],
    in_force_on: date | None,
    situation: Situation,
    as_of: date,
) -> Recount:
    steps = in_order([one.now for one in differences if one.now])
    sent = next((step.on for step in steps if step.step == "submit"), None)
    submit_on = sent if planned.submit_on and sent else planned.submit_on
    slack = (situation.deadline_on - submit_on).days if submit_on else planned.slack_days
    late = _deadline_missed(planned, submit_on, situation.deadline_on)
    breaks = (*called_off, *(sentence for one in differences for sentence in one.breaks), *late)
    now = replace(
        planned,
        name=_renamed(planned.name, [each for _, each, _ in counted]),
        steps=steps,
        submit_on=submit_on,
        in_force_on=in_force_on or planned.in_force_on,
        slack_days=slack,
        fits=planned.fits and not breaks,
        why_not=" ".join(breaks) or planned.why_not,
        a_day_late=next((one.a_day_late for step, _, one in reversed(counted) if step.step == "decision"), None),
    )
    tables = {one.was.deadline.calendar for one in differences if one.was and one.was.deadline}
    other = sorted(table for table in tables if not table.startswith(str(situation.holidays)))
    said = tuple(f"Dates were counted with {table}; today's table is {situation.holidays}." for table in other)
    return Recount(planned, now, differences, tuple(dict.fromkeys(breaks)), said)


def _deadline_missed(planned: PlannedRoute, submit_on: date | None, deadline_on: date) -> tuple[str, ...]:
    if submit_on is None or submit_on <= deadline_on or submit_on == planned.submit_on:
        return ()
    late = (submit_on - deadline_on).days
    days = "1 day" if late == 1 else f"{late} days"
    return (
        f"The deadline of {in_words(deadline_on)} is missed by {days}: the plan can be sent on {in_words(submit_on)}.",
    )


def _renamed(name: str, standing: Sequence[Standing]) -> str:
    """The name of a route with the days of its meetings as they are now."""
    for each in standing:
        if each.is_moved:
            name = name.replace(in_short(each.was_on), in_short(each.meeting.on))
    return name


@dataclass(frozen=True, slots=True)
class CallInAgain:
    """The call-in of a published decision as it stands and as it would be counted today, None where there were none.

    The published one holds until a correction is made with a reason; this changes nothing by itself.
    """

    stands: Deadline | None
    today: Deadline | None
    why: tuple[str, ...]
    table: str = ""

    @property
    def differs(self) -> bool:
        """Whether a day, a time or the day it takes effect is another."""
        return _answer(self.stands) != _answer(self.today)


def call_in_again(stands: Deadline | None, today: Deadline | None, situation: Situation) -> CallInAgain:
    """A published call-in beside the same counted with the rules and the holidays of today, and why they differ."""
    if stands is None or today is None:
        gone = "By the rules of today it could not be called in." if stands else "By the rules of today it could be."
        return CallInAgain(stands, today, () if stands is today else (gone,))
    why = date_reasons.why(stands, today, situation.holidays) if _answer(stands) != _answer(today) else ()
    return CallInAgain(stands, today, why, date_reasons.tables_differ(stands, situation.holidays))


def _answer(one: Deadline | None) -> tuple[date | datetime | None, ...]:
    return (one.on, one.at, one.effective_on) if one else ()
