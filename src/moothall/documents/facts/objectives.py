"""The council's objectives or priorities that the report links itself to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moothall.documents.clues import Clues, DocumentKind
from moothall.documents.name_lists import items
from moothall.documents.outline import Outline
from moothall.documents.sentences import says_none
from moothall.domain.facts import Fact

_VERB = re.compile(r"\b(?:supports?|links?|contributes?|reflects?|is|are|will|has|helps?|aligns?|relates?|meets?)\b")
_FURNITURE = re.compile(r"(?:agenda )?item\W*\d|page \d", re.IGNORECASE)
_QUOTED = re.compile(
    r"\b(?:objective|priority|aim|ambition|theme|outcome|goal|mission|"
    r"pillar)s?(?: of)?:?\s+[\"“‘'](?P<name>[^\"”’]{4,80})"
    r"[\"”’']",
    re.IGNORECASE,
)


def find(outline: Outline, clues: Clues) -> Iterator[Fact]:
    """One fact a short line under such a label; running prose about priorities is not a list of them."""
    if clues.kind is DocumentKind.PLAN:
        return
    seen: set[str] = set()
    for entry in outline.all("objectives"):
        if re.search(r"vision|values", entry.label.text, re.IGNORECASE):
            continue
        for line in entry.values[:10]:
            number = re.match(r"(?:\d+(?:\.\d+)+|\d+[.)])\s+", line.text)
            since = number.end() if number else 0
            words = line.text[since:]
            if _FURNITURE.match(words):
                continue
            if (quoted := _QUOTED.search(words)) and quoted.group("name").lower() not in seen:
                seen.add(quoted.group("name").lower())
                yield line.fact(
                    "objectives",
                    quoted.group("name"),
                    "objectives.quoted",
                    since + quoted.start("name"),
                    since + quoted.end("name"),
                )
                continue
            if not words or len(words.split()) > 30 or says_none(words) or _is_prose(words) or entry.within:
                continue
            for start, end in items(words):
                value = words[start:end].strip(" .;")
                if 0 < len(value.split()) <= 22 and value.lower() not in seen:
                    seen.add(value.lower())
                    yield line.fact("objectives", value, "objectives.label", since + start, since + end)


def _is_prose(words: str) -> bool:
    return _VERB.search(words) is not None or (words.rstrip().endswith(".") and len(words.split()) > 9)
