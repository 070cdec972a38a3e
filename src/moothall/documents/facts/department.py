"""The department that asks, as the document writes it: rightly, misspelt, or by its initials."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moothall.documents.clues import Clues
from moothall.documents.outline import Outline
from moothall.domain.facts import Fact
from moothall.reference import departments

_NAMED = re.compile(
    r"\b(?:Department|Ministry|Dept\.?|Office|Ministries)\s+(?:for|of)\s+(?:the\s+)?"
    r"[A-Z][\w'’-]*(?:(?:,\s+(?:and\s+|&\s+)?|\s+and\s+|\s+&\s+|\s+of\s+|[\s-]+)[A-Z][\w'’-]*){0,8}"
)
_OURS = re.compile(r"levell?ing|housing|homes|communit\w+|local government", re.IGNORECASE)


def find(outline: Outline, clues: Clues) -> Iterator[Fact]:
    """The first full name in the document; without one, the first short name."""
    for line in outline.lines:
        for match in _NAMED.finditer(line.text):
            words = re.split(r"\s+(?:Committee|Minister|Secretary|Productivity|The|To|In|By|On|And)\b", match.group())[
                0
            ]
            if departments.recognise(words) is not None or len({m.lower() for m in _OURS.findall(words)}) >= 2:
                yield line.fact("department", words, "department.name", match.start(), match.start() + len(words))
                return
    short = sorted({form for form in departments.written_forms() if form.isupper()}, key=len, reverse=True)
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, short))})\b")
    for line in outline.lines:
        if found := pattern.search(line.text):
            yield line.fact("department", found.group(), "department.short_name", found.start(), found.end())
            return
