"""The demonstration's calendars of meetings and the rules its first council entered from its constitution."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any

from moothall.domain.authorities import BodyKind
from moothall.domain.meetings import Meeting
from moothall.domain.plain import build
from moothall.domain.refusals import Refusal
from moothall.reference.demonstration_days import Placing
from moothall.reference.sources import read_json

IsWorkingDay = Callable[[date], bool]
_WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Changed:
    """A meeting that was moved, or called off where ``to`` is None, on a day and for a reason."""

    body: str
    on: date
    to: date | None
    changed_on: date
    reason: str


@dataclass(frozen=True, slots=True)
class Calendar:
    """A council's meetings of some twelve months round the first run, each with its place, and what became of them."""

    source: str
    brought_in_on: date
    meetings: tuple[tuple[Meeting, str], ...]
    changes: tuple[Changed, ...]


@dataclass(frozen=True, slots=True)
class EnteredRule:
    """A rule as plain data, the rule it follows (empty for none), and why it was entered."""

    rule: Mapping[str, Any]
    follows: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class CorrectedRule:
    """A rule, by its id, that was entered wrongly, with what it should have said and why."""

    rule: str
    to: Mapping[str, Any]
    why: str


@dataclass(frozen=True, slots=True)
class PutDate:
    """A date the proper officer put in place of the computed one, by its key on the route."""

    key: str
    on: date
    put_on: date
    reason: str


@dataclass(frozen=True, slots=True)
class OwnRules:
    """What a council entered of its constitution, in order. ``closures`` are plain data, one for each day."""

    entered_on: date
    entered: tuple[EnteredRule, ...]
    corrected_on: date
    corrected: tuple[CorrectedRule, ...]
    closures: tuple[Mapping[str, Any], ...]
    override: PutDate


def first_calendar(first_run: date, is_working_day: IsWorkingDay) -> Calendar:
    """The meetings of the council that has done it all: one moved with its reason, one called off."""
    placing = Placing(first_run, is_working_day)
    return _calendar(placing.fill(read_json("demonstration/wrenbourne-meetings.json")), placing)


def second_calendar(first_run: date, is_working_day: IsWorkingDay) -> Calendar:
    """The meetings of the council in drafting, as it brought them in."""
    placing = Placing(first_run, is_working_day)
    return _calendar(placing.fill(read_json("demonstration/kettlewick.json"))["calendar"], placing)


def own_rules(first_run: date, is_working_day: IsWorkingDay, closed: Sequence[date]) -> OwnRules:
    """The rules of the council that has done it all, with the days on which it is ``closed`` as its closures.

    The other council has entered none, so that it counts by the defaults and is told so.
    """
    placing = Placing(first_run, is_working_day)
    data = placing.fill(read_json("demonstration/wrenbourne-rules.json"))
    return OwnRules(
        entered_on=date.fromisoformat(data["entered_on"]),
        entered=tuple(EnteredRule(**one) for one in data["entered"]),
        corrected_on=date.fromisoformat(data["corrected_on"]),
        corrected=tuple(CorrectedRule(**one) for one in data["corrected"]),
        closures=tuple({"on": day.isoformat(), **data["closure"]} for day in closed),
        override=build(PutDate, data["override"]),
    )


def closed_days(first_run: date, is_working_day: IsWorkingDay) -> tuple[date, ...]:
    """The days between Christmas and the new year on which the first council's offices are shut, of two winters."""
    winters = (date(first_run.year + years, 12, 27) for years in (-1, 0))
    return tuple(
        day for first in winters for day in (first + timedelta(days=n) for n in range(5)) if is_working_day(day)
    )


def _calendar(data: Mapping[str, Any], placing: Placing) -> Calendar:
    meetings = [one for series in data["series"] for one in _series(series, placing)]
    return Calendar(
        source=data["source"],
        brought_in_on=date.fromisoformat(data["brought_in_on"]),
        meetings=tuple(sorted(meetings, key=lambda one: (one[0].on, one[0].starts_at or time.min))),
        changes=tuple(_changed(data[name], data, placing) for name in ("moved", "cancelled") if name in data),
    )


def _series(series: Mapping[str, Any], placing: Placing) -> Iterator[tuple[Meeting, str]]:
    """The meetings of one body, each on its own day of the week; none where the holidays are not known."""
    starts_at = time.fromisoformat(series["begins_at"])
    for weeks in series["weeks"]:
        day = _day(series, weeks, placing)
        if day is not None:
            yield Meeting(series["body"], BodyKind(series["kind"]), day, starts_at), series["place"]


def _day(series: Mapping[str, Any], weeks: int, placing: Placing) -> date | None:
    """The day so many weeks from a body's known meeting, a week later where nobody works then."""
    day = date.fromisoformat(series["meets_on"]) + weeks * _WEEK
    try:
        while not placing.is_working_day(day):
            day += _WEEK
    except Refusal:
        return None
    return day


def _changed(data: Mapping[str, Any], calendar: Mapping[str, Any], placing: Placing) -> Changed:
    series = next(one for one in calendar["series"] if one["body"] == data["body"])
    on = _day(series, data["weeks"], placing)
    to = _day(series, data["weeks"] + data["by_weeks"], placing) if "by_weeks" in data else None
    assert on is not None
    return Changed(data["body"], on, to, date.fromisoformat(data["changed_on"]), data["reason"])
