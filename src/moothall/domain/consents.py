"""Whose agreement opens a shorter way for the executive: a ladder of three, and what an agreement must state."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from moothall.domain.days import in_words
from moothall.domain.refusals import Refusal


class Chair(StrEnum):
    """How it stands with a chair on the day: able to act, unable to act, or nobody holds the chair."""

    ABLE = "able"
    UNABLE = "unable"
    NONE = "none"


class Rung(StrEnum):
    """Whose agreement it is."""

    SCRUTINY_CHAIR = "scrutiny_chair"
    COUNCIL_CHAIR = "council_chair"
    COUNCIL_VICE_CHAIR = "council_vice_chair"

    @property
    def in_words(self) -> str:
        """The person as a sentence names them."""
        return {
            Rung.SCRUTINY_CHAIR: "the chair of the relevant scrutiny committee",
            Rung.COUNCIL_CHAIR: "the chair of the council",
            Rung.COUNCIL_VICE_CHAIR: "the vice-chair of the council",
        }[self]


@dataclass(frozen=True, slots=True)
class Chairs:
    """How it stands with the two chairs on whom the ladder rests."""

    scrutiny: Chair = Chair.ABLE
    council: Chair = Chair.ABLE

    def rung(self, *, rule: str) -> Rung:
        """Whose agreement is needed.

        The chair of scrutiny; the chair of the council only if there is no chair of scrutiny or that chair is unable to
        act; the vice-chair only if there is neither chair. Raises a Refusal where the words of the law open no rung.
        """
        if self.scrutiny is Chair.ABLE:
            return Rung.SCRUTINY_CHAIR
        if self.council is Chair.ABLE:
            return Rung.COUNCIL_CHAIR
        if self.scrutiny is Chair.NONE and self.council is Chair.NONE:
            return Rung.COUNCIL_VICE_CHAIR
        raise Refusal(
            "Nobody is left whose agreement the words allow: the vice-chair of the council may give it only where there"
            " is neither a chair of scrutiny nor a chair of the council, not where a chair is unable to act.",
            next_step="Ask your monitoring officer whether section 5(3) of the Local Government Act 1972 and your"
            " standing orders let the vice-chair act for the chair of the council.",
            rule=rule,
        )


VICE_CHAIR_DOUBT = (
    "The vice-chair's rung is narrow: its words speak only of there being neither chair. Have your monitoring officer"
    " confirm it before relying on it."
)


@dataclass(frozen=True, slots=True)
class Consent:
    """An agreement that a matter is urgent and cannot reasonably be deferred.

    ``by`` gave it on ``given_on`` as holder of ``rung``; ``obtained_by`` asked for it; ``because`` says why.
    """

    rung: Rung
    by: str
    obtained_by: str
    given_on: date
    because: str


def check(consent: Consent, needed: Rung, *, decision_maker: str, act_on: date, rule: str) -> None:
    """Raise a Refusal where an agreement is not one: wrong rung, no name, no reason, too late, or the wrong asker.

    The decision maker obtains the agreement; the proper officer does not. It comes before ``act_on`` or on that day.
    """
    if consent.rung is not needed:
        raise _refusal(f"The agreement is that of {consent.rung.in_words}.", f"Obtain that of {needed.in_words}.", rule)
    for said, missing in ((consent.by, "who gave it"), (consent.because, "why the matter is urgent")):
        if not said.strip():
            raise _refusal(f"The agreement does not say {missing}.", "Enter it: an agreement without it is none.", rule)
    if not decision_maker.strip() or consent.obtained_by.strip().casefold() != decision_maker.strip().casefold():
        raise _refusal(
            f"The agreement was obtained by {consent.obtained_by.strip() or 'nobody named'},"
            f" and the decision is for {decision_maker.strip() or 'nobody named'}.",
            "Have the decision maker obtain it: nobody else may.",
            rule,
        )
    if consent.given_on > act_on:
        raise _refusal(
            f"The agreement was given on {in_words(consent.given_on)}, after {in_words(act_on)}.",
            "It must come first: move the day, or obtain it sooner.",
            rule,
        )


def _refusal(sentence: str, next_step: str, rule: str) -> Refusal:
    return Refusal(sentence, next_step=next_step, rule=rule)
