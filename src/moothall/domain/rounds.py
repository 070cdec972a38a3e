"""A round: one call from government, as data. Letter, dates, themes, nested questions, requirements, promises."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class LegalBasis(StrEnum):
    """On what the request rests (law.md correction 17)."""

    STATUTORY = "statutory"
    RETURNS_POWER = "general_returns_power"
    POLICY_REQUEST = "policy_request"
    GRANT_CONDITION = "grant_condition"


class Strength(StrEnum):
    """How firmly a requirement is put."""

    MUST = "must"
    SHOULD = "should"


@dataclass(frozen=True, slots=True)
class Question:
    """A guiding question. ``confidence`` is A, B or C where the wording is a reconstruction, else None."""

    id: str
    title: str
    text: str
    confidence: str | None = None
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme of the plan, with its questions in order. ``key`` is the stable name used in records and coding."""

    id: str
    key: str
    title: str
    text: str
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True, slots=True)
class Requirement:
    """Something the letter asks for beyond the questions: endorsement, publication, measures."""

    id: str
    strength: Strength
    text: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Amendment:
    """A later change to the round, with its date and who made it."""

    on: date
    authority: str
    text: str


@dataclass(frozen=True, slots=True)
class Round:
    """One call from government. ``pages`` is the soft length (least, most) or None; ``fictional`` marks an example."""

    slug: str
    title: str
    issuer: str
    legal_basis: LegalBasis
    letter_on: date
    deadline_on: date
    themes: tuple[Theme, ...]
    requirements: tuple[Requirement, ...] = ()
    promises: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    pages: tuple[int, int] | None = None
    note: str = ""
    polling_days: tuple[date, ...] = ()
    fictional: bool = False

    def questions(self) -> Iterator[tuple[Theme, Question]]:
        """Every question with its theme, in order."""
        for theme in self.themes:
            for question in theme.questions:
                yield theme, question

    def theme(self, key: str) -> Theme | None:
        """The theme with this key, or None."""
        return next((theme for theme in self.themes if theme.key == key), None)
