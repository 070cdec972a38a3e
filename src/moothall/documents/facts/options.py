"""The options considered, one by one, or that there were none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moothall.documents.clues import Clues, DocumentKind
from moothall.documents.lines import Line, fact_over
from moothall.documents.outline import Entry, Outline
from moothall.documents.sentences import all_say_none, says_none
from moothall.domain.facts import Fact

_ITEM = re.compile(r"^(?:\(?[a-h][.)]|option\s+\w+\b|\([ivx]+\)|[ivx]+[.)])", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"\W*(?:as |these are |are )?(?:set out|detailed|contained|outlined|described|listed|as per|see|"
    r"included)\b[\w ,]{0,50}\b(?:report|paragraphs?|section)\b[\w .,]*",
    re.IGNORECASE,
)
_OPTION = re.compile(r"^Option\s+(?:\d{1,2}|[A-H]|one|two|three)\s*[:.–—-]\s*\S", re.IGNORECASE)
_MOST = 12


def find(outline: Outline, clues: Clues) -> Iterator[Fact]:
    """One fact an option, or one that says "none"."""
    if clues.kind in (DocumentKind.PLAN, DocumentKind.PRESS):
        return
    entries = [entry for entry in outline.all("options") if entry.text and not _ELSEWHERE.fullmatch(entry.text)]
    chosen = next((entry for entry in entries if not _is_none(entry)), None)
    if chosen is None and not entries:
        listed = [line for line in outline.lines if _OPTION.match(line.text)]
        for line in listed[:_MOST] if len(listed) >= 2 else ():
            yield line.fact("options", _words(line), "options.line")
        return
    if chosen is None:
        for entry in entries[:1]:
            yield fact_over("options", "none", "options.none", [line for line in entry.values if line.text])
        return
    lines = [line for line in chosen.values if line.text]
    items = [line for line in lines if _ITEM.match(line.text)]
    for line in (items if len(items) >= 2 else lines)[:_MOST]:
        if not says_none(line.text):
            yield line.fact("options", _words(line), "options.item")


def _is_none(entry: Entry) -> bool:
    if all_say_none(entry.values):
        return True
    first = next(line.text for line in entry.values if line.text)
    opening = re.split(r"(?<=[.!])\s|\s[-–—]\s|,\s", first)[0]
    return says_none(opening) and len(entry.text.split()) < 60


def _words(line: Line) -> str:
    return re.sub(r"^(?:\(?\d[\d.]*[.)]?|\(?[a-z]{1,3}[.)]|[A-Z])\s+(?=[A-Z])", "", line.text)
