"""How far coders agree, as a share and as Krippendorff's alpha. Of coders and codes; never of plans or councils."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

ENOUGH = 10
"""With fewer passages that two people coded, a share would say more than it knows."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far the people who coded the same passages gave them the same code.

    ``passages`` were coded by two people or more, and in ``same`` of them all gave the same. ``share`` is the part of
    pairs of coders that agree, each passage counting alike. ``alpha`` is 1 where all agree and 0 where they agree no
    more than by chance. Both are None where there are too few; alpha also where only one code was ever used.
    """

    passages: int
    same: int
    share: float | None
    alpha: float | None

    def in_words(self) -> str:
        """What the figures say, with the caution they need."""
        if not self.passages:
            return "Nobody has coded a passage that somebody else had coded."
        if self.passages == 1:
            gave = "the same code" if self.same else "different codes"
            said = f"Two people or more coded 1 passage, and gave it {gave}."
        else:
            where = "all" if self.same == self.passages else self.same or "none"
            said = f"Two people or more coded {self.passages} passages, and gave the same code in {where}."
        if self.share is None:
            return f"{said} That is too few to say more: a share needs {ENOUGH}."
        if self.alpha is None:
            return f"{said} Only one code was used, so chance cannot be allowed for."
        return f"{said} {_meaning(self.alpha)}"


def agreement(units: Sequence[Sequence[str]]) -> Agreement:
    """How far coders agree on passages, given the code each coder gave (one inner sequence a passage).

    Passages with fewer than two codes say nothing here. Alpha is Krippendorff's for codes without an order, from the
    table of coincidences in which each passage's pairs count 1 / (coders - 1).
    """
    paired = [unit for unit in units if len(unit) > 1]
    same = sum(len(set(unit)) == 1 for unit in paired)
    if len(paired) < ENOUGH:
        return Agreement(len(paired), same, None, None)
    shares = []
    for unit in paired:
        pairs = list(combinations(unit, 2))
        shares.append(sum(one == other for one, other in pairs) / len(pairs))
    return Agreement(len(paired), same, sum(shares) / len(shares), _alpha(paired))


def _alpha(paired: Sequence[Sequence[str]]) -> float | None:
    given = Counter(code for unit in paired for code in unit)
    total = sum(given.values())
    apart = 0.0
    for unit in paired:
        held = Counter(unit)
        apart += sum(count * (len(unit) - count) for count in held.values()) / (len(unit) - 1)
    by_chance = sum(count * (total - count) for count in given.values()) / (total - 1)
    return 1 - apart / by_chance if by_chance else None


def _meaning(alpha: float) -> str:
    """Krippendorff's own bounds: rely from 0.80 on, draw tentative conclusions from 0.667 on."""
    if alpha >= 0.8:
        return "Allowing for chance they agree closely enough to rely on."
    if alpha >= 0.667:
        return "Allowing for chance they agree enough for a careful conclusion, and no more."
    return "Allowing for chance they are too far apart to rely on: talk over the passages where they differ."
