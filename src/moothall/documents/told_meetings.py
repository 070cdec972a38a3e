"""What running words tell of a meeting: who agreed a plan last of several, and a day told from the day of a release."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from moothall.documents.bodies import BODY
from moothall.documents.clues import DocumentKind
from moothall.documents.lines import Line
from moothall.documents.outline import Outline
from moothall.documents.sentences import sentences
from moothall.documents.written_dates import written_dates

_AGREED_BY = re.compile(
    r"\b(?:[Aa]greed|[Aa]pproved|[Ee]ndorsed|[Aa]dopted|[Ss]igned off) (?:by|at)(?: a meeting of)? (?:the |our "
    rf")?(?:[Cc]ouncil(?:['’]s)? (?=[A-Z]))?(?P<body>{BODY})(?: meeting)?"
    r"(?:,? (?:on|at (?:its|their|a|the) meeting(?: held)? (?:on|of)))?(?= )"
)
_THEN_BY = re.compile(
    r"[^.;]{0,60}?\b(?:and|then|before|later)(?: \w+ly| then| later| again)? (?:by|at) (?:the |our )?"
    rf"(?P<body>{BODY})(?: meeting)?(?:,? on)?(?= )"
)
_OBJECT = re.compile(r"\b(?:plan|response|return|submission)s?\b", re.IGNORECASE)
_POINTS_BACK = re.compile(r"\s+(?:it|this|them)\b", re.IGNORECASE)
_AGO = re.compile(
    r"\b(?P<ago>last night|yesterday)(?: (?:evening|afternoon|morning))?(?:\s*\((?P<named>\w+)day\b)?|"
    r"\bon (?P<day>Mon|Tues|Wednes|Thurs|Fri)day(?: (?:night|evening|afternoon|morning))?\b(?!,?\s+(?:the\s+)?\d|"
    r",?\s+[A-Z]\w+ \d)",
    re.IGNORECASE,
)
_MET = re.compile(
    r"\b(?:cabinet|executive|full council|committee|board|councillors|members)\b.{0,90}\b(?:agreed|approved|endorsed|"
    r"backed|"
    r"voted|adopted|supported|noted|signed off)\b",
    re.IGNORECASE,
)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_HEAD = 8  # lines at whose head a release is dated


@dataclass(frozen=True, slots=True)
class Ago:
    """A day told from the day of a release ("last night"), with the place of the words that tell it."""

    line: Line
    start: int
    end: int
    on: date


def agreed_by(words: str) -> re.Match[str] | None:
    """The last body that words say agreed to something, in a group ``body``; its day, if told, stands behind the match.

    Of "agreed by the Panel on 1 May in draft, and by Full Council on 3 July" that is Full Council.
    """
    match = _AGREED_BY.search(words)
    while match is not None and (later := _THEN_BY.match(words, match.end())) is not None:
        match = later
    return match


def is_of_the_plan(words: str, at: int, kind: DocumentKind) -> bool:
    """Whether what was done, told in the words up to ``at``, was done to the plan, the response or the return.

    On a plan's own page "it" is the plan.
    """
    following = words[at:].split(". ")[0]
    own = kind is DocumentKind.PLAN or _OBJECT.search(words) is not None
    return bool(_OBJECT.search(following) or (own and _POINTS_BACK.match(following)))


def days_ago(outline: Outline) -> Iterator[Ago]:
    """Each day on which a body is told to have agreed a plan, counted from the day at the head of a release."""
    released = next((day.on for line in outline.lines[:_HEAD] for day in written_dates(line.text)), None)
    if released is None or not any(_OBJECT.search(line.text) for line in outline.lines):
        return
    for line in outline.lines:
        for start, _, words in sentences(line):
            match = _AGO.search(words)
            if match is not None and _MET.search(words) and (on := _counted(match, released)) is not None:
                yield Ago(line, start + match.start(), start + match.end(), on)


def _counted(match: re.Match[str], released: date) -> date | None:
    """The day that words tell from the day of the release; None where a weekday beside them is another."""
    if match.group("ago"):
        on = released - timedelta(days=1)
        named = (match.group("named") or "")[:3].lower()
        return on if not named or _WEEKDAYS[on.weekday()] == named else None
    back = (released.weekday() - _WEEKDAYS.index(match.group("day")[:3].lower())) % 7
    return released - timedelta(days=back) if back else None
