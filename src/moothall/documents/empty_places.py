"""Labels with nothing beside them: the document has a place for it and leaves it empty, which is not being absent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from moothall.documents.entries import Entry
from moothall.documents.outline import Outline
from moothall.domain.facts import Fact

FOUND_BY = "label.empty"
_LONGEST_LABEL = 6  # words; a sentence that opens with a label says something by itself
_FIELDS = {
    "title": "title",
    "body": "body",
    "date": "meeting_date",
    "decision_date": "meeting_date",
    "recommendations": "recommendations",
    "key_decision": "key_decision",
    "call_in": "call_in",
    "call_in_deadline": "call_in_deadline",
    "effective_from": "effective_from",
    "forward_plan": "forward_plan",
    "portfolio_holder": "portfolio_holder",
    "officers": "officers",
    "wards": "wards",
    "objectives": "objectives",
    "corporate_risks": "corporate_risks",
    "options": "options",
    "consultation": "consultees",
    "background_papers": "background_papers",
    "appendices": "appendices",
    "exempt": "exempt",
}


def empty_places(sketch: Outline, record: Mapping[str, Any]) -> tuple[Fact, ...]:
    """Labels whose place is empty, of fields that nothing was read for; each once, at the label, with the value None.

    A heading counts only where another label or the end of the text follows at once, since what stands under the
    headings below it belongs to it.
    """
    found: dict[str, Fact] = {}
    for entry, following in _with_next(sketch):
        field = _FIELDS.get(entry.slot or "")
        if field is None or field in found or entry.text or record.get(field) is not None or not entry.label.index:
            continue
        if len(entry.label.text.split()) > _LONGEST_LABEL:
            continue
        if entry.via != "heading" or following is None or following.slot is not None:
            found[field] = entry.label.fact(field, None, FOUND_BY)
    said = {_FIELDS.get(entry.slot or "") for entry in sketch.entries if entry.text}
    return tuple(fact for field, fact in found.items() if field not in said)


def _with_next(sketch: Outline) -> Iterator[tuple[Entry, Entry | None]]:
    entries = [*sketch.entries, None]
    yield from ((one, other) for one, other in pairwise(entries) if one is not None)
