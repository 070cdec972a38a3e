"""Which sort of document a file is, by the labels it carries and the words it opens with."""

from __future__ import annotations

import re
from itertools import pairwise

from moothall.documents.bodies import BODY
from moothall.documents.clues import DocumentKind
from moothall.documents.outline import Outline
from moothall.documents.resolutions import recommended, resolved

_RECORD_SLOTS = [
    "status",
    "decided_at",
    "decision_date",
    "effective_from",
    "publication_date",
    "call_in_deadline",
    "decision_due",
    "first_notified",
]
_MINUTES = re.compile(
    r"^(?:draft |approved |public |printed )?minutes\b(?! of the last)|\bminutes of (?:a |the "
    r")?(?:\w+ ){0,6}(?:meeting|cabinet|executive|council|committee)\b|\bMINUTE EXTRACT\b"
    r"|^(?:agenda item|issue - (?:meetings|items)|issue details)$",
    re.IGNORECASE,
)
_OTHERS_MINUTES = re.compile(r"\W*(?:to )?(?:agree|approve|confirm|receive|sign|consider)\b", re.IGNORECASE)
_DECISION = re.compile(
    r"^(?:issue - )?(?:(?:officer|executive|delegated|cabinet member|portfolio holder|record of|"
    r"notice of|individual|urgent|member|leader'?s?|mayoral|published|cabinet|council|committee|summary of)\s+)*"
    r"(?:decisions?(?: details| notice| record| sheet| form| statement| list| summary)?|record of "
    r"(?:an? )?(?:\w+ ){0,5}decisions?(?: (?:taken|made|by)\b.*)?)$",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"\s+[-–—|,:]?\s*(?:(?:on|of|from)\s+)?(?:(?:mon|tues|wednes|thurs|fri)day,?\s+)?\d{1,2}\b.*\d$", re.IGNORECASE
)
_AN_ITEM = re.compile(r"\(?\d{1,3}[.):]?\s+\S")
_OF_A_BODY = re.compile(rf"\s*[-–—,|]\s*(?:the )?(?:{BODY})\W*$", re.IGNORECASE)
_AGENDA = re.compile(
    rf"^(?:public |supplementary |{BODY} )?agenda\b(?! item)|"
    r"^notice of (?:an? |the )?(?:\w+ )?meeting\b(?: and agenda)?\W*$|^summons\b|^agenda (?:pack|for)",
    re.IGNORECASE,
)
_PRESS = re.compile(r"\b(?:press release|news release|media release|notes to editors|latest news)\b", re.IGNORECASE)


_REPORTED = re.compile(
    r"^(?:by\b.{2,60}\b(?:reporter|correspondent|editor|reporting service)\b|(?:posted|published)\b.{4,40}\bby "
    r"[A-Z]\w+)|\blocal democracy report\w+",
    re.IGNORECASE,
)
_MEETING_PAGE = re.compile(
    rf"{BODY}\s*[-–—,]?\s*(?:(?:Mon|Tues|Wednes|Thurs|Fri)day,?\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s+[A-Z][a-z]+,?\s+20\d\d"
)
_PRESS_ADDRESS = re.compile(r"/(?:news|newsroom|press|press-releases?|media-centre)(?:/|$)", re.IGNORECASE)
_MAKER = re.compile(r"decision[- ]?(?:maker|taker)s?\W*", re.IGNORECASE)


def document_kind(outline: Outline, url: str | None = None) -> DocumentKind:
    """The sort of document these words are; OTHER where nothing says so. ``url`` is its address, where known."""
    opening = [line.text for line in outline.lines[:14]]
    undated = [_DATED.sub("", words).strip(" :-–—,|") for words in opening]
    said = sum(outline.first(slot) is not None for slot in _RECORD_SLOTS)
    maker = any(_MAKER.fullmatch(entry.name) and entry.values for entry in outline.all("body"))
    if (said >= 2 or (said and maker)) and not _advises(outline):
        return DocumentKind.DECISION
    if any(_DECISION.match(_OF_A_BODY.sub("", words)) for words in undated):
        return DocumentKind.DECISION
    advice, outcome = recommended(outline), resolved(outline)
    wrapped = any(
        re.search(r"\b(?:RESOLVED|ORDERED)\b|\bResolved\b|\bresolved (?:that|to)\b", line.text)
        for line in outline.lines
    )
    own = [words for words in opening if not _OTHERS_MINUTES.match(words) and not _AN_ITEM.match(words)]
    if any(_MINUTES.search(words) for words in own) or (wrapped and outcome):
        return DocumentKind.MINUTES
    if not outcome and any(_AGENDA.match(words) for words in opening[:6]) and not outline.first("implication"):
        return DocumentKind.AGENDA
    if outline.first("minutes"):
        return DocumentKind.MINUTES
    if any(_AGENDA.match(words) for words in opening) and not outline.first("implication"):
        return DocumentKind.AGENDA
    said = sum(
        outline.first(slot) is not None for slot in ("body", "officers", "implication", "options", "purpose", "reasons")
    )
    if (advice and said >= 1) or said >= 4:
        return DocumentKind.COMMITTEE_REPORT
    if outcome and outline.first("decision"):
        return DocumentKind.DECISION
    if any(_PRESS.search(line.text) for line in (*outline.lines[:8], *outline.lines[-8:])):
        return DocumentKind.PRESS
    if any(_REPORTED.search(line.text) for line in outline.lines[:12]) or _PRESS_ADDRESS.search(url or ""):
        return DocumentKind.PRESS
    beside = [f"{one} {two}" for one, two in pairwise(opening[:7])]
    met = any(_MEETING_PAGE.match(words) for words in (*opening[:6], *beside))
    if met and outcome:
        return DocumentKind.MINUTES
    named = any(re.search(r"\bplan\b", words, re.IGNORECASE) for words in opening[:10])
    return DocumentKind.PLAN if named and not advice else DocumentKind.OTHER


def _advises(outline: Outline) -> bool:
    """Whether it asks for a decision under a heading, weighs what it implies, and tells no outcome: a report with a
    record's labels at its head."""
    asks = any(entry.is_heading and entry.text for entry in outline.all("recommendations"))
    weighed = sum(entry.is_heading and bool(entry.text) for entry in outline.all("implication"))
    told = any(outline.first(slot) is not None for slot in ("decision", "resolved", "status", "effective_from"))
    return asks and weighed >= 3 and not told
