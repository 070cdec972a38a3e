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
    r"hosted|post|added|can be (?:found|read|seen|viewed|accessed|downloaded)|can (?:read|view|find|see|download)|"
    r"appear(?:s|ed|ing)?|(?:is|are|be|was|were|goes|go|went) (?:now |also |already |live |"
    r"up )*on(?:to)?(?= (?:the |our |its |each |"
    r"their )?(?:[A-Za-z'’]+ ){0,2}(?:web|www|https?:)))\b",
    re.IGNORECASE,
)
_WEB = re.compile(
    r"\b(?:web ?-?sites?|web ?-?pages?|online)\b|"
    r"\bon (?:https?://)?(?!www\.gov\.uk|gov\.uk)(?:[a-z\d-]+\.)+(?:uk|org|com|net|info|example)\b",
    re.IGNORECASE,
)
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

_CALLED = re.compile(
    r"\b(?:our|the|its) (?:answer|response|return|submission)\b|^\W*(?:[\d.]+\s+)?publication on\b", re.IGNORECASE
)
_PLAN = re.compile(
    r"(?:^|\b(?:the|this|these|our|a|an|final|draft|approved|proposed|its|their|productivity|"
    r"council['’]s|must|that)\s+(?:\w+\s+)?)plans?\b",
    re.IGNORECASE,
)


def find(outline: Outline, clues: Clues) -> Iterator[Fact]:
    """True, once, at the sentence that says so of the plan."""
    skipped = {id(line) for entry in outline.all("options", "glossary", "background_papers") for line in entry.values}
    # A report whose title names the plan speaks of it as "our answer" and "the response".
    about = next((line.text for line in outline.lines[:6] if clues.subject in line.text.lower()), "")
    for before, line in pairwise((None, *outline.lines)):
        if line is None or id(line) in skipped:
            continue
        above = before.text if before is not None and line.number else ""
        for start, end, words in sentences(line):
            if not _WEB.search(words) or not _PUT.search(words) or _ASIDE.search(words):
                continue
            opens = about if _CALLED.search(words) else ""
            plain = _OTHER_PLANS.sub(" ", words)
            subject = _PLAN.search(plain) or (
                re.search(r"\b(?:its?|they|document|response|return|answer|^publication on)\b", plain, re.IGNORECASE)
                and re.search(r"\bplans?\b", _OTHER_PLANS.sub(" ", f"{above} {line.text} {opens}"), re.IGNORECASE)
            )
            if subject:
                yield line.fact("publish_on_website", True, "publish_on_website", start, end)
                return
