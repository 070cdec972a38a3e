"""Call-in at a council of the committee system: none, unless it has a scrutiny committee and a rule of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from moothall.domain import in_force, points
from moothall.domain.clocks import call_in
from moothall.domain.days import CountedDay, Holidays
from moothall.domain.deadlines import Deadline, Point
from moothall.domain.points import Test
from moothall.domain.provisions import Provision, Read
from moothall.domain.rule_packs import CallInRule

NAME = "committee-call-in"
RULE = "G-C5"
VERSION = "2012-05-04"
IN_FORCE = date(2012, 5, 4)
NONE = "none_recorded"
RULE_NEEDED = "rule_needed"
LOCAL_RULE = "local_rule"
PROVISION = Provision(
    "Local Authorities (Committee System) (England) Regulations 2012 (SI 2012/1020)",
    "regulations 4 and 5",
    Read.ACCOUNT,
    note="Only the explanatory note was read: a council of the committee system may appoint scrutiny committees, with"
    " powers much like those beside an executive. No period of call-in is set.",
)
PROVISIONS = (PROVISION,)
NO_COMMITTEE = "No scrutiny committee is recorded, so no call-in is counted: the law sets none for a committee system."


def deadline(
    decided_on: date,
    *,
    scrutiny_committee: bool,
    holidays: Holidays,
    rule: CallInRule | None = None,
    published: date | datetime | None = None,
) -> Deadline:
    """Whether a decision of a committee may be called in at all (``kind``), and until when by the council's own rule.

    A committee system has no call-in of the law. Where no scrutiny committee is recorded there is none:
    `none_recorded`. Where there is one, its powers are much like those beside an executive, and the length, the start
    and the end are the council's own: `rule_needed` until they are handed in, then `local_rule`. Nothing is assumed.
    Raises a Refusal before 4 May 2012, for publication before the decision, and beyond the table of holidays.
    """
    in_force.check(decided_on, IN_FORCE, provision=PROVISION, rule=RULE)
    committee = Point(
        "A scrutiny committee is recorded",
        scrutiny_committee,
        "scrutiny_committee" if scrutiny_committee else "no_scrutiny_committee",
        "The council appointed one." if scrutiny_committee else NO_COMMITTEE,
    )
    if not scrutiny_committee or rule is None:
        return _without_days(decided_on, committee)
    local = Point("A rule of the council's own is given", True, "local_rule", f"{rule.in_words()}.")
    counted = call_in.deadline(published, decided_on=decided_on, rule=rule, holidays=holidays)
    return replace(
        counted,
        clock=NAME,
        rule=RULE,
        version=VERSION,
        provision=PROVISION,
        kind=LOCAL_RULE,
        points=(committee, local),
    )


def _without_days(decided_on: date, committee: Point) -> Deadline:
    kind = RULE_NEEDED if committee.met else NONE
    asked = Point(
        "A rule of the council's own is given",
        None if committee.met else False,
        "rule_needed" if committee.met else "no_rule",
        "Enter how many days it gives, and what starts them, from the constitution."
        if committee.met
        else "None is looked for, as there is nobody to call in.",
    )
    return points.judged(
        Test(NAME, RULE, VERSION, PROVISION),
        kind=kind,
        what="There is no call-in to wait for" if kind == NONE else "Whether there is call-in is for the constitution",
        points=(committee, asked),
        notes=("Some councils of the committee system have a call-in of their own all the same: look yours up.",),
        counted=(CountedDay(decided_on, False, "The day of the decision"),),
    )
