"""The day on which members could decide without a meeting: alone, two together, or with the chief executive."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from moothall.domain.authorities import BodyKind
from moothall.domain.clocks import general_exception
from moothall.domain.courses import Course
from moothall.domain.days import ONE_DAY, Counting
from moothall.domain.meetings import Meeting
from moothall.domain.routes import Route, route
from moothall.domain.situation import Key, Situation
from moothall.domain.timetable import TWO_MEMBERS

SPARE_DAYS = 3
"""How many days are left over, where possible, when the planner puts a date to a decision that needs no meeting."""

CourseOf = Callable[[Meeting, Situation], Course]


class MembersAlone:
    """Members who decide without a meeting, as ``member`` is called here. The days in time are looked up once."""

    def __init__(self, member: str) -> None:
        self._bodies = (("R7", member), ("R8", TWO_MEMBERS), ("R11", f"{member} and chief executive"))

    def courses(
        self, situation: Situation, course_of: CourseOf
    ) -> Iterator[tuple[Route, Meeting, Course, tuple[str, ...]]]:
        """Each shape with its day, its course, and a sentence that says which other days would do."""
        on, window = self._best_day(situation, course_of)
        for id_, body in self._bodies:
            at = Meeting(body, BodyKind.INDIVIDUAL_MEMBER, on)
            yield route(id_), at, course_of(at, situation), window

    def _best_day(self, situation: Situation, course_of: CourseOf) -> tuple[date, tuple[str, ...]]:
        """The latest working day that leaves some days to spare, else the earliest that makes the deadline.

        Days with the full notice of a key decision come first; only where none makes it are earlier ones looked at.
        """
        body = self._bodies[0][1]
        for earliest in _starts(situation):
            fitting: list[date] = []
            for day in _back_from(situation.deadline_on, earliest, situation.counting):
                course = course_of(Meeting(body, BodyKind.INDIVIDUAL_MEMBER, day), situation)
                slack = (situation.deadline_on - course.in_force_on).days
                if slack >= 0 and not course.obstacles:
                    fitting.append(day)
                    if slack >= SPARE_DAYS:
                        break
            if fitting:
                return fitting[-1], _window(earliest, fitting[0], situation)
        return situation.counting.first_working(situation.as_of), ()


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
        clear = situation.pack.key_decision_notice
        full = Counting(situation.holidays, clear.unit).days_after(start, clear.number)
        yield counting.first_working(full.on + ONE_DAY)
    if situation.key is Key.YES:
        exception = situation.ask(general_exception.deadline, start)
        yield exception.working_on or start
    else:
        yield start


def _window(earliest: date, latest: date, situation: Situation) -> tuple[str, ...]:
    if earliest >= latest:
        return ()
    return (f"Any working day from {situation.short(earliest)} to {situation.short(latest)} would make the deadline.",)
