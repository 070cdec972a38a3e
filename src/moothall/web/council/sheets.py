"""A page of a document with what was read marked on it: on its picture where it is a PDF, else in its text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

SQUARE = 22.0
"""The side of a number's square on the picture of a page, in points of the page: over 24 pixels as it is shown."""
_GAP = 4.0
_LEFT = 5.0


@dataclass(frozen=True, slots=True)
class Span:
    """Words that were read: a stretch of one page's text, the field they speak for and its number on the page."""

    field: str
    label: str
    number: int
    start: int
    end: int
    boxes: tuple[tuple[float, float, float, float], ...] = ()
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same marks. ``begins`` are the spans that open with it."""

    text: str
    is_marked: bool
    is_open: bool
    begins: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Square:
    """Where the number of a field stands in the margin of a page's picture, in points from its top left corner."""

    field: str
    label: str
    number: int
    x: float
    y: float
    is_open: bool


def pieces(text: str, spans: Sequence[Span]) -> list[Piece]:
    """The text cut wherever a mark begins or ends; put together again it is the text."""
    cuts = sorted({0, len(text), *(at for span in spans for at in (span.start, span.end))})
    found = []
    for start, end in pairwise(cuts):
        over = [span for span in spans if span.start <= start and end <= span.end]
        begins = tuple(span for span in over if span.start == start)
        found.append(Piece(text[start:end], bool(over), any(span.is_open for span in over), _once(begins)))
    return found


def _once(spans: Iterable[Span]) -> tuple[Span, ...]:
    return tuple({span.number: span for span in spans}.values())


def squares(spans: Sequence[Span], width: float, height: float) -> list[Square]:
    """One square for each field of a page, beside its first words, moved along or down where two would meet."""
    found: list[Square] = []
    first: dict[int, Span] = {}
    for span in spans:
        if span.boxes:
            first.setdefault(span.number, span)
    for span in sorted(first.values(), key=lambda one: one.boxes[0][1]):
        top, bottom = span.boxes[0][1] * height, span.boxes[0][3] * height
        wanted = max(0.0, min((top + bottom - SQUARE) / 2, height - SQUARE))
        x, y = _free(wanted, found, height)
        found.append(Square(span.field, span.label, span.number, x, round(y, 1), span.is_open))
    return found


def _free(wanted: float, taken: Sequence[Square], height: float) -> tuple[float, float]:
    """The nearest place to the one wanted, in one of two columns, that no square has taken; there if all are taken."""
    step = SQUARE + _GAP
    for away in range(int(height)):
        for y in (wanted + away, wanted - away):
            for x in (_LEFT, _LEFT + step):
                is_free = all(abs(one.y - y) >= step for one in taken if one.x == x)
                if is_free and 0 <= y <= height - SQUARE:
                    return x, y
    return _LEFT, wanted


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words of one fact in their line: what stands before and after them, where that is, and how it was found.

    ``part`` is the page as a person says it where a mail holds several files: "page 2 of report.docx"; else empty.
    """

    page: int
    paragraph: str
    before: str
    words: str
    after: str
    found: str
    part: str = ""

    @property
    def where(self) -> str:
        """The place in words, to begin a sentence with."""
        place = f"{self.part[:1].upper()}{self.part[1:]}" if self.part else f"Page {self.page}"
        return f"{place}, paragraph {self.paragraph}" if self.paragraph else place


_NUMBER = re.compile(r"^\W{0,6}(?P<number>\d{1,2}(?:\.\d{1,2}){0,3}|\d{1,2})[.)]?\s")
_AROUND = 90
_LONGEST = 320


def quotation(text: str, fact: Any, part: str = "") -> Quotation:
    """One fact's quotation. ``fact`` has page, start, end, quote and found_by; ``text`` is its page's."""
    begins, ends = text.rfind("\n", 0, fact.start) + 1, text.find("\n", fact.end)
    line, after = text[begins : fact.start], text[fact.end : ends if ends >= 0 else len(text)]
    number = _NUMBER.match(text[begins : fact.end])
    if len(line) > _AROUND:
        line = f"… {line[-_AROUND:].split(' ', 1)[-1]}"
    if len(after) > _AROUND:
        after = f"{after[:_AROUND].rsplit(' ', 1)[0]} …"
    words = fact.quote if len(fact.quote) <= _LONGEST else f"{fact.quote[:_LONGEST].rsplit(' ', 1)[0]} …"
    line, words, after = (re.sub(r"[ \t]+", " ", part) for part in (line, words, after))
    paragraph = number["number"] if number else ""
    return Quotation(fact.page, paragraph, line, words, after, found_in_words(fact.found_by), part)


_FOUND = {
    "label": "beside its label",
    "heading": "in a heading",
    "opening": "at the top of the document",
    "sentence": "in a sentence",
    "list": "in a list",
    "item": "as an item of a list",
    "none": "by the word none",
    "named": "by the council's name",
    "named_in_appendix": "by the title of an appendix",
    "email_domain": "by an e-mail address",
    "host": "by the address of the page",
    "partnership_name": "by the name of a partnership",
    "asked": "from who is asked to decide",
    "month": "by the name of a month",
    "date": "beside the word Date",
    "body": "beside the body",
    "judgement": "by a word of doubt",
    "first_notified": "by “first notified” or “first published”",
    "presented": "from who presents it",
    "mention": "where it is mentioned",
    "held": "by when the meeting was held",
    "line": "in the line for it",
    "several": "in the head of its part",
    "empty": "by its label, with nothing beside it",
}


def found_in_words(found_by: str) -> str:
    """How a fact was found, as a sentence says it: the finder's own name only where we have no words for it."""
    finder, _, how = found_by.partition(".")
    return f"Found {_FOUND[how]}" if how in _FOUND else f"Found by the rule for {finder.replace('_', ' ')}"
