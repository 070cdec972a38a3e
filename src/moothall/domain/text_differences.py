"""Every difference between two texts of a plan: where it stands, in which field, and the words out and in.

Nothing of a plan is left out: its fields are taken as they are declared, so that one added later is compared too.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum
from itertools import groupby
from typing import Any

from moothall.domain.fingerprints import canonical, fingerprint
from moothall.domain.plans import Plan
from moothall.domain.word_changes import Kind, Paragraph, changes


class Aspect(StrEnum):
    """What of a plan a difference concerns."""

    WORDS = "words"
    COMMITMENTS = "commitments"
    MEASURES = "measures"
    FIGURES = "figures"
    DATES = "dates"
    OWNERS = "owners"
    SOURCES = "sources"
    LAYOUT = "layout"

    @property
    def label(self) -> str:
        """The aspect in words, as it stands in a sentence."""
        return {"owners": "who does it", "sources": "documents it leans on"}.get(self.value, self.value)


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where two texts differ. ``key`` names the place, ``title`` the part and ``field`` what of it, in words.

    ``before`` is empty where it was added, ``after`` where it was taken out. ``mark`` changes when the place or either
    side does, so that an authority given for it holds for these words and no others.
    """

    key: str
    title: str
    field: str
    aspect: Aspect
    before: str
    after: str

    @property
    def mark(self) -> str:
        """64 hexadecimal digits that stand for exactly this change at this place."""
        return fingerprint([self.key, self.before, self.after])

    @property
    def fate(self) -> str:
        """What became of the place: added, taken out or changed."""
        return "Changed" if self.before and self.after else "Added" if self.after else "Taken out"

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The words of both sides with what was added and taken out; what was replaced whole stands before the new."""
        found = changes(self.before, self.after)
        if len(found) == 2 and sorted(map(_side, found)) == ["after", "before"]:
            return (Paragraph(1, ((Kind.REMOVED, f"{self.before} "), (Kind.ADDED, self.after))),)
        return found

    @property
    def place(self) -> str:
        """Part and field in one line: Commitment C1, the day it is due."""
        return f"{self.title}, {self.field}" if self.field else self.title


# The parts of a plan: how one of them is called, and what of a plan it is.
_PARTS: dict[str, tuple[str, Aspect]] = {
    "answers": ("Question", Aspect.WORDS),
    "requirements": ("Requirement", Aspect.WORDS),
    "commitments": ("Commitment", Aspect.COMMITMENTS),
    "milestones": ("Milestone", Aspect.COMMITMENTS),
    "measures": ("Measure", Aspect.MEASURES),
    "barriers": ("Barrier", Aspect.WORDS),
    "documents": ("Document", Aspect.SOURCES),
    "objectives": ("Objective", Aspect.WORDS),
    "own_points": ("Own point", Aspect.WORDS),
    "partnerships": ("Partnership", Aspect.WORDS),
    "figures": ("Figure", Aspect.FIGURES),
    "sections": ("Section", Aspect.LAYOUT),
}
# Fields that are of another aspect than their part.
_ASPECTS: dict[str, Aspect] = {
    "due_on": Aspect.DATES,
    "standing_on": Aspect.DATES,
    "partners": Aspect.OWNERS,
    "layout": Aspect.LAYOUT,
    "length_reason": Aspect.LAYOUT,
}
_FIELDS: dict[str, str] = {
    "text": "words",
    "where": "where it is answered",
    "reason": "why it is not answered",
    "status": "state",
    "due_on": "day it is due",
    "ask": "what is asked of government",
    "partners": "who it is done with",
    "standing": "whether it is adopted",
    "standing_on": "day of the document",
    "length_reason": "why it is as long as it is",
    "layout": "how it is set out",
    "items": "what stands in it",
    "library_id": "measure in the library",
    "authority_name": "council’s name",
    "authority": "council’s code",
}
_KEYS = ("key", "question")


def differences(before: Plan, after: Plan, titles: Mapping[str, str] | None = None) -> tuple[Difference, ...]:
    """Every difference between two plans, in the order in which they are read. None where they are one text.

    ``titles`` names questions and requirements by their ids.
    """
    if fingerprint(before) == fingerprint(after):
        return ()
    found = tuple(_numbered(_of_value("plan", "The plan", Aspect.WORDS, before, after, titles or {})))
    if found:
        return found
    said = Difference("plan", "The plan", "data", Aspect.LAYOUT, fingerprint(before), fingerprint(after))
    return (said,)


def _of_value(
    key: str, title: str, aspect: Aspect, before: Any, after: Any, titles: Mapping[str, str]
) -> Iterator[Difference]:
    """The differences between two values of one class, field by field."""
    for field in dataclasses.fields(after):
        was, now = getattr(before, field.name), getattr(after, field.name)
        if was == now:
            continue
        if _holds_parts(was) or _holds_parts(now):
            yield from _of_parts(key, field.name, was, now, titles)
        else:
            of = _ASPECTS.get(field.name, aspect)
            yield from _of_field(f"{key}.{field.name}", title, _named(field.name), of, was, now)


def _of_parts(
    key: str, name: str, was: tuple[Any, ...], now: tuple[Any, ...], titles: Mapping[str, str]
) -> Iterator[Difference]:
    """The differences between two lists of parts, matched by their keys, and of their order.

    A part that came or went is one difference, with all it says.
    """
    word, aspect = _PARTS.get(name, (name.replace("_", " ").rstrip("s").capitalize(), Aspect.WORDS))
    old, new = ({_key(one): one for one in some} for some in (was, now))
    for part in [*new, *(one for one in old if one not in new)]:
        before, after = old.get(part), new.get(part)
        title = f"{word} {part} {_title(after or before, titles)}".strip()
        if before is None or after is None:
            said = (_whole(before, title), _whole(after, title))
            yield Difference(f"{key}.{name}.{part}", title, "", aspect, *said)
        elif before != after:
            yield from _of_value(f"{key}.{name}.{part}", title, aspect, before, after, titles)
    both = [[one for one in some if one in old and one in new] for some in (old, new)]
    if both[0] != both[1]:
        orders = (", ".join(one) for one in both)
        yield Difference(f"{key}.{name}", f"{word}s", "order", Aspect.LAYOUT, *orders)


def _whole(part: Any, title: str) -> str:
    """All that a part says, a paragraph for each field; nothing where there is no part."""
    if part is None:
        return ""
    said = []
    for field in dataclasses.fields(part):
        value = getattr(part, field.name)
        if field.name in _KEYS or value in ("", None, ()):
            continue
        if _holds_parts(value):
            said += [_whole(one, "").replace("\n\n", ", ") for one in value]
        else:
            label = "" if field.name in ("title", "text") else f"{_named(field.name).capitalize()}: "
            said.append(f"{label}{_said(value)}")
    return "\n\n".join(said).strip() or title


def _of_field(key: str, title: str, field: str, aspect: Aspect, before: Any, after: Any) -> Iterator[Difference]:
    """A text of several paragraphs by these, anything else as one; a change that no reader sees is one of layout."""
    was, now = _said(before), _said(after)
    pairs = _paragraphs(was, now) if "\n" in f"{was}{now}" else [(was, now)]
    for before_, after_ in pairs if was.split() != now.split() else ():
        yield Difference(key, title, field, aspect, before_, after_)
    if was.split() == now.split():
        data = (canonical(one).decode() for one in (before, after))
        yield Difference(key, title, f"{field}, spaces and lines alone", Aspect.LAYOUT, *data)


def _paragraphs(was: str, now: str) -> list[tuple[str, str]]:
    """The changed paragraphs of both sides. One taken out with one in its place is one change, however unlike."""
    found: list[tuple[str, str]] = []
    for is_changed, some in groupby(changes(was, now), key=lambda one: one.is_changed):
        run = list(some)
        if is_changed and len(run) == 2 and sorted(map(_side, run)) == ["after", "before"]:
            found.append(("".join(one.before for one in run), "".join(one.after for one in run)))
        elif is_changed:
            found += [(one.before, one.after) for one in run]
    return found or [(was, now)]  # the same words in other paragraphs


def _side(one: Paragraph) -> str:
    """On which side alone a paragraph stands; empty where it stands on both."""
    return "" if one.before and one.after else "after" if one.after else "before"


def _numbered(found: Iterator[Difference]) -> Iterator[Difference]:
    """The same, where one change is made twice in one place with a number to the key of the later ones."""
    seen: Counter[str] = Counter()
    for one in found:
        seen[one.mark] += 1
        yield dataclasses.replace(one, key=f"{one.key}#{seen[one.mark]}") if seen[one.mark] > 1 else one


def _holds_parts(value: Any) -> bool:
    return isinstance(value, tuple) and bool(value) and dataclasses.is_dataclass(value[0])


def _key(one: Any) -> str:
    return str(next(getattr(one, name) for name in _KEYS if hasattr(one, name)))


def _title(one: Any, titles: Mapping[str, str]) -> str:
    return str(getattr(one, "title", "") or titles.get(_key(one), ""))


def _named(field: str) -> str:
    return _FIELDS.get(field, field.replace("_", " "))


def _said(value: Any) -> str:
    """A field's value as words."""
    if value is None:
        return ""
    if isinstance(value, Enum):
        return str(value.value).replace("_", " ")
    if isinstance(value, tuple):
        return ", ".join(_said(one) for one in value)
    if isinstance(value, date):
        return f"{value.day} {value:%B %Y}"
    return str(value)
