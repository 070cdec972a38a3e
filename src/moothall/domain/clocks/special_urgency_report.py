"""The leader's or mayor's report on key decisions taken under special urgency: at least one a year."""

from __future__ import annotations

from datetime import date

from moothall.domain import in_force
from moothall.domain.days import in_words
from moothall.domain.deadlines import Deadline, OtherAnswer
from moothall.domain.provisions import EXECUTIVE_REGULATIONS, Provision
from moothall.domain.refusals import Refusal
from moothall.domain.years import Months

NAME = "special-urgency-report"
RULE = "G-K6"
VERSION = "2012-09-10"
IN_FORCE = date(2012, 9, 10)
AT_MOST = Months(12)
NO_CALENDAR = "No table of bank holidays is needed: whole months are counted"
NIL = "nil"
WITH_DECISIONS = "with_decisions"
PROVISION = Provision(
    EXECUTIVE_REGULATIONS,
    "regulation 19",
    note="The council fixes how often; there is at least one report a year. It gives the particulars of each decision"
    " and a summary of the matters.",
)
PROVISIONS = (PROVISION,)


def deadline(last_report_on: date, *, every: Months = AT_MOST, decisions: int | None = None) -> Deadline:
    """The last day for the next report to the council on special urgency, counted from the last one.

    The council fixes how often, and at least one report a year is owed. The date rolls: it follows from the day of the
    last report and is not the same day each year. Where the year held no such decision the report says so in a line of
    its own (`nil`). Raises a Refusal before 10 September 2012, for intervals of more than a year, for a number of
    decisions below nought, and beyond the year 9998.
    """
    in_force.check(last_report_on, IN_FORCE, provision=PROVISION, rule=RULE)
    if every.number > AT_MOST.number:
        raise Refusal(
            f"{every} lie further apart than the law allows: at least one report a year is owed.",
            next_step="Give how many months the council fixed, from 1 to 12.",
            rule=RULE,
        )
    if decisions is not None and decisions < 0:
        raise Refusal(f"{decisions} decisions cannot be.", next_step="Give a whole number from 0.", rule=RULE)
    count = every.beginning_with(last_report_on)
    return Deadline(
        clock=NAME,
        rule=RULE,
        version=VERSION,
        what="Report to the council on decisions taken under special urgency, at the latest",
        provision=PROVISION,
        calendar=NO_CALENDAR,
        counted=count.days,
        on=count.on,
        kind=None if decisions is None else WITH_DECISIONS if decisions else NIL,
        other_convention=OtherAnswer(
            "if the day of the last report is left out of the months", every.after(last_report_on)
        ),
        notes=_notes(last_report_on, decisions),
    )


def _notes(last_report_on: date, decisions: int | None) -> tuple[str, ...]:
    since = f"since {in_words(last_report_on)}"
    rolls = "The date rolls: report sooner, and the next is due sooner too. Keep to a meeting of the council before it."
    if decisions is None:
        return (rolls,)
    if decisions == 0:
        return (f"Put a line in all the same: no decision was taken under special urgency {since}.", rolls)
    many = "one decision" if decisions == 1 else f"{decisions} decisions"
    return (f"Give the particulars of {many} taken under special urgency {since}, and a summary of the matters.", rolls)
