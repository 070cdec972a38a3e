"""Values a document gives beside the one its record holds: another date, another yes or no, a status line against it.

The record keeps one value, the plainest. Its rivals are for a person, who sees each at its place and chooses.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from typing import Any

from moothall.documents.clues import Clues
from moothall.documents.facts import body, call_in, deadline, key_decision, letter_date, meeting_date, portfolio_holder
from moothall.documents.facts.deadline import Stated
from moothall.documents.lines import Line, squeezed
from moothall.documents.outline import Outline
from moothall.documents.written_dates import written_dates
from moothall.domain.checks import status_contradicts_resolution
from moothall.domain.facts import Fact
from moothall.domain.remarks import Remark

STATUS = "status.line"
"""The finder of a status line: it gives no value of its own, only words that go against what was resolved."""
_MOST = 3
_PLAINLY_DUE = 3

# A weaker statement than these is likelier to be about something else than to be a rival.
_PLAIN: dict[str, tuple[Callable[[Outline, Clues], Iterator[Fact]], frozenset[str]]] = {
    "meeting_date": (
        meeting_date.find,
        frozenset({"date", "decided_at", "decision_date", "body", "held", "opening"}),
    ),
    "body": (body.find, frozenset({"label", "decided_at"})),
    "key_decision": (key_decision.find, frozenset({"label", "title", "sentence"})),
    "call_in": (call_in.find, frozenset({"label", "sentence"})),
    "call_in_deadline": (call_in.find, frozenset({"label"})),
    "effective_from": (call_in.find, frozenset({"label"})),
    "letter_date": (letter_date.find, frozenset({"letter_date", "sentence", "label"})),
    "portfolio_holder": (portfolio_holder.find, frozenset({"label"})),
}


def rivals(sketch: Outline, clues: Clues, facts: Iterable[Fact], remarks: Iterable[Remark]) -> tuple[Fact, ...]:
    """Every value the document gives against one that was taken, each with its place; its kind is the field's name.

    ``sketch`` is the part of the document the facts were found in. A status line that goes against the resolution has
    the kind "recommendations" and the value None.
    """
    first: dict[str, Fact] = {}
    for fact in facts:
        first.setdefault(fact.kind, fact)
    found = [rival for kind in _PLAIN if kind in first for rival in _others(sketch, clues, first[kind])]
    if "deadline" in first:
        found += _other_deadlines(deadline.stated(sketch, clues), str(first["deadline"].value))
    if any(remark.check == status_contradicts_resolution.CHECK for remark in remarks):
        found += _status(sketch)
    return tuple(found)


def _others(sketch: Outline, clues: Clues, first: Fact) -> Iterator[Fact]:
    """What the field's own finder says once the words it took are covered, and again once those are covered too."""
    find, plain = _PLAIN[first.kind]
    seen = [first.value]
    last = first
    for _ in range(_MOST):
        sketch = _covered(sketch, last)
        other = next((fact for fact in find(sketch, clues) if fact.kind == first.kind), None)
        if other is None or other.found_by.rpartition(".")[2] not in plain:
            return
        if not any(_is_same(other.value, value) for value in seen):
            yield other
        seen.append(other.value)
        last = other


def _covered(sketch: Outline, fact: Fact) -> Outline:
    """The outline without the lines a fact stands on, and without the labels that lead to them."""
    lines = tuple(line for line in sketch.lines if not _holds(line, fact))
    entries = tuple(
        entry for entry in sketch.entries if not any(_holds(line, fact) for line in (entry.label, *entry.values))
    )
    return replace(sketch, lines=lines, entries=entries)


def _holds(line: Line, fact: Fact) -> bool:
    return any(
        page == fact.where.page and start < fact.where.end and fact.where.start < end
        for page, start, end in (line.stands() if line.index else ())
    )


def _is_same(one: Any, other: Any) -> bool:
    """Whether two values say the same, one of them perhaps with fewer words."""
    if isinstance(one, dict) and isinstance(other, dict):
        one, other = one.get("name", one), other.get("name", other)
    if isinstance(one, str) and isinstance(other, str):
        words = set(squeezed(one).casefold().split()), set(squeezed(other).casefold().split())
        return words[0] <= words[1] or words[1] <= words[0]
    return bool(one == other)


def _other_deadlines(stated: Iterable[Stated], chosen: str) -> Iterator[Fact]:
    given: Collection[str] = {chosen}
    for place in stated:
        on = place.on.isoformat()
        if on in given or place.weight < _PLAINLY_DUE:
            continue
        given = {*given, on}
        words = place.line.text[place.start : place.end]
        day = list(written_dates(words, year=place.on.year))[-1]
        yield place.line.fact("deadline", on, "deadline", place.start + day.start, place.start + day.end)


def _status(sketch: Outline) -> Iterator[Fact]:
    entry = sketch.first("status")
    if entry is not None:
        yield entry.values[0].fact("recommendations", None, STATUS)
