"""A copy for a member of scrutiny who asks the executive for a document."""

from __future__ import annotations

from datetime import date

from moothall.domain import in_force
from moothall.domain.days import Count, Counting, Holidays, Length, Unit, if_known
from moothall.domain.deadlines import Deadline, OtherAnswer
from moothall.domain.provisions import EXECUTIVE_REGULATIONS, Provision

NAME = "scrutiny-documents"
RULE = "G-M2"
VERSION = "2012-09-10"
CLEAR_DAYS = Length(10, Unit.CALENDAR)
IN_FORCE = date(2012, 9, 10)
PROVISION = Provision(
    EXECUTIVE_REGULATIONS,
    "regulation 17",
    note="Whether its ten clear days are calendar or working days has not been decided.",
)
PROVISIONS = (PROVISION,)


def deadline(received_on: date, *, holidays: Holidays, clear: Length = CLEAR_DAYS) -> Deadline:
    """The last day on which a scrutiny member who asked for a document of the executive may be given the copy.

    As soon as practicable, and at most ten clear days after the request was received, the day of receipt left out. No
    court has said which days are meant, so calendar days are taken, which give the earlier date. ``working_on`` is the
    last working day up to then. Raises a Refusal before 10 September 2012 and beyond the table of holidays.
    """
    in_force.check(received_on, IN_FORCE, provision=PROVISION, rule=RULE)
    count = _last(received_on, clear, holidays)
    working_on = if_known(lambda: Counting(holidays).last_working(count.on))
    return Deadline(
        clock=NAME,
        rule=RULE,
        version=VERSION,
        what="Give the scrutiny member the copy, at the latest",
        provision=PROVISION,
        calendar=str(holidays),
        counted=count.days,
        on=count.on,
        working_on=working_on if working_on and working_on >= received_on else None,
        other_convention=_other(received_on, clear, count.on, holidays),
        notes=(
            "As soon as practicable comes first; this day is the outer limit.",
            "What is exempt or confidential is owed only where it bears on a matter under review or in the committee's"
            " work programme. A refusal goes to the committee in writing, with reasons.",
        ),
    )


def _last(received_on: date, clear: Length, holidays: Holidays) -> Count:
    counting = Counting(holidays, clear.unit)
    return counting.days_after(received_on, clear.number, base_is="The day the request was received")


def _other(received_on: date, clear: Length, on: date, holidays: Holidays) -> OtherAnswer | None:
    other = if_known(lambda: _last(received_on, Length(clear.number, clear.unit.other), holidays).on)
    return OtherAnswer(f"if {clear.unit.other.value} days are counted", other) if other and other != on else None
