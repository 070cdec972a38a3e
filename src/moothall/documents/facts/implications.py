"""Each kind of implication the document writes, with its words and its named author."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moothall.documents.clues import Clues, DocumentKind
from moothall.documents.labels import implication_kinds
from moothall.documents.lines import Line, fact_over
from moothall.documents.outline import Entry, Outline
from moothall.documents.people import people
from moothall.documents.sentences import all_say_none
from moothall.domain.facts import Fact

_AUTHOR = re.compile(
    r"(?:^|(?<=[.\s(]))(?:(?:implications? )?(?:author|completed by|written by|verified by|provided "
    r"by|cleared by|officer completing|approved by|signed off by|comments? (?:by|from))\s*:|"
    r"(?:comments|implications|implications completed|completed|written|provided) by:?)\s*(?P<who>.+?)(?:$|\)$)",
    re.IGNORECASE,
)

_NUMBER = re.compile(r"^\d{1,3}(?:(?:\.\d+)+[.)]?|[.)])\s+")


def find(outline: Outline, clues: Clues) -> Iterator[Fact]:
    """One fact for each kind an implication's label names. A sentence that only lists kinds is none."""
    if clues.kind in (DocumentKind.PLAN, DocumentKind.PRESS):
        return
    seen: set[str] = set()
    for entry in outline.all("implication"):
        words = [line for line in entry.values if line.text]
        if not words:
            continue
        author, text = _author(words)
        for kind in implication_kinds(entry.label.text):
            if kind in seen:
                continue
            seen.add(kind)
            stated = "none_stated" if all_say_none(text) else "\n".join(_NUMBER.sub("", line.text) for line in text)
            value = {"kind": kind, "label": entry.name, "text": stated, "author": author}
            yield fact_over("implications", value, f"implications.{entry.via}", _span(entry))


def _author(lines: list[Line]) -> tuple[str | None, list[Line]]:
    """Who wrote it, and the lines without the words that say so."""
    kept: list[Line] = []
    author: str | None = None
    for line in lines:
        match = _AUTHOR.search(line.text)
        if match is None or author is not None:
            kept.append(line)
            continue
        named = next(people(match.group("who")), None)
        author = named.name if named else match.group("who").strip(" .)")
        before = line.part(0, match.start())
        if before.text:
            kept.append(before)
    return author, kept


def _span(entry: Entry) -> list[Line]:
    same = [line for line in entry.values if line.text and line.page == entry.label.page]
    return [entry.label, *same]
