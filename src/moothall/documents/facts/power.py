"""The power the decision rests on, where the document cites it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moothall.documents.clues import Clues
from moothall.documents.implication_labels import implication_kinds
from moothall.documents.outline import Outline
from moothall.documents.sentences import says_none
from moothall.domain.facts import Fact

_TERMS = re.compile(
    r"\bterms of reference (?:of|for) (?:the )?(?P<body>[A-Z][\w ]{2,50}?) (?:include|state|provide|"
    r"allow|set out|are)\w*(?:,? (?:at|in|under))? (?P<where>(?:paragraph|section|part|article|"
    r"rule)s? [\d.]+(?:\([a-z\d]+\))*)",
    re.IGNORECASE,
)
_ACT = re.compile(
    r"\b(?:power|powers|duty|under|pursuant to|by virtue of|in accordance "
    r"with)\b[^.;]{0,60}?(?P<act>(?:[Ss]ections?|[Ss]\.?)\s?\d+[A-Z]{0,2}(?:\(\d+\))*(?:\([a-z]\))? of the "
    r"[A-Z][\w ()]+? Act \d{4}|[A-Z][\w ()]+? Act \d{4},? (?:sections?|s\.?)\s?\d+[A-Z]{0,2})"
)

_GIVES = re.compile(
    r"(?P<act>(?:sections?|s\.?)\s?\d+[A-Z]{0,2}(?:\(\d+\))*(?:\([a-z]\))? of the [A-Z][\w ()]+? Act \d{4})"
    r"\s+(?:gives|provides|allows|enables|confers|empowers|permits)\b",
    re.IGNORECASE,
)
_SCHEME = re.compile(
    r"\b(?:decision|matter|action) (?:is|was|may be|can be) (?:being )?(?:taken|made|exercised) under (?:the )?"
    r"(?P<act>[A-Z][^.;]{3,80}?\b(?:[Ss]cheme of [Dd]elegations?|delegations?|[Cc]onstitution|"
    r"[Ss]cheme)\b(?! of)(?:, (?:paragraph|section|part) [\d.]+)?)"
)
_OF_LAW = re.compile(r"\b(?:monitoring officer|solicitor|legal|law)\b", re.IGNORECASE)
_MOST_WORDS = 30
_NOT_THE_POWER = re.compile(r"\bEquality\b|\b100[A-K]?\b|\bData Protection\b|\bHuman Rights\b")


def find(outline: Outline, clues: Clues) -> Iterator[Fact]:
    """The first such citation in the legal paragraphs; terms of reference anywhere."""
    for line in outline.lines:
        if match := _TERMS.search(line.text):
            value = f"{match.group('body')} terms of reference, {match.group('where')}"
            yield line.fact("power", value, "power.terms_of_reference", match.start(), match.end())
            return
    for entry in outline.all("power"):
        said = next((each for each in entry.values if each.text), None)
        if said is not None and not says_none(said.text) and len(said.text.split()) <= _MOST_WORDS:
            yield said.fact("power", said.text.strip(" .;"), "power.label")
            return
    legal = [
        entry
        for entry in outline.all("implication")
        if {"legal", "governance"} & set(implication_kinds(entry.label.text))
    ]
    legal += [entry for entry in outline.all("officer_comment") if _OF_LAW.search(entry.label.text)]
    for entry in legal:
        for line in entry.values:
            match = _GIVES.search(line.text) or _ACT.search(line.text) or _SCHEME.search(line.text)
            if match and not _NOT_THE_POWER.search(match.group("act")):
                yield line.fact("power", match.group("act"), "power.act", match.start("act"), match.end("act"))
                return
