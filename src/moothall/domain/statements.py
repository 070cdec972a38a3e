"""What a plan says, statement by statement: each a value of one kind with its place and whose words it is.

None in a value means that the text does not say. A statement is a candidate until a named person confirms it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from moothall.domain.facts import Locator
from moothall.domain.plans import AnswerStatus, CommitmentStatus, Direction


class StatementKind(StrEnum):
    """The kinds of statement looked for in a plan."""

    SECTION = "section"
    COMMITMENT = "commitment"
    MILESTONE = "milestone"
    MEASURE = "measure"
    FIGURE = "figure"
    PARTNERSHIP = "partnership"
    TECHNOLOGY = "technology"
    BARRIER = "barrier"
    ASK = "ask"
    NON_ANSWER = "non_answer"
    QUOTATION = "quotation"


class Side(StrEnum):
    """Whose side a voice speaks from. COUNCIL is a person or body of the council whose plan it is."""

    COUNCIL = "council"
    GOVERNMENT = "government"
    AUDITOR = "auditor"
    REVIEWER = "reviewer"
    SECTOR = "sector"
    PARTNER = "partner"
    PRESS = "press"
    RESIDENT = "resident"
    OTHER = "other"


class Level(StrEnum):
    """At which level of the round's questions a section answers."""

    PLAN = "plan"
    THEME = "theme"
    QUESTION = "question"


class Basis(StrEnum):
    """Whether a figure is said to be what happened, what is expected, or what is aimed at."""

    ACTUAL = "actual"
    EXPECTED = "expected"
    TARGET = "target"


class Recurrence(StrEnum):
    """Whether money is said to come once or every year."""

    ONE_OFF = "one_off"
    RECURRING = "recurring"


class Terms(StrEnum):
    """Whether money or growth is said to be in cash or in real terms."""

    CASH = "cash"
    REAL = "real"


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks, as the text names them, where it is not the plan itself."""

    name: str
    side: Side


@dataclass(frozen=True, slots=True)
class Period:
    """A time as written and as read: the first and the last day it can mean, either None where it is open.

    Both are None where the words rest on a day the document does not give ("over the next two years").
    """

    written: str
    first_on: date | None = None
    last_on: date | None = None


@dataclass(frozen=True, slots=True)
class SectionFound:
    """A part of a plan under one heading. ``level`` is None where no theme or question could be told.

    ``by`` says what showed it: "heading", "heading_above" or "words". ``text`` is what stands under it, paragraphs
    parted by blank lines and tables left out.
    """

    heading: str
    level: Level | None
    theme: str | None = None
    questions: tuple[str, ...] = ()
    by: str | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class CommitmentFound:
    """Something the council says it did, is doing or will do. ``who`` answers for it, ``when`` is its time."""

    text: str
    status: CommitmentStatus
    who: str | None = None
    when: Period | None = None


@dataclass(frozen=True, slots=True)
class MilestoneFound:
    """A step still to come with the time it is due."""

    text: str
    due: Period


@dataclass(frozen=True, slots=True)
class MeasureFound:
    """Something by which progress is followed. ``baseline``, ``target`` and their periods are as written."""

    title: str
    unit: str | None = None
    direction: Direction | None = None
    baseline: str | None = None
    baseline_period: str | None = None
    target: str | None = None
    target_period: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class FigureFound:
    """A number with its unit, in the sentence that gives it.

    ``value`` is in whole units (1.2m is 1200000). ``upper`` closes a range, ``before`` is what it was changed from.
    ``bound`` is "lower" for "more than", "upper" for "up to". ``change`` is "up" or "down" where the number is a
    change and not a level. ``per`` is what it is counted by ("year", "household").
    """

    value: Decimal
    unit: str
    about: str
    upper: Decimal | None = None
    before: Decimal | None = None
    bound: str | None = None
    approximate: bool = False
    change: str | None = None
    per: str | None = None
    period: Period | None = None
    since: Period | None = None
    basis: Basis | None = None
    recurrence: Recurrence | None = None
    terms: Terms | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class PartnershipFound:
    """Work with others: the partners as named, and the partnership's own name where it has one."""

    partners: tuple[str, ...]
    name: str | None = None


@dataclass(frozen=True, slots=True)
class TechnologyFound:
    """A technology named: as written, its usual name, and what sort it is."""

    written: str
    name: str
    sort: str


@dataclass(frozen=True, slots=True)
class BarrierFound:
    """An obstacle in the way, without what is asked about it."""

    text: str


@dataclass(frozen=True, slots=True)
class AskFound:
    """What is asked, and of whom as the text names them."""

    text: str
    of: str | None = None


@dataclass(frozen=True, slots=True)
class NonAnswerFound:
    """A question left unanswered on purpose: ELSEWHERE with the place, or NOT_ANSWERED with the reason."""

    status: AnswerStatus
    about: str | None = None
    where: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class QuotationFound:
    """Words of somebody else, quoted or reported."""

    text: str


Value: TypeAlias = (
    SectionFound
    | CommitmentFound
    | MilestoneFound
    | MeasureFound
    | FigureFound
    | PartnershipFound
    | TechnologyFound
    | BarrierFound
    | AskFound
    | NonAnswerFound
    | QuotationFound
)


VALUES: dict[StatementKind, type[Value]] = {
    StatementKind.SECTION: SectionFound,
    StatementKind.COMMITMENT: CommitmentFound,
    StatementKind.MILESTONE: MilestoneFound,
    StatementKind.MEASURE: MeasureFound,
    StatementKind.FIGURE: FigureFound,
    StatementKind.PARTNERSHIP: PartnershipFound,
    StatementKind.TECHNOLOGY: TechnologyFound,
    StatementKind.BARRIER: BarrierFound,
    StatementKind.ASK: AskFound,
    StatementKind.NON_ANSWER: NonAnswerFound,
    StatementKind.QUOTATION: QuotationFound,
}
"""What a statement of each kind holds."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing a plan says. ``voice`` is None for the plan's own words; ``quote`` is exactly the words at ``where``.

    ``theme`` is the key of the round's theme it stands under and ``question`` the id of the question it answers, None
    where the text shows none. ``remarks`` say what is doubtful about it, a sentence each.
    """

    kind: StatementKind
    value: Value
    where: Locator
    quote: str
    found_by: str
    voice: Voice | None = None
    theme: str | None = None
    question: str | None = None
    remarks: tuple[str, ...] = ()

    @property
    def is_councils(self) -> bool:
        """Whether the council itself speaks."""
        return self.voice is None or self.voice.side is Side.COUNCIL

    @property
    def place(self) -> tuple[str | None, str | None]:
        """The theme and the question it stands under; of a part that answers several questions the first."""
        if isinstance(self.value, SectionFound):
            return self.value.theme, self.value.questions[0] if self.value.questions else None
        return self.theme, self.question

    def under(self, theme: str | None, question: str | None) -> Statement:
        """The same statement under another theme and question."""
        if isinstance(self.value, SectionFound):
            level = Level.QUESTION if question else Level.THEME if theme else Level.PLAN
            value = replace(self.value, theme=theme, questions=(question,) if question else (), level=level)
            return replace(self, value=value, theme=theme, question=question)
        return replace(self, theme=theme, question=question)


@dataclass(frozen=True, slots=True)
class Content:
    """Everything read from one plan, in the order of its text. ``dated_on`` is the plan's own date where it has one."""

    statements: tuple[Statement, ...]
    dated_on: date | None = None

    def of(self, kind: StatementKind) -> tuple[Statement, ...]:
        """The statements of one kind."""
        return tuple(one for one in self.statements if one.kind is kind)
