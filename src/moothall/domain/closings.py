"""Closing a round for one council without losing it: what may still be done then, and what is said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from moothall.domain.days import in_words
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed

STILL_OPEN: frozenset[Deed] = frozenset(
    {
        Deed.READ_WORKSPACE,
        Deed.READ_PEOPLE,
        Deed.READ_EXEMPT,
        Deed.READ_REGISTER,
        Deed.MAKE_AUDIT_FILE,
        Deed.ADD_PERSON,
        Deed.GIVE_ROLE,
        Deed.END_ROLE,
        Deed.REVOKE_FEED,
        Deed.PLACE_PASSAGE,
        Deed.CODE_PASSAGE,
        Deed.SUGGEST_CODES,
        Deed.REOPEN_ROUND,
        Deed.HAND_TO_SUCCESSOR,
        Deed.ADOPT_ITEM,
    }
)
"""What may be done in a closed round: reading, keeping it in somebody's hands, opening it again, and handing it on."""


@dataclass(frozen=True, slots=True)
class Closed:
    """That a round is closed for a council: by whom, when and why."""

    closed_at: datetime
    closed_by: str
    why: str

    @property
    def sentence(self) -> str:
        """The same in a sentence."""
        return (
            f"This round was closed on {in_words(self.closed_at.date())} by {self.closed_by}: {self.why.rstrip('.')}."
        )


def check_open(closed: Closed | None, deed: Deed) -> None:
    """Raise a Refusal if the round is closed and the deed is none that is done in a closed one."""
    if closed is not None and deed not in STILL_OPEN:
        raise Refusal(
            closed.sentence, next_step="Everything stays readable. To change something, have it opened again."
        )


def check_reason(why: str) -> None:
    """Raise a Refusal without a reason."""
    if not why.strip():
        raise Refusal("No reason is given.", next_step="Say in a sentence why.")


class Outcome(StrEnum):
    """What a successor does with something it finds open: it makes it its own, joins it to another, or ends it."""

    ADOPT = "adopt"
    MERGE = "merge"
    END = "end"

    @property
    def done(self) -> str:
        """What was done with it, in a word."""
        return {"adopt": "adopted", "merge": "merged", "end": "ended"}[self.value]


@dataclass(frozen=True, slots=True)
class Continued:
    """That another council continues the work from a day. The plan and its return keep the name they were made in."""

    successor: str
    successor_name: str
    vesting_on: date

    def sentence(self, predecessor: str) -> str:
        """The same in two sentences, for the public page."""
        return (
            f"{self.successor_name} continues the work of {predecessor} from {in_words(self.vesting_on)}."
            f" This plan and its return stay in the name of {predecessor}."
        )


def check_succession(*, gss: str, own_gss: str, name: str, order: str, custody: str) -> None:
    """Raise a Refusal if a council is to follow itself, or if nobody could look at the order or find the records."""
    if gss == own_gss or not name.strip():
        raise Refusal("The council that follows is not named.", next_step="Choose the council that takes over.")
    if not order.strip():
        raise Refusal("The order is not named.", next_step="Give its title or number, so that it can be looked at.")
    if not custody.strip():
        raise Refusal("Nobody is named who holds the records.", next_step="Say which office holds them from that day.")


def check_adoption(*, outcome: Outcome, minute: str, into: str, decided_on: date, today: date) -> None:
    """Raise a Refusal without a minute, if the meeting is still to come, or if what it is merged into is not named."""
    if not minute.strip():
        raise Refusal("There is no minute.", next_step="Give the words of the minute and its number.")
    if decided_on > today:
        raise Refusal("The meeting is still to come.", next_step="Correct the date, or record it afterwards.")
    if outcome is Outcome.MERGE and not into.strip():
        raise Refusal("It is not said what it is merged into.", next_step="Name what it goes on as.")
