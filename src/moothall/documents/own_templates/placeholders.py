"""Placeholders in a template: {{ title }}, {{ option.title }}, {{ if glossary }}, {{ each risk }}, {{ end }}."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from moothall.documents.own_templates.xml import local, text_of

_MARK = re.compile(r"\{\{([^{}]*)\}\}")
_WORD = re.compile(r"[a-z][a-z_]*(?:\.[a-z][a-z_]*)?")
END = "end"


class Kind(StrEnum):
    """What a placeholder does: stands for words, opens a part that is kept or repeated, or closes it."""

    NAME = "name"
    IF = "if"
    UNLESS = "unless"
    EACH = "each"
    END = "end"


@dataclass(frozen=True, slots=True)
class Placeholder:
    """One placeholder in a paragraph. ``name`` is in the form names have; ``start`` and ``end`` are its offsets."""

    kind: Kind
    name: str
    written: str
    start: int
    end: int

    @property
    def row(self) -> str:
        """The kind of row it takes a column of ("option"), or nothing."""
        kind, dot, _ = self.name.partition(".")
        return kind if dot and self.kind is Kind.NAME else ""

    @property
    def is_plain(self) -> bool:
        """Whether it has the form of a name; anything else is no name, whatever it would mean to a program."""
        return self.kind is Kind.END or _WORD.fullmatch(self.name) is not None


def placeholders(text: str) -> Iterator[Placeholder]:
    """Every placeholder of a paragraph's words, in order, known or not."""
    for found in _MARK.finditer(text):
        said = " ".join(found[1].split()).casefold()
        kind, rest = _kind(said)
        yield Placeholder(kind, named(rest), found.group(), found.start(), found.end())


def named(words: str) -> str:
    """Words in the form that names have: "Key decision" and "key-decision" are key_decision."""
    return re.sub(r"\s*\.\s*", ".", re.sub(r"[ \-]+", "_", " ".join(words.split()).casefold()).replace("_._", "."))


def _kind(said: str) -> tuple[Kind, str]:
    for opening, kind in (("if not ", Kind.UNLESS), ("if ", Kind.IF), ("for each ", Kind.EACH), ("each ", Kind.EACH)):
        if said.startswith(opening):
            return kind, said.removeprefix(opening)
    if said == END or said in ("end if", "end each"):
        return Kind.END, END
    return Kind.NAME, said


def alone(paragraph: Any) -> Placeholder | None:
    """The placeholder that is all a paragraph says, or None."""
    text = text_of(paragraph)
    found = list(placeholders(text))
    return found[0] if len(found) == 1 and text.strip() == found[0].written else None


def closing(siblings: list[Any], opened: int) -> int | None:
    """Where the part that opens at this place among its siblings is closed, or None where it is not."""
    depth = 0
    for place in range(opened, len(siblings)):
        mark = alone(siblings[place]) if local(siblings[place]) == "p" else None
        if mark is not None and mark.kind is not Kind.NAME:
            depth += -1 if mark.kind is Kind.END else 1
            if not depth:
                return place
    return None
