"""A council's plan: answers, commitments with milestones, measures and barriers. One bank, several layouts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar


class AnswerStatus(StrEnum):
    """What became of a question. NOT_ANSWERED needs a reason, ELSEWHERE a place."""

    OPEN = "open"
    ANSWERED = "answered"
    ELSEWHERE = "elsewhere"
    NOT_ANSWERED = "not_answered"


class CommitmentStatus(StrEnum):
    """How far a commitment is when the plan is written."""

    DONE = "done"
    UNDER_WAY = "under_way"
    PLANNED = "planned"


class Direction(StrEnum):
    """Which way a measure is meant to go, if any way."""

    UP = "up"
    DOWN = "down"
    CONTEXT = "context"


class DocumentKind(StrEnum):
    """What a linked document is."""

    CORPORATE_PLAN = "corporate_plan"
    FINANCIAL_STRATEGY = "financial_strategy"
    STRATEGY = "strategy"
    OTHER = "other"


class Standing(StrEnum):
    """Whether a linked document is adopted, or still a draft."""

    ADOPTED = "adopted"
    DRAFT = "draft"


class FigureKind(StrEnum):
    """Whether a figure happened or is aimed at."""

    ACTUAL = "actual"
    TARGET = "target"


class Recurrence(StrEnum):
    """Whether a sum comes once or every year; UNSAID for a figure of which neither can be said."""

    UNSAID = "unsaid"
    ONE_OFF = "one_off"
    RECURRING = "recurring"


class Layout(StrEnum):
    """How one and the same content is set out."""

    NARRATIVE = "narrative"
    QUESTIONS = "questions"
    TABLE = "table"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Answer:
    """The council's answer to one question. ``text`` may hold several paragraphs, parted by blank lines."""

    question: str
    status: AnswerStatus
    text: str = ""
    where: str = ""
    reason: str = ""

    @property
    def is_settled(self) -> bool:
        """Answered, pointed elsewhere with a place, or declined with a reason."""
        return (
            (self.status is AnswerStatus.ANSWERED and bool(self.text.strip()))
            or (self.status is AnswerStatus.ELSEWHERE and bool(self.where.strip()))
            or (self.status is AnswerStatus.NOT_ANSWERED and bool(self.reason.strip()))
        )


@dataclass(frozen=True, slots=True)
class Milestone:
    """A dated step of a commitment. ``key`` is lasting, unique in the plan."""

    key: str
    title: str
    due_on: date


@dataclass(frozen=True, slots=True)
class Commitment:
    """Something done, under way or planned, under one theme. ``objective`` is the key of the objective it serves."""

    LATER: ClassVar[frozenset[str]] = frozenset({"objective"})

    key: str
    theme: str
    title: str
    text: str
    status: CommitmentStatus
    milestones: tuple[Milestone, ...] = ()
    objective: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure residents can follow. ``unit`` is in words ("% of the pay bill"); ``target`` is the council's own.

    The baseline is an actual figure of ``baseline_period``; the target is aimed at for ``target_period``.
    """

    LATER: ClassVar[frozenset[str]] = frozenset({"target_period"})

    key: str
    theme: str
    title: str
    unit: str
    direction: Direction
    source: str
    baseline: str = ""
    baseline_period: str = ""
    target: str = ""
    library_id: str = ""
    target_period: str = ""


@dataclass(frozen=True, slots=True)
class Barrier:
    """What stands in the way, and what is asked of government. ``code`` is of the barrier frame, or empty."""

    key: str
    title: str
    text: str
    ask: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class LinkedDocument:
    """A document the plan leans on. ``supports`` holds ids of questions, keys of commitments and keys of themes.

    ``standing_on`` is the day it was adopted, or the day of the draft, where that is known.
    """

    key: str
    title: str
    kind: DocumentKind
    address: str
    standing: Standing
    standing_on: date | None = None
    supports: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Objective:
    """A strategic objective of the council, which commitments may serve. ``source`` says where it is adopted."""

    key: str
    title: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class OwnPoint:
    """What the council says beyond the questions, under a heading of its own."""

    key: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Partnership:
    """Work done with others. ``partners`` names them in words."""

    key: str
    title: str
    partners: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure with what makes it checkable. ``about`` is the id or key of what it belongs to, or empty."""

    key: str
    title: str
    value: str
    unit: str
    period: str
    kind: FigureKind
    source: str
    recurrence: Recurrence = Recurrence.UNSAID
    baseline: str = ""
    baseline_period: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the council's own structure. ``items`` are ids of questions and keys of items, in order."""

    key: str
    title: str
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole plan as it stood at one moment: what is agreed, published, sent and fingerprinted.

    Fields named in LATER came after plans had been fingerprinted: at their default they are left out of JSON and
    fingerprint, so that a plan kept before them keeps its fingerprint. ``requirements`` holds what is said of the
    round's requirements, by their ids.
    """

    LATER: ClassVar[frozenset[str]] = frozenset(
        {
            "requirements", "documents", "objectives", "own_points", "partnerships", "figures", "length_reason",
            "layout", "sections",
        }
    )  # fmt: skip

    authority: str
    authority_name: str
    round: str
    title: str
    introduction: str
    answers: tuple[Answer, ...]
    commitments: tuple[Commitment, ...] = ()
    measures: tuple[Measure, ...] = ()
    barriers: tuple[Barrier, ...] = ()
    requirements: tuple[Answer, ...] = ()
    documents: tuple[LinkedDocument, ...] = ()
    objectives: tuple[Objective, ...] = ()
    own_points: tuple[OwnPoint, ...] = ()
    partnerships: tuple[Partnership, ...] = ()
    figures: tuple[Figure, ...] = ()
    length_reason: str = ""
    layout: Layout = Layout.NARRATIVE
    sections: tuple[Section, ...] = ()


def word_count(plan: Plan) -> int:
    """How many words the plan says, tables and headings left out: what its length is measured by."""
    texts = [plan.introduction, *(answer.text for answer in plan.answers)]
    texts += [f"{one.title} {one.text}" for one in plan.commitments]
    texts += [f"{one.title} {one.text} {one.ask}" for one in plan.barriers]
    texts += [f"{one.title} {one.text}" for one in plan.own_points]
    texts += [f"{one.title} {one.partners} {one.text}" for one in plan.partnerships]
    return sum(len(text.split()) for text in texts)
