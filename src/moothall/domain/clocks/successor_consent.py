"""A council that is to go and wants to spend or sell: whether the council that follows must consent in writing."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from moothall.domain.days import in_words
from moothall.domain.deadlines import Deadline, Point
from moothall.domain.points import Test, judged
from moothall.domain.provisions import ACT_2007, Provision, Read
from moothall.domain.refusals import Refusal

NAME = "successor-consent"
RULE = "G-S5"
VERSION = "2026-11-22"
PROVISION = Provision(ACT_2007, "section 24", Read.ACCOUNT, note="It binds only once a direction is made for the area.")
PROVISIONS = (PROVISION,)
NEEDED, NOT_NEEDED = "consent_needed", "no_consent_needed"


class Deal(StrEnum):
    """What the council wants to do."""

    LAND = "land"
    CAPITAL_CONTRACT = "capital_contract"
    OTHER_CONTRACT = "other_contract"


ABOVE = {Deal.LAND: 100_000, Deal.CAPITAL_CONTRACT: 1_000_000, Deal.OTHER_CONTRACT: 100_000}
WHOLE_LIFE = "The value of another contract is counted over its whole life."


def deadline(day: date, *, deal: Deal, pounds: int, directed_from: date | None = None) -> Deadline:
    """Whether a deal needs the written consent of the council that follows, by its value and the day.

    Under a direction: land for more than £100,000, capital contracts for more than £1,000,000, other contracts for more
    than £100,000 over their whole life. Without a direction in force on the day no consent is needed. Savings contracts
    in a plan may need it. Raises a Refusal for a value below nothing.
    """
    if pounds < 0:
        raise Refusal("A value is at least nothing.", next_step="Give it in whole pounds, as 250000.", rule=RULE)
    directed = directed_from is not None and directed_from <= day
    above = pounds > ABOVE[deal]
    kind = NEEDED if directed and above else NOT_NEEDED
    return judged(
        Test(NAME, RULE, VERSION, PROVISION),
        kind=kind,
        what="Obtain the written consent of the council that follows" if kind == NEEDED else "No consent is needed",
        points=(
            Point(
                "A direction is in force on the day",
                directed,
                "direction",
                f"Directed from {in_words(directed_from)}." if directed_from else "No direction is known.",
            ),
            Point(
                f"More than £{ABOVE[deal]:,}",
                above,
                "value",
                f"The value is £{pounds:,}.",
            ),
        ),
        notes=(WHOLE_LIFE,) if deal is Deal.OTHER_CONTRACT else (),
    )
