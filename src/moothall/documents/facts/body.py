"""The body that decides, with its kind: from labels, the words that open a record, headings, or who is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moothall.documents.bodies import BODY, body_kind, body_name
from moothall.documents.clues import Clues, DocumentKind
from moothall.documents.lines import Line
from moothall.documents.outline import Outline
from moothall.documents.resolutions import recommended, resolved
from moothall.documents.told_meetings import agreed_by, is_of_the_plan
from moothall.domain.facts import Fact

_MEETING = re.compile(
    r"^(?i:meeting(?: of)?(?: the)?:?\s+|minutes (?:of|for)(?: an?| the)?(?:(?:\s+\w+)? meeting)?(?: "
    r"of)?(?: the)?\s+|agenda for\s+(?:the\s+)?|report to(?: the)?\s+)"
    rf"(?:[\d/]{{8,10}}\s*[-–]\s*)?(?:\w+ meeting of the )?(?P<body>{BODY})"
)
_HELD = re.compile(
    rf"(?:meeting of (?:the )?|at (?:the )?)(?P<body>{BODY})(?:'s)?(?: meeting)?"
    r"(?:,? (?:(?:which is )?to be )?(?:held|on)\b|"
    r",\s+(?:Mon|Tues|Wednes|Thurs|Fri)day|\s+(?:last night|yesterday|tonight|this week|earlier this)\b)"
)
_TAKEN = re.compile(
    rf"\b[Dd]ecisions? (?:(?:(?:was|were|have been) )?(?:taken|made) by|of) (?:the )?(?P<body>{BODY})"
    r"(?: of (?:the )?[A-Z][\w' ]{2,40} Council)?(?: meeting)?"
    r"(?:,? (?:held|at|on)\b|\s*[-–—,:(]\s*\w*\s?\d)"
)
_DATED = re.compile(
    rf"^(?:item\s+\d+\W+)?(?P<body>{BODY})(?: meeting)?\s*(?:[-–—,|]|on)?\s*(?:(?:Mon|Tues|Wednes|"
    rf"Thurs|Fri)day|\d{{1,2}}(?:st|nd|rd|th)?\s+[A-Z]|\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}\b)"
)
_AT_THE_END = re.compile(
    rf"^(?i:(?:draft |public )?(?:minutes|decisions?(?: record| notice| list| sheet| summary| statement)?|"
    rf"record of decisions|agenda))"
    rf"\s*[-–—:,|]\s*(?P<body>{BODY})\W*$|^(?P<before>{BODY})\s+(?i:agenda|minutes|decisions)\b"
    r"|^(?:Record of )?[Dd]ecisions? (?:made|taken) by (?:the )?(?P<person>"
    r"(?:(?:Executive|Cabinet|Lead) (?:Member|Councillor)|"
    r"Portfolio Holder|Deputy Leader|Leader|Mayor|Chief Executive)\b[^.;:]{0,80})$"
    rf"|^(?i:the )?(?P<meets>{BODY}) (?:will meet|will be held|meets|is to meet)\b"
    rf"|^(?i:(?:record of )?decisions? (?:of|taken by|made by)(?: the)?)\s+(?P<whose>{BODY})\W*$"
    rf"|^(?P<joint>(?!Council){BODY})\s+(?:of|for)\s+(?:the\s+)?[A-Z][\w ,&'’-]+\bCouncils?\b"
)
_ASKED = re.compile(
    rf"^(?:\(?[\w.]{{1,5}}[.)]*\s+)?(?i:it is (?:therefore )?recommended )?(?i:that |to )?(?i:the "
    rf")?(?P<body>{BODY}|Mayor|Leader(?: of the Council)?)\s*:?\s+"
    r"(?:members )?(?:is|are|be|notes?|noted|approves?|approved|endorses?|endorsed|agrees?|agreed|"
    r"adopts?|adopted|resolves?|RESOLVED|resolved|delegates?|consider\w*|to|recommends?|ORDERED)\b",
)
_DECIDED = re.compile(
    rf"\b(?:the )?(?P<body>{BODY})\s+(?:unanimously\s+)?(?:RESOLVED|resolved|AGREED|agreed|approved|"
    r"considered (?:a|the) report|received (?:a|the) report)\b"
)


_REPORTED = re.compile(
    rf"['’]s?\s+(?P<body>{BODY})\s+(?:has|have|last \w+|unanimously|this week|yesterday)?\s*(?:backed|approved|agreed|"
    r"endorsed|adopted|signed off|voted)\b"
)
# A council that is named by its kind alone is all of it, and not its meeting.
_AGREED = re.compile(
    rf"(?:\b(?:[Tt]he |[Oo]ur |when |after |once |20\d\d,? )|['’]s |^|(?<=[.;:] ))(?P<body>(?!(?:County|City|Borough|"
    rf"District|"
    rf"Council)\b){BODY})"
    r"(?: has| have)?(?: unanimously| formally)? (?:agreed|approved|endorsed|adopted|signed off|backed)\b"
)
_IN_SMALL = re.compile(
    r"\b(?:agreed|approved|endorsed|adopted|signed off|backed|passed) by (?:(?:the|its|their|our) )?"
    r"(?P<body>cabinet|executive|full council)\b"
)
_WILL = re.compile(
    rf"(?:['’]s?\s+|\b[Tt]he |\b[Oo]ur )(?P<body>(?!Council\b){BODY})\s+(?:members )?(?:will|is to|are to|is due to|"
    rf"are being|"
    r"is being)\s+(?:[\w ]{0,20})(?:be asked|asked|consider|discuss|decide|debate|vote|meet)\b"
)
_WENT = re.compile(
    rf"\b(?:went|presented|taken|reported|considered)\s+(?:to|by|at)\s+(?:the |our )?(?P<body>{BODY})(?: meeting)?"
    r"(?=,? (?:on|this|last|next|held)\b)"
)
_AFTER_DATE = re.compile(rf"^[^·|]{{6,40}}\b(?:19|20)\d\d\b[^·|]{{0,20}}[·|]\s*(?P<body>{BODY})\b")
_NOTE = 14
_NO_BODY = re.compile(r"\b(?:resolved|that|recommended|report|agreed|minutes|agenda|decision)\b", re.IGNORECASE)


def find(outline: Outline, clues: Clues) -> Iterator[Fact]:
    """The body, once, from the plainest statement of it."""
    for line, start, end, how in _statements(outline, clues):
        name = body_name(line.text[start:end])
        kind = body_kind(name)
        if kind is not None and 1 <= len(name.split()) <= 16:
            yield line.fact("body", {"name": name, "kind": kind.value}, f"body.{how}", start, end)
            return


def tells_of_the_plan(line: Line, match: re.Match[str]) -> bool:
    """Whether what was agreed is the plan: the line names it, or is a note under its title."""
    is_note = match.start() == 0 and len(line.text.split()) <= _NOTE
    return (
        is_note or re.search(r"\b(?:plan|(?:our|this|its) (?:response|return))\b", line.text, re.IGNORECASE) is not None
    )


def _capitals(words: str) -> str:
    """A line whose words set in capitals have capital initials only, letter for letter."""
    return re.sub(r"\b[A-Z]{4,}\b", lambda match: match.group().capitalize(), words)


def _statements(outline: Outline, clues: Clues) -> Iterator[tuple[Line, int, int, str]]:
    for entry in outline.all("body"):
        if entry.values and entry.via != "heading" and len(entry.values[0].text.split()) <= 30:
            words = entry.values[0].text
            name = body_name(words)
            at = words.lower().find(name.lower())
            yield entry.values[0], max(at, 0), (at + len(name) if at >= 0 else len(words)), "label"
    for entry in outline.all("decided_at"):
        if entry.values:
            words = re.sub(r"^[\d/]{8,10}\s*[-–]\s*", "", entry.values[0].text)
            start = len(entry.values[0].text) - len(words)
            yield entry.values[0], start, start + len(body_name(words)), "decided_at"
    for entry in outline.all("decision_due"):
        if entry.values and (by := re.search(r"\bby\s+(?:the\s+)?", entry.values[0].text)):
            yield entry.values[0], by.end(), len(entry.values[0].text), "decision_due"
    for line in outline.lines[:16]:
        for pattern in (_MEETING, _DATED, _AFTER_DATE):
            if match := pattern.match(_capitals(line.text)):
                yield line, match.start("body"), match.end("body"), "opening"
        if match := _AT_THE_END.match(_capitals(line.text)):
            group = next(name for name in ("body", "before", "person", "meets", "whose", "joint") if match.group(name))
            yield line, match.start(group), match.end(group), "opening"
        plain = line.text.strip(" *:-–")
        if re.fullmatch(BODY, plain, re.IGNORECASE) and len(plain.split()) <= 8 and not _NO_BODY.search(plain):
            at = line.text.find(plain)
            yield line, at, at + len(plain), "heading"
    if clues.kind is DocumentKind.PRESS:
        for line in outline.lines:
            if (
                match := _REPORTED.search(line.text) or _WENT.search(line.text) or _WILL.search(line.text)
            ) and re.search(r"\bplans?\b", line.text, re.IGNORECASE):
                yield line, match.start("body"), match.end("body"), "reported"
    if clues.kind in (DocumentKind.PLAN, DocumentKind.PRESS):
        for entry in outline.all("author"):
            if entry.values and re.fullmatch(r"(?:approved|agreed|signed off) by", entry.name, re.IGNORECASE):
                yield entry.values[0], 0, len(entry.values[0].text), "approved_by"
        for line in outline.lines:
            if (match := _AGREED.search(line.text)) and is_of_the_plan(line.text, match.end(), clues.kind):
                yield line, match.start("body"), match.end("body"), "agreed"
            if (match := agreed_by(line.text)) and tells_of_the_plan(line, match):
                yield line, match.start("body"), match.end("body"), "agreed_by"
            if (match := _IN_SMALL.search(line.text)) and re.search(r"\bplan\b", line.text, re.IGNORECASE):
                yield line, match.start("body"), match.end("body"), "agreed_by"
    for line in outline.lines[:60]:
        if match := _HELD.search(_capitals(line.text)) or _TAKEN.search(_capitals(line.text)):
            yield line, match.start("body"), match.end("body"), "held"
    items = [*recommended(outline), *resolved(outline)]
    for item in items:
        for line in (*([item.intro] if item.intro else []), *item.lines):
            if match := _ASKED.match(_capitals(line.text)):
                yield line, match.start("body"), match.end("body"), "asked"
    if clues.kind in (DocumentKind.MINUTES, DocumentKind.DECISION):
        for line in outline.lines:
            if match := _DECIDED.search(line.text):
                yield line, match.start("body"), match.end("body"), "decided"
