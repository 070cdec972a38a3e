"""How long a plan takes: a few meetings, a municipal year of them, and every council on every day of a round."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from datetime import time as clock_time
from statistics import median

from moothall.domain.authorities import BodyKind, Governance
from moothall.domain.days import Length, Unit
from moothall.domain.feasibility import Planner, plan_routes
from moothall.domain.meetings import Meeting
from moothall.domain.remembered import Remembered
from moothall.domain.rule_packs import Base, CallInRule, RulePack
from moothall.domain.variants import every_route
from moothall.reference.bank_holidays import england
from moothall.reference.rule_packs import default

LETTER_ON, DEADLINE_ON = date(2024, 4, 16), date(2024, 7, 19)
COUNCILS, DAYS = 317, 94
BODIES = (
    (BodyKind.EXECUTIVE, "Cabinet"),
    (BodyKind.SCRUTINY, "Overview and Scrutiny"),
    (BodyKind.FULL_COUNCIL, "Council"),
)
RULES = (
    CallInRule(),
    CallInRule(first_day_counts=True),
    CallInRule(length=Length(3, Unit.WORKING), closes=clock_time(12)),
    CallInRule(base=Base.DECISION, publish_allowance=2),
    CallInRule(length=Length(10, Unit.WORKING)),
)
"""Five families of call-in rule that councils have, in turn, so that no council is the next one over again."""


def main() -> None:
    """Print milliseconds a plan, and seconds for the whole country over a round."""
    for number in (5, 20, 150):
        meetings = _year(number)
        taken = _seconds(lambda given=meetings: _plan(given))  # type: ignore[misc]
        wanted = " (wanted: under 50" + ("" if taken < 0.05 else ", NOT MET") + ")" if number == 150 else ""
        print(f"  {number:3} meetings, every step and working       {taken * 1e3:8.1f} milliseconds{wanted}")
    routes = _plan(_year(150))
    every = _seconds(lambda: every_route(routes, deadline_on=date(2024, 12, 20)))
    print(f"    and the routes that share their dates      {every * 1e3:8.1f} milliseconds more")
    _whole_country()


def _whole_country() -> None:
    remembered = Remembered(england())
    since, judged, fits = time.process_time(), 0, 0
    planners = [planner for number in range(COUNCILS) for planner in (_planner(number, remembered),)]
    for planner in planners:
        for day in range(DAYS):
            found = planner.on(LETTER_ON + timedelta(day))
            judged += len(found)
            fits += sum(each.fits for each in found)
    taken = time.process_time() - since
    verdict = "wanted: under 3" + ("" if taken < 3 else ", NOT MET")
    print(f"  {COUNCILS} councils, each of {DAYS} days, one core        {taken:8.2f} seconds ({verdict})")
    print(f"    {judged:,} routes judged and put in order, of which {fits:,} fit; words are made when one is read")
    since = time.process_time()
    words = sum(len(planner.routes(LETTER_ON + timedelta(38))) for planner in planners)
    print(f"    one day of them in words, {words:,} routes       {time.process_time() - since:8.2f} seconds")


def _planner(number: int, remembered: Remembered) -> Planner:
    model = Governance.COMMITTEE if number % 9 == 0 else Governance.MAYOR if number % 20 == 0 else Governance.EXECUTIVE
    pack = RulePack("A council", model, None if model is Governance.COMMITTEE else RULES[number % len(RULES)])
    return Planner(
        deadline_on=DEADLINE_ON,
        meetings=list(_summer(number, model)),
        pack=pack,
        holidays=remembered.holidays,
        remembered=remembered,
    )


def _summer(number: int, model: Governance) -> Iterator[Meeting]:
    """Ten to twelve meetings of one council from the letter to a little after the deadline, on its own days."""
    decider = (BodyKind.COMMITTEE, "Policy Committee") if model is Governance.COMMITTEE else BODIES[0]
    for month in range(4):
        yield Meeting(decider[1], decider[0], _weekday(LETTER_ON + timedelta(15 + number % 23 + 28 * month)))
        yield Meeting(BODIES[1][1], BODIES[1][0], _weekday(LETTER_ON + timedelta(6 + number % 19 + 28 * month)))
    for start in range(30, 31 + number % 3 * 35, 35):
        yield Meeting(BODIES[2][1], BODIES[2][0], _weekday(LETTER_ON + timedelta(start + number % 17)))


def _weekday(day: date) -> date:
    return day - timedelta(max(day.weekday() - 4, 0))


def _year(number: int) -> list[Meeting]:
    """Meetings of three bodies in turn, spread over the year after the first of January."""
    days = [date(2024, 1, 1) + timedelta(index * 360 // number) for index in range(number)]
    return [Meeting(BODIES[index % 3][1], BODIES[index % 3][0], day) for index, day in enumerate(days)]


def _plan(meetings: list[Meeting]) -> tuple[object, ...]:
    return plan_routes(
        as_of=date(2024, 1, 1),
        deadline_on=date(2024, 12, 20),
        meetings=meetings,
        pack=default(Governance.EXECUTIVE),
        holidays=england(),
    )


def _seconds(work: Callable[[], object], runs: int = 7) -> float:
    """The median CPU time of some runs, after one that warms up."""
    work()
    taken = []
    for _ in range(runs):
        since = time.process_time()
        work()
        taken.append(time.process_time() - since)
    return median(taken)
