"""The coding frame: what passages of plans are about, in codes that people confirm.

Codes name subjects. None says how good a passage, a plan or a council is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class CodeKind(StrEnum):
    """The three lists of the frame."""

    THEME = "theme"
    PRACTICE = "practice"
    BARRIER = "barrier"


@dataclass(frozen=True, slots=True)
class Code:
    """One code. ``include`` and ``exclude`` draw its border; ``examples`` are sentences written for the frame."""

    id: str
    title: str
    definition: str
    include: str
    exclude: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CodingFrame:
    """A version of the frame. A passage has one theme and may have a practice and a barrier."""

    version: str
    themes: tuple[Code, ...]
    practices: tuple[Code, ...]
    barriers: tuple[Code, ...]

    def codes(self, kind: CodeKind) -> tuple[Code, ...]:
        """The codes of one list, in their order."""
        return {
            CodeKind.THEME: self.themes,
            CodeKind.PRACTICE: self.practices,
            CodeKind.BARRIER: self.barriers,
        }[kind]

    def code(self, id: str) -> Code | None:
        """The code with this id in any of the lists, or None."""
        return next((code for _, code in self.every() if code.id == id), None)

    def every(self) -> Iterator[tuple[CodeKind, Code]]:
        """Every code with its list: themes, then practices, then barriers."""
        for kind in CodeKind:
            for code in self.codes(kind):
                yield kind, code


@dataclass(frozen=True, slots=True)
class Example:
    """A passage with the codes people gave it: written for the frame, or confirmed by a coder.

    ``theme_also`` is a second theme that a coder could defend. ``heading``, ``before`` and ``after`` are what stood
    above and beside it, empty where that is not known.
    """

    id: str
    text: str
    theme: str
    theme_also: str | None = None
    practice: str | None = None
    barrier: str | None = None
    heading: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Cue:
    """Phrases that speak for a theme, and for a practice or barrier where ``code`` names one.

    A star at the end of a word stands for any ending. Phrases are in small letters.
    """

    id: str
    theme: str
    code: str | None
    phrases: tuple[str, ...]
