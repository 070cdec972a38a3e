"""Whether the document says the plan goes on the council's website."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from moothall.documents.clues import Clues
from moothall.documents.outline import Outline
from moothall.documents.sentences import sentences
from moothall.domain.facts import Fact

_PUT = re.compile(
    r"\b(?:publi(?:sh\w*|cation|c view)|upload\w*|posted|placed|place|put|made available|available|"
    r"hosted|post|added|can be (?:found|read|seen|viewed|accessed|downloaded)|can (?:read|view|find|see|download))\b",
    re.IGNORECASE,
)
_WEB = re.compile(r"\b(?:web ?-?sites?|web ?-?pages?|online)\b", re.IGNORECASE)
_OTHER_PLANS = re.compile(
    r"\b(?:forward|local|corporate|business|financial|neighbourhood|delivery|council|spending|"
    r"savings?|budget|service|action|recovery|medium[- ]term|climate|transport|staffing) plans?\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"\b(?:agendas?|minutes|notice of|this decision|decision notice|call[- ]?in|webcast|other "
    r"(?:local )?(?:authorities|councils) have|could not|not to|cookies|accessib\w+|data protection|"
    r"privacy)\b",
    re.IGNORECASE,
)

_PLAN = re.compile(
    r"(?:^|\b(?:the|this|these|our|a|an|final|draft|approved|proposed|its|their|productivity|"
    r"council['’]s|must|that)\s+(?:\w+\s+)?)plans?\b",
    re.IGNORECASE,
)


def find(outline: Outline, clues: Clues) -> Iterator[Fact]:
    """True, once, at the sentence that says so of the plan."""
    skipped = {id(line) for entry in outline.all("options", "glossary", "background_papers") for line in entry.values}
    for before, line in pairwise((None, *outline.lines)):
        if line is None or id(line) in skipped:
            continue
        above = before.text if before is not None and line.number else ""
        for start, end, words in sentences(line):
            if not _WEB.search(words) or not _PUT.search(words) or _ASIDE.search(words):
                continue
            plain = _OTHER_PLANS.sub(" ", words)
            subject = _PLAN.search(plain) or (
                re.search(r"\b(?:its?|they|document|response|return)\b", plain, re.IGNORECASE)
                and re.search(r"\bplans?\b", _OTHER_PLANS.sub(" ", f"{above} {line.text}"), re.IGNORECASE)
            )
            if subject:
                yield line.fact("publish_on_website", True, "publish_on_website", start, end)
                return
