"""How far what stands beside words now agrees with what stood beside them before."""

from __future__ import annotations

import re
from dataclasses import dataclass

from moothall.corpus.folding import fold, label, unlabelled
from moothall.corpus.ground import Ground
from moothall.corpus.selectors import BESIDE, Selectors

CONTEXT = 64
"""How many letters on each side are compared."""
APART = 12
"""By how many letters one place must agree better than the next with what stood beside the words."""
NEAR = 16
"""So many letters right beside the words, on one side, agree: the place is very likely theirs."""
_WORD = re.compile(r"[^\W_]{4,}")


@dataclass(frozen=True, slots=True)
class Beside:
    """Letters in a row that agree right before and right after the words, and the share of neighbouring words kept."""

    before: int
    after: int
    kept: float

    @property
    def agrees(self) -> float:
        """All of it as one number of letters, to compare places of the same words with each other."""
        return self.before + self.after + CONTEXT * self.kept

    @property
    def is_near(self) -> bool:
        """Whether this may well be the place."""
        return max(self.before, self.after) >= NEAR or self.kept >= 0.5

    @property
    def is_held(self) -> bool:
        """Whether both sides agree for long enough that only a copy of the whole passage could be another place."""
        return self.before + self.after >= CONTEXT

    def is_nearer_than(self, other: Beside) -> bool:
        """Whether this is clearly the nearer place. Two that hold on one side each, as twins in a list do, are not."""
        are_twins = max(other.before, other.after) >= CONTEXT // 2 and min(self.before, self.after) < CONTEXT // 2
        return self.agrees >= other.agrees + APART and not are_twins

    @property
    def is_certain(self) -> bool:
        """Whether this is the place beyond doubt, though nothing else is known of the earlier text."""
        return min(self.before, self.after) >= NEAR and self.kept >= 0.5


def beside(
    selectors: Selectors, ground: Ground, found: tuple[int, int], within: tuple[int, int] | None = None
) -> Beside:
    """How what stands beside a stretch of the folded text agrees with the prefix and suffix of the selectors.

    ``within``: the words were part of a paragraph with so many letters before and after them, and only these count.
    """
    folded, (low, high) = ground.folded, found
    start, end = folded.at[low], folded.at[high - 1] + 1
    number = label(selectors.exact, selectors.prefix)
    there = ground.text[max(0, start - 2 * BESIDE) : start], ground.text[end : end + 2 * BESIDE]
    left, left_there = _letters(selectors.prefix + number), _letters(there[0])
    right, right_there = _letters(selectors.suffix), _letters(there[1])
    before = _run(left[: -CONTEXT - 1 : -1], left_there[: -CONTEXT - 1 : -1])
    after = _run(right[:CONTEXT], right_there[:CONTEXT])
    if len(selectors.prefix) < BESIDE and left == left_there:
        before = CONTEXT
    if len(selectors.suffix) < BESIDE and right == right_there:
        after = CONTEXT
    if within is not None:
        return Beside(min(before, within[0]), min(after, within[1]), 0.0)
    return Beside(before, after, _kept(selectors, *there))


def _letters(text: str) -> str:
    return fold(unlabelled(f"{text}X")[:-1] if text.endswith((" ", "\t")) else unlabelled(text)).text


def _run(some: str, other: str) -> int:
    return next(
        (at for at, (one, two) in enumerate(zip(some, other, strict=False)) if one != two), _shorter(some, other)
    )


def _shorter(some: str, other: str) -> int:
    return min(len(some), len(other))


def _kept(selectors: Selectors, before: str, after: str) -> float:
    """The share of the longer words beside that are there still, in whatever order a reader took them."""
    words = set(_WORD.findall(f"{selectors.prefix} {selectors.suffix}".casefold()))
    there = set(_WORD.findall(f"{before} {after}".casefold()))
    return len(words & there) / len(words) if len(words) >= 3 else 0.0
