"""Counting days: which days are working days, what lies clear between two events, and why each day counts or not.

A table of bank holidays is handed in as a value. Every count returns each day from its base to its end once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta
from enum import StrEnum
from typing import TypeVar

from moothall.domain.closures import Closure
from moothall.domain.refusals import Refusal

Answer = TypeVar("Answer")
ONE_DAY = timedelta(days=1)
_WEEKEND = {5: "Saturday", 6: "Sunday"}
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


class Unit(StrEnum):
    """What is counted: working days (Monday to Friday, no bank holiday, no closure) or every calendar day."""

    WORKING = "working"
    CALENDAR = "calendar"

    @property
    def other(self) -> Unit:
        """The other way of counting."""
        return Unit.CALENDAR if self is Unit.WORKING else Unit.WORKING


@dataclass(frozen=True, slots=True)
class Length:
    """A number of days together with what is counted, so that 28 of one kind never meets 5 of the other."""

    number: int
    unit: Unit

    def __post_init__(self) -> None:
        if not 1 <= self.number <= 366:
            raise Refusal(
                f"{self.number} is not a number of days this can count.", next_step="Give a whole number from 1 to 366."
            )

    def __str__(self) -> str:
        return f"{self.number} {self.unit.value} day{'' if self.number == 1 else 's'}"

    def clear(self) -> str:
        """The length in words where both end days are left out."""
        return f"{self.number} clear {self.unit.value} day{'' if self.number == 1 else 's'}"


@dataclass(frozen=True, slots=True)
class Holiday:
    """A bank or public holiday. ``proclaimed_on`` is when it became known where that was late, else None.

    ``withdrawn_on`` is set for a day that was a holiday in every diary until it was moved elsewhere.
    """

    on: date
    name: str
    proclaimed_on: date | None = None
    withdrawn_on: date | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Holidays:
    """A table of holidays with its name and version, known from one day to another, both included.

    ``closures`` are the days besides on which one council is closed, where a count leaves them out.
    """

    name: str
    version: str
    rows: tuple[Holiday, ...]
    known_from: date
    known_to: date
    closures: tuple[Closure, ...] = ()
    _names: dict[date, str] = field(init=False, repr=False, compare=False)
    _closed: dict[date, str] = field(init=False, repr=False, compare=False)
    _reasons: dict[date, str | None] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_reasons", {})
        object.__setattr__(self, "_names", {row.on: row.name for row in self.rows})
        object.__setattr__(self, "_closed", {closure.on: closure.why for closure in self.closures})

    def __str__(self) -> str:
        return f"{self.name}, version {self.version}" + (", and the council's own closures" if self.closures else "")

    def closed_on(self, closures: Iterable[Closure]) -> Holidays:
        """The same table with the days on which one council is closed; the table itself where there are none."""
        days = tuple(closures)
        return replace(self, closures=days) if days else self

    def why_closed(self, day: date) -> str | None:
        """Why the council is closed on a day that is no holiday ("Council closed: Christmas closure"), or None."""
        return self._closed.get(day)

    def why_not_working(self, day: date) -> str | None:
        """Why a day is no working day, or None if it is one; looked up once and then remembered.

        Raises a Refusal for a day the table does not reach.
        """
        try:
            return self._reasons[day]
        except KeyError:
            pass
        holiday = self.name_of(day)
        reason = _WEEKEND.get(day.weekday()) or (f"Bank holiday: {holiday}" if holiday else self.why_closed(day))
        self._reasons[day] = reason
        return reason

    def name_of(self, day: date) -> str | None:
        """The holiday's name, or None for an ordinary day. Raises a Refusal for a day the table does not reach."""
        if not self.known_from <= day <= self.known_to:
            raise Refusal(
                f"Bank holidays are not known for {in_words(day)}: the table runs from {in_words(self.known_from)}"
                f" to {in_words(self.known_to)}.",
                next_step="Use a date inside that time, or count by hand.",
            )
        return self._names.get(day)


@dataclass(frozen=True, slots=True)
class CountedDay:
    """One day of a count: whether it counts, and why, in words."""

    day: date
    counts: bool
    why: str


class Count:
    """The day a count arrives at, and every day from the base to the end, in order, each once.

    The days may be handed in as what makes them: they are then made when somebody looks, and only once. A planner asks
    for thousands of dates whose days nobody opens.
    """

    __slots__ = ("_days", "on")

    def __init__(self, on: date, days: tuple[CountedDay, ...] | Callable[[], tuple[CountedDay, ...]]) -> None:
        self.on = on
        self._days = days

    def __repr__(self) -> str:
        return f"Count(on={self.on!r}, days={self.days!r})"

    @property
    def days(self) -> tuple[CountedDay, ...]:
        """Every day from the base to the end."""
        if not isinstance(self._days, tuple):
            self._days = self._days()
        return self._days

    @property
    def number(self) -> int:
        """How many of the days count."""
        return sum(day.counts for day in self.days)


