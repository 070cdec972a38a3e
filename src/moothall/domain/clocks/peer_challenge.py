"""A corporate peer challenge: when the best value guidance expects the next."""

from __future__ import annotations

from datetime import date

from moothall.domain.deadlines import Deadline, OtherAnswer
from moothall.domain.provisions import ACT_1999, Provision, Read
from moothall.domain.years import Years, anniversary

NAME = "peer-challenge"
RULE = "G-V1"
VERSION = "2024-05-08"
PROVISION = Provision(
    ACT_1999, "section 26, and the guidance under it", Read.RECALLED, note="The guidance was read; the section was not."
)
PROVISIONS = (PROVISION,)
EVERY = Years(5)
NO_CALENDAR = "No table of bank holidays is needed: whole years are counted"


def deadline(last_on: date) -> Deadline:
    """The last day by which the guidance expects the next peer challenge: at least one every five years.

    The five years run from the day of the last, which counts as their first. It is guidance a council has regard to,
    and no limit in an Act. Raises a Refusal beyond the year 9998.
    """
    count = EVERY.beginning_with(last_on)
    return Deadline(
        clock=NAME,
        rule=RULE,
        version=VERSION,
        what="Have the next peer challenge",
        provision=PROVISION,
        calendar=NO_CALENDAR,
        counted=count.days,
        on=count.on,
        other_convention=OtherAnswer("if the day of the last is left out of the years", anniversary(last_on, EVERY)),
        notes=("The guidance expects this of councils; it is no limit in an Act.",),
    )
