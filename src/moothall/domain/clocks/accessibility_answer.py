"""The answer to an accessibility audit of the council's site."""

from __future__ import annotations

from datetime import date, timedelta

from moothall.domain import in_force
from moothall.domain.days import CountedDay, Counting, Holidays, if_known
from moothall.domain.deadlines import Deadline
from moothall.domain.provisions import ACCESSIBILITY_REGULATIONS, Provision, Read

NAME = "accessibility-answer"
RULE = "G-A2"
VERSION = "2018-09-23"
IN_FORCE = date(2018, 9, 23)
PROVISION = Provision(
    ACCESSIBILITY_REGULATIONS,
    "as monitored",
    Read.ACCOUNT,
    note="The twelve weeks are those of the bodies that monitor; the regulations were not read for them.",
)
PROVISIONS = (PROVISION,)
WEEKS = 12
WEEK = timedelta(weeks=1)


def deadline(received_on: date, *, holidays: Holidays) -> Deadline:
    """The last day to answer the report of an accessibility audit: twelve weeks after it was received.

    Weeks are plain weeks: holidays and closures lengthen nothing. ``working_on`` is the last working day up to then.
    The days shown are those on which each week ends. Raises a Refusal before 23 September 2018 and for a day beyond the
    table of holidays.
    """
    in_force.check(received_on, IN_FORCE, provision=PROVISION, rule=RULE)
    holidays.name_of(received_on)  # refuses a day beyond the table before any week is added
    ends = [received_on + WEEK * number for number in range(1, WEEKS + 1)]
    return Deadline(
        clock=NAME,
        rule=RULE,
        version=VERSION,
        what="Answer the accessibility audit",
        provision=PROVISION,
        calendar=str(holidays),
        counted=(
            CountedDay(received_on, False, "The day the report was received, left out"),
            *(CountedDay(day, True, f"Week {number} of {WEEKS} ends") for number, day in enumerate(ends, 1)),
        ),
        on=ends[-1],
        working_on=if_known(lambda: Counting(holidays).last_working(ends[-1])),
        notes=("Say what was repaired, what will be and when, and bring the accessibility statement up to date.",),
    )
