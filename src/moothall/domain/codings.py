"""What a coder says of a passage, beside what was suggested. Nothing here knows whose passage it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from moothall.domain.coding import CodeKind, CodingFrame, Example
from moothall.domain.refusals import Refusal

NO_CODE = "none"
"""The answer of a coder who says that no code of this kind fits."""
CANNOT_TELL = "cannot_tell"
"""The answer of a coder to whom the passage does not say enough."""


@dataclass(frozen=True, slots=True)
class Codes:
    """One coder's answers: for each kind a code of the frame, NO_CODE or CANNOT_TELL.

    ``theme_also`` is a second theme that could be defended, or empty.
    """

    theme: str
    theme_also: str = ""
    practice: str = NO_CODE
    barrier: str = NO_CODE

    def of(self, kind: CodeKind) -> str:
        """The answer for one kind of code."""
        return {CodeKind.THEME: self.theme, CodeKind.PRACTICE: self.practice, CodeKind.BARRIER: self.barrier}[kind]

    @property
    def themes(self) -> frozenset[str]:
        """The theme and the second one where there is one, as far as they are codes."""
        return frozenset({self.theme, self.theme_also}) - {"", NO_CODE, CANNOT_TELL}


class Verdict(StrEnum):
    """What became of a suggestion in the hands of a coder."""

    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"
    CANNOT_TELL = "cannot_tell"
    UNPROMPTED = "unprompted"

    @property
    def words(self) -> str:
        """The verdict as it stands on a page."""
        return {
            Verdict.ACCEPTED: "as suggested",
            Verdict.CORRECTED: "corrected",
            Verdict.REJECTED: "no code of this kind",
            Verdict.CANNOT_TELL: "cannot tell from the passage",
            Verdict.UNPROMPTED: "coded without a suggestion",
        }[self]


def verdict(given: str, suggested: str | None) -> Verdict:
    """What an answer makes of a suggestion; ``suggested`` is a code, NO_CODE, or None where nothing was suggested."""
    if given == CANNOT_TELL:
        return Verdict.CANNOT_TELL
    if suggested is None:
        return Verdict.UNPROMPTED
    if given == suggested:
        return Verdict.ACCEPTED
    return Verdict.REJECTED if given == NO_CODE else Verdict.CORRECTED


def check(codes: Codes, frame: CodingFrame) -> None:
    """Raise a Refusal for answers that are no answers of this frame, or a second theme that adds nothing."""
    for kind in CodeKind:
        given = codes.of(kind)
        if given not in (NO_CODE, CANNOT_TELL) and given not in {one.id for one in frame.codes(kind)}:
            raise Refusal(
                f"{given or 'Nothing'} is no {kind.value} of the coding frame, version {frame.version}.",
                next_step=f"Choose a {kind.value} of the frame, say that none fits, or that the passage does not tell.",
            )
    if not codes.theme_also:
        return
    if codes.theme_also not in {one.id for one in frame.themes}:
        raise Refusal(f"{codes.theme_also} is no theme of the frame.", next_step="Choose a second theme of the frame.")
    if codes.theme in (NO_CODE, CANNOT_TELL):
        raise Refusal(
            "A second theme stands beside a first one.", next_step="Choose a first theme, or leave the second out."
        )
    if codes.theme_also == codes.theme:
        raise Refusal("The second theme is the first one again.", next_step="Choose another one, or leave it out.")


def together(some: Sequence[Codes]) -> tuple[str, str | None, str | None, str | None]:
    """Theme, second theme, practice and barrier to learn from, of one passage's codings in the order they were made.

    The first coding that gives a code counts. Where another coder gives another theme, that is one that can be
    defended, and stands as the second. The theme is empty where nobody gave one.
    """
    themes = [one.theme for one in some if one.themes]
    also = [one.theme_also for one in some if one.theme_also]
    first = themes[0] if themes else ""
    others = [theme for theme in (*themes[1:], *also) if theme != first]
    return first, others[0] if others else None, _first(some, CodeKind.PRACTICE), _first(some, CodeKind.BARRIER)


def _first(some: Sequence[Codes], kind: CodeKind) -> str | None:
    given = [one.of(kind) for one in some if one.of(kind) != CANNOT_TELL]
    return given[0] if given and given[0] != NO_CODE else None


def example(
    id: str, some: Sequence[Codes], *, text: str, heading: str = "", before: str = "", after: str = ""
) -> Example | None:
    """A coded passage to learn from, or None where nobody gave it a theme."""
    theme, theme_also, practice, barrier = together(some)
    return Example(id, text, theme, theme_also, practice, barrier, heading, before, after) if theme else None


_SAID = ((0.9, "Very likely"), (0.75, "Likely"), (0.6, "More likely than not"))


def likelihood(confidence: float) -> str:
    """A probability from 0 to 1 as a word: "Likely"; below 0.6 it is "Unsure", because two in five may be wrong."""
    return next((word for least, word in _SAID if confidence >= least), "Unsure")
