"""Which sort of document a file is, by the labels it carries and the words it opens with."""

from __future__ import annotations

import re
from itertools import pairwise

from moothall.documents.bodies import BODY
from moothall.documents.clues import DocumentKind
from moothall.documents.outline import Outline
from moothall.documents.resolutions import recommended, resolved
from moothall.documents.written_dates import written_dates

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
_PRESS_ADDRESS = re.compile(
    r"/(?:news|newsroom|press|press-releases?|media-centre|blogs?|opinion|comment|stories)(?:/|$)|"
    r"//(?:news|newsroom|press|media|blogs?)\.",
    re.IGNORECASE,
)
# What a magazine or a blog puts over its words: "Opinion: ...", "Think tank blog, 5 September".
_OPINION = re.compile(
    r"^(?:opinion|comment|editorial|analysis|leader column|blog(?: post)?|guest (?:blog|post))\s*[:|–—-]\s*\S|"
    r"^[\w' ]{0,40}\b(?:blog|magazine|newsletter|gazette|journal)\b\W+\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]+ 20\d\d$|"
    r"^the (?:author|writer) is an?\b",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\b(?:Cllr|Councillor|Leader of the Council|spokes\w+)\b[^.“\"]{0,140}\b(?:said|added|commented)\s*[:,]?\s*[“\"‘']"
)
_PUBLISHED = re.compile(r"^(?:published|posted|date|released)(?: on)?\W*\b", re.IGNORECASE)
_NO_PAGE = re.compile(
    r"\b(?:page (?:\w+ ){0,3}(?:not|cannot|can['’]t|couldn['’]t) (?:be )?(?:found|available|displayed)|page not found|"
    r"page (?:has|may have) (?:been )?(?:moved|removed|expired)|error 404|404 (?:error|not found)|access denied|"
    r"not authorised to view|page is (?:unavailable|missing))\b|^404\b",
    re.IGNORECASE,
)
# A notice tells of a decision to come, and is neither the decision nor the plan.
_NOTICE = re.compile(
    r"^(?:public |statutory |general exception |special urgency |urgency )?notice (?:of|under|given|"
    r"that)\b(?!.{0,40}\bmeeting)|"
    r"^(?:general exception|special urgency|urgency|key decision|forward plan|28[- ]day)s?\b[\w ]{0,30}\bnotice\W*$|"
    r"^notice\W*$",
    re.IGNORECASE,
)
_TO_COME = re.compile(r"\b(?:not (?:before|earlier than)|no earlier than|on or after)\b", re.IGNORECASE)
_SEEKS = re.compile(r"\bthis report (?:seeks|asks|recommends|requests|proposes)\b", re.IGNORECASE)
_WHOLE_PAGE = 12  # lines of a page that holds more than the words that it is missing
_MAKER = re.compile(r"decision[- ]?(?:maker|taker)s?\W*", re.IGNORECASE)


def document_kind(outline: Outline, url: str | None = None) -> DocumentKind:
    """The sort of document these words are; OTHER where nothing says so. ``url`` is its address, where known."""
    opening = [line.text for line in outline.lines[:14]]
    undated = [_DATED.sub("", words).strip(" :-–—,|") for words in opening]
    said = sum(outline.first(slot) is not None for slot in _RECORD_SLOTS)
    maker = any(_MAKER.fullmatch(entry.name) and entry.values for entry in outline.all("body"))
    if (said >= 2 or (said and maker)) and not _advises(outline):
        return DocumentKind.DECISION
    if any(_DECISION.match(_OF_A_BODY.sub("", words)) for words in undated) and not _is_to_come(outline):
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
    if any(_NO_PAGE.search(words) for words in opening[:3]) and len(outline.lines) < _WHOLE_PAGE:
        return DocumentKind.OTHER
    if any(_REPORTED.search(line.text) for line in outline.lines[:12]) or _PRESS_ADDRESS.search(url or ""):
        return DocumentKind.PRESS
    if any(_OPINION.search(line.text) for line in (*outline.lines[:4], *outline.lines[-2:])) or _is_news(outline):
        return DocumentKind.PRESS
    beside = [f"{one} {two}" for one, two in pairwise(opening[:7])]
    met = any(_MEETING_PAGE.match(words) for words in (*opening[:6], *beside))
    if met and outcome:
        return DocumentKind.MINUTES
    if any(_NOTICE.search(words) for words in opening[:4]):
        return DocumentKind.OTHER
    named = any(re.search(r"\bplan\b", words, re.IGNORECASE) for words in opening[:10])
    return DocumentKind.PLAN if named and not advice else DocumentKind.OTHER


def _is_news(outline: Outline) -> bool:
    """Whether it is dated at its head as published and quotes a councillor, as a council's news does."""
    dated = any(
        _PUBLISHED.match(line.text) and any(True for _ in written_dates(line.text)) for line in outline.lines[:5]
    )
    return dated and any(_SAID.search(line.text) for line in outline.lines)


def _is_to_come(outline: Outline) -> bool:
    """Whether it is a report that asks for a decision still to come, though headed as a decision."""
    day = next((entry.text for entry in outline.all("decision_date", "decision_due") if entry.text), "")
    seeks = any(_SEEKS.search(line.text) for line in outline.lines[:30])
    return _advises(outline) and (seeks or _TO_COME.search(day) is not None)


def _advises(outline: Outline) -> bool:
    """Whether it asks for a decision under a heading, weighs what it implies, and tells no outcome: a report with a
    record's labels at its head."""
    asks = any(entry.is_heading and entry.text for entry in outline.all("recommendations"))
    weighed = sum(entry.is_heading and bool(entry.text) for entry in outline.all("implication"))
    told = any(outline.first(slot) is not None for slot in ("decision", "resolved", "status", "effective_from"))
    return asks and weighed >= 3 and not told
