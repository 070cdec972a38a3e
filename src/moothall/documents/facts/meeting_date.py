"""The day of the meeting, or of the decision where one person decides."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moothall.documents.bodies import BODY
from moothall.documents.clues import Clues, DocumentKind
from moothall.documents.facts.body import AGREED_BY, tells_of_the_plan
from moothall.documents.lines import Line
from moothall.documents.outline import Outline
from moothall.documents.written_dates import written_dates
from moothall.domain.facts import Fact

_HELD = re.compile(
    rf"\b(?:held (?:on|at)|\bmet on(?: \w+day)?|meeting (?:of|on|held|date)|minutes of|meeting:|(?:{BODY})(?: "
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
    r"\b(?:agree|approve|confirm|receive|sign|consider)\b.{0,40}\bminutes\b|\bminutes\b.{0,60}\b(?:confirmed|approved|signed|agreed|"
    r"taken as read)\b",
    re.IGNORECASE,
)
_DECIDED_ON = re.compile(
    r"\b(?:decision (?:was|has been) (?:made|taken|agreed)|(?:cabinet|executive|council(?:lors)?|"
    r"committee) (?:met|voted))(?: at (?:a|its|their) meeting)? on\b",
    re.IGNORECASE,
)
_DID_ON = re.compile(
    rf"\b(?P<body>{BODY})(?: has| have)?(?: unanimously| formally)? (?P<deed>agreed|approved|endorsed|adopted|backed|"
    r"signed off|considered)\b"
    r"(?:(?!\b(?:by|until|before|submi\w+|sent|return\w*|deadline|published)\b)[^.;]){0,70}?\bon\b"
)
_WEEK = re.compile(r"\b(?:w/c|w/e|week (?:commencing|beginning|ending|of))\W*$", re.IGNORECASE)
_WEEKDAY = re.compile(r"(?:mon|tue|wed|thu|fri|sat|sun)", re.IGNORECASE)
_BESIDE = 60  # letters for a time and a place
_OTHER_DAYS = ("first_notified", "publication_date", "effective_from", "call_in_deadline", "forward_plan")
_NO_MEETING = (DocumentKind.PLAN, DocumentKind.PRESS)


def find(outline: Outline, clues: Clues) -> Iterator[Fact]:
    """The meeting's day, once, from the plainest statement of it."""
    for line, start, end, how in _places(outline, clues):
        for day in written_dates(line.text[start:end], year=clues.year):
            if _WEEK.search(line.text[: start + day.start]):
                continue
            yield line.fact(
                "meeting_date", day.on.isoformat(), f"meeting_date.{how}", start + day.start, start + day.end
            )
            return


def _places(outline: Outline, clues: Clues) -> Iterator[tuple[Line, int, int, str]]:
    for slots in (("date",), ("body",), ("decided_at",), ("decision_date",)):
        for entry in outline.all(*slots):
            if slots == ("body",) and entry.via == "heading":
                continue
            for line in entry.values[:1]:
                if len(line.text.split()) > _LONGEST_VALUE:
                    continue
                if not re.search(r"\b(?:letter|publish|deadline)", line.text, re.IGNORECASE):
                    yield line, 0, len(line.text), slots[0]
    # Minutes printed in the papers of a later meeting carry that day too, but only their own meeting was "held".
    others = {id(line) for entry in outline.all(*_OTHER_DAYS) if entry.via != "heading" for line in entry.values}
    for how in ("held", "opening"):
        for line in outline.lines[:24]:
            if id(line) in others:
                continue
            yield from _opening(line, clues, how)
    for line in outline.lines:
        for day in written_dates(line.text):
            if re.search(
                r"\bmeeting (?:of (?:the )?[\w ]{3,50} )?held on(?: \w+day)?,?\s*$",
                line.text[: day.start],
                re.IGNORECASE,
            ):
                yield line, day.start, day.end, "held"
    if clues.kind in _NO_MEETING:
        for line in outline.lines:
            if told := _DECIDED_ON.search(line.text):
                yield line, told.end(), min(told.end() + 30, len(line.text)), "decided_on"
            if (did := _DID_ON.search(line.text)) and re.search(r"\bplan\b", line.text, re.IGNORECASE):
                yield line, did.end(), min(did.end() + 30, len(line.text)), "decided_on"
            match = AGREED_BY.search(line.text)
            if match and tells_of_the_plan(line, match):
                yield line, match.end(), min(match.end() + 30, len(line.text)), "agreed_by"
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


def _opening(line: Line, clues: Clues, how: str) -> Iterator[tuple[Line, int, int, str]]:
    """The days of one of the first lines that stand after words for a meeting ("held"), or nearly alone ("opening")."""
    days = list(written_dates(line.text))
    for day in days:
        before, after = line.text[: day.start], line.text[day.end :]
        if _OTHER.search(before[-40:]) or _OTHERS_MINUTES.search(before):
            continue
        beside = min(len(before) + len(after), line.printed(day.start, day.end) - (day.end - day.start))
        alone = clues.kind not in _NO_MEETING and len(days) == 1 and beside < 34
        if _HELD.search(before) if how == "held" else alone:
            yield line, day.start, day.end, how
