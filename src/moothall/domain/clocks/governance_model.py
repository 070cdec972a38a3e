"""Whether a council may be run by a model on a day, while a change of the law is on its way."""

from __future__ import annotations

from datetime import date

from moothall.domain.authorities import Governance
from moothall.domain.days import in_words
from moothall.domain.deadlines import Deadline, Point
from moothall.domain.points import Test, judged
from moothall.domain.provisions import ACT_2000, ACT_2026, Provision, Read

NAME = "governance-model"
RULE = "G-S1"
VERSION = "2026-04-29"
ROYAL_ASSENT = date.fromisoformat(VERSION)
PERMITTED, ASK = "permitted", "ask_monitoring_officer"
OLD = Provision(f"{ACT_2000}, part 1A", "chapter 4", note="The models open to councils before the change.")
NEW = Provision(
    ACT_2026,
    "its provisions on local authority governance",
    Read.RECALLED,
    note="That the Act exists and its day of Royal Assent were read. Neither its wording on governance nor when it"
    " begins was: some councils under the committee system may continue for a time, on conditions not read.",
)
PROVISIONS = (OLD, NEW)


def deadline(day: date, *, model: Governance, begins_on: date | None = None, may_continue: bool = False) -> Deadline:
    """Whether a model of governance is open to a council on a day, as far as is known.

    Until the Act of its own year on devolution begins for a council, the committee system, a leader and cabinet, and a
    mayor are open to it. That Act ends the committee system for most. It had Royal Assent on 29 April of its year, and
    when it begins was not read, so no end date is assumed: ``begins_on`` is handed in once the council knows it, and
    ``may_continue`` where its monitoring officer has found that it may.
    """
    committee = model is Governance.COMMITTEE
    begun = begins_on is not None and day >= begins_on
    unknown = day >= ROYAL_ASSENT and begins_on is None
    doubtful = committee and (begun or unknown) and not may_continue
    return judged(
        Test(NAME, RULE, VERSION, NEW if day >= ROYAL_ASSENT else OLD),
        kind=ASK if doubtful else PERMITTED,
        what="Ask your monitoring officer whether this model is still open to your council"
        if doubtful
        else "The model is open to the council on this day",
        points=(
            Point(
                "The new Act applies to the council on this day",
                None if unknown else begun,
                "begun",
                f"It begins for the council on {in_words(begins_on)}."
                if begins_on
                else "When it begins is not known here."
                if unknown
                else "It had not had Royal Assent.",
            ),
            Point(
                "The model is one the new Act leaves open",
                not committee or (True if may_continue else None),
                "model",
                "A leader and cabinet, or a mayor already in place."
                if not committee
                else "The council was found to be one that may continue."
                if may_continue
                else "The committee system, which the Act ends for most councils.",
            ),
        ),
        notes=("Keep the model with the dates between which it holds: an old decision keeps the law of its day.",),
    )
