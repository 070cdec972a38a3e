"""A report of the head of paid service: the meeting of the council that considers it."""

from __future__ import annotations

from datetime import date

from moothall.domain import in_force
from moothall.domain.days import CountedDay, Counting, Holidays, if_known
from moothall.domain.deadlines import Deadline, OtherAnswer
from moothall.domain.provisions import ACT_1989, Provision
from moothall.domain.years import Months

NAME = "head-of-service-report"
RULE = "G-O1"
VERSION = "1990-01-16"
IN_FORCE = date(1990, 1, 16)
PROVISION = Provision(ACT_1989, "section 4")
PROVISIONS = (PROVISION,)
WITHIN = Months(3)


def deadline(sent_on: date, *, holidays: Holidays) -> Deadline:
    """The last day for the meeting of the council that considers a report of the head of paid service.

    The report is on how the council's work is co-ordinated, its staff and their organisation. The meeting is held at
    most three months after copies are sent: the same day three months on, or the last of that month where there is
    none. ``working_on`` is the last working day up to then, where the table of holidays reaches it. Raises a Refusal
    before 16 January 1990 and beyond the year 9998.
    """
    in_force.check(sent_on, IN_FORCE, provision=PROVISION, rule=RULE)
    last = WITHIN.after(sent_on)
    earlier = WITHIN.beginning_with(sent_on).on
    return Deadline(
        clock=NAME,
        rule=RULE,
        version=VERSION,
        what="Hold the meeting of the council that considers the report",
        provision=PROVISION,
        calendar=str(holidays),
        counted=(
            CountedDay(sent_on, False, "The day copies were sent, left out"),
            CountedDay(last, True, f"{WITHIN} on"),
        ),
        on=last,
        working_on=if_known(lambda: Counting(holidays).last_working(last)),
        other_convention=OtherAnswer("if the day copies were sent is part of the months", earlier)
        if earlier != last
        else None,
        notes=("The days shown are the first and the last: months are counted and not days.",),
    )
