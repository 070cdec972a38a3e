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
    r"addressed|responded to|included)|declined to|loaded question|not been (?:directly )?(?:answered|"
    r"covered))\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:questions?|information|points?|request|data)\s+(?:about|on|regarding|concerning|relating "
    r"to|in relation to)\s+(?P<what>[^.;,]{4,110}?)(?=\s+(?:is|are|was|were|has|have|could|would)\b|"
    r"[.;,])",
    re.IGNORECASE,
)


def find(outline: Outline, clues: Clues) -> Iterator[Fact]:
    """One fact a question, where the same paragraph says that points were left unanswered."""
    for line in outline.lines:
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
