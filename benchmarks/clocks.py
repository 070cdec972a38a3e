"""How long one clock takes once warm, beside what others need to count the same days: naive loops and libraries."""

from __future__ import annotations

import importlib.util
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from statistics import median
from typing import Any

import holidays as other_table

from moothall.domain.clock_questions import answer
from moothall.domain.clocks import agenda_publication, call_in, key_decision_notice
from moothall.reference.bank_holidays import england

PUBLISHED = [date(2024, 1, 1) + timedelta(days) for days in range(0, 365, 5)]
WANTED = 100e-6
Count = Callable[[date], date]


def main() -> None:
    """Print CPU microseconds a clock, and for each peer the ratio to it, all counted in this run on the same days."""
    table = england()
    ours = _each(lambda day: call_in.deadline(day, holidays=table))
    print(f"  call-in, with every day's reason        {ours * 1e6:8.1f} microseconds ({_verdict(ours)})")
    for name, clock in (("agenda", agenda_publication.deadline), ("key decision notice", key_decision_notice.deadline)):
        taken = _each(lambda day, clock=clock: clock(day, holidays=table))  # type: ignore[misc]
        print(f"  {name + ', the same':<39} {taken * 1e6:8.1f} microseconds ({_verdict(taken)})")
    asked = _each(lambda day: answer("call-in", {"published": day.isoformat()}, table))
    print(f"  call-in asked as JSON data              {asked * 1e6:8.1f} microseconds")
    expected = [call_in.deadline(day, holidays=table).on for day in PUBLISHED]
    for name, count in _peers().items():
        if count is None:
            print(f"  {name:<39} not installed")
            continue
        assert [count(day) for day in PUBLISHED] == expected, name
        taken = _each(count)
        print(f"  {name:<39} {taken * 1e6:8.1f} microseconds (ours takes {ours / taken:.1f} times that)")


def _verdict(seconds: float) -> str:
    return "wanted: under 100" + ("" if seconds < WANTED else ", NOT MET")


def _peers() -> dict[str, Count | None]:
    """Others that find the fifth working day, and no reason for any: None where one is not installed."""
    made: dict[str, Callable[[], Count]] = {
        "a naive loop over `holidays`": _naive,
        "numpy busday_offset": _numpy,
        "pandas CustomBusinessDay": _pandas,
        "dateutil rrule": _dateutil,
    }
    modules = ("holidays", "numpy", "pandas", "dateutil")
    return {
        name: make() if importlib.util.find_spec(module) else None
        for (name, make), module in zip(made.items(), modules, strict=True)
    }


def _naive() -> Count:
    table = other_table.country_holidays("GB", subdiv="ENG", years=range(2024, 2026))

    def count(day: date) -> date:
        counted = 0
        while counted < 5:
            day += timedelta(1)
            counted += day.weekday() < 5 and day not in table
        return day

    return count


def _numpy() -> Count:
    import numpy

    calendar = numpy.busdaycalendar(holidays=[row.on for row in england().rows])

    def count(day: date) -> date:
        found: Any = numpy.busday_offset(day, 0, roll="preceding", busdaycal=calendar)
        return numpy.busday_offset(found, 5, busdaycal=calendar).astype(object)  # type: ignore[no-any-return]

    return count


def _pandas() -> Count:
    import pandas

    five = pandas.offsets.CustomBusinessDay(5, holidays=[row.on for row in england().rows])
    one = pandas.offsets.CustomBusinessDay(1, holidays=[row.on for row in england().rows])

    def count(day: date) -> date:
        return (one.rollback(pandas.Timestamp(day)) + five).date()  # type: ignore[no-any-return]

    return count


def _dateutil() -> Count:
    from dateutil import rrule

    closed = {row.on for row in england().rows}

    def count(day: date) -> date:
        start = datetime.combine(day + timedelta(1), datetime.min.time())
        days = rrule.rrule(rrule.DAILY, dtstart=start, byweekday=(rrule.MO, rrule.TU, rrule.WE, rrule.TH, rrule.FR))
        working = (each.date() for each in days if each.date() not in closed)
        return [next(working) for _ in range(5)][-1]

    return count


def _each(count: Callable[[date], object]) -> float:
    """CPU seconds for one date, once warm: the median of some runs over the same days."""
    taken = []
    for _ in range(21):
        since = time.process_time()
        for day in PUBLISHED:
            count(day)
        taken.append(time.process_time() - since)
    return median(taken[1:]) / len(PUBLISHED)
