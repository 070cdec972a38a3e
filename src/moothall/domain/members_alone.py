"""The day on which members could decide without a meeting: alone, two together, or with the chief executive."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from moothall.domain.authorities import BodyKind
from moothall.domain.clocks import general_exception
from moothall.domain.courses import Course
from moothall.domain.days import ONE_DAY, Counting
from moothall.domain.meetings import Meeting
from moothall.domain.situation import Key, Situation
from moothall.domain.timetable import TWO_MEMBERS, decision

SPARE_DAYS = 3
"""How many days are left over, where possible, when the planner puts a date to a decision that needs no meeting."""

LONGEST_CALL_IN = timedelta(days=90)

CourseOf = Callable[[Meeting, Situation], Course]


@dataclass(frozen=True, slots=True)
class Day:
    """The day found, and the last day that would also do; ``start`` says which first day it was found from."""

    on: date
    latest: date | None = None
    start: int = 0

    def window(self, situation: Situation) -> tuple[str, ...]:
        """Which other days would do, in a sentence."""
        if self.latest is None:
            return ()
        earliest = list(_starts(situation))[self.start]
        if earliest >= self.latest:
            return ()
        days = f"{situation.short(earliest)} to {situation.short(self.latest)}"
        return (f"Any working day from {days} would make the deadline.",)


def bodies(member: str) -> tuple[tuple[str, str, str], ...]:
    """The routes without a meeting, who decides on each, and what they do: R7, R8 and R11."""
    both = f"{member} and chief executive"
    return ("R7", member, "alone"), ("R8", TWO_MEMBERS, "together"), ("R11", both, "sign together")


def last_in_time(situation: Situation) -> date:
    """The last working day whose decision by a member would be in force by the deadline, whatever the day looked from.

    The deadline itself where no day of the three months before it would do.
    """
    seen = replace(situation, as_of=situation.deadline_on)
    for day in _back_from(situation.deadline_on, situation.deadline_on - LONGEST_CALL_IN, situation.counting):
        if decision(Meeting("", BodyKind.INDIVIDUAL_MEMBER, day), seen).in_force_on <= situation.deadline_on:
            return day
    return situation.deadline_on


def best_day(member: str, situation: Situation, course_of: CourseOf, *, last: date) -> Day:
    """The latest working day up to ``last`` that leaves some days to spare, else the earliest that makes the deadline.

    Days with the full notice of a key decision come first; only where none makes it are earlier ones looked at. Where
    no day makes it, the first working day.
    """
    for number, earliest in enumerate(_starts(situation)):
        fitting: list[date] = []
        for day in _back_from(last, earliest, situation.counting):
            course = course_of(Meeting(member, BodyKind.INDIVIDUAL_MEMBER, day), situation)
            slack = (situation.deadline_on - course.in_force_on).days
            if slack >= 0 and not course.obstacles:
                fitting.append(day)
                if slack >= SPARE_DAYS:
                    break
        if fitting:
            return Day(fitting[-1], fitting[0], number)
    return Day(situation.counting.first_working(situation.as_of))


def _back_from(last: date, first: date, counting: Counting) -> Iterator[date]:
    day = counting.last_working(last)
    while day >= first:
        yield day
        day = counting.last_working(day - ONE_DAY)


def _starts(situation: Situation) -> Iterator[date]:
    """The first day for a decision without a meeting: with full notice if it is key, then with less."""
    counting = situation.counting
    start = counting.first_working(situation.as_of)
    if situation.key is not Key.NO:
        clear = situation.rules_on(start).key_decision_notice_for(BodyKind.INDIVIDUAL_MEMBER)
        full = Counting(situation.holidays, clear.unit).days_after(start, clear.number)
        yield counting.first_working(full.on + ONE_DAY)
    if situation.key is Key.YES:
        exception = situation.ask(general_exception.deadline, start)
        yield exception.working_on or start
    else:
        yield start
