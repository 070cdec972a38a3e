"""Notice of a key decision goes on public view before the decision is taken."""

from __future__ import annotations

from datetime import date

from moothall.domain.days import Counting, Holidays, Length, Unit, if_known
from moothall.domain.deadlines import Deadline, OtherAnswer
from moothall.domain.provisions import EXECUTIVE_REGULATIONS, Provision, Read

NAME = "key-decision-notice"
RULE = "G-K2"
VERSION = "2012-09-10"
CLEAR_DAYS = Length(28, Unit.CALENDAR)
IN_FORCE = date(2012, 9, 10)
PROVISION = Provision(EXECUTIVE_REGULATIONS, "regulation 9(2)", Read.ACCOUNT)
PROVISIONS = (PROVISION,)


def deadline(decision_on: date, *, holidays: Holidays, clear: Length = CLEAR_DAYS) -> Deadline:
    """The last day in law to publish the notice of a key decision, and the last day an office can act.

    The notice must stand for 28 clear days before the decision, counted to the earliest day on which it may be taken.
    Every dated notice we know counts calendar days; no court has said so. The last day in law may be a Sunday:
    ``working_on`` is the working day before it. Raises a Refusal beyond the table of holidays.
    """
    counting = Counting(holidays, clear.unit)
    count = counting.last_days_before(decision_on, clear.number)
    return Deadline(
        clock=NAME,
        rule=RULE,
        version=VERSION,
        what="Publish the key decision notice",
        provision=PROVISION,
        calendar=str(holidays),
        counted=count.days,
        on=count.on,
        working_on=if_known(lambda: counting.last_working(count.on)),
        other_convention=_other(decision_on, clear, count.on, holidays),
        notes=(
            ("Before 10 September 2012 a forward plan was asked for instead of this notice.",)
            if decision_on < IN_FORCE
            else ()
        ),
    )


def _other(decision_on: date, clear: Length, on: date, holidays: Holidays) -> OtherAnswer | None:
    unit = clear.unit.other
    other = if_known(lambda: Counting(holidays, unit).last_days_before(decision_on, clear.number).on)
    return OtherAnswer(f"if {unit.value} days are counted", other) if other and other != on else None
