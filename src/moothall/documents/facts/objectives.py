"""The council's objectives or priorities that the report links itself to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moothall.documents.clues import Clues, DocumentKind
from moothall.documents.outline import Outline
from moothall.documents.sentences import says_none
from moothall.domain.facts import Fact


def find(outline: Outline, clues: Clues) -> Iterator[Fact]:
    """One fact a short line under such a label; running prose about priorities is not a list of them."""
    if clues.kind is DocumentKind.PLAN:
        return
    for entry in outline.all("objectives"):
        if re.search(r"vision|values", entry.label.text, re.IGNORECASE):
            continue
        for line in entry.values[:10]:
            if line.text and len(line.text.split()) <= 22 and not says_none(line.text) and not _is_prose(line.text):
                yield line.fact("objectives", line.text.strip(" .;"), "objectives.label")


def _is_prose(words: str) -> bool:
    return words.rstrip().endswith(".") and len(words.split()) > 6
