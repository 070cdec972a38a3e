"""An obligation across a vesting day: whose it is, and what happens to it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from moothall.domain.days import ONE_DAY, CountedDay, in_words
from moothall.domain.deadlines import Deadline, Point
from moothall.domain.points import Test, judged
from moothall.domain.provisions import TRANSFER_REGULATIONS, Provision, Read

NAME = "obligation-holder"
RULE = "G-S4"
VERSION = "2026-11-22"
PREDECESSOR, SUCCESSOR, TO_DECIDE = "predecessor", "successor", "successor_must_decide"


class Obligation(StrEnum):
    """What is owed."""

    RECORD = "record"
    ACCEPTED_RETURN = "accepted_return"
    OPEN_UPDATE = "open_update"
    STATUTORY_PLAN = "statutory_plan"
    VOLUNTARY_PLAN = "voluntary_plan"


TRANSFER = Provision(
    TRANSFER_REGULATIONS, "part 4 of the second", Read.ACCOUNT, note="Only their openings were read; check the order."
)
CUSTODY = Provision(
    "Order of 1995 on records (SI 1995/2563)", "article 4", note="An earlier model. Expect the like; check the order."
)
PROVISIONS: dict[Obligation, Provision] = {
    Obligation.RECORD: CUSTODY,
    Obligation.ACCEPTED_RETURN: TRANSFER,
    Obligation.OPEN_UPDATE: TRANSFER,
    Obligation.STATUTORY_PLAN: TRANSFER,
    Obligation.VOLUNTARY_PLAN: TRANSFER,
}
AFTER = {
    Obligation.RECORD: (SUCCESSOR, "It passes with custody, open to inspection for the rest of its years."),
    Obligation.ACCEPTED_RETURN: (PREDECESSOR, "It stays the old council's, and is shown as continued by the new one."),
    Obligation.OPEN_UPDATE: (TO_DECIDE, "The new executive adopts, merges or ends it, with a minute."),
    Obligation.STATUTORY_PLAN: (SUCCESSOR, "The regulations name it, so it passes to the new council."),
    Obligation.VOLUNTARY_PLAN: (TO_DECIDE, "No regulation names it: the new council adopts it or closes it."),
}
WHAT = {
    PREDECESSOR: "The obligation is the old council's",
    SUCCESSOR: "The obligation is the new council's",
    TO_DECIDE: "The new council has to decide on the obligation",
}


def deadline(day: date, *, vesting_on: date, obligation: Obligation, adopted_on: date | None = None) -> Deadline:
    """Whose an obligation is on a day around the vesting day of a new council, and the old one's last day (``on``).

    Records and the duty to let them be inspected pass with custody. A return already accepted stays the old council's.
    An open progress update, and a plan no law asked for, are for the new council to adopt or to end. The old council's
    name is never rewritten in a published record.
    """
    settled = adopted_on is not None and adopted_on <= day
    holder, says = AFTER[obligation]
    if day < vesting_on:
        holder, says = PREDECESSOR, "The old council holds it until vesting day."
    elif holder == TO_DECIDE and settled and adopted_on:
        holder, says = SUCCESSOR, f"The new council adopted it on {in_words(adopted_on)}."
    last = vesting_on - ONE_DAY if vesting_on > date.min else vesting_on
    return judged(
        Test(NAME, RULE, VERSION, PROVISIONS[obligation]),
        kind=holder,
        what=WHAT[holder],
        on=last,
        counted=(
            CountedDay(last, False, "The last day of the old council"),
            CountedDay(vesting_on, True, "Vesting day"),
        ),
        points=(Point("Settled whose it is", holder != TO_DECIDE, obligation.value, says),),
        notes=("Published records keep the name of the council that published them.",),
    )
