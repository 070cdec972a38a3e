"""Changes members made to the plan or its recommendation, as the record words them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moothall.documents.clues import Clues, DocumentKind
from moothall.documents.outline import Outline
from moothall.documents.sentences import sentences
from moothall.domain.facts import Fact

_AMENDED = re.compile(
    r"\b(?:subject to the (?:following |inclusion|addition|amendment)|"
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


def find(outline: Outline, clues: Clues) -> Iterator[Fact]:
    """One fact for each sentence of a record or minutes that tells of a change."""
    if clues.kind not in (DocumentKind.DECISION, DocumentKind.MINUTES):
        return
    for line in outline.lines:
        for start, end, words in sentences(line):
            if _AMENDED.search(words):
                yield line.fact("amendments", words.strip(), "amendments", start, end)
