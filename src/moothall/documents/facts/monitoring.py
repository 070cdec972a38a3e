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
_OFTEN = (
    r"(?:(?:every|each) (?:\w+ )?(?:months?|quarters?|years?)|quarterly|annual(?:ly)?|(?:six|three)[- ]monthly|"
    r"half[- ]yearly|"
    r"bi-?annual(?:ly)?|twice (?:a|per|each) year|monthly|regular(?:ly)?|once a year)"
)
# "Progress will be brought to the Performance Board each quarter": where, and how often or when.
_TO_A_PLACE = re.compile(
    r"\b(?:reported|brought|presented|submitted|provided|given|(?:will|to|we|and|also) (?:report|"
    r"publish) (?:on )?(?:(?:our|the|its|"
    r"these) )?(?:progress|measures|performance|indicators)[\w ]{0,30})\s+(?:back )?"
    rf"(?:{_OFTEN} )?(?:to|at|in)\s+(?P<places>(?:the |our |its |an? )?[^.;:]{{3,160}})",
    re.IGNORECASE,
)
_HOW_OFTEN = re.compile(rf"\b{_OFTEN}\b", re.IGNORECASE)
_WHEN = re.compile(
    r"\b(?:update|progress)\b.*\bin (?:January|February|March|April|May|June|July|August|September|October|"
    r"November|December)"
    r" 20\d\d|\b(?:update|progress)\b.*\bannual report\b",
    re.IGNORECASE,
)
_TIMES = ("quarter", "year", "nnual", "month", "egular", "pdate", "rogress")
_SAYS = re.compile(r"\b(?:report|publish|brought|presented|submitted|provided|given)", re.IGNORECASE)
_TO_COME = re.compile(r"\b(?:will|be|shall|is to|are to|we)\b", re.IGNORECASE)
_HOW_OFTEN_BEHIND = re.compile(
    r"\s+(?:and )?(?:(?:every|each|quarterly|annually|twice|regularly|monthly|at least)\b|in (?=[A-Z][a-z]+ 20)).*$"
)
_OF_ITSELF = re.compile(rf"(?:{_OFTEN})\s+(?:to|through|in|at)\s+[^.;]{{3,120}}", re.IGNORECASE)
_BODY = re.compile(r"\b(?:cabinet|executive|council|scrutiny)\b", re.IGNORECASE)
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
_REPORTING = re.compile(r"\b(?:report|monitor|track|review)", re.IGNORECASE)
_OTHERS = re.compile(r"\b(?:government|panel|oflog|department) (?:will|would|may|is|are)\b", re.IGNORECASE)
_NOT_ITS_OWN = re.compile(r"\b(?:risks?|spend\w*|budgets?|savings) (?:is|are|will be|continue to be) ", re.IGNORECASE)


def find(outline: Outline, clues: Clues) -> Iterator[Fact]:
    """One fact a place, each once. What government will monitor is not the council's monitoring."""
    seen: set[str] = set()
    for at, line in enumerate(outline.lines):
        before = outline.lines[at - 1].text if at else ""
        for start, _, words in sentences(line):
            if _OF_ITSELF.fullmatch(words.rstrip(" .")) and _REPORTING.search(before) and not _OTHERS.search(words):
                yield line.fact(
                    "monitoring", words.rstrip(" ."), "monitoring.often", start, start + len(words.rstrip(" ."))
                )
                continue
            match = _THROUGH.search(words)
            if (
                match is None
                and any(each in words for each in _TIMES)
                and _SAYS.search(words)
                and _TO_COME.search(words)
                and (_HOW_OFTEN.search(words) or _WHEN.search(words))
            ):
                match = _TO_A_PLACE.search(words)
            if match is None or _OTHERS.search(words) or _NOT_ITS_OWN.search(words[: match.end()]):
                continue
            lead = _SUCH_AS.match(match.group("places"))
            offset = match.start("places") + (lead.end() if lead else 0)
            places = _STOP.sub("", words[offset : match.end("places")])
            if match.re is _TO_A_PLACE:
                places = _HOW_OFTEN_BEHIND.sub("", places)
            for first, last in parts(places):
                place = places[first:last]
                lead = re.match(r"(?:in|to|at) ", place)
                first += lead.end() if lead else 0
                place = places[first:last]
                if (
                    (2 <= len(place.split()) <= 12 or _BODY.fullmatch(place))
                    and (_PLACE.search(place) or _BODY.search(place))
                    and place.lower() not in seen
                ):
                    seen.add(place.lower())
                    at = start + offset + first
                    yield line.fact("monitoring", place, "monitoring", at, at + len(place))
