"""What members changed at the meeting: the limbs officers recommended beside those the body resolved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from moothall.domain.decisions import Limb

LIKE = 0.6
"""From how like on, of 1, two limbs are taken for one that was changed. Whoever reads sees both, and judges."""


class Change(StrEnum):
    """What became of a limb between the report and the resolution."""

    AS_RECOMMENDED = "as_recommended"
    CHANGED = "changed"
    ADDED = "added"
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True)
class LimbChange:
    """One limb as it was resolved beside the one it was made from. One of the two is None where it has no fellow."""

    change: Change
    resolved: Limb | None
    recommended: Limb | None

    @property
    def what(self) -> tuple[str, ...]:
        """Which parts of a changed limb are other than recommended, in words."""
        if self.resolved is None or self.recommended is None:
            return ()
        pairs = (
            ("the verb", self.resolved.verb, self.recommended.verb),
            ("what it is about", _plain(self.resolved.object), _plain(self.recommended.object)),
            ("the condition", _plain(self.resolved.condition), _plain(self.recommended.condition)),
            ("to whom", tuple(map(_plain, self.resolved.delegates)), tuple(map(_plain, self.recommended.delegates))),
        )
        return tuple(name for name, one, other in pairs if one != other)


def limb_changes(recommended: Sequence[Limb], resolved: Sequence[Limb]) -> tuple[LimbChange, ...]:
    """Every resolved limb in its order with the one it was made from, then those recommended and left out.

    Like goes to like: the same words first, then the same verb or the same matter, the likest pair before the others.
    """
    left = list(recommended)
    found: dict[int, LimbChange] = {}
    for place, limb in enumerate(resolved):
        same = next((one for one in left if _key(one) == _key(limb)), None)
        if same is not None:
            left.remove(same)
            found[place] = LimbChange(Change.AS_RECOMMENDED, limb, same)
    pairs = sorted(
        (-_like(resolved[place], one), place, at)
        for place in range(len(resolved))
        for at, one in enumerate(left)
        if place not in found
    )
    taken: set[int] = set()
    for unlike, place, at in pairs:
        if -unlike >= LIKE and place not in found and at not in taken:
            taken.add(at)
            found[place] = LimbChange(Change.CHANGED, resolved[place], left[at])
    rows = [found.get(place) or LimbChange(Change.ADDED, limb, None) for place, limb in enumerate(resolved)]
    out = [LimbChange(Change.LEFT_OUT, None, one) for at, one in enumerate(left) if at not in taken]
    return (*rows, *out)


def _plain(text: str) -> str:
    return " ".join(text.split()).strip(" .;").casefold()


def _key(limb: Limb) -> tuple[object, ...]:
    return limb.verb, _plain(limb.object), _plain(limb.condition), tuple(map(_plain, limb.delegates))


def _like(one: Limb, other: Limb) -> float:
    about = SequenceMatcher(None, _plain(one.object), _plain(other.object), autojunk=False).ratio()
    return about + (0.2 if one.verb is other.verb else 0.0)
