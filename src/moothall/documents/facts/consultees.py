"""Who was consulted, or that nobody was."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moothall.documents.bodies import BODY
from moothall.documents.clues import Clues, DocumentKind
from moothall.documents.lines import Line, fact_over
from moothall.documents.name_lists import parts
from moothall.documents.outline import Outline
from moothall.documents.sentences import all_say_none, sentences
from moothall.domain.facts import Fact

_GROUP = re.compile(
    rf"\b(?:{BODY}|(?:[A-Z][\w'’-]* (?:and |& |of )?){{0,4}}(?:Leadership [Tt]eam|Management [Tt]eam|"
    r"Liaison Board|Working Group|Trades? [Uu]nions?|Members|Directors|Heads of Service|Corporate "
    r"Board))\b"
)
_WITH = re.compile(
    r"\b(?:consult(?:ed|ation|ing)|discuss(?:ed|ions?)|shared|circulated|engage(?:d|ment)|developed|written|drafted|"
    r"prepared|liaised|liaison|worked|considered|reviewed|agreed|seen|tested|undertaken|comments?|feedback|input|"
    r"views|presented|sent)\b[^.;:]{0,50}?\s(?:with|by|from|to)\s+(?P<who>[^.:]{3,260}?)"
    r"(?=\s+(?:on (?:the |\d|\w+day)|at (?:its|their|a)\b|in (?:the |January|February|March|April|May|June|July|August|"
    r"September|October|November|December|preparing|drafting|line|order|advance|relation)|during|before|prior|as part|"
    r"who|which|whose|to [a-z]+\b|and (?:their|comments?|feedback|no|any|has|have|was|were|is|are|will)\b|has|have|is|"
    r"are|was|were|for(?=(?-i:\s+[a-z]))|ahead|through|via|over|about|regarding|when|where)\b|[.;]|,\s+(?:who|which|"
    r"and (?:their|the "
    r"plan|has|was))\b|\s*$)",
    re.IGNORECASE,
)
_WERE = re.compile(
    r"^(?:\W*)(?P<who>[^.:]{3,200}?)\s+(?:(?:was|were|has been|have been|are being|had been)\s+(?:\w+ly |all |also |"
    r"each |both )*(?:consulted|engaged|briefed|asked|invited|involved)|(?:has|have|had) (?:\w+ly |all |also )*(?:seen|"
    r"considered|commented|reviewed|discussed|agreed|been given))\b",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"\b(?:no (?:\w+ ){0,3}consultation|not (?:been )?(?:any |required|necessary|needed|applicable)|"
    r"consultation (?:is|was) "
    r"not|not (?:been )?(?:consulted|undertaken)|not considered necessary)\b",
    re.IGNORECASE,
)
_PROSE = re.compile(
    r"\b(?:may|will|was|were|has|have|been|is|are|had|consulted with|agreed)\b|^\W*(?:consultation|engagement|"
    r"discussions?) ",
    re.IGNORECASE,
)
_AHEAD = re.compile(r"\b(?:will|would|to) be\b|\bmay\b|\bshould\b", re.IGNORECASE)
_MEMBER = re.compile(r"(?:Councillor|Cllr)\b")
_OFFICE = re.compile(
    r"(?:the )?(?:deputy )?(?:leader|mayor|chair(?:man)?|(?:cabinet|executive|lead) (?:member|councillor)|"
    r"portfolio holder)\b.*",
    re.IGNORECASE,
)
_NOT_A_NAME = re.compile(
    r"(?:it|them|they|this|these|others?|all|any|each|plan|report|draft|council|members|public|document|following|"
    r"yes|no|agenda items?|making representations|"
    r"n/?a|\d.*|.*\b(?:plan|report|draft|comments?|feedback|government|department|minister|letter|proposals?|"
    r"recommendations?|requirements?)|comments?.*|(?:making|how|when|where) .*|representations?.*|consultees?|"
    r"consultation.*|see .*|as .*|in .*|on .*|for .*)",
    re.IGNORECASE,
)
_WHO = re.compile(
    r"[A-Z]|\b(?:partners?|residents|businesses|stakeholders|staff|employees|unions?|groups?|leaders?|members|"
    r"councillors|directors|managers|officers|team|committee|board|panel)\b"
)
_ENGAGED = re.compile(r"\bengaged with members from (?:both )?(?:the )?(?P<who>[^.;]{5,90}?)\s+to\b", re.IGNORECASE)
_MOST_LINES = 20


def find(outline: Outline, clues: Clues) -> Iterator[Fact]:
    """One fact for each person or body, or one that says "none"."""
    if clues.kind in (DocumentKind.PLAN, DocumentKind.PRESS):
        return
    seen: set[str] = set()
    entries = [entry for entry in outline.all("consultation") if entry.text]
    for entry in entries:
        lines = [line for line in entry.values if line.text]
        found = [] if all_say_none(lines) else [fact for line in lines[:_MOST_LINES] for fact in _of_line(line)]
        if not found and len(entries) == 1 and (all_say_none(lines) or _NOBODY.search(lines[0].text)):
            yield fact_over("consultees", "none", "consultees.none", lines)
        for fact in found:
            if str(fact.value).lower() not in seen:
                seen.add(str(fact.value).lower())
                yield fact
    for line in outline.lines if not entries else ():
        if engaged := _ENGAGED.search(line.text):
            for start, end in parts(engaged.group("who")):
                at = engaged.start("who") + start
                name = line.text[at : engaged.start("who") + end]
                yield line.fact("consultees", f"{name} members", "consultees.engaged", at, at + len(name))
            return


def _of_line(line: Line) -> Iterator[Fact]:
    """The names in one line: all of it where it is a list, else those its sentences say were asked."""
    lead = re.match(r"\(?\d[\d.]*[.)]?\s+|\W+", line.text)
    since = lead.end() if lead else 0
    if not _PROSE.search(line.text[since:]) and len(line.text.split()) <= 60:
        yield from _listed(line, since, len(line.text), "consultees.named")
        return
    for start, _, words in sentences(line):
        found = False
        if _NOBODY.search(words) or _AHEAD.search(words):
            continue
        for pattern in (_WERE, _WITH):
            for match in pattern.finditer(words):
                if re.search(r"\b(?:approv|government|department|minister)", match.group()[:60], re.IGNORECASE):
                    continue
                for fact in _listed(line, start + match.start("who"), start + match.end("who"), "consultees.asked"):
                    found = True
                    yield fact
            if found:
                break
        for match in _GROUP.finditer(words) if not found else ():
            if match.group() not in ("Council", "Members", "Cabinet", "Executive"):
                at = start + match.start()
                yield line.fact("consultees", match.group(), "consultees.body", at, start + match.end())


def _listed(line: Line, start: int, end: int, found_by: str) -> Iterator[Fact]:
    words = line.text[start:end]
    member = False
    for first, last in parts(words):
        name = words[first:last]
        if member and _OFFICE.fullmatch(name):
            continue  # "Councillor Ann Other, Leader" is one
        member = _MEMBER.match(name) is not None
        if len(name.split()) <= 12 and _WHO.search(name) and not _NOT_A_NAME.fullmatch(name):
            yield line.fact("consultees", name, found_by, start + first, start + last)
