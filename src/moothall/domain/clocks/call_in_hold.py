"""A decision that was called in waits until it is heard: for how long is each council's own rule, and nobody else's."""

from __future__ import annotations

from datetime import date

from moothall.domain.days import ONE_DAY, Count, Counting, Holidays, Length, if_known
from moothall.domain.deadlines import Deadline, OtherAnswer
from moothall.domain.provisions import ACT_2000, Provision, Read

NAME = "call-in-hold"
RULE = "G-C1"
VERSION = "2012-05-04"
PROVISION = Provision(
    f"{ACT_2000}, section 9F(4)",
    "which suspends nothing and sets no period; the hold is in the council's constitution",
    Read.ACCOUNT,
)
PROVISIONS = (PROVISION,)


def deadline(
    called_in_on: date,
    *,
    hold: Length,
    holidays: Holidays,
    first_day_counts: bool = False,
    closures: frozenset[date] = frozenset(),
) -> Deadline:
    """The last day on which a decision that was called in is held back, if nobody hears it sooner.

    The law sets no such period, so the council's own must be handed in: ten clear working days have been seen, and
    twenty days. The count starts with the event the rule names, most often the day of the call-in, which is left out
    unless the rule counts it. ``effective_on`` is the calendar day after the last day. Raises a Refusal beyond the
    table of holidays.
    """
    counting = Counting(holidays, hold.unit, closures)
    count = _count(called_in_on, hold, counting, first_day_counts)
    return Deadline(
        clock=NAME,
        rule=RULE,
        version=VERSION,
        what="Hear the call-in: the decision is held back to the end of this day",
        provision=PROVISION,
        calendar=str(holidays),
        counted=count.days,
        on=count.on,
        effective_on=count.on + ONE_DAY,
        working_on=if_known(lambda: counting.last_working(count.on)),
        other_convention=_other(called_in_on, hold, counting, first_day_counts, count.on),
        notes=(
            "This is the council's own rule as it was handed in. Look up what your constitution says of a decision that"
            " is not heard by then, and of one that is sent back.",
        ),
    )


def _count(called_in_on: date, hold: Length, counting: Counting, first_day_counts: bool) -> Count:
    return counting.days_after(
        called_in_on, hold.number, first_day_counts=first_day_counts, base_is="The day of the call-in"
    )


def _other(called_in_on: date, hold: Length, counting: Counting, first_counts: bool, on: date) -> OtherAnswer | None:
    other = if_known(lambda: _count(called_in_on, hold, counting, not first_counts).on)
    way = "does not count" if first_counts else "counts"
    return OtherAnswer(f"if the day of the call-in {way}", other, other + ONE_DAY) if other and other != on else None
