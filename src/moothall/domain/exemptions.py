"""The seven descriptions of exempt information, and how paragraphs are named, for the rules that rest on them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from moothall.domain.days import in_words
from moothall.domain.provisions import SCHEDULE_12A, Provision
from moothall.domain.refusals import Refusal

SINCE = date(2006, 3, 1)
PART_1 = Provision(SCHEDULE_12A, "part 1", note="Paragraph 6 was read in part only.")
DESCRIPTIONS = {
    1: "information about an individual",
    2: "information likely to reveal who an individual is",
    3: "information about the financial or business affairs of any person, the authority included",
    4: "information about consultations or negotiations on labour relations",
    5: "information that could be kept back as legally privileged",
    6: "information that would reveal a notice, order or direction the authority proposes",
    7: "information about action to prevent, investigate or prosecute crime",
}


def check(paragraphs: Sequence[int], day: date, *, rule: str) -> None:
    """Raise a Refusal for a paragraph that schedule 12A does not have, and before the list of 1 March 2006."""
    if day < SINCE:
        raise Refusal(
            f"The seven paragraphs were not in force on {in_words(day)}: that list began on {in_words(SINCE)}.",
            next_step="Ask your monitoring officer for the older list.",
            rule=rule,
        )
    for number in paragraphs:
        if number not in DESCRIPTIONS:
            raise Refusal(
                f"Part 1 of schedule 12A has no paragraph {number}.",
                next_step="Give paragraphs from 1 to 7, as 3 or 1,2.",
                rule=rule,
            )


def named(paragraphs: Sequence[int]) -> str:
    """Paragraphs as a sentence names them: paragraphs 1 and 3."""
    *first, last = map(str, paragraphs)
    return f"paragraphs {', '.join(first)} and {last}" if first else f"paragraph {last}"


def described(paragraphs: Sequence[int]) -> str:
    """The paragraphs' descriptions, one after the other."""
    return "; ".join(DESCRIPTIONS[number] for number in paragraphs)
