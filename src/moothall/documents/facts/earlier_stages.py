"""Bodies that had the plan before them earlier, when, and what came of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from moothall.documents.bodies import BODY, body_kind
from moothall.documents.clues import Clues, DocumentKind
from moothall.documents.facts import meeting_date
from moothall.documents.lines import Line
from moothall.documents.outline import Outline
from moothall.documents.sentences import sentences
from moothall.documents.written_dates import WrittenDate, written_dates
from moothall.domain.facts import Fact

_BODY = re.compile(
    rf"\b(?P<body>(?:[A-Z][\w'’&-]* (?:(?:and|&|of) )?){{1,5}}(?:Working|Task|Reference|Steering|Advisory) Group|"
    rf"{BODY})\b"
)
_DEED = (
    r"(?P<deed>considered|endorsed|supported|reviewed|scrutinised|pre-scrutinised|noted|discussed|approved|agreed|"
    r"recommended|received|commented|debated|examined|welcomed|seen|looked at|saw)"
)
_PASSIVE = re.compile(
    rf"(?<!will )(?<!to )(?:\b(?:was|were|has been|have been|had been|been)\s+|\b(?:as|already|"
    rf"previously)\s+)(?:\w+ly |also |then |previously |"
    rf"first )*"
    rf"{_DEED}\b",
    re.IGNORECASE,
)
_ACTIVE = re.compile(
    rf"^\s*(?:\([^()]*\)\s*)?(?:\w+ly |also |then |previously |first |has |had )*{_DEED}\b", re.IGNORECASE
)
_CAME = re.compile(
    r"\b(?:who|and|which|it|where it was|and was)\s+(?P<outcome>(?:unanimously )?(?:endorsed|supported|noted|approved|"
    r"recommended|agreed)[^.;,]{0,60}?)(?=\s+for\s|[.;,]|$)",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^(?:past pathway(?: of (?:the )?(?:report|paper))?|previous(?:ly)? (?:considered|consideration|"
    r"meetings?)(?: by| at)?|"
    r"(?:report|item|document) (?:history|pathway)|previous (?:committee|body|bodies)|considered previously(?: by)?|"
    r"pre-decision scrutiny)\s*[:–-]\s*(?P<rest>\S.*)$"
    r"|^(?:previous |prior )?consideration by (?:any )?other\b[^.:;]{0,80}?(?:panel|committee|board|bod(?:y|ies)|"
    r"group)s?"
    r"\s*[:–-]?\s+(?P<after>(?-i:[A-Z]).*\d)",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"\b(?:plan|report|draft|proposals?|document|paper)\b|^\W*(?:it|this)\b", re.IGNORECASE)
_OTHER_DAY = re.compile(
    r"\b(?:deadline|by|dated?|letter(?: of)?)\s+(?:the )?$|\bsubmi\w+\b.{0,90}$|\b(?:sent|returned|"
    r"issued)\b[^,;]{0,40}$|\bletter\b.{0,30}$"
)
_MINUTE = re.compile(
    rf"\b(?P<body>{BODY})\s+(?:[Mm]in(?:ute|\.)|[Rr]esolution|[Dd]ecision)\s*(?:[Nn]o\.?\s*)?[A-Z]{{0,4}}[\d./-]+,?\s+"
    r"(?:(?:of|on|dated|at the meeting of)\s+)?"
)
_CITES = re.compile(r"\b[A-Z]\w+ (?:[Mm]in(?:ute)?|[Rr]esolution|[Dd]ecision)\b[\w .]{0,10}\d")
_OF_THE_PLAN = re.compile(r"\b(?:plan|delegat\w+|authori[sz]\w+)\b", re.IGNORECASE)
_TOO_PLAIN = ("Council", "Executive", "Cabinet", "Board", "Committee", "Panel")


def find(outline: Outline, clues: Clues) -> Iterator[Fact]:
    """One fact a stage: a body, a past deed and its day, before the day of the meeting itself."""
    if clues.kind in (DocumentKind.PLAN, DocumentKind.PRESS):
        return
    listed = {id(line) for entry in outline.all("considered_before") for line in entry.values}
    held = next((date.fromisoformat(fact.value) for fact in meeting_date.find(outline, clues)), None)
    seen: set[tuple[str, str]] = set()
    for line in outline.lines:
        of_label = _of_label(line, clues) if id(line) in listed else ()
        for fact in (*of_label, *_labelled(line, clues), *_minuted(line, clues), *_told(line, clues)):
            key = (str(fact.value["body"]).lower(), str(fact.value["date"]))
            if key in seen or (held is not None and date.fromisoformat(fact.value["date"]) >= held):
                continue
            seen.add(key)
            yield fact


def _labelled(line: Line, clues: Clues) -> Iterator[Fact]:
    """The stages a label lists: "Past pathway of report: Policy Committee, 2 July 2024"."""
    match = _LABEL.match(line.text)
    since = max(match.start("rest"), match.start("after")) if match else 0
    for start, body, day in _pairs(line.text, since, clues) if match else ():
        value = {"body": body, "date": day.on.isoformat(), "outcome": "considered"}
        yield line.fact("earlier_stages", value, "earlier_stages.label", start, day.end)


def _of_label(line: Line, clues: Clues) -> Iterator[Fact]:
    """The stages in what stands under or beside a label for them; a sentence there is read as one anywhere."""
    if re.search(rf"\b{_DEED}\b", line.text, re.IGNORECASE):
        return
    for start, body, day in _pairs(line.text, 0, clues):
        value = {"body": body, "date": day.on.isoformat(), "outcome": "considered"}
        yield line.fact("earlier_stages", value, "earlier_stages.label", start, day.end)


def _minuted(line: Line, clues: Clues) -> Iterator[Fact]:
    """The meeting that a minute is cited of: "Cabinet minute 31 of 10 July 2024, which delegated authority"."""
    if not _CITES.search(line.text) or not _OF_THE_PLAN.search(line.text):
        return
    for match in _MINUTE.finditer(line.text):
        for day in written_dates(line.text, year=clues.year):
            if day.start - match.end() not in range(12):
                continue
            came = re.match(
                r"[,;]?\s+(?:which|that|where it)\s+(?P<outcome>[a-z]\w+ed\b[^,;.]{0,40})", line.text[day.end :]
            )
            outcome = came.group("outcome").strip() if came else "minuted"
            value = {"body": match.group("body"), "date": day.on.isoformat(), "outcome": outcome}
            yield line.fact("earlier_stages", value, "earlier_stages.minute", match.start("body"), day.end)


def _told(line: Line, clues: Clues) -> Iterator[Fact]:
    for start, end, words in sentences(line):
        if not _ABOUT.search(words) or not any(True for _ in written_dates(words, year=clues.year)):
            continue
        passive = _PASSIVE.search(words)
        came = _CAME.search(words)
        for at, body, day in _pairs(words, 0, clues):
            active = _ACTIVE.match(words[at + len(body) :])
            by = re.search(
                r"\b(?:by|at|from|of|to)\s+(?:a |the |its |our |meeting of |internal |informal )*$", words[:at]
            )
            deed = active or (passive if by and passive is not None else None)
            if deed is None or _OTHER_DAY.search(words[: day.start]):
                continue
            outcome = came.group("outcome").strip() if came else deed.group("deed").lower()
            value = {"body": body, "date": day.on.isoformat(), "outcome": outcome}
            yield line.fact("earlier_stages", value, "earlier_stages", start, end)


def _pairs(words: str, since: int, clues: Clues) -> Iterator[tuple[int, str, WrittenDate]]:
    """Each body with the day told of it: the first after its name, else the one the sentence opens with."""
    days = [day for day in written_dates(words, year=clues.year) if day.start >= since]
    named = []
    for match in _BODY.finditer(words, since):
        body = re.sub(r"^(?:(?:The|At|By|Its|On|Our|Both|A|An)\s+)+", "", match.group("body"))
        if body_kind(body) or body.endswith("Group"):
            named.append((match.end() - len(body), body))
    long = [pair for pair in named if pair[1] not in _TOO_PLAIN]
    for (at, body), (until, _) in pairwise([*named, (len(words), "")]):
        after = next((day for day in days if at < day.start < until), None)
        opens = days[0] if days and days[0].start < at and (at, body) == named[0] else None
        day = after or opens
        if day is not None and (body in ("Cabinet", "Executive", "Council") or (at, body) in long):
            yield at, body, day
        elif day is None and after is None and days and (at, body) == (long or named)[0] and days[-1].start > at:
            yield at, body, days[-1]
