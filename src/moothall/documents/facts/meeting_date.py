"""The day of the meeting, or of the decision where one person decides."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moothall.documents.bodies import BODY
from moothall.documents.clues import Clues, DocumentKind
from moothall.documents.facts.body import tells_of_the_plan
from moothall.documents.lines import Line
from moothall.documents.outline import Outline
from moothall.documents.told_meetings import agreed_by, days_ago, is_of_the_plan
from moothall.documents.written_dates import WrittenDate, written_dates
from moothall.domain.facts import Fact

_HELD = re.compile(
    rf"\b(?:held (?:on|at)|\bmet on(?: \w+day)?|\b(?:will|to) meet(?: at [\w.: ]{{1,12}}?)? on|meeting (?:of|on|held|"
    rf"date)|minutes of|meeting:|(?:{BODY})(?: "
    r"meeting)?(?:\s+(?:on|of|held))?\s*[,:–-]?\s*$)",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:previous|last|next|letter|adjourned|published|publication|updated|modified|reviewed|deadline|submi\w+|"
    r"(?<!taken )(?<!made )by)\b",
    re.IGNORECASE,
)

_LONGEST_VALUE = 18  # "The Committee:" before a resolution is no label
_OTHERS_MINUTES = re.compile(
    r"\b(?:agree|approve|confirm|receive|sign|consider)\b.{0,40}\bminutes\b|\bminutes\b.{0,60}\b(?:confirmed|approved|"
    r"signed|agreed|"
    r"taken as read)\b",
    re.IGNORECASE,
)
_NOT_THIS = re.compile(
    r"\b(?:recommended|considered|endorsed|supported|reviewed|agreed|scrutinised) by\b.{0,90}$|"
    r"\bchief executive(?: on)?\s*$|"
    r"^\W*sign(?:ed|ature)\b",
    re.IGNORECASE,
)
_AN_ITEM = re.compile(r"\W*(?:\d+\W+)?(?:the )?minutes\b|.*\bminutes of(?: the)?\s*(?:meeting )?\W*$", re.IGNORECASE)
_TAKEN_AS = re.compile(
    r"\W*(?:be|were|was|are|is) (?:\w+ly )?(?:noted|confirmed|approved|agreed|signed|received|taken)", re.IGNORECASE
)
_DECIDED_ON = re.compile(
    r"\b(?:decision (?:was|has been) (?:made|taken|agreed)|(?:cabinet|executive|council(?:lors)?|"
    r"committee|members) (?:met|voted))(?: at (?:a|its|their) meeting)? on\b",
    re.IGNORECASE,
)
_DID_ON = re.compile(
    rf"\b(?P<body>{BODY})(?: has| have)?(?: unanimously| formally)? (?P<deed>agreed|approved|endorsed|adopted|backed|"
    r"signed off|considered)\b"
    r"(?:(?!\b(?:by|until|before|submi\w+|sent|return\w*|deadline|published)\b)[^.;]){0,70}?\bon\b"
)
_ON_DID = re.compile(
    rf"\b[Oo]n (?P<day>[\w ,]{{6,30}}\b20\d\d),? (?:the |our )?{BODY}(?: has| have)?(?: \w+ly)? (?:agreed|approved|"
    rf"endorsed|"
    r"adopted|backed|signed off)\b"
)
_WILL_ON = re.compile(
    r"\b(?:plan|report|matter|it) (?:will|is to|is due to) (?:then |now |next )?(?:be (?:discussed|considered|debated|"
    r"decided|"
    r"presented|voted on)|go (?:to|before)|come (?:to|before))\b[^.;]{0,40}?\bon\b|"
    r"\b(?:cabinet|executive|council(?:lors)?|committee|board|members) will (?:discuss|consider|debate|decide|vote|"
    r"meet)\b"
    r"[^.;]{0,60}?\bon\b",
    re.IGNORECASE,
)
# A line that is a body's name, with or without what a page puts before it: "CABINET", "Minutes of the Audit Board".
_BODYS_NAME = re.compile(
    rf"(?:(?:minutes|decisions?|report|agenda)(?: of| to| for)?(?: the)?\s+)?(?:(?:a |an |"
    rf"the )?(?:\w+ )?meeting of (?:the )?)?"
    rf"(?:the )?(?:{BODY})(?: meeting)?\W*",
    re.IGNORECASE,
)
_OF_A_MEETING = re.compile(
    rf"^(?:minutes |proceedings |record )?of (?:an? |"
    rf"the )?(?:\w+ )?meeting of (?:the )?{BODY}\b[^.;]{{0,60}}\bheld\b[^.;]{{0,90}}$",
    re.IGNORECASE,
)
_BARE = re.compile(r"(?:(?:held|meeting|date|taken)?\s*(?:on|of|date|held)?\W*)?", re.IGNORECASE)
_ANOTHER = re.compile(r"\b(?:previous|next|last|earlier|future|following)\b", re.IGNORECASE)
_HEAD = 10
_LONGEST_NAME = 14
_SHORT_LINE = 4
_WEEK = re.compile(r"\b(?:w/c|w/e|week (?:commencing|beginning|ending|of))\W*$", re.IGNORECASE)
_WEEKDAY = re.compile(r"(?:mon|tue|wed|thu|fri|sat|sun)", re.IGNORECASE)
_BESIDE = 60  # letters for a time and a place
_OTHER_DAYS = ("first_notified", "publication_date", "effective_from", "call_in_deadline", "forward_plan")
_NO_MEETING = (DocumentKind.PLAN, DocumentKind.PRESS)


def find(outline: Outline, clues: Clues) -> Iterator[Fact]:
    """The meeting's day, once, from the plainest statement of it."""
    if (told := next(_told(outline, clues), None)) is not None:
        yield told


