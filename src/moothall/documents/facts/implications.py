"""Each kind of implication the document writes, with its words and its named author."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moothall.documents.clues import Clues, DocumentKind
from moothall.documents.entries import Entry
from moothall.documents.implication_labels import implication_kinds
from moothall.documents.lines import Line, fact_over
from moothall.documents.outline import Outline
from moothall.documents.people import people
from moothall.documents.sentences import says_none, sentences
from moothall.domain.facts import Fact

_AUTHOR = re.compile(
    r"(?:^|(?<=[.\s(]))(?:(?:implications? |comments? )?(?:author|completed by|written by|verified by|provided "
    r"by|checked by|reviewed by|cleared by|officer completing|approved by|signed off by|comments? (?:by|from))\s*:|"
    r"(?:comments|implications|implications completed|completed|written|provided) by:?)\s*(?P<who>.+?)(?:$|\)$)",
    re.IGNORECASE,
)

_ASKS_WHO = re.compile(
    r"(?:\d[\d.]*\s+)?(?:(?:implications?|comments?|advice) )?(?:checked|reviewed|verified|provided|completed|"
    r"written|cleared|"
    r"approved|confirmed|author(?:ed)?|signed off)(?: by)?\s*:?",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\s*[(\[](?P<who>[A-Z][^()\[\]]{5,120})[)\]][.\s]*$")
_REFERENCE = re.compile(r"(?:\d[\d.]*\s+)?[A-Z]{2,4}[/ ]?\d[\w/.-]*\s+(?=[A-Z])")
# Words beside a statement of none: who was asked, a reference, that it is for noting.
_ASIDE = re.compile(
    r"\(.*\)|(?:legal|finance|lawyer|author) ref\w*\b.*|(?:lawyer|solicitor|accountant|officer) consulted\b.*|"
    r"(?:an? )?(?:ea|eia|eqia|dpia|equality (?:impact )?assessment)s? (?:is |was )?not (?:applicable|required|"
    r"needed)\W*|"
    r"this (?:report|item) is for (?:noting|information)(?: only)?\W*",
    re.IGNORECASE,
)
_CONFIRMED = re.compile(r"^[A-Z][\w ,&/]{3,80} (?:confirms?|advises?|states?|considers?) (?:that )?(?=there )")
_TICKED_NO = re.compile(r"(?:no|n|n/a)\W*", re.IGNORECASE)
_NUMBER = re.compile(r"^\d{1,3}(?:(?:\.\d+)+[.)]?|[.)])\s+")


def find(outline: Outline, clues: Clues) -> Iterator[Fact]:
    """One fact for each kind an implication's label names. A sentence that only lists kinds is none."""
    if clues.kind in (DocumentKind.PLAN, DocumentKind.PRESS):
        return
    written = [entry for entry in outline.all("implication") if any(line.text for line in entry.values)]
    told = [(entry, implication_kinds(entry.label.text)) for entry in written]
    for entry, kinds in told:
        author, text = _author([line for line in entry.values if line.text])
        for kind in kinds:
            # A label of its own says more of a kind than one that it shares with others.
            if entry is not min((pair for pair in told if kind in pair[1]), key=lambda pair: len(pair[1]))[0]:
                continue
            stated = "none_stated" if _states_none(text) else "\n".join(_NUMBER.sub("", line.text) for line in text)
            value = {"kind": kind, "label": entry.name, "text": stated, "author": author}
            yield fact_over("implications", value, f"implications.{entry.via}", _span(entry))


def _states_none(lines: list[Line]) -> bool:
    """Whether these words say only that there is none, apart from who was asked and a reference."""
    said = []
    for line in lines:
        if _ASIDE.fullmatch(line.text):
            continue
        reference = _REFERENCE.match(line.text)
        since = reference.end() if reference else 0
        rest = line.part(since) if since < len(line.text) else line
        said += [words for _, _, words in sentences(rest) if not _ASIDE.fullmatch(words)]
    aside = any(re.search(r"\bnot (?:applicable|required|needed)\b", line.text, re.IGNORECASE) for line in lines)
    return (bool(said) or aside) and all(_none(_NUMBER.sub("", words)) for words in said)


def _none(words: str) -> bool:
    """Whether a sentence says there is none. That a thing is not required is said of the plan, not of its cost."""
    if re.search(r"\bno (?:\w+ ){0,3}requirements?\b", words, re.IGNORECASE):
        return False
    words = _CONFIRMED.sub("", words)
    return says_none(words) or _TICKED_NO.fullmatch(words) is not None


def _author(lines: list[Line]) -> tuple[str | None, list[Line]]:
    """Who wrote it, and the lines without the words that say so."""
    kept: list[Line] = []
    author: str | None = None
    asked = False
    for line in lines:
        match = _AUTHOR.search(line.text) if author is None else None
        if match is not None and not match.group("who").strip(" .:"):
            match = None
        if match is not None:
            named = next(people(match.group("who")), None)
            author = named.name if named else match.group("who").strip(" .)")
            before = line.part(0, match.start())
        elif author is None and _ASKS_WHO.fullmatch(line.text):
            asked, before = True, line.part(0, 0)
        elif author is None and (signed := _signed(line, asked)):
            author, before = signed[0], line.part(0, signed[1])
            asked = False
        else:
            before = line
        if before.text:
            kept.append(before)
    return author, kept


def _signed(line: Line, asked: bool) -> tuple[str, int] | None:
    """Who signs a line and where that begins: a line after "checked by:", or "(Name, post, day)" at its end."""
    if asked:
        named = next(people(line.text), None)
        return (named.name, 0) if named else None
    match = _BRACKETED.search(line.text)
    named = next(people(match.group("who")), None) if match else None
    return (named.name, match.start()) if match and named and named.role else None


def _span(entry: Entry) -> list[Line]:
    same = [line for line in entry.values if line.text and line.page == entry.label.page]
    return [entry.label, *same]
