"""A council's plan: answers, commitments with milestones, measures and barriers. One bank, several layouts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


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
    """Something the council did, is doing or will do, under one theme."""

    key: str
    theme: str
    title: str
    text: str
    status: CommitmentStatus
    milestones: tuple[Milestone, ...] = ()


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure residents can follow. ``unit`` is in words ("% of the pay bill"); ``target`` is the council's own."""

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


@dataclass(frozen=True, slots=True)
class Barrier:
    """What stands in the way, and what is asked of government. ``code`` is of the barrier frame, or empty."""

    key: str
    title: str
    text: str
    ask: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole plan as it stood at one moment: what is agreed, published, sent and fingerprinted."""

    authority: str
    authority_name: str
    round: str
    title: str
    introduction: str
    answers: tuple[Answer, ...]
    commitments: tuple[Commitment, ...] = ()
    measures: tuple[Measure, ...] = ()
    barriers: tuple[Barrier, ...] = ()


def word_count(plan: Plan) -> int:
    """How many words the plan says, tables and headings left out: what its length is measured by."""
    texts = [plan.introduction, *(answer.text for answer in plan.answers)]
    texts += [f"{one.title} {one.text}" for one in plan.commitments]
    texts += [f"{one.title} {one.text} {one.ask}" for one in plan.barriers]
    return sum(len(text.split()) for text in texts)