def _told(outline: Outline, clues: Clues) -> Iterator[Fact]:
    for line, start, end, how in _places(outline, clues):
        for day in written_dates(line.text[start:end], year=clues.year):
            if _WEEK.search(line.text[: start + day.start]):
                continue
            yield line.fact(
                "meeting_date", day.on.isoformat(), f"meeting_date.{how}", start + day.start, start + day.end
            )
    if clues.kind is DocumentKind.PRESS:
        for ago in days_ago(outline):
            yield ago.line.fact("meeting_date", ago.on.isoformat(), "meeting_date.days_ago", ago.start, ago.end)


def _places(outline: Outline, clues: Clues) -> Iterator[tuple[Line, int, int, str]]:
    if clues.kind not in _NO_MEETING:
        for line in outline.lines[:_HEAD]:  # minutes in the papers of a later meeting stand under that meeting's day
            for day in written_dates(line.text):
                if line.number is None and _OF_A_MEETING.search(line.text[: day.start]):
                    yield line, day.start, day.end, "held"
        yield from _under_its_name(outline, clues)
    for slots in (("date",), ("body",), ("decided_at",), ("decision_date",)):
        for entry in outline.all(*slots):
            if (slots == ("body",) and entry.via == "heading") or _ANOTHER.search(entry.name):
                continue
            for line in entry.values[:1]:
                if len(line.text.split()) > _LONGEST_VALUE:
                    continue
                if not re.search(r"\b(?:letter|publish|deadline)", line.text, re.IGNORECASE):
                    yield line, 0, len(line.text), slots[0]
    # Minutes printed in the papers of a later meeting carry that day too, but only their own meeting was "held".
    others = {id(line) for entry in outline.all(*_OTHER_DAYS) if entry.via != "heading" for line in entry.values}
    others |= {
        id(line) for entry in outline.entries if entry.via != "heading" and _ANOTHER.search(entry.name)
        for line in entry.values
    }  # fmt: skip
    for how in ("held", "opening"):
        for line in outline.lines[:24]:
            if id(line) in others:
                continue
            yield from _opening(line, clues, how)
    for line in outline.lines:
        for day in written_dates(line.text):
            if not _AN_ITEM.match(line.text[: day.start]) and re.search(
                r"\bmeeting (?:of (?:the )?[\w ]{3,50} )?held on(?: \w+day)?,?\s*$",
                line.text[: day.start],
                re.IGNORECASE,
            ):
                yield line, day.start, day.end, "held"
    if clues.kind in _NO_MEETING:
        for line in outline.lines:
            if told := _DECIDED_ON.search(line.text):
                yield line, told.end(), min(told.end() + 30, len(line.text)), "decided_on"
            if (did := _DID_ON.search(line.text)) and is_of_the_plan(line.text, did.end("deed"), clues.kind):
                yield line, did.end(), min(did.end() + 30, len(line.text)), "decided_on"
            if (on := _ON_DID.search(line.text)) and is_of_the_plan(line.text, on.end(), clues.kind):
                yield line, on.start("day"), on.end("day"), "decided_on"
            match = agreed_by(line.text)
            if match and tells_of_the_plan(line, match):
                yield line, match.end(), min(match.end() + 30, len(line.text)), "agreed_by"
            will = _WILL_ON.search(line.text) if clues.kind is DocumentKind.PRESS else None
            if will and re.search(r"\bplan\b", line.text, re.IGNORECASE):
                yield line, will.end(), min(will.end() + 30, len(line.text)), "to_be_decided"
    for entry in outline.all("decision_due"):
        for line in entry.values[:1]:
            yield line, 0, len(line.text), "decision_due"
    if clues.kind not in _NO_MEETING:
        for line in outline.lines[:8]:
            for day in written_dates(line.text, year=clues.year):
                rest = len(line.text) - (day.end - day.start)
                if not day.year_stated and day.start == 0 and _WEEKDAY.match(line.text) and rest < _BESIDE:
                    yield line, day.start, day.end, "opening_without_year"
        for line in outline.lines[:24]:
            for day in written_dates(line.text, year=clues.year):
                if not day.year_stated and _HELD.search(line.text[: day.start]) and not _OTHER.search(line.text):
                    yield line, day.start, day.end, "held_without_year"


