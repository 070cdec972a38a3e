"""A decision that may not be called in because it is urgent: whose consent it takes, and what is owed for it."""

from __future__ import annotations

import re
from datetime import date

from moothall.domain.clocks import call_in_waiver
from moothall.domain.clocks.call_in_waiver import Waiver as Waiver
from moothall.domain.days import in_words
from moothall.domain.refusals import Refusal

RULE = call_in_waiver.RULE
_URGENT = re.compile(r"\burgen(?:t|tly|cy)\b", re.IGNORECASE)
_NOT_URGENT = re.compile(r"\bnot\s+(?:\w+\s+)?urgen", re.IGNORECASE)


def is_for_urgency(reason: str) -> bool:
    """Whether a reason why a decision cannot be called in is that it is urgent, by its words."""
    return bool(_URGENT.search(reason)) and not _NOT_URGENT.search(reason)


def check_consent(*, is_callable: bool, reason: str, has_waiver: bool) -> None:
    """Raise a Refusal where a decision would be published as not callable for urgency without a consent on record.

    Other reasons stand as they are given: that it is not an executive decision, or is only noted.
    """
    if not is_callable and is_for_urgency(reason) and not has_waiver:
        raise Refusal(
            "The reason is urgency, and nobody's consent to it is on record.",
            next_step="Record the waiver of call-in first: who agreed, as what, on which day and why. Without one the"
            " decision stays open to call-in.",
            rule=RULE,
        )


def check_waiver(waiver: Waiver, *, decided_on: date, today: date) -> None:
    """Raise a Refusal unless a waiver is whole: the test, the reason, and the consent given before the decision."""
    missing = [
        point for point in call_in_waiver.deadline(decided_on, waiver=waiver).points if point.met is False
    ]  # fmt: skip
    if missing:
        first = missing[0]
        raise Refusal(f"{first.about}: this is missing. {first.says}", next_step="Complete the waiver.", rule=RULE)
    if waiver.agreed_on and waiver.agreed_on > today:
        raise Refusal("The consent is dated in the future.", next_step="Record it when it is given.")


def in_words_of(waiver: Waiver) -> str:
    """The waiver as the reason in the record of the decision, short enough for the field that holds it."""
    given = f" on {in_words(waiver.agreed_on)}" if waiver.agreed_on else ""
    consent = f"{waiver.agreed_by.strip()}, as {waiver.agreed_as.strip()}, agreed{given}."
    room = 300 - len(consent) - len("Urgent: . ")
    because = waiver.because.strip().rstrip(".")
    because = because if len(because) <= room else f"{because[: max(0, room - 1)].rstrip()}…"
    return f"Urgent: {because}. {consent}"
