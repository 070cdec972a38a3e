"""The rule of the 1972 Act for a last day on which nobody works: shown as information, and never to shorten notice."""

from __future__ import annotations

from datetime import date

from moothall.domain.days import ONE_DAY, Count, CountedDay, Holidays
from moothall.domain.deadlines import Deadline
from moothall.domain.provisions import ACT_1972, Provision

NAME = "day-moved"
RULE = "G-N8"
VERSION = "1974-04-01"
UNDER_ACT, NOT_UNDER_ACT = "under_the_act", "not_under_the_act"
PROVISION = Provision(
    ACT_1972,
    "section 243(1) and (2)",
    note="How far the Christmas, Easter and bank holiday breaks reach on either side of the holidays was not looked up,"
    " nor the list of provisions it leaves out; ask your monitoring officer where a day beside a holiday matters.",
)
COUNTS = Provision(ACT_1972, "section 243(4)", note="Days are left out of a count for certain rules of polls only.")
PROVISIONS = (PROVISION, COUNTS)
SUNDAY = 6


def deadline(
    last_day: date,
    *,
    holidays: Holidays,
    under_act: bool = True,
    mourning: frozenset[date] = frozenset(),
    break_days: frozenset[date] = frozenset(),
) -> Deadline:
    """The day to which the last day for an act under the 1972 Act moves: information only.

    A last day that is a Sunday, a day of the Christmas, Easter or a bank holiday break, or a day of public thanksgiving
    or mourning moves to the next other day. Saturdays are not in the list. The rule moves a last day forward; it takes
    no day out of a count of clear days and never shortens a notice, and it does not reach regulations made under other
    Acts. Raises a Refusal beyond the table of holidays.
    """
    counted = []
    day = last_day
    while reason := _why_not(day, holidays, mourning, break_days):
        counted.append(CountedDay(day, False, reason))
        day += ONE_DAY
    counted.append(CountedDay(day, True, "The last day, as moved" if counted else "The last day stands"))
    count = Count(day if under_act else last_day, tuple(counted))
    return Deadline(
        clock=NAME,
        rule=RULE,
        version=VERSION,
        what="Information only: the last day for an act under the 1972 Act",
        provision=PROVISION,
        calendar=str(holidays),
        counted=count.days if under_act else (CountedDay(last_day, True, "The last day stands: another Act's rule"),),
        on=count.on,
        kind=UNDER_ACT if under_act else NOT_UNDER_ACT,
        notes=(
            "This never shortens a notice: the five clear days before a meeting and the 28 before a decision stand.",
            *(() if under_act else ("Section 243 does not reach regulations made under another Act.",)),
            f"{COUNTS.cite()}: {COUNTS.note}",
        ),
    )


def _why_not(day: date, holidays: Holidays, mourning: frozenset[date], breaks: frozenset[date]) -> str | None:
    holiday = holidays.name_of(day)
    if day.weekday() == SUNDAY:
        return "Sunday"
    if holiday:
        return f"Bank holiday: {holiday}"
    if day in mourning:
        return "Public thanksgiving or mourning"
    return "Part of a holiday break" if day in breaks else None
