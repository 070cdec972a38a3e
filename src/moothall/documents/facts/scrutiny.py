"""The scrutiny bodies that have a part in it, by name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moothall.documents.clues import Clues
from moothall.documents.lines import squeezed
from moothall.documents.outline import Outline
from moothall.documents.sentences import sentences
from moothall.domain.facts import Fact

_CAPITAL = (
    r"(?!The\b|At\b|By\b|In\b|On\b|To\b|For\b|Following\b|When\b|And\b|As\b|Both\b|Cabinet and\b|"
    r"Executive and\b|Council and\b|Chair\b|Members?\b|Meeting\b|Minutes\b|Report\b|Agenda\b|Decision\b|"
    r"That\b|With\b|From\b)[A-Z][\w'’-]*"
)
_NAME = re.compile(
    rf"\b(?:{_CAPITAL},?\s+(?:(?:and|&|of)\s+(?=[A-Z]))?){{0,6}}"
    rf"(?:Scrutiny(?:\s+(?:(?:and|&|\([^)]{{2,40}}\))\s*)?(?:[-–]\s+)?{_CAPITAL}){{0,6}}|"
    r"Overview\s+(?:Committee|Commission|Panel|Board)|Select\s+Committee|Policy\s+Advisory\s+Committee)"
    r"(?:\s+\([A-Z][\w ]{2,40}\))?"
)
_ENDS = re.compile(
    r"^(.*?\b(?:Committees?|Commission|Panel|Board|Group|Forum|Sub-Committee)(?:\s+\([A-Z][\w ]{2,40}\))?)\b"
)
_NOT_A_BODY = re.compile(
    r"\bscrutiny\s+(?:manager|officer|team|support|function|process|arrangements|of)\b", re.IGNORECASE
)
_ASIDE = re.compile(
    r"\bif applicable\b|\bprocedure rules?\b|\bcall[- ]?in procedure|\bgeneral exception|\bspecial urgency|\burgency\b",
    re.IGNORECASE,
)
# A label of a report's front names sorts of body, and none of its own.
_ANY_OTHER = re.compile(
    r"\bany other\b[^.:;]{0,80}?\b(?:or|and) (?:[A-Z]\w+ )?(?:Panel|Committee|Board|Body|Group)s?\b", re.I
)


def _without_sorts(words: str) -> str:
    """The words with a label that names sorts of body blotted out, at the same length."""
    return _ANY_OTHER.sub(lambda said: "." * len(said.group()), words) if "any other" in words else words


def find(outline: Outline, clues: Clues) -> Iterator[Fact]:
    """One fact a body, each once, leaving out sentences on procedure and urgency, which name it for its powers."""
    seen: set[str] = set()
    for line in outline.lines:
        for start, _, words in sentences(line):
            if _ASIDE.search(words):
                continue
            for match in _NAME.finditer(_without_sorts(words)):
                whole = match.group()
                trimmed = _ENDS.match(whole)
                name = trimmed.group(1) if trimmed else whole
                if (
                    name.split()[-1].rstrip("s")
                    not in ("Committee", "Commission", "Panel", "Board", "Group", "Forum", "Sub-Committee")
                    and not re.search(r"\bOverview\b", name)
                    and ")" not in name
                ):
                    continue
                if _NOT_A_BODY.search(words[match.start() : match.end() + 12]):
                    continue
                key = re.sub(r"\b(?:committees?|and|the)\b", " ", squeezed(name))
                key = " ".join(key.split())
                if key in ("scrutiny", "select") and seen:
                    continue
                if key not in seen:
                    seen.add(key)
                    at = start + match.start()
                    yield line.fact("scrutiny", name.replace("Committees", "Committee"), "scrutiny", at, at + len(name))
