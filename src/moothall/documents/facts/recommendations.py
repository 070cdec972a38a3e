"""Each recommendation (of a report) or resolution (of a record or minutes), taken apart into limbs."""

from __future__ import annotations

from collections.abc import Iterator

from moothall.documents.clues import Clues, DocumentKind
from moothall.documents.lines import fact_over
from moothall.documents.outline import Outline
from moothall.documents.resolution_items import Item
from moothall.documents.resolutions import recommended, resolved, told
from moothall.domain.facts import Fact
from moothall.domain.fingerprints import plain


def find(outline: Outline, clues: Clues) -> Iterator[Fact]:
    """One fact an item, in document order."""
    for item in resolutions(outline, clues):
        value = {
            "number": item.number or None,
            "text": item.text,
            "limbs": [plain(placed.limb) for _, placed in item.limbs],
            "alternative_to": item.alternative_to,
        }
        yield fact_over("recommendations", value, "recommendations", item.lines)


def resolutions(outline: Outline, clues: Clues) -> list[Item]:
    """What was resolved, in a record or minutes that says so; else what is recommended."""
    if clues.kind in (DocumentKind.DECISION, DocumentKind.MINUTES):
        return told(outline) or recommended(outline)
    if clues.kind in (DocumentKind.PLAN, DocumentKind.PRESS):
        return []
    return recommended(outline) or resolved(outline)
