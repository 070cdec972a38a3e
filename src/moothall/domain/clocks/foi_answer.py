"""The answer to a request for information."""

from __future__ import annotations

from datetime import date

from moothall.domain import in_force
from moothall.domain.days import Counting, Holidays, Length, Unit
from moothall.domain.deadlines import Deadline
from moothall.domain.provisions import INFORMATION_ACT, Provision

NAME = "foi-answer"
RULE = "G-F1"
VERSION = "2005-01-01"
IN_FORCE = date(2005, 1, 1)
WITHIN = Length(20, Unit.WORKING)
PROVISION = Provision(
    INFORMATION_ACT,
    "sections 1 and 10",
    note="A working day here is recalled to leave out bank holidays of every part of the United Kingdom, and the table"
    " knows those of England and Wales alone; so the day given is safe and the law's may be later. The council's own"
    " closures count.",
)
PROVISIONS = (PROVISION,)


def deadline(received_on: date, *, holidays: Holidays, other_holidays: frozenset[date] = frozenset()) -> Deadline:
    """The last day to answer a request under the Freedom of Information Act: 20 working days after it was received.

    Promptly comes first; this is the outer limit. The day of receipt is left out. ``other_holidays`` are bank holidays
    elsewhere in the United Kingdom that should not count. A council's own closures do count. Raises a Refusal before 1
    January 2005 and beyond the table of holidays.
    """
    in_force.check(received_on, IN_FORCE, provision=PROVISION, rule=RULE)
    counting = Counting(holidays, WITHIN.unit, other_holidays)
    count = counting.days_after(received_on, WITHIN.number, base_is="The day the request was received")
    return Deadline(
        clock=NAME,
        rule=RULE,
        version=VERSION,
        what="Answer the request, at the latest",
        provision=PROVISION,
        calendar=str(holidays),
        counted=count.days,
        on=count.on,
        notes=("Promptly comes first; this day is the outer limit.", PROVISION.note),
    )
