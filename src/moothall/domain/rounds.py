"""A round: one call from government, as data. Letter, dates, themes, nested questions, requirements, promises.

What changed after the letter is in `amendments`; how a round is written in a file, in `round_files`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from moothall.domain.plans import Layout


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


class RequirementKind(StrEnum):
    """What a requirement is about, so that nobody has to guess it from its id."""

    OVERSIGHT = "oversight"
    ENDORSEMENT = "endorsement"
    CERTIFICATE = "certificate"
    PUBLICATION = "publication"
    RETURN = "return"
    THEMES = "themes"
    MEASURES = "measures"
    UPDATES = "updates"
    LENGTH = "length"
    OTHER = "other"


class DateKind(StrEnum):
    """What is due on a further date of a round."""

    PROGRESS = "progress"
    REVIEW = "review"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Letter:
    """The letter itself. ``file_sha256`` is the fingerprint of its file, so that anyone can tell whether theirs is it.

    ``words`` are the letter's own, ``summary`` somebody else's; each may be empty.
    """

    addressee: str = ""
    summary: str = ""
    words: str = ""
    file_name: str = ""
    file_sha256: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Successor:
    """Who took the issuer's place, from which day, and where that is said."""

    name: str
    from_on: date
    source: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """Who is asked: kinds of authority as the register names them, GSS codes, or both. With neither, everyone."""

    kinds: tuple[str, ...] = ()
    authorities: tuple[str, ...] = ()
    words: str = ""

    @property
    def is_everyone(self) -> bool:
        """Whether every principal authority is asked."""
        return not (self.kinds or self.authorities)

    def includes(self, gss: str, kind: str) -> bool:
        """Whether the authority with this code and of this kind is asked."""
        return self.is_everyone or kind in self.kinds or gss in self.authorities


@dataclass(frozen=True, slots=True)
class Question:
    """A guiding question. ``confidence`` is A, B or C where the wording is a reconstruction, else None.

    ``under`` is the id of the question it is a part of, empty at the top. A part stands after its whole.
    """

    id: str
    title: str
    text: str
    confidence: str | None = None
    evidence: str = ""
    under: str = ""


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme of the plan, with its questions in order. ``key`` is the stable name used in records and coding.

    ``asks_for_barriers`` where the plan's barriers and what it asks of government belong here.
    """

    id: str
    key: str
    title: str
    text: str
    questions: tuple[Question, ...] = ()
    asks_for_barriers: bool = False


@dataclass(frozen=True, slots=True)
class Requirement:
    """Something the letter asks for beyond the questions: endorsement, publication, measures.

    ``by`` is the post that must do it where the letter names one, as in a certificate by the Section 151 officer.
    """

    id: str
    strength: Strength
    text: str
    source: str = ""
    kind: RequirementKind = RequirementKind.OTHER
    by: str = ""


@dataclass(frozen=True, slots=True)
class FurtherDate:
    """A date of the round beside its deadline: progress due, a review."""

    id: str
    on: date
    text: str
    kind: DateKind = DateKind.OTHER


class ChangeKind(StrEnum):
    """What an amendment does to the round."""

    DEADLINE_MOVED = "deadline_moved"
    DATE_MOVED = "date_moved"
    LENGTH_CHANGED = "length_changed"
    QUESTION_REWORDED = "question_reworded"
    QUESTION_ADDED = "question_added"
    QUESTION_DROPPED = "question_dropped"
    REQUIREMENT_REWORDED = "requirement_reworded"
    REQUIREMENT_ADDED = "requirement_added"
    REQUIREMENT_DROPPED = "requirement_dropped"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing an amendment changes. ``id`` is of the question, requirement or date; the rest is what it becomes.

    ``theme`` is the key under which a question is added, ``under`` the question it becomes a part of; ``pages`` None
    with LENGTH_CHANGED says that no length is asked for any more.
    """

    what: ChangeKind
    id: str = ""
    on: date | None = None
    title: str = ""
    text: str = ""
    theme: str = ""
    under: str = ""
    pages: tuple[int, int] | None = None
    requirement: Requirement | None = None


@dataclass(frozen=True, slots=True)
class Amendment:
    """A later change to the round, with its date and who made it. Without ``changes`` it only says something."""

    on: date
    authority: str
    text: str
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Round:
    """One call from government. ``pages`` is the soft length (least, most) or None; ``fictional`` marks an example.

    ``layout`` is how the plan is to be set out, where the letter says so.
    """

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
    letter: Letter = Letter()
    successors: tuple[Successor, ...] = ()
    asked: Asked = Asked()
    dates: tuple[FurtherDate, ...] = ()
    layout: Layout | None = None

    def questions(self) -> Iterator[tuple[Theme, Question]]:
        """Every question with its theme, in order, each part after its whole."""
        for theme in self.themes:
            for question in theme.questions:
                yield theme, question

    def theme(self, key: str) -> Theme | None:
        """The theme with this key, or None."""
        return next((theme for theme in self.themes if theme.key == key), None)

    def theme_of_barriers(self) -> Theme | None:
        """The theme under which the plan's barriers belong, or None where the round has none."""
        return next((theme for theme in self.themes if theme.asks_for_barriers), None)

    def asks_for(self, kind: str) -> bool:
        """Whether any requirement is of this kind."""
        return any(one.kind == kind for one in self.requirements)

    def required(self, kind: str) -> tuple[Requirement, ...]:
        """The requirements of this kind, in order."""
        return tuple(one for one in self.requirements if one.kind == kind)

    def issuer_on(self, day: date) -> str:
        """Who the issuer is on a day: the one who wrote, or the last who took its place by then."""
        names = [one.name for one in sorted(self.successors, key=lambda one: one.from_on) if one.from_on <= day]
        return names[-1] if names else self.issuer
