"""How long a plan is against the length the letter asks for, and what can be done about it."""

from __future__ import annotations

import math
from dataclasses import dataclass

from moothall.domain.remarks import Remark


@dataclass(frozen=True, slots=True)
class PlanLength:
    """The length of a plan: ``sheets`` of paper, how much of the last one is ``filled`` (0 to 1), and words."""

    sheets: int
    filled: float
    words: int

    @property
    def pages(self) -> float:
        """Pages in halves: three and a bit are 3.5, and the least is half a page."""
        return max(0.5, self.sheets - 1 + math.ceil(self.filled * 2) / 2)


def length_remarks(length: PlanLength, asked: tuple[int, ...] | None, reason: str) -> tuple[Remark, ...]:
    """What is to be said of the length against the pages asked for (least, most): nothing where it fits.

    The length is soft: a longer plan is told to give its reason, and one that has given it is left alone.
    """
    if not asked:
        return ()
    least, most = asked[0], asked[-1]
    if length.sheets > most and not reason.strip():
        over = length.sheets - most
        return (
            Remark(
                "plan_longer_than_asked",
                f"The plan takes {length.sheets} pages; the letter asks for {least} to {most}.",
                rule=None,
                next=(
                    "Longer is allowed. Say why it is longer, choose a closer layout, or shorten it by about "
                    f"{_words_over(length, over)} words."
                ),
            ),
        )
    if length.sheets < least and length.words:
        return (
            Remark(
                "plan_shorter_than_asked",
                f"The plan takes {length.sheets} {'page' if length.sheets == 1 else 'pages'}; "
                f"the letter asks for {least} to {most}.",
                rule=None,
                next="A short plan is no fault where every question is settled. Look at those still open.",
            ),
        )
    return ()


def _words_over(length: PlanLength, over: int) -> int:
    """How many words lie beyond the last page asked for, to the next ten."""
    return math.ceil(length.words * (over - 1 + length.filled) / (length.sheets - 1 + length.filled) / 10) * 10
