"""Whether the decision may be called in, until when, and from when it takes effect."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moothall.documents.clues import Clues
from moothall.documents.lines import Line
from moothall.documents.outline import Outline
from moothall.documents.sentences import sentences, yes_or_no
from moothall.documents.written_dates import written_dates
from moothall.domain.facts import Fact

_NOT = re.compile(
    r"\bnot (?:be |been )?(?:currently )?(?:subject to|eligible for|open to|available for|liable to) (?:the |a )?"
    r"(?:\w+['’]s )?call[- ]?in|\b(?:exempt(?:ed)?|immune) from (?:the |being )?(?:\w+['’]s )?call(?:ed)?[- ]?in"
    r"|\bcall[- ]?in (?:procedures? |process |period |rules |arrangements |provisions )*(?:(?:has|have|had|been|was|"
    r"is|be|does|do|did|should|will|would|shall|therefore|hereby) )*(?:waived|not apply|disapplied|not applicable|"
    r"excluded)"
    r"|^\W*call[- ]?in\s*[:–—-]\s*(?:this|the) (?:item|decision|matter) is exempt\b"
    r"|\bnot (?:be )?called[- ]in\b|\bwaiv\w+ (?:of )?(?:the )?(?:right (?:of|to) )?call[- ]?in",
    re.IGNORECASE,
)
_DOES_NOT_APPLY = re.compile(
    r"\W*(?:n/?a|not applicable|none|nil|does not apply|exempt|waived)\W*(?:$|[.;:,(–—-])", re.IGNORECASE
)
_SUBJECT = re.compile(
    r"\b(?:is|are|will be|be|remains?) (?:also )?(?:subject to|open to|eligible for) (?:the )?(?:\w+ )?call[- ]?in\b"
    r"|^subject to call[- ]?in\b|\bdecisions? (?:\w+ ){0,4}(?:can|may) be called[- ]?in\b"
    r"|\b(?:unless|if not) (?:it (?:is|has been) )?(?:validly )?called[- ]?in\b"
    r"|\bif (?:it|(?:the|this) decision) is not called[- ]?in\b"
    r"|\b(?:members?|councillors?)\b[\w\s-]{0,40} (?:may|can) call[- ]?in (?:the|this|a|any of these) decisions?\b",
    re.IGNORECASE,
)
_IN_GENERAL = re.compile(
    r"\b(?:if (?!not called|it is not called|(?:the|this) decision is not)|whether|other than|except|"
    r"decisions (?:marked|listed))\b",
    re.IGNORECASE,
)
_CLOSES = re.compile(
    r"\bcall(?:ed)?[- ]?in\b.{0,80}\b(?:by|until|before|expires?|ends?|closes?|deadline|"
    r"on)\b[\s\w:.,]{0,30}$|\b(?:deadline|period) for call[- ]?in\b.{0,40}$",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"\b(?:until|by|before|ends?|expires?|closes?|deadline)\b[\s\w:.,]{0,30}$", re.IGNORECASE)
_TAKES_EFFECT = re.compile(
    r"\b(?:effective (?:from|on)|come into (?:force|effect)|comes into (?:force|effect)|implemented "
    r"(?:on|from)|take effect)\b[\s\w,]{0,30}$",
    re.IGNORECASE,
)


def find(outline: Outline, clues: Clues) -> Iterator[Fact]:
    """``call_in``, ``call_in_deadline`` and ``effective_from``, each at most once."""
    told = list(_whether(outline, clues))
    yield from told
    if not any(fact.value is False for fact in told):
        # The day that a page gives for its decisions is not of one that is exempt.
        yield from _labelled_day(outline, clues, "call_in_deadline")
    yield from _labelled_day(outline, clues, "effective_from")


def _whether(outline: Outline, clues: Clues) -> Iterator[Fact]:
    for entry in outline.all("not_call_in"):
        if entry.values and yes_or_no(entry.values[0].text) is not None:
            yield entry.values[0].fact("call_in", not yes_or_no(entry.values[0].text), "call_in.label")
            return
    for entry in outline.all("call_in"):
        for line in entry.values[:1]:
            said = next(_said(line), None)
            answer = said[2] if said else False if _DOES_NOT_APPLY.match(line.text) else yes_or_no(line.text)
            if answer is not None:
                yield line.fact("call_in", answer, "call_in.label", *(said[:2] if said else ()))
                return
    for line in outline.lines:
        for start, end, answer in _said(line):
            yield line.fact("call_in", answer, "call_in.sentence", start, end)
            return
    # A day to call the decision in by is a right to do so.
    for fact in _labelled_day(outline, clues, "call_in_deadline"):
        yield Fact("call_in", True, fact.where, fact.quote, "call_in.deadline")


def _said(line: Line) -> Iterator[tuple[int, int, bool]]:
    """Each sentence of a line that says whether this decision can be called in, with its place and the answer."""
    if "call" not in line.text.lower():
        return
    for start, end, words in sentences(line):
        if _NOT.search(words) and not re.search(r"\b(?:if|provided|unless)\b", words, re.IGNORECASE):
            yield start, end, False
        elif _SUBJECT.search(words) and not _IN_GENERAL.search(words):
            yield start, end, True


def _labelled_day(outline: Outline, clues: Clues, kind: str) -> Iterator[Fact]:
    for entry in outline.all(kind):
        for line in entry.values[:1]:
            for day in written_dates(line.text, year=clues.year):
                yield line.fact(kind, day.on.isoformat(), f"{kind}.label", day.start, day.end)
                return
    if kind == "call_in_deadline":
        for entry in outline.all("call_in"):
            for line in entry.values[:1]:
                for day in written_dates(line.text, year=clues.year):
                    if _UNTIL.search(line.text[: day.start]):
                        yield line.fact(kind, day.on.isoformat(), f"{kind}.label", day.start, day.end)
                        return
    pattern = _CLOSES if kind == "call_in_deadline" else _TAKES_EFFECT
    for line in outline.lines:
        for day in written_dates(line.text, year=clues.year):
            if pattern.search(line.text[: day.start]):
                yield line.fact(kind, day.on.isoformat(), f"{kind}.sentence", day.start, day.end)
                return
