"""Where progress will be monitored or reported, in the document's words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moothall.documents.clues import Clues
from moothall.documents.name_lists import parts
from moothall.documents.outline import Outline
from moothall.documents.sentences import sentences
from moothall.domain.facts import Fact

_THROUGH = re.compile(
    r"\b(?:monitored|reported|tracked|reviewed|overseen|monitoring|progress (?:will be "
    r")?reported)(?:\s+(?:and\s+)?(?:simply\s+)?(?:monitored|reported|reviewed|managed|updated)(?:\s+on)?| "
    r"on)?\s+(?:regularly |quarterly |annually |closely )?"
    r"(?:through|via|as part of|within|by means of|using|in)\s+(?P<places>(?:the|our|its|existing|regular|an?|"
    r"council['’]s|quarterly|annual|committee|established|current|corporate|performance|relevant|[A-Z])\b[^.;]{3,260})",
    re.IGNORECASE,
)
_SUCH_AS = re.compile(r"^.*?\b(?:such as|including|namely)\s+", re.IGNORECASE)
_STOP = re.compile(
    r"\s+(?:to (?:the )?(?:ensure|make|be|check|track)\b|"
    r"which|where|and (?:will|is|are|any|this|then|published|reported)|so that|with|by|during|over|"
    r"for(?! 20\d\d))\b.*$",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\b(?:reports?|reporting|updates?|frameworks?|process(?:es)?|reviews?|assessments?|self-assessment|dashboards?|"
    r"scorecards?|plans?|programmes?|meetings?|boards?|committees?|panels?|cycle|arrangements|monitoring|indicators|"
    r"statements?|strateg(?:y|ies)|registers?|group|team|website|KPIs|returns?)\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"\b(?:government|panel|oflog|department) (?:will|would|may|is|are)\b", re.IGNORECASE)
_NOT_ITS_OWN = re.compile(r"\b(?:risks?|spend\w*|budgets?|savings) (?:is|are|will be|continue to be) ", re.IGNORECASE)


def find(outline: Outline, clues: Clues) -> Iterator[Fact]:
    """One fact a place, each once. What government will monitor is not the council's monitoring."""
    seen: set[str] = set()
    for line in outline.lines:
        for start, _, words in sentences(line):
            match = _THROUGH.search(words)
            if match is None or _OTHERS.search(words) or _NOT_ITS_OWN.search(words[: match.end()]):
                continue
            lead = _SUCH_AS.match(match.group("places"))
            offset = match.start("places") + (lead.end() if lead else 0)
            places = _STOP.sub("", words[offset : match.end("places")])
            for first, last in parts(places):
                place = places[first:last]
                if 2 <= len(place.split()) <= 12 and _PLACE.search(place) and place.lower() not in seen:
                    seen.add(place.lower())
                    at = start + offset + first
                    yield line.fact("monitoring", place, "monitoring", at, at + len(place))