@dataclass(frozen=True, slots=True)
class Counting:
    """A way to count days: the unit, the holidays, and the days on which this council is closed besides."""

    holidays: Holidays
    unit: Unit = Unit.WORKING
    closures: frozenset[date] = frozenset()

    def why_not_working(self, day: date) -> str | None:
        """Why a day is no working day ("Saturday", "Bank holiday: Easter Monday", "Closed"), or None if it is one."""
        return self.holidays.why_not_working(day) or ("Council closed" if day in self.closures else None)

    def is_working(self, day: date) -> bool:
        """Whether a day is a working day."""
        return self.holidays.why_not_working(day) is None and day not in self.closures

    def why_not(self, day: date) -> str | None:
        """Why a day does not count in this unit, or None if it counts."""
        reason = self.why_not_working(day)  # asked in either unit, so that a day beyond the table is always refused
        return reason if self.unit is Unit.WORKING else None

    def next_working(self, day: date) -> date:
        """The first working day after a day."""
        self.why_not_working(day)  # refuses a day beyond the table before the next one is looked at
        return self.first_working(day + ONE_DAY)

    def first_working(self, day: date) -> date:
        """The day itself if it is a working day, else the first one after it."""
        while not self.is_working(day):
            day += ONE_DAY
        return day

    def last_working(self, day: date) -> date:
        """The day itself if it is a working day, else the last one before it."""
        while not self.is_working(day):
            day -= ONE_DAY
        return day

    def working_days_after(self, day: date, number: int) -> date:
        """The working day that stands ``number`` working days after a day; 0 gives the day itself."""
        for _ in range(number):
            day = self.next_working(day)
        return day

    def clear_days(self, first: date, second: date) -> int:
        """How many days of this unit lie between two events, both of their days left out."""
        self.why_not(first)
        return sum(self.why_not(day) is None for day in days_between(first + ONE_DAY, second - ONE_DAY))

    def last_days_before(self, event: date, number: int, *, by_office: bool = False) -> Count:
        """The latest day with ``number`` clear days between it and an event.

        ``by_office`` moves it back to a working day where it falls on another: the day an office can still act.
        """
        self.why_not(event)  # refuses an event beyond the table before any day is taken off
        first = self._first_of(number, event)
        on = first - ONE_DAY
        if by_office:
            on = self.last_working(on)
        return Count(on, lambda: self._between(on, event, counts_from=first))

    def _first_of(self, number: int, event: date) -> date:
        """The first of the days of this unit that stand clear before an event."""
        if self.unit is Unit.CALENDAR:
            first = event - timedelta(number)
            self.why_not(first)  # refuses a day beyond the table
            return first
        first = event
        for _ in range(number):
            first = self.last_working(first - ONE_DAY)
        return first

    def days_after(
        self, base: date, number: int, *, first_day_counts: bool = False, base_is: str = "The first day"
    ) -> Count:
        """The day on which a period of ``number`` days after a base ends.

        The base day is left out unless ``first_day_counts`` and it is a day of this unit.
        """
        reached = int(self.why_not(base) is None and first_day_counts)
        if self.unit is Unit.CALENDAR:
            on = base + timedelta(number - reached)
            self.why_not(on)  # refuses a day beyond the table
        else:
            on = self.working_days_after(base, number - reached)
        return Count(on, lambda: self._after(base, on, number, first_day_counts, base_is))

    def _after(self, base: date, on: date, number: int, base_counts: bool, base_is: str) -> tuple[CountedDay, ...]:
        counted = [self._base_day(base, base_counts, base_is, number)]
        reached = int(counted[0].counts)
        for day in days_between(base + ONE_DAY, on):
            reason = self.why_not(day)
            reached += reason is None
            counted.append(CountedDay(day, reason is None, reason or f"Day {reached} of {number}"))
        return tuple(counted)

    def between(self, first: date, second: date) -> Count:
        """Every day from one event to another, with the clear days between them counted."""
        return Count(second, lambda: self._between(first, second, counts_from=first + ONE_DAY))

    def _base_day(self, base: date, counts: bool, base_is: str, number: int) -> CountedDay:
        reason = self.why_not(base)
        if counts and reason is None:
            return CountedDay(base, True, f"{base_is}, which counts: day 1 of {number}")
        if counts:
            return CountedDay(base, False, f"{base_is}, but not a day that counts ({reason})")
        return CountedDay(base, False, f"{base_is}, left out")

    def _between(self, first: date, second: date, *, counts_from: date) -> tuple[CountedDay, ...]:
        why_not = self.holidays.why_not_working if self.unit is Unit.WORKING and not self.closures else self.why_not
        inside = [(day, why_not(day)) for day in days_between(first + ONE_DAY, second - ONE_DAY)]
        total = sum(reason is None and day >= counts_from for day, reason in inside)
        counted = [CountedDay(first, False, "The day of the notice, left out")] if first != second else []
        number = 0
        for day, reason in inside:
            if reason is None and day < counts_from:
                reason = self.why_not_working(day) or "More than is needed"
            number += reason is None
            counted.append(CountedDay(day, reason is None, reason or f"Clear day {number} of {total}"))
        return (*counted, CountedDay(second, False, "The day of the event, left out"))


def days_between(first: date, last: date) -> Iterator[date]:
    """Every day from the first to the last, both included; none if the last comes before the first."""
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        yield date.fromordinal(ordinal)


def if_known(ask: Callable[[], Answer]) -> Answer | None:
    """What a count answers, or None where it would need days beyond the table: for what only goes with an answer."""
    try:
        return ask()
    except Refusal:
        return None


def in_words(day: date) -> str:
    """A day as councils write it: weekday, day, month and year."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def time_in_words(at: time) -> str:
    """A time of day as councils write it: 5pm, 6.30pm, noon, midnight."""
    if (at.hour, at.minute) in {(0, 0), (12, 0)}:
        return "noon" if at.hour else "midnight"
    minutes = f".{at.minute:02}" if at.minute else ""
    return f"{at.hour % 12 or 12}{minutes}{'am' if at.hour < 12 else 'pm'}"


def in_short(day: date, *, year: bool = False) -> str:
    """A day as it stands in a table: Thu 11 July, with the year where asked."""
    return f"{WEEKDAYS[day.weekday()][:3]} {day.day} {MONTHS[day.month - 1]}" + (f" {day.year}" if year else "")
