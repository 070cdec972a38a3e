"""After a change of governance: how long the council may not change again."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from moothall.domain import in_force
from moothall.domain.deadlines import Deadline, OtherAnswer
from moothall.domain.provisions import ACT_2000, Provision, Read
from moothall.domain.years import Years, anniversary

NAME = "governance-lock"
RULE = "G-S2"
VERSION = "2012-05-04"
IN_FORCE = date(2012, 5, 4)
LOCKED, FREE = "locked", "free"
NO_CALENDAR = "No table of bank holidays is needed: whole years are counted"
PROVISION = Provision(
    f"{ACT_2000}, part 1A",
    "sections 9K to 9O",
    Read.ACCOUNT,
    note="Section 9O was read. The periods, and the day they begin with, are known from others' accounts, and are those"
    " from before the Act that changed governance again.",
)
PROVISIONS = (PROVISION,)


class By(StrEnum):
    """How the council changed."""

    RESOLUTION = "resolution"
    REFERENDUM = "referendum"


YEARS = {By.RESOLUTION: Years(5), By.REFERENDUM: Years(10)}


def deadline(changed_on: date, *, by: By = By.RESOLUTION, day: date | None = None) -> Deadline:
    """The last day on which a council that changed its governance may not change it again, as the law stood.

    Five years after a change by resolution and ten after one by referendum, beginning with the day the change took
    effect, most often at an annual meeting. ``kind`` says how a day stands to that. A new Act may lift or replace the
    lock. Raises a Refusal for a change before 4 May 2012 and beyond the year 9998.
    """
    in_force.check(changed_on, IN_FORCE, provision=PROVISION, rule=RULE)
    count = YEARS[by].beginning_with(changed_on)
    return Deadline(
        clock=NAME,
        rule=RULE,
        version=VERSION,
        what="The council may not change its governance again to the end of this day",
        provision=PROVISION,
        calendar=NO_CALENDAR,
        counted=count.days,
        on=count.on,
        kind=None if day is None else LOCKED if changed_on <= day <= count.on else FREE,
        other_convention=OtherAnswer("if the day of the change is left out", anniversary(changed_on, YEARS[by])),
        notes=("A later Act may oblige or allow a change sooner: ask the clock governance-model for the day.",),
    )
