"""What officers recommend and what members resolved, item by item, wherever a report, a record or minutes put it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from moothall.documents.lines import Line
from moothall.documents.outline import Outline
from moothall.documents.resolution_items import ASKS_FOR, Item, items_of, once
from moothall.documents.resolved_words import from_advice, from_bare_words, from_sentences, until_end, without_wrapper
from moothall.documents.told_outcomes import from_deeds, from_motions

# What a record says instead of setting the recommendations out again.
_AS_ADVISED = re.compile(
    r"(?:(?:that )?(?:the )?(?:officers?['’]? )?recommendations?\b[^.;]{0,60}\b(?:approved|agreed|accepted|endorsed)\b|"
    r"(?:approved|agreed|accepted|endorsed)\b[^.;]{0,30}\brecommend\w+\b)[^.;]{0,60}\.?$",
    re.IGNORECASE,
)
_TO_DO = re.compile(r"(?:to|that)\b (?!be\b|follow\b|consider\b|come\b)(?:\w+\W+){3}", re.IGNORECASE)
_REASONS = re.compile(r"(?:for the following reasons?|reasons? for\b|the reasons? )", re.IGNORECASE)
_MARK = re.compile(
    r"(?:(?<=[\s:;,])|^)(?:\(?(?P<number>\d{1,2}|[a-h]|i{1,3}|iv|v)[.)]\s*|(?P<decimal>\d{1,2}\.\d{1,2})[.)]?\s+)(?=[A-Za-z])"
)
_SERIES = ([str(number) for number in range(1, 13)], list("abcdefgh"), ["i", "ii", "iii", "iv", "v"])


# Several finders ask it of one document, one after the other.
@lru_cache(maxsize=2)
def recommended(outline: Outline) -> list[Item]:
    """What officers ask members to resolve, from the first place that says it in words that can be
    taken apart: one heading, or several that follow each other ("for decision", "for noting")."""
    found: list[Item] = []
    for entry in outline.entries:
        if entry.slot != "recommendations":
            if found:
                break  # later ones repeat these, or are another document's
            continue
        intro = entry.label if re.search(r"\b(?:that|to)\b", entry.label.text) else None
        ends = next((at for at, line in enumerate(entry.values) if _REASONS.match(line.text)), None)
        values = [piece for line in entry.values[:ends] for piece in _run_together(line)]
        items = items_of(values, intro, whole=True)
        if any(item.limbs for item in items):
            found.extend(items)
    return once(found)


@lru_cache(maxsize=4)
def resolved(outline: Outline) -> list[Item]:
    """What members resolved, from the record's own field or from the words of the minute."""
    for slots in (("resolved",), ("decision",)):
        found: list[Item] = []
        for entry in outline.all(*slots):
            values = [piece for line in without_wrapper(entry.values) for piece in _run_together(line)]
            items = items_of(until_end(values), entry.label, whole=True)
            if any(item.limbs for item in items):
                found.extend(items)
        if found:
            return once(found)
    return (
        from_sentences(outline)
        or from_motions(outline)
        or from_advice(outline)
        or from_bare_words(outline)
        or _in_other_words(outline)
    )


def _in_other_words(outline: Outline) -> list[Item]:
    """What a record's own field says was decided in words that have no verb of ours: "To submit the plan"."""
    for entry in outline.all("decision"):
        if entry.via != "heading" and entry.values and _TO_DO.match(entry.values[0].text):
            return [Item("", [entry.values[0]])]
    return []


def told(outline: Outline) -> list[Item]:
    """What members resolved, or did with the plan before them in the words of minutes that set out no resolution."""
    found = resolved(outline)
    if found and all(_AS_ADVISED.match(item.text) for item in found):
        return recommended(outline) or found
    return found or from_deeds(outline)


def _run_together(line: Line) -> list[Line]:
    """A line that runs several numbered recommendations together ("That Cabinet: 1) ...; 2) ...") as its parts."""
    marks = list(_MARK.finditer(line.text))
    numbers = [m.group("number") or m.group("decimal") for m in marks]
    if len(marks) < 2 or not (_is_under_one(numbers) or any(numbers == each[: len(marks)] for each in _SERIES)):
        return [line]
    ends = [mark.start() for mark in marks[1:]] + [len(line.text)]
    parts = [
        replace(line.part(mark.start(), end), number=number)
        for mark, number, end in zip(marks, numbers, ends, strict=True)
    ]
    if not all(ASKS_FOR.match(re.sub(r"^\(?\w+(?:\.\d+)?[.)]?\s*", "", part.text)) for part in parts):
        return [line]  # the parts of one recommendation: "note: a) the plan; b) the letter"
    before = replace(line.part(0, marks[0].start()), number=None)
    return [before, *parts] if before.text else parts


def _is_under_one(numbers: list[str]) -> bool:
    """Whether these count on from .1 under one number: 2.1, 2.2, 2.3."""
    heads = {number.partition(".")[0] for number in numbers}
    return len(heads) == 1 and [number.partition(".")[2] for number in numbers] == [
        str(count) for count in range(1, len(numbers) + 1)
    ]
