"""A key decision without its full notice: scrutiny is told, and five clear days pass."""

from __future__ import annotations

from datetime import date

from moothall.domain.days import ONE_DAY, Count, CountedDay, Counting, Holidays, Length, Unit, if_known
from moothall.domain.deadlines import Deadline, OtherAnswer
from moothall.domain.provisions import EXECUTIVE_REGULATIONS, Provision

NAME = "general-exception"
RULE = "G-K3"
VERSION = "2012-09-10"
CLEAR_DAYS = Length(5, Unit.WORKING)
PROVISION = Provision(EXECUTIVE_REGULATIONS, "regulation 10(1)")
PROVISIONS = (PROVISION,)


def deadline(notice_on: date, *, holidays: Holidays) -> Deadline:
    """The first day on which a key decision may be taken under the general exception.

    The chair of scrutiny is told in writing (each member of the committee where there is no chair), the notice is made
    available, and five clear days go by after the day it was made available. The decision may follow on the next day;
    where that is a Saturday or a holiday ``working_on`` is the first working day. Raises a Refusal beyond the table.
    """
    count = _first_day(notice_on, Counting(holidays, CLEAR_DAYS.unit))
    other = _first_day(notice_on, Counting(holidays, CLEAR_DAYS.unit.other))
    return Deadline(
        clock=NAME,
        rule=RULE,
        version=VERSION,
        what="Take the key decision, under the general exception, on this day or later",
        provision=PROVISION,
        calendar=str(holidays),
        counted=count.days,
        on=count.on,
        working_on=if_known(lambda: Counting(holidays).first_working(count.on)),
        other_convention=OtherAnswer("if calendar days are counted", other.on) if other.on != count.on else None,
        notes=(
            "A second notice, saying why 28 clear days could not be given, follows as soon as reasonably practicable.",
        ),
    )


def last_notice(decision_on: date, *, holidays: Holidays) -> date:
    """The last working day on which the notice may be made available for a decision on a given day."""
    return Counting(holidays).last_days_before(decision_on, CLEAR_DAYS.number, by_office=True).on


def _first_day(notice_on: date, counting: Counting) -> Count:
    elapsed = counting.days_after(notice_on, CLEAR_DAYS.number, base_is="The day the notice was made available")
    on = elapsed.on + ONE_DAY
    return Count(on, (*elapsed.days, CountedDay(on, False, "The first day the decision may be taken")))
