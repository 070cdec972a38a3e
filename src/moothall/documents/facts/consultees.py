"""Who was consulted, or that nobody was."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moothall.documents.bodies import BODY
from moothall.documents.clues import Clues, DocumentKind
from moothall.documents.lines import fact_over
from moothall.documents.outline import Outline
from moothall.documents.sentences import all_say_none
from moothall.domain.facts import Fact

_GROUP = re.compile(
    rf"\b(?:{BODY}|(?:[A-Z][\w'’-]* (?:and |& |of )?){{0,4}}(?:Leadership [Tt]eam|Management [Tt]eam|"
    r"Liaison Board|Working Group|Trades? [Uu]nions?|Members|Directors|Heads of Service|Corporate "
    r"Board))\b"
)
_ENGAGED = re.compile(r"\bengaged with members from (?:both )?(?:the )?(?P<who>[^.;]{5,90}?)\s+to\b", re.IGNORECASE)


def find(outline: Outline, clues: Clues) -> Iterator[Fact]:
    """One fact for each person or body, or one that says "none"."""
    if clues.kind in (DocumentKind.PLAN, DocumentKind.PRESS):
        return
    seen: set[str] = set()
    entries = [entry for entry in outline.all("consultation") if entry.text]
    for entry in entries:
        lines = [line for line in entry.values if line.text]
        if all_say_none(lines):
            if len(entries) == 1:
                yield fact_over("consultees", "none", "consultees.none", lines)
            continue
        for line in lines[:20]:
            short = len(line.text.split()) <= 12 and not re.search(
                r"\b(?:may|will|was|were|has|have|been|is|are)\b", line.text
            )
            pattern = re.compile(r"[^,;]+") if short else _GROUP
            for match in pattern.finditer(line.text):
                name = match.group().strip(" .,;–-")
                if (
                    name
                    and name.lower() not in seen
                    and name not in ("Council", "Members")
                    and not re.match(r"^\d", name)
                ):
                    seen.add(name.lower())
                    yield line.fact("consultees", name, "consultees.named", match.start(), match.end())
    for line in outline.lines if not entries else ():
        if engaged := _ENGAGED.search(line.text):
            for part in re.finditer(r"(?:the )?([A-Z].*?)(?= and the |$)", engaged.group("who")):
                at = engaged.start("who") + part.start(1)
                yield line.fact(
                    "consultees", f"{part.group(1)} members", "consultees.engaged", at, at + len(part.group(1))
                )
            return
