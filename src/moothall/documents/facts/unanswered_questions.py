"""Questions of the letter that the document says it does not answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moothall.documents.clues import Clues
from moothall.documents.outline import Outline
from moothall.documents.sentences import sentences
from moothall.domain.facts import Fact

_UNANSWERED = re.compile(
    r"\b(?:not (?:all )?(?:\w+ )?(?:have |has )?(?:been )?(?:directly |fully )?(?:answered|covered|"
    r"addressed|responded to|included)|left (?:blank|unanswered)|go(?:es)? unanswered|declined to|loaded question|"
    r"not been (?:directly )?(?:answered|"
    r"covered))\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:questions?|information|points?|request|data)\s+(?:about|on|regarding|concerning|relating "
    r"to|in relation to)\s+(?P<what>[^.;,]{4,110}?)(?=\s+(?:is|are|was|were|has|have|could|would)\b|"
    r"[.;,])",
    re.IGNORECASE,
)
# One question may hold a list of its own: "equality, diversity and inclusion training, and facility time".
_EACH = re.compile(r"(?:^|;\s+(?:and\s+)?|,\s+and\s+)(?P<words>(?:(?!,\s+and\s)[^;])+)")
# "The letter also asks about agency staff. Officers suggest that these are not answered."
_ASKS = re.compile(
    r"\b(?:letter|minister|department|government|"
    r"secretary of state)\b[^.;]{0,30}?\basks? (?:also )?about (?P<what>[^.]{5,240})\.",
    re.I,
)
_THESE = re.compile(
    r"^.?\s*[^.;]{0,60}\b(?:these|this|they|that|both|neither)\b[^.;]{0,40}\b(?:not (?:be )?(?:answered|addressed|"
    r"covered|included|"
    r"responded to)|left (?:out|blank|unanswered)|unanswered)\b",
    re.IGNORECASE,
)


def find(outline: Outline, clues: Clues) -> Iterator[Fact]:
    """One fact a question, where the same paragraph says that points were left unanswered."""
    for line in outline.lines:
        if " ask" in line.text and (asks := _ASKS.search(line.text)) and _THESE.search(line.text[asks.end("what") :]):
            since = asks.start("what")
            for each in _EACH.finditer(asks.group("what")):
                start, end = since + each.start("words"), since + each.end("words")
                yield line.fact("unanswered_questions", each.group("words"), "unanswered_questions.asked", start, end)
            continue
        if not _UNANSWERED.search(line.text):
            continue
        for start, _, words in sentences(line):
            if match := _ABOUT.search(words):
                at = start + match.start("what")
                yield line.fact(
                    "unanswered_questions",
                    match.group("what").strip(),
                    "unanswered_questions",
                    at,
                    start + match.end("what"),
                )
