"""The main verbs of the limbs: what members are asked to do, or did."""

from __future__ import annotations

from collections.abc import Iterator

from moothall.documents.clues import Clues
from moothall.documents.facts.recommendations import resolutions
from moothall.documents.outline import Outline
from moothall.domain.facts import Fact


def find(outline: Outline, clues: Clues) -> Iterator[Fact]:
    """One fact for each limb's verb, at the verb."""
    for item in resolutions(outline, clues):
        for line, placed in item.limbs:
            yield line.fact("verbs", placed.limb.verb.value, "verbs", placed.start, placed.end)
