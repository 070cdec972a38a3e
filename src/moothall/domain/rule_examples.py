"""A council's call-in rule at work on a day that anyone can check, so that a change of the rule is seen as dates."""

from __future__ import annotations

from datetime import date, timedelta

from moothall.domain.authorities import BodyKind
from moothall.domain.clocks import call_in
from moothall.domain.days import Holidays
from moothall.domain.deadlines import Deadline
from moothall.domain.rule_packs import Base, RulePack, calendar

_THURSDAY = 3


def next_thursday(as_of: date) -> date:
    """The first Thursday after a day; on a Thursday, the one a week later."""
    return as_of + timedelta(days=(_THURSDAY - as_of.weekday() - 1) % 7 + 1)


def example(pack: RulePack, *, as_of: date, holidays: Holidays, kind: BodyKind | None = None) -> Deadline | None:
    """The call-in of a decision taken and published on the next Thursday; None where the pack has no call-in.

    It is counted by the rules of that day, for the body that decides most or for this kind of decision maker, with the
    council's closures by name. Raises a Refusal beyond the table of holidays.
    """
    day = next_thursday(as_of)
    rules = pack.on(day)
    rule = rules.call_in if kind is None else rules.call_in_for(kind)
    if rule is None:
        return None
    decided_on = day if rule.base is Base.DECISION else None
    return call_in.deadline(day, decided_on=decided_on, rule=rule, holidays=calendar(rules, holidays))
