"""The wards or divisions affected, in the document's words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moothall.documents.clues import Clues
from moothall.documents.outline import Outline
from moothall.domain.facts import Fact

_COUNCILLOR = re.compile(r"\b(?:councillor|cllr)\b", re.IGNORECASE)


def find(outline: Outline, clues: Clues) -> Iterator[Fact]:
    """The label's value, once: also where it says none or all, since that is what it says."""
    for entry in outline.all("wards"):
        line = next((line for line in entry.values if line.text), None)
        if line is None or len(line.text.split()) > 40 or line.text.endswith("?") or _COUNCILLOR.search(line.text):
            continue
        yield line.fact("wards", line.text.strip(" .;()"), "wards.label")
        return
