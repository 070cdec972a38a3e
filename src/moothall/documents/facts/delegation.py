"""Who is given authority to act, in what is recommended or resolved."""

from __future__ import annotations

from collections.abc import Iterator

from moothall.documents.clues import Clues
from moothall.documents.facts.recommendations import resolutions
from moothall.documents.outline import Outline
from moothall.domain.facts import Fact


def find(outline: Outline, clues: Clues) -> Iterator[Fact]:
    """One fact for each delegate, at the name where it can be found word for word."""
    for item in resolutions(outline, clues):
        for line, placed in item.limbs:
            for who in placed.limb.delegates:
                at = line.text.find(who)
                start, end = (at, at + len(who)) if at >= 0 else (placed.start, placed.end)
                yield line.fact("delegation", who, "delegation", start, end)
