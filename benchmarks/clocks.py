"""How long one clock takes once warm, beside a naive count of the same days, and the planner over many meetings."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date, timedelta
from statistics import median

import holidays as other_table

from moothall.domain.authorities import BodyKind, Governance
from moothall.domain.clock_questions import answer
from moothall.domain.clocks import call_in
from moothall.domain.feasibility import plan_routes
from moothall.domain.meetings import Meeting
from moothall.reference.bank_holidays import england
from moothall.reference.rule_packs import default

PUBLISHED = [date(2024, 1, 1) + timedelta(days) for days in range(0, 365, 5)]
KINDS = (
    (BodyKind.EXECUTIVE, "Cabinet"),
    (BodyKind.SCRUTINY, "Overview and Scrutiny"),
    (BodyKind.FULL_COUNCIL, "Council"),
)


def main() -> None:
    """Print microseconds a clock, milliseconds a plan, and the ratio to a naive count made in the same run."""
    table = england()
    theirs = other_table.country_holidays("GB", subdiv="ENG", years=range(2024, 2026))
    ours = _seconds(lambda: [call_in.deadline(day, holidays=table) for day in PUBLISHED]) / len(PUBLISHED)
    naive = _seconds(lambda: [_fifth_working_day(day, theirs) for day in PUBLISHED]) / len(PUBLISHED)
    asked = _seconds(lambda: [answer("call-in", {"published": day.isoformat()}, table) for day in PUBLISHED])
    assert all(call_in.deadline(day, holidays=table).on == _fifth_working_day(day, theirs) for day in PUBLISHED)
    print(f"  one clock, with every day's reason      {ours * 1e6:8.1f} microseconds")
    print(f"  the same asked as JSON data             {asked / len(PUBLISHED) * 1e6:8.1f} microseconds")
    print(f"  a naive count of the same days, no more {naive * 1e6:8.1f} microseconds (ratio {ours / naive:.1f})")
    for number in (5, 150):
        meetings = _meetings(number)
        taken = _seconds(lambda given=meetings: _plan(given), runs=5)  # type: ignore[misc]
        print(f"  planner over {number:3} meetings              {taken * 1e3:8.1f} milliseconds")


def _fifth_working_day(day: date, table: other_table.HolidayBase) -> date:
    counted = 0
    while counted < 5:
        day += timedelta(1)
        counted += day.weekday() < 5 and day not in table
    return day


def _meetings(number: int) -> list[Meeting]:
    """Meetings of three bodies in turn, spread over the year after the first of January."""
    days = [date(2024, 1, 1) + timedelta(index * 360 // number) for index in range(number)]
    return [
        Meeting(name, kind, day) for index, day in enumerate(days) for kind, name in (KINDS[index % len(KINDS)],)
    ]  # fmt: skip


def _plan(meetings: list[Meeting]) -> None:
    plan_routes(
        as_of=date(2024, 1, 1),
        deadline_on=date(2024, 12, 20),
        meetings=meetings,
        pack=default(Governance.EXECUTIVE),
        holidays=england(),
    )


def _seconds(work: Callable[[], object], runs: int = 20) -> float:
    """The median time of some runs, after one that warms up."""
    work()
    taken = []
    for _ in range(runs):
        since = time.perf_counter()
        work()
        taken.append(time.perf_counter() - since)
    return median(taken)
