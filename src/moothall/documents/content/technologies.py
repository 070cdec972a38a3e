"""Technologies: systems and tools named, by the shipped list of names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moothall.documents.plan_text import PlanText, stated
from moothall.domain.statements import Side, Statement, StatementKind, TechnologyFound
from moothall.reference import technologies


def find(text: PlanText) -> Iterator[Statement]:
    """One statement for each technology in each sentence or cell that names it."""
    for sentence in text.sentences:
        voice = sentence.voice()
        if voice is not None and voice.side is not Side.COUNCIL:
            continue
        for start, end, known in _named(sentence.text):
            value = TechnologyFound(sentence.text[start:end], known.name, known.sort)
            yield sentence.statement(StatementKind.TECHNOLOGY, value, "technologies.sentence", start, end)
    for row in text.rows:
        for _, lines in row.cells:
            for line in lines:
                for start, end, known in _named(line.text):
                    value = TechnologyFound(line.text[start:end], known.name, known.sort)
                    yield stated(row.part, StatementKind.TECHNOLOGY, value, "technologies.table", line.part(start, end))


_PLACE = re.compile(r"\b(?:centre|hub|site|station|offices?|homes|estate|park|school) (?:at|in|on) $", re.IGNORECASE)
"""Before a name that is a place here and a supplier elsewhere."""


def _named(words: str) -> Iterator[tuple[int, int, technologies.Technology]]:
    seen: set[str] = set()
    for start, end, known in technologies.named_in(words):
        if known.name not in seen and not _PLACE.search(words[:start]):
            seen.add(known.name)
            yield start, end, known
