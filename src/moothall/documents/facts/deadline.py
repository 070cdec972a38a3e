"""The day by which the plan must be returned, and the words that say so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from moothall.documents.clues import Clues, DocumentKind
from moothall.documents.deadline_words import (
    A_PLAN,
    ABOUT,
    ALSO,
    ASKED,
    ASKS,
    BEFORE_ITS_DAY,
    BY,
    COUNCILS_TOLD,
    DATE_OF,
    DAY_OF,
    DUE,
    EVERYONE,
    FOR_SUBMISSION,
    GOES_ON,
    INWARD,
    MONTH_ONLY,
    OTHER,
    OTHER_PLANS,
    RETURN,
    SENT,
    SET,
    SET_BY,
    SPAN,
    STRICT,
    WROTE,
)
from moothall.documents.lines import Line
from moothall.documents.outline import Outline
from moothall.documents.sentences import sentences
from moothall.documents.written_dates import WrittenDate, written_dates
from moothall.domain.facts import Fact


@dataclass(frozen=True, slots=True)
class Stated:
    """A day the document gives as the deadline. ``is_strict`` where the words leave the day itself out."""

    on: date
    is_strict: bool
    line: Line
    start: int
    end: int
    weight: int
    number: str


def find(outline: Outline, clues: Clues) -> Iterator[Fact]:
    """The deadline the document states most plainly, at each place it states it, and its words."""
    places = list(stated(outline, clues))
    if places:
        weights: Counter[date] = Counter()
        for place in places:
            weights[place.on] += place.weight
        chosen = max(weights, key=lambda day: (weights[day], -[p.on for p in places].index(day)))
        for place in places:
            if place.on == chosen:
                yield place.line.fact("deadline", chosen.isoformat(), "deadline", *_day_in(place))
        first = next(place for place in places if place.on == chosen)
        words = first.line.text[first.start : first.end].rstrip(" .,")
        yield first.line.fact("deadline_text", words, "deadline", first.start, first.end)
        return
    for line in outline.lines:
        for match in (*MONTH_ONLY.finditer(line.text), *SPAN.finditer(line.text)):
            if SENT.search(line.text[: match.start()]):
                yield line.fact("deadline_text", match.group(), "deadline.month", match.start(), match.end())
                return


def stated(outline: Outline, clues: Clues) -> Iterator[Stated]:
    """Every place where the document says by when the plan is due."""
    about = re.compile(rf"\b{re.escape(clues.subject)}s?\b|\bplans?\b", re.IGNORECASE)
    named_plan = re.compile(rf"\b{re.escape(clues.subject)}\b", re.IGNORECASE)
    for line in outline.lines:
        before_it = ""
        for start, _, words in sentences(line):
            said_before, before_it = before_it, words
            for day in written_dates(words, year=clues.year):
                at = _begins(words, day)
                if at is None:
                    continue
                plain = named_plan.sub("plan", OTHER_PLANS.sub(" ", words))
                subject = bool(about.search(plain))
                near = subject or bool(about.search(said_before)) or "letter" in words.lower()
                if not _is_about(words, near, words[at : day.start]) or _is_another(words, at, day):
                    continue
                asked = bool(
                    ASKED.search(words)
                    or DUE.search(plain)
                    or COUNCILS_TOLD.search(words)
                    or SET_BY.match(words, day.end)
                    or ("letter" in words.lower() and SET.search(words[: day.start]))
                    or (GOES_ON.match(words) and (ASKED.search(said_before) or WROTE.search(said_before)))
                )
                if not asked and not (subject and EVERYONE.search(words)):
                    continue
                if clues.kind is DocumentKind.PLAN and not _of_the_return(words, subject):
                    continue
                named = bool(DAY_OF.match(words, day.end) or "deadline" in words[at : day.start].lower())
                yield Stated(
                    day.on,
                    bool(STRICT.search(words[: day.start])) and not named,
                    line,
                    start + at,
                    start + day.end,
                    1 + 2 * asked + subject + 2 * named,
                    line.number or "",
                )


def _begins(words: str, day: WrittenDate) -> int | None:
    """Where the words that make a day the last one begin ("by", "set a date of"), or None where there are none."""
    before = words[: day.start]
    if (by := BY.search(before) or SET.search(before)) is not None:
        return by.start()
    if (of := DATE_OF.search(before)) is not None and SET_BY.match(words, day.end):
        return of.start()
    its_day = BEFORE_ITS_DAY.search(before) if DAY_OF.match(words, day.end) else None
    return its_day.start() if its_day is not None else None


def _is_about(words: str, near: bool, by: str) -> bool:
    """Whether a sentence tells of sending, writing or wanting. ``near`` where it speaks of the plan or comes after."""
    return bool(ABOUT.search(words) or (near and ALSO.search(words)) or re.search(r"\b(?:date|day) of\b", by))


def _is_another(words: str, at: int, day: WrittenDate) -> bool:
    """Whether a day that ends something ends something else: a call-in, a consultation, work inside the council."""
    around = words[max(0, at - 90) : day.start], words[day.end : day.end + 20]
    return any(OTHER.search(part) for part in around) or INWARD.search(words) is not None


def _of_the_return(words: str, subject: bool) -> bool:
    """Whether a sentence of the plan itself speaks of its return and not of what it promises."""
    returned = subject or re.search(r"\b(?:this|our|the) return\b", words, re.IGNORECASE)
    told = RETURN.search(words) or (COUNCILS_TOLD.search(words) and A_PLAN.search(words))
    wanted = A_PLAN.search(words) and ASKS.search(words) and (DUE.search(words) or ALSO.search(words))
    return bool((returned and told) or wanted or FOR_SUBMISSION.search(words))


def _day_in(place: Stated) -> tuple[int, int]:
    words = place.line.text[place.start : place.end]
    day = list(written_dates(words, year=place.on.year))[-1]
    return place.start + day.start, place.start + day.end
