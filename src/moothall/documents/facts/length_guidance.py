"""How many pages the plan should have, where the document repeats it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moothall.documents.clues import Clues
from moothall.documents.outline import Outline
from moothall.domain.facts import Fact

_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8, "ten": 10}
_NUMBER = rf"(?:{'|'.join(_WORDS)}|\d{{1,2}})"
_RANGE = re.compile(
    rf"\b(?:(?<=between )(?P<low>{_NUMBER}) and|(?P<least>{_NUMBER})\s*(?:to|or|-|"
    rf"–))\s*(?P<most>{_NUMBER})\s+(?:A4\s+)?(?:pages|sides)\b",
    re.IGNORECASE,
)


def find(outline: Outline, clues: Clues) -> Iterator[Fact]:
    """The least and the most pages, once."""
    for line in outline.lines:
        if match := _RANGE.search(line.text):
            least, most = _count(match.group("least") or match.group("low")), _count(match.group("most"))
            if least < most:
                yield line.fact("length_guidance", [least, most], "length_guidance", match.start(), match.end())
                return


def _count(words: str) -> int:
    return int(words) if words.isdigit() else _WORDS[words.lower()]
