"""The day of the letter that asked for the plan."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moothall.documents.clues import Clues
from moothall.documents.outline import Outline
from moothall.documents.sentences import sentences
from moothall.documents.written_dates import written_dates
from moothall.domain.facts import Fact

_LETTER = re.compile(r"\b(?:letter|wrote|written to|correspondence)\b", re.IGNORECASE)
_NEAR = re.compile(r"(?:\b(?:letter|wrote|written|received|dated|sent|correspondence)\b[^.;]{0,70})$", re.IGNORECASE)
_DUE = re.compile(
    r"\b(?:by|deadlines?|before|due|until|no later than)\b(?:\s+(?:the|of|is|was|on|for|at|noon|midnight|end|close|"
    r"day|set|submission|submitting|return|their|a|\w+day,?))*\s*$",
    re.IGNORECASE,
)
_AFTER = re.compile(r"^[^.;]{0,60}\b(?:wrote|letter|sent a letter|written)\b", re.IGNORECASE)


def find(outline: Outline, clues: Clues) -> Iterator[Fact]:
    """The letter's day, once: a day that stands beside the letter and is no deadline."""
    for line in outline.lines:
        for start, _, words in sentences(line):
            if not _LETTER.search(words):
                continue
            for day in written_dates(words, year=clues.year):
                before, after = words[: day.start], words[day.end :]
                due = _DUE.search(before)
                if not due and (
                    _NEAR.search(before) or (before.strip().lower() in ("on", "on the") and _AFTER.search(after))
                ):
                    yield line.fact(
                        "letter_date", day.on.isoformat(), "letter_date", start + day.start, start + day.end
                    )
                    return
