"""The document's own headings, in order, without numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moothall.documents.bodies import BODY
from moothall.documents.clues import Clues
from moothall.documents.entries import Entry
from moothall.documents.facts import title
from moothall.documents.lines import squeezed
from moothall.documents.outline import Outline
from moothall.documents.written_dates import written_dates
from moothall.domain.facts import Fact

_FURNITURE = re.compile(
    r"for (?:general release|decision|information|noting|publication)|reports? (?:to|of|from|by) .*|"
    r"part \w+\b.*|page \d+.*|agenda item\W*\w{0,4}|item\W*\w{0,4}|appendix \w+|or|and",
    re.IGNORECASE,
)

_NIL = re.compile(r"\W(?:none|nil|n/a)\W*$", re.IGNORECASE)  # "List of background papers - Nil" says it all
_NAMES = re.compile(r"\b(?:Councillor|Cllr)\b")


def find(outline: Outline, clues: Clues) -> Iterator[Fact]:
    """One fact a heading. A line that only names the body, the day or the part of the agenda is none, nor is the
    document's title, nor what stands before it."""
    titled = next(title.find(outline, clues), None)
    since = _place(outline, titled)
    for entry in outline.entries:
        if (
            entry.slot is None
            and titled
            and (_at(entry) < since or squeezed(entry.name) == squeezed(str(titled.value)))
        ):
            continue
        if not entry.is_heading or entry.via != "heading":
            continue
        name = entry.name
        dates = list(written_dates(entry.label.text))
        if (
            _FURNITURE.fullmatch(name)
            or re.fullmatch(BODY, name)
            or (entry.slot in (None, "body") and re.fullmatch(BODY, name, re.IGNORECASE))
            or len(name) < 3
            or _NAMES.search(re.sub(r"\([^()]*\)$", "", name))
        ):
            continue
        if entry.slot == "background_papers" and _NIL.search(name):
            continue
        if dates and len(name) - (dates[0].end - dates[0].start) < 12:
            continue
        at = entry.label.text.find(name)
        yield entry.label.fact("headings", name, "headings", max(at, 0), max(at, 0) + len(name))


def _at(entry: Entry) -> tuple[int, int]:
    return entry.label.page, entry.label.index[0] if entry.label.index else 0


def _place(outline: Outline, titled: Fact | None) -> tuple[int, int]:
    """Where the title stands, if it opens the document; else the document's start."""
    if titled is None:
        return (0, 0)
    opening = [(line.page, line.index[0]) for line in outline.lines[:15] if line.index]
    place = (titled.where.page, titled.where.start)
    return place if opening and place <= opening[-1] else (0, 0)
