"""The document's own headings, in order, without numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moothall.documents.bodies import BODY
from moothall.documents.clues import Clues
from moothall.documents.outline import Outline
from moothall.documents.written_dates import written_dates
from moothall.domain.facts import Fact

_FURNITURE = re.compile(r"part \w+\b.*|page \d+.*|agenda item\W*\d*|item\W*\d*|appendix \w+|or|and", re.IGNORECASE)

_NAMES = re.compile(r"\b(?:Councillor|Cllr)\b")


def find(outline: Outline, clues: Clues) -> Iterator[Fact]:
    """One fact a heading. A line that only names the body, the day or the part of the agenda is none."""
    for entry in outline.entries:
        if not entry.is_heading or entry.via != "heading":
            continue
        name = entry.name
        dates = list(written_dates(entry.label.text))
        if (
            _FURNITURE.fullmatch(name)
            or re.fullmatch(BODY, name, re.IGNORECASE)
            or len(name) < 3
            or _NAMES.search(name)
        ):
            continue
        if dates and len(name) - (dates[0].end - dates[0].start) < 12:
            continue
        at = entry.label.text.find(name)
        yield entry.label.fact("headings", name, "headings", max(at, 0), max(at, 0) + len(name))
