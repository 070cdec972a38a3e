"""A date as it was computed once beside the date it would have now: shown, and never put in its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from moothall.domain.days import in_words, time_in_words
from moothall.domain.deadlines import Deadline


@dataclass(frozen=True, slots=True)
class Dates:
    """What a reader sees of a clock: the last day, its time where there is one, and the day it takes effect."""

    on: date | None
    at: datetime | None = None
    effective_on: date | None = None

    def in_words(self) -> str:
        """The dates in words: Thursday 18 July 2024 at 5pm, in effect on Friday 19 July 2024."""
        if self.on is None:
            return "none"
        at = f" at {time_in_words(self.at.time())}" if self.at else ""
        effect = f", in effect on {in_words(self.effective_on)}" if self.effective_on else ""
        return f"{in_words(self.on)}{at}{effect}"


NONE = Dates(None)


@dataclass(frozen=True, slots=True)
class ClockDifference:
    """A clock that was stored and the same clock under the present rules; either is NONE where nothing is counted.

    ``because`` are the days that count in one and not in the other, in sentences; none where only the rule differs.
    """

    stored: Dates
    now: Dates
    because: tuple[str, ...] = ()

    def in_words(self) -> str:
        """The difference in one sentence."""
        return f"It stands as {self.stored.in_words()}; under the present rules it would be {self.now.in_words()}."


def difference(stored: Mapping[str, Any] | Deadline | None, now: Deadline | None) -> ClockDifference | None:
    """What a stored clock and the same clock computed now do not have in common, or None where the dates are the same.

    ``stored`` is a deadline, or one as plain data with its keys (on, at, effective_on, counted), or None where no clock
    was stored because the decision could not be called in.
    """
    was, is_now = _dates(stored), _dates(now)
    if was == is_now:
        return None
    return ClockDifference(was, is_now, _other_days(_days(stored), _days(now)))


def _dates(clock: Mapping[str, Any] | Deadline | None) -> Dates:
    if clock is None:
        return NONE
    if isinstance(clock, Deadline):
        return Dates(clock.on, clock.at, clock.effective_on)
    at = clock.get("at")
    return Dates(
        _day(clock.get("on")),
        datetime.fromisoformat(at) if isinstance(at, str) else at,
        _day(clock.get("effective_on")),
    )


def _days(clock: Mapping[str, Any] | Deadline | None) -> dict[date, tuple[bool, str]]:
    if clock is None:
        return {}
    if isinstance(clock, Deadline):
        return {each.day: (each.counts, each.why) for each in clock.counted}
    found: dict[date, tuple[bool, str]] = {}
    for each in clock.get("counted") or ():
        day = _day(each.get("day"))
        if day is not None:
            found[day] = (bool(each.get("counts")), str(each.get("why", "")))
    return found


def _other_days(was: dict[date, tuple[bool, str]], now: dict[date, tuple[bool, str]]) -> tuple[str, ...]:
    said = []
    for day in sorted(was.keys() & now.keys()):
        if was[day][0] is not now[day][0]:
            counted = "counted then and does not now" if was[day][0] else "did not count then and does now"
            said.append(f"{in_words(day)} {counted} ({now[day][1] if was[day][0] else was[day][1]}).")
    return tuple(said)


def _day(value: Any) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else value
