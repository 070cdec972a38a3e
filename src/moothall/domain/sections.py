"""A section of the plan as it was saved at one time, and what becomes of it when two people saved it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from moothall.domain.merging import Merge, merge, merge_whole

OPENING = "opening"
"""The section that holds title and introduction. Every other is called by its question or by its key."""
NEW = "new"
"""Stands for what is not in the plan yet, and so is held only by what is said of the whole plan."""
LAYOUT = "layout"
"""How the plan is set out, and why it is as long as it is."""
PROSE = frozenset({"introduction", "text", "reason", "ask"})
"""Fields whose words are merged. All others are taken whole from one side."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a section said at one revision: its words by field, who saved them, and when. Nobody, at revision 0."""

    section: str
    revision: int
    words: Mapping[str, str]
    by_name: str = ""
    at: datetime | None = None


def merged(base: Mapping[str, str], mine: Mapping[str, str], theirs: Mapping[str, str]) -> dict[str, Merge]:
    """The fields of a section that two people made of one: prose is merged by its words, what is not is chosen."""
    return {
        field: (merge if field in PROSE else merge_whole)(base.get(field, ""), words, theirs.get(field, ""))
        for field, words in mine.items()
    }
