"""A power given to an officer: whether it must stand on the public list of delegated powers."""

from __future__ import annotations

from datetime import date

from moothall.domain import in_force
from moothall.domain.days import in_words
from moothall.domain.deadlines import Deadline, Point
from moothall.domain.points import Test, judged
from moothall.domain.provisions import ACT_1972, Provision
from moothall.domain.refusals import Refusal
from moothall.domain.years import Months

NAME = "delegation-listing"
RULE = "G-D9"
VERSION = "1986-04-01"
IN_FORCE = date(1986, 4, 1)
SIX_MONTHS = Months(6)
PROVISION = Provision(ACT_1972, "section 100G(2) and (4)")
PROVISIONS = (PROVISION,)
MUST, NEED_NOT = "must_be_listed", "need_not_be_listed"
WHAT = {
    MUST: "List the power with the officer's title. Only one that ended by this day could be left out",
    NEED_NOT: "The power need not be listed. It could have run to the end of this day",
}


def deadline(begins_on: date, *, ends_on: date | None = None) -> Deadline:
    """Whether a power delegated to an officer must be on the public list, and the day six months of it end (``on``).

    The list gives the power and the title of the officer who may use it, so that a delegation named in a report can be
    held against it. A power given for a period of six months or less need not be listed; one without an end must be.
    The first day counts as part of the six months. Raises a Refusal for an end before the beginning and before 1 April
    1986.
    """
    in_force.check(begins_on, IN_FORCE, provision=PROVISION, rule=RULE)
    if ends_on is not None and ends_on < begins_on:
        raise Refusal(
            f"The power ends ({in_words(ends_on)}) before it begins ({in_words(begins_on)}).",
            next_step="Check both dates.",
            rule=RULE,
        )
    count = SIX_MONTHS.beginning_with(begins_on)
    short = ends_on is not None and ends_on <= count.on
    says = f"It ends with {in_words(ends_on)}." if ends_on else "It has no end."
    return judged(
        Test(NAME, RULE, VERSION, PROVISION),
        kind=NEED_NOT if short else MUST,
        what=WHAT[NEED_NOT if short else MUST],
        on=count.on,
        counted=count.days,
        points=(Point("Given for six months or less", short, "short", f"{says} Six months end {in_words(count.on)}."),),
        notes=("Whether the first day is part of the six months was taken from other periods of the Act.",),
    )
