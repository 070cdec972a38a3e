"""Working notes and comments that hold personal data: until when the council's own schedule keeps them."""

from __future__ import annotations

from datetime import date

from moothall.domain.deadlines import Deadline
from moothall.domain.provisions import DATA_PROTECTION, Provision, Read
from moothall.domain.years import Months

NAME = "notes-deletion"
RULE = "G-F5"
VERSION = "2018-05-25"
NO_CALENDAR = "No table of bank holidays is needed: whole months are counted"
PROVISION = Provision(
    DATA_PROTECTION,
    "article 5(1)(c) and (e)",
    Read.RECALLED,
    note="It sets no period: how long is in the council's own schedule.",
)
PROVISIONS = (PROVISION,)


def deadline(last_used_on: date, *, keep: Months) -> Deadline:
    """The last day on which working notes with personal data are kept, by the council's own schedule.

    Personal data are kept no longer than needed, and no law says how long that is: the council's schedule does, for
    each class of paper, in months. Working notes and the public record have different clocks: a record is kept for
    years by law. The first day counts as one of the months. Raises a Refusal beyond the year 9998.
    """
    count = keep.beginning_with(last_used_on)
    return Deadline(
        clock=NAME,
        rule=RULE,
        version=VERSION,
        what="Delete the notes at the end of this day",
        provision=PROVISION,
        calendar=NO_CALENDAR,
        counted=count.days,
        on=count.on,
        notes=(
            "This is for notes and comments. A decision record, minutes or a background paper must be kept longer: ask"
            " the clock retention.",
        ),
    )
