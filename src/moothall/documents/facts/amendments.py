"""Changes members made to the plan or its recommendation, as the record words them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moothall.documents.clues import Clues, DocumentKind
from moothall.documents.outline import Outline
from moothall.documents.sentences import sentences
from moothall.domain.facts import Fact

_AMENDED = re.compile(
    r"\b(?:subject to the (?:following |inclusion|addition|amendment|mention|insertion|deletion|removal|omission|"
    r"correction|rewording)|with (?:one|two|three|a|some|several|minor|small) (?:\w+ )?(?:changes?|amendments?|"
    r"corrections?|"
    r"additions?|alterations?)\b(?=\s*[:(–—-])|"
    r"subject to (?:a|an|the|some|two|one) (?:\w+ ){0,3}(?:sentence|paragraph|wording|correction)s?\b|"
    r"with the (?:addition|inclusion|"
    r"following amendment)|"
    r"(?:additional|further) (?:wording|recommendation|sentence|paragraph) (?:was |be |to be "
    r")?(?:added|included|proposed)|"
    r"(?:was|were|be|be further) amended to|amendment (?:was )?(?:proposed|moved|agreed|carried)|as "
    r"amended (?:at|by|to)|"
    r"(?:sentence|wording|paragraph) (?:was |be |has been )?(?:added|inserted|included))",
    re.IGNORECASE,
)
# In a report too: what members put into the plan or took out of it, word by word.
_WORDS = re.compile(
    r"\bwords? [“\"‘'][^”\"]{2,90}[”\"’'] (?:(?:was|were|be|being|had been|have been) )?(?:added|inserted|deleted|"
    r"removed)\b",
    re.IGNORECASE,
)


def find(outline: Outline, clues: Clues) -> Iterator[Fact]:
    """One fact for each sentence of a record or minutes that tells of a change, of a report its very words."""
    if clues.kind not in (DocumentKind.DECISION, DocumentKind.MINUTES, DocumentKind.COMMITTEE_REPORT):
        return
    told = _WORDS if clues.kind is DocumentKind.COMMITTEE_REPORT else _AMENDED
    for line in outline.lines:
        if told is _WORDS and "word" not in line.text:
            continue
        for start, end, words in sentences(line):
            if told.search(words) or (told is _AMENDED and "word" in words and _WORDS.search(words)):
                yield line.fact("amendments", words.strip(), "amendments", start, end)
