"""Several meetings, or several plans, set out in one document: each with what is said of it, to be put side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from moothall.documents.bodies import BODY, body_kind, body_name
from moothall.documents.clues import Clues, DocumentKind
from moothall.documents.facts import FINDERS, OF_THE_MEETING
from moothall.documents.lines import Line
from moothall.documents.outline import Outline, entries_of
from moothall.documents.reading.document import BlockKind
from moothall.documents.written_dates import written_dates
from moothall.domain.facts import Fact, Locator

MEETING, PLAN = "meeting", "plan"
OF_A_PLAN = frozenset({"title", "deadline", "letter_date", "themes", "officers", "portfolio_holder", "monitoring"})
"""What is looked for in each of several plans; of each of several meetings, what is said of a meeting."""

_LEAD = (
    r"(?:(?i:(?:extract(?:s)? (?:from|of) )?(?:the )?(?:draft )?(?:minutes|decisions?|resolutions?|proceedings)"
    r"(?: of| from)?(?: (?:a|the))?(?: meeting)?(?: of)?|meeting(?: of)?|(?:considered|decided) (?:by|at))"
    r"(?: the)?[:\s–-]*)?"
)
_BODY_THEN_DAY = re.compile(rf"^\W*{_LEAD}(?P<body>{BODY})\b")
_DAY_THEN_BODY = re.compile(rf"\W*(?:of )?(?:the )?(?P<body>{BODY})\b")
_MOST_BESIDE = 40
_LONGEST_HEAD = 22
_FEWEST_WORDS = 30
_YEARS = re.compile(r"\b(?:19|20)\d\d(?:\s?[-/–]\s?(?:(?:19|20)?\d\d))?\b")


@dataclass(frozen=True, slots=True)
class Told:
    """One of several. ``name`` are the words of its head, ``where`` their place; ``facts`` what is said of it alone."""

    kind: str
    name: str
    where: Locator
    facts: tuple[Fact, ...]


def several(sketch: Outline, clues: Clues) -> tuple[Told, ...]:
    """The meetings a document sets out where there are two or more, else its plans; nothing where it is of one.

    A meeting counts where something is resolved or recommended under its head. A head is a line with a body and a day.
    """
    meetings = _told(MEETING, sketch, clues, _meeting_heads(sketch.lines, clues), OF_THE_MEETING)
    deciding = tuple(one for one in meetings if any(fact.kind == "recommendations" for fact in one.facts))
    if len(deciding) > 1:
        return deciding
    plans = _told(PLAN, sketch, clues, _plan_heads(sketch.lines, clues), OF_A_PLAN)
    return plans if len(plans) > 1 and clues.kind in (DocumentKind.PLAN, DocumentKind.OTHER) else ()


Head = tuple[int, tuple[Fact, ...]]


def _told(kind: str, sketch: Outline, clues: Clues, heads: Sequence[Head], wanted: frozenset[str]) -> tuple[Told, ...]:
    found = []
    for (at, own), (end, _) in pairwise([*heads, (len(sketch.lines), ())]):
        lines = sketch.lines[at:end]
        if kind == PLAN and sum(len(line.text.split()) for line in lines) < _FEWEST_WORDS:
            continue
        part = replace(sketch, lines=lines, entries=entries_of(lines))
        given = {fact.kind for fact in own}
        facts = own + tuple(
            fact
            for name, find in FINDERS
            if name in wanted and name not in given
            for fact in find(part, clues)
            if fact.kind in wanted
        )
        head = sketch.lines[at]
        found.append(Told(kind, head.text, head.fact("", None, "").where, facts))
    return tuple(found)


def _meeting_heads(lines: Sequence[Line], clues: Clues) -> list[Head]:
    heads: list[Head] = []
    seen: set[tuple[str, str]] = set()
    for at, line in enumerate(lines):
        if len(line.text.split()) > _LONGEST_HEAD or not line.index or line.kind is BlockKind.TABLE_CELL:
            continue
        own = tuple(_body_and_day(line, clues))
        if not own:
            continue
        said = str(own[0].value["name"]).casefold(), str(own[1].value)
        if said not in seen:
            heads.append((at, own))
        seen.add(said)
    return heads


def _body_and_day(line: Line, clues: Clues) -> Iterator[Fact]:
    """The body and the day of a line that is the head of a meeting: hardly anything else stands in it."""
    days = list(written_dates(line.text, year=clues.year))
    if len(days) != 1:
        return
    day = days[0]
    match, shift = _BODY_THEN_DAY.match(line.text[: day.start]), 0
    if match is None:
        lead = re.fullmatch(rf"\W*{_LEAD}(?:(?:held )?on )?\W*", line.text[: day.start])
        match, shift = (_DAY_THEN_BODY.match(line.text[day.end :]), day.end) if lead else (None, 0)
    if match is None:
        return
    start, end = match.start("body") + shift, match.end("body") + shift
    rest = len(line.text) - (day.end - day.start) - (end - start) - (start if not shift else day.start)
    name = body_name(line.text[start:end])
    kind = body_kind(name)
    if kind is not None and rest <= _MOST_BESIDE and line.text[-1:] not in ".;,":
        yield line.fact("body", {"name": name, "kind": kind.value}, "body.several", start, end)
        yield line.fact("meeting_date", day.on.isoformat(), "meeting_date.several", day.start, day.end)


def _plan_heads(lines: Sequence[Line], clues: Clues) -> list[Head]:
    about = re.compile(rf"\b{re.escape(clues.subject)}\b", re.IGNORECASE)
    heads: list[Head] = []
    seen: set[str] = set()
    for at, line in enumerate(lines):
        is_head = line.kind is BlockKind.HEADING and about.search(line.text) and len(line.text.split()) <= _LONGEST_HEAD
        years = "".join(_YEARS.findall(line.text)) if is_head else ""
        if is_head and years and years not in seen:
            heads.append((at, (line.fact("title", line.text, "title.several"),)))
            seen.add(years)
    return heads
