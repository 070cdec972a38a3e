"""Equality information and objectives: due again a year, or four years, from when they were last published."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from moothall.domain import in_force
from moothall.domain.deadlines import Deadline, OtherAnswer
from moothall.domain.provisions import EQUALITY_REGULATIONS, Provision, Read
from moothall.domain.years import Years, anniversary

NAME = "equality-information"
RULE = "G-Q2"
VERSION = "2017-03-31"
IN_FORCE = date(2017, 3, 31)
NO_CALENDAR = "No table of bank holidays is needed: whole years are counted"


class Publication(StrEnum):
    """What was published: information that shows compliance with the equality duty, or the objectives."""

    INFORMATION = "information"
    OBJECTIVES = "objectives"


PROVISIONS: dict[Publication, Provision] = {
    Publication.INFORMATION: Provision(
        EQUALITY_REGULATIONS, "regulation 4", note="Due first by 30 March 2018, and from then on from the last time."
    ),
    Publication.OBJECTIVES: Provision(EQUALITY_REGULATIONS, "regulation 5", Read.ACCOUNT),
}
YEARS = {Publication.INFORMATION: Years(1), Publication.OBJECTIVES: Years(4)}
NOTES = {
    Publication.INFORMATION: (
        "Information on employees is owed by an authority with 150 or more. The date rolls: publish early, and the next"
        " is due earlier too."
    ),
    Publication.OBJECTIVES: "The date rolls: publish early, and the next objectives are due earlier too.",
}


def deadline(published_on: date, *, publication: Publication = Publication.INFORMATION) -> Deadline:
    """The last day to publish equality information, or objectives, again.

    Information at intervals of at most one year, objectives of at most four, beginning with the date they were last
    published: a rolling date and not every 30 March. The last day is the day before the anniversary. The days shown are
    those on which each year ends. Raises a Refusal for a publication before 31 March 2017 and beyond the year 9999.
    """
    provision = PROVISIONS[publication]
    in_force.check(published_on, IN_FORCE, provision=provision, rule=RULE)
    count = YEARS[publication].beginning_with(published_on)
    return Deadline(
        clock=NAME,
        rule=RULE,
        version=VERSION,
        what=f"Publish the equality {publication.value} again",
        provision=provision,
        calendar=NO_CALENDAR,
        counted=count.days,
        on=count.on,
        other_convention=OtherAnswer(
            "if the day of publication is left out of the years", anniversary(published_on, YEARS[publication])
        ),
        notes=(NOTES[publication],),
    )
