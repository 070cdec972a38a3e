"""The appendices listed, or named in passing, or that there are none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moothall.documents.clues import Clues, DocumentKind
from moothall.documents.entries import bare
from moothall.documents.lines import fact_over
from moothall.documents.name_lists import items
from moothall.documents.outline import Outline
from moothall.documents.people import is_name
from moothall.documents.sentences import all_say_none
from moothall.domain.facts import Fact

_NAMED = re.compile(
    r"\b(?P<name>(?:Appendix|Annexe?|Enclosure)\s+(?:[A-Z]\b|\d{1,2}\b))|\b(?:in|at|to) the "
    r"(?P<sole>Annexe?|Appendix)\b",
    re.IGNORECASE,
)
_TITLED = re.compile(r"(?:Appendix|Annexe?|Enclosure)\s+\w{1,2}\s*[-–—:]\s*\S[^.;]{1,100}$", re.IGNORECASE)
_MOST_WORDS = 15
_COUNT = re.compile(r"\W*(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)\W*", re.IGNORECASE)
_NUMBER = re.compile(r"^(?:\d+(?:\.\d+)*[.)]?|[•●▪–-]|[A-H]\.)\s+")
# A label of the report's foot, or one who signs it: what follows is no appendix.
_ENDS = re.compile(
    r"(?:[Rr]elevant (?:previous )?|[Pp]revious |background )(?:[Mm]inutes|[Pp]apers|[Dd]ecisions?)\b|"
    r"(?:[Cc]ontact|[Rr]eport [Aa]uthor|[Aa]uthor|[Oo]fficer|"
    r"[Ss]igned|[Ww]ards?|[Dd]ate)\b[^:]{0,30}:|(?:COUNCILLOR|Councillor|Cllr)\b",
)


def _signs(words: str) -> bool:
    """Whether a line is of one who signs, in capitals or as written, with the post behind: "ANN OTHER, Head of Law"."""
    name, comma, _ = words.partition(",")
    return bool(comma) and is_name(name.title() if name.isupper() else name)


def find(outline: Outline, clues: Clues) -> Iterator[Fact]:
    """One fact an appendix, or one that says "none"."""
    if clues.kind in (DocumentKind.PLAN, DocumentKind.PRESS):
        return
    for entry in outline.all("appendices"):
        lines = [line for line in entry.values if line.text and len(line.text.split()) <= 45]
        if not lines or _COUNT.fullmatch(lines[0].text):
            continue
        if all_say_none(lines):
            yield fact_over("appendices", "none", "appendices.none", lines)
            return
        for line in lines[:20]:
            if _ENDS.match(line.text) or _signs(line.text):
                break
            for start, end in items(line.text):
                words = line.text[start:end]
                value = _NUMBER.sub("", words) or bare(words)
                yield line.fact("appendices", value, "appendices.item", start, end)
        return
    seen: set[str] = set()
    for line in outline.lines:
        for match in _NAMED.finditer(line.text):
            group = "name" if match.group("name") else "sole"
            name = " ".join(match.group(group).split())
            name = (
                name[:1].upper() + name[1:].lower()
                if name[-2:-1] != " "
                else f"{name[:-2].capitalize()} {name[-1].upper()}"
            )
            is_first = match.start() == 0 and group == "name" and len(line.text.split()) <= _MOST_WORDS
            if is_first and _TITLED.match(line.text) and name.lower() not in seen:
                seen.add(name.lower())
                yield line.fact("appendices", f"{name}{line.text[match.end() :].rstrip()}", "appendices.titled")
                continue
            if name.lower() not in seen and not (group == "sole" and seen):
                seen.add(name.lower())
                yield line.fact("appendices", name, "appendices.mention", match.start(group), match.end(group))
