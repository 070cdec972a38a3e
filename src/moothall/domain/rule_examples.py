"""A council's call-in rule at work on a day that anyone can check, so that a change of the rule is seen as dates."""

from __future__ import annotations

from datetime import date, timedelta

from moothall.domain.clocks import call_in
from moothall.domain.days import Holidays
from moothall.domain.deadlines import Deadline
from moothall.domain.rule_packs import Base, RulePack

_THURSDAY = 3


def next_thursday(as_of: date) -> date:
    """The first Thursday after a day; on a Thursday, the one a week later."""
    return as_of + timedelta(days=(_THURSDAY - as_of.weekday() - 1) % 7 + 1)


def example(pack: RulePack, *, as_of: date, holidays: Holidays) -> Deadline | None:
    """The call-in of a decision taken and published on the next Thursday; None where the pack has no call-in.

    Raises a Refusal beyond the table of holidays.
    """
    if pack.call_in is None:
        return None
    day = next_thursday(as_of)
    decided_on = day if pack.call_in.base is Base.DECISION else None
    return call_in.deadline(day, decided_on=decided_on, rule=pack.call_in, holidays=holidays)
