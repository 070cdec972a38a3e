"""What the page on plan content says: the kinds of statement, their values and their finders, from the code itself."""

from __future__ import annotations

import dataclasses
import inspect
import sys
import typing
from collections.abc import Iterable, Iterator

from moothall.documents.content import FINDERS
from moothall.domain import statements
from moothall.domain.statements import Side, Statement

_VALUES = {each.__name__.removesuffix("Found").lower(): each for each in typing.get_args(statements.Value)}


def plan_content() -> Iterator[str]:
    """The parts of the page on plan content."""
    yield (
        "`moothall read FILE --json --content` adds one key, `content`, to each answer: `round` (the round the plan is "
        "read against), `dated_on` (the plan's own date, or null), `questions` and `statements`. In `questions`, `how` "
        "says at which level the plan speaks to each question of the round (`question`, `theme`, `plan`), whether it "
        "points elsewhere or declines (`elsewhere`, `not_answered`), or null, with the place that shows it. `theme` "
        "and `plan` do not mean that the question is met: nobody has judged that."
    )
    yield (
        "A statement has `kind`, `value`, `page`, `start`, `end`, `quote`, `found_by`, `voice`, `theme`, `question` "
        "and `remarks`. What the text does not say is null. Days are ISO 8601. A statement is a candidate until a "
        "named person confirms it. " + _words(Statement).split("\n\n", 1)[-1].replace("\n", " ")
    )
    yield (
        "`voice` is null where the plan itself speaks, else who does, as named, and from which side: "
        + ", ".join(f"`{side.value}`" for side in Side)
        + ". What a minister, an auditor or a newspaper says is never taken for a commitment of the council."
    )
    yield "## A time\n\n" + _words(statements.Period) + "\n\n" + _fields(statements.Period)
    for name, find in FINDERS:
        value = _VALUES[name.replace("_", "")]
        module = sys.modules[find.__module__]
        yield f"## `{name}`\n\n{_words(module)}\n\n{_words(value)}\n\nFinder: {_words(find)}\n\n{_fields(value)}"


def _fields(value: type) -> str:
    rows = ((f"`{each.name}`", _type(str(each.type))) for each in dataclasses.fields(value))
    return _rows(("Key", "Holds"), rows)


def _type(written: str) -> str:
    plain = {"str": "words", "date": "a day", "Decimal": "a number", "bool": "true or false", "Period": "a time"}
    parts = [part.strip() for part in written.replace("tuple[str, ...]", "list").split("|")]
    named = [plain.get(part, "null" if part == "None" else _choices(part)) for part in parts]
    return " or ".join("a list of words" if part == "list" else part for part in named)


def _choices(name: str) -> str:
    kind = getattr(statements, name, None)
    return ", ".join(f"`{each.value}`" for each in kind) if kind is not None and hasattr(kind, "__members__") else name


def _words(thing: object) -> str:
    return inspect.getdoc(thing) or ""


def _rows(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [heads, tuple("---" for _ in heads), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