def _under_its_name(outline: Outline, clues: Clues) -> Iterator[tuple[Line, int, int, str]]:
    """The day that stands alone under a body's name at the head of a page, a short line between them or none."""
    head = outline.lines[:_HEAD]
    for at, line in enumerate(head):
        if len(line.text.split()) > _LONGEST_NAME or not _BODYS_NAME.fullmatch(line.text):
            continue
        for below in head[at + 1 : at + 3]:
            days = list(written_dates(below.text, year=clues.year))
            if len(days) == 1 and _stands_alone(below.text, days[0]):
                yield below, days[0].start, days[0].end, "under_its_name"
            if days or len(below.text.split()) > _SHORT_LINE or below.text.endswith(":"):
                break


def _stands_alone(words: str, day: WrittenDate) -> bool:
    """Whether a day has at most "held on" before it and a time or a place behind it."""
    return bool(_BARE.fullmatch(words[: day.start])) and len(words) - day.end < _BESIDE and not _OTHER.search(words)


def _opening(line: Line, clues: Clues, how: str) -> Iterator[tuple[Line, int, int, str]]:
    """The days of one of the first lines that stand after words for a meeting ("held"), or nearly alone ("opening")."""
    days = list(written_dates(line.text))
    for day in days:
        before, after = line.text[: day.start], line.text[day.end :]
        if _OTHER.search(before[-40:]) or _OTHERS_MINUTES.search(before) or _NOT_THIS.search(before):
            continue
        if (line.number and _AN_ITEM.match(before)) or (_AN_ITEM.search(before) and _TAKEN_AS.match(after)):
            continue
        beside = min(len(before) + len(after), line.printed(day.start, day.end) - (day.end - day.start))
        alone = clues.kind not in _NO_MEETING and len(days) == 1 and beside < 34
        if _HELD.search(before) if how == "held" else alone:
            yield line, day.start, day.end, how
