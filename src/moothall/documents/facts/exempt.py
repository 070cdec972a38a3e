"""Whether the document says it holds exempt information, and on what basis."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moothall.documents.clues import Clues, DocumentKind
from moothall.documents.entries import bare
from moothall.documents.labels import slot_of
from moothall.documents.outline import Outline
from moothall.documents.sentences import sentences, yes_or_no
from moothall.domain.facts import Fact

_OPEN = re.compile(
    r"\b(?:does|do) not contain (?:any )?(?:exempt|confidential)|\bcontains? no (?:exempt|"
    r"confidential)|\bno (?:exempt|confidential) (?:information|appendi)|\bopen report\b|\bnot "
    r"(?:exempt|confidential)\b|\bnon[- ]?(?:exempt|confidential)\b|\bunrestricted\b|"
    r"\b(?:report|document|item|it) is (?:an? )?(?:public|open)\b|\ba public report\b|"
    r"^(?:open|public|part (?:1|I|one)\b|part a\b)",
    re.IGNORECASE,
)
_CLOSED = re.compile(
    r"\bnot for publication\b|\b(?:report|appendix|appendices|annex)\b[\w ]{0,20}\b(?:is|are|"
    r"contains?|includes?) (?:an? )?(?:exempt|confidential)|\bexempt by virtue\b|^(?:fully |partially "
    r"|part |wholly )?(?:exempt|confidential)\b|^part (?:2|II|two|b)\b",
    re.IGNORECASE,
)
# Open as a whole and closed in part: "Public report with an exempt appendix".
_PARTLY = re.compile(
    r"\b(?:with|and|but|except|save for|plus|including|has|have)[\s:]+(?:an? |one |two |three |some |the |for )*"
    r"(?:(?!no\b|not\b|non\b)\w+ ){0,2}(?:exempt|confidential|restricted|closed|part (?:2|II|two|b)) "
    r"(?:appendi|annex|enclosure|information|part|section|schedule|item)|"
    r"\bpart(?:ly|ially)? (?:public|open)[\s,/]+(?:and )?(?:part(?:ly|ially)? )?(?:exempt|confidential|closed)\b|"
    r"\bexempt(?:ion)? (?:is|was|has been) (?:sought|claimed) for\b",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"\bexempt|confidential|not for publication|schedule 12A|\bopen report\b|"
    r"\b(?:report|document|item) is (?:an? )?(?:public|open)\b|"
    r"^(?:public|open|part (?:1|i|one)) (?:report|item|document)\b|\ba public report\b",
    re.IGNORECASE,
)
_SCHEDULE = re.compile(
    r"\b(?:paragraphs?\s+[\d, and]+\s+of\s+)?(?:part\s+[1I]+\s+of\s+)?schedule\s+12A\b", re.IGNORECASE
)


def find(outline: Outline, clues: Clues) -> Iterator[Fact]:
    """The answer, once. Its basis is the schedule where the words cite it, else the words themselves."""
    for entry in outline.all("exempt", "report_type", "status"):
        for line in entry.values[:3]:
            value = _read(line.text, label=entry.slot == "exempt")
            if value is not None:
                yield line.fact("exempt", {"value": value, "basis": _basis(line.text)}, "exempt.label")
                return
    if clues.kind is DocumentKind.MINUTES:
        return
    for line in outline.lines:
        for start, end, words in sentences(line):
            if _TELLS.search(words):
                if slot_of(bare(words)) is not None:
                    continue  # a label says nothing by itself
                if words.endswith(":") or re.match(r"(?:exempt|confidential)\w*\W*$", words, re.IGNORECASE):
                    continue
                value = _read(words, label=False)
                if value is not None and not re.search(r"\b(?:if|where|when|may|should|would|exclu\w+)\b", words):
                    yield line.fact("exempt", {"value": value, "basis": _basis(words)}, "exempt.sentence", start, end)
                    return


def _read(words: str, *, label: bool) -> bool | None:
    if _PARTLY.search(words):
        return True
    if _OPEN.search(words):
        return False
    if _CLOSED.search(words):
        return True
    if label and re.match(r"\W*(?:[1I]\W+)?(?:public|open)\b", words, re.IGNORECASE):
        return False
    if label and re.match(r"\W*(?:none|nil|n/?a)\b", words, re.IGNORECASE):
        return False
    return yes_or_no(words) if label and len(words.split()) < 12 else None


def _basis(words: str) -> str:
    match = _SCHEDULE.search(words)
    if match:
        return re.sub(r"(?i)schedule 12a", "Schedule 12A", match.group())
    opened = re.search(r"\bopen report\b", words, re.IGNORECASE)
    return opened.group().lower() if opened else words.strip(" .")[:160]
