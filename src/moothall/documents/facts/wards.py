"""The wards or divisions affected, in the document's words."""

from __future__ import annotations

from collections.abc import Iterator

from moothall.documents.clues import Clues
from moothall.documents.outline import Outline
from moothall.domain.facts import Fact


def find(outline: Outline, clues: Clues) -> Iterator[Fact]:
    """The label's value, once: also where it says none or all, since that is what it says."""
    entry = outline.first("wards")
    if entry is not None and len(entry.values[0].text.split()) <= 40:
        yield entry.values[0].fact("wards", entry.values[0].text.strip(" .;()"), "wards.label")
