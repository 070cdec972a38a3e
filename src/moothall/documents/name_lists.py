"""The parts of a list in a sentence: "the Leader, the Leadership Team and Overview and Scrutiny" is three.

An "and" parts two names only where the words before it can end a name: "Overview and Scrutiny" stays one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

_LAST_WORD = re.compile(
    r"(?:teams?|committees?|boards?|panels?|groups?|members?|councillors?|officers?|directors?|directorates?|leaders?|"
    r"council|councils|cabinet|executive|commission|unions?|service|heads|partners?|residents|businesses|stakeholders|"
    r"staff|employees|holders?|chair|chairs|chairman|mayor|treasurer|forum|network|association|partnership|"
    r"reports?|updates?|frameworks?|process|processes|reviews?|assessments?|self-assessment|dashboards?|scorecards?|"
    r"plans?|strateg(?:y|ies)|programmes?|meetings?|statements?|cycle|returns?|monitoring|indicators|register|website)$",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?:(?:and|then|also|both|with|by|to|from|through|via|at|in|the|relevant|existing|its|our|their|an?|"
    r"council['’]s|internal|informal)\s+)+",
    re.IGNORECASE,
)
_JOIN = re.compile(r"\s*[,;]\s*(?:and\s+|as well as\s+)?|\s+(?:and|&|as well as|together with)\s+(?:then\s+|also\s+)?")


def parts(words: str) -> Iterator[tuple[int, int]]:
    """Where each part of a list starts and ends in the words, without "the" and the like before it."""
    start = 0
    for join in _JOIN.finditer(words):
        is_word = not re.match(r"\s*[,;]", join.group())
        opens = re.match(r"(?:the|all|with|by|its|our|other|at|through)\b", words[join.end() :])
        if is_word and not opens and not _LAST_WORD.search(words[start : join.start()]):
            continue
        if _inside_brackets(words[: join.start()]):
            continue
        yield from _trimmed(words, start, join.start())
        start = join.end()
    yield from _trimmed(words, start, len(words))


def items(words: str) -> Iterator[tuple[int, int]]:
    """Where each item starts and ends in words that run several together; the whole where they do not.

    Known are "1. ... 2. ...", "Appendix A ... Appendix B ...", "a) ... b) ..." and parts told apart by semicolons.
    """
    for pattern in _ENUMERATED:
        starts = [match.start() for match in pattern.finditer(words)]
        if len(starts) >= 2 and not words[: starts[0]].strip():
            for start, end in pairwise([*starts, len(words)]):
                yield from _kept(words, start, end)
            return
    at = 0
    for join in re.finditer(r";\s*(?:and\s+)?", words):
        yield from _kept(words, at, join.start())
        at = join.end()
    yield from _kept(words, at, len(words))


_ENUMERATED = (
    re.compile(r"(?:(?<=\s)|^)(?:Appendix|Annexe?|Enclosure)\s+(?:[A-Z]|\d{1,2})\b(?=\s*[-–—:.(]|\s+[A-Z])"),
    re.compile(r"(?:(?<=\s)|^)\d{1,2}[.)]\s+(?=[A-Z])"),
    re.compile(r"(?:(?<=\s)|^)\(?[a-h]\)\s+"),
)


def _kept(words: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and words[start] in " ,;":
        start += 1
    while end > start and words[end - 1] in " ,;":
        end -= 1
    if end > start:
        yield start, end


def _inside_brackets(before: str) -> bool:
    return before.count("(") > before.count(")")


def _trimmed(words: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    lead = _LEAD.match(words, start, end)
    start = lead.end() if lead else start
    while end > start and words[end - 1] in " .,;:–-":
        end -= 1
    if end > start:
        yield start, end
