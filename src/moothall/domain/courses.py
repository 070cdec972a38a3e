"""One decision with its dated steps, what it costs and what stands in its way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from moothall.domain.days import Length
from moothall.domain.deadlines import Deadline
from moothall.domain.provisions import Provision

DEMOCRATIC_SERVICES = "Democratic services"


@dataclass(frozen=True, slots=True)
class Step:
    """One dated step of a route. ``step`` is a stable id, ``what`` the deed in words, ``deadline`` the working."""

    step: str
    what: str
    body: str | None
    on: date
    at: datetime | None = None
    rule: str | None = None
    provision: Provision | None = None
    who: str = DEMOCRATIC_SERVICES
    deadline: Deadline | None = None


class InTheWay(StrEnum):
    """What kind of thing stands in the way of a decision: each has its own way round, or none."""

    PAST = "past"
    NOTICE = "notice"
    PRIVATE_NOTICE = "private_notice"
    PAPERS = "papers"
    MEMBER_PAPERS = "member_papers"
    TEXT = "text"
    AVOIDED = "avoided"
    SCRUTINY = "scrutiny"


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One thing that stands in the way, and the sentence that says so."""

    kind: InTheWay
    says: str


@dataclass(frozen=True, slots=True)
class Course:
    """A decision with its steps, its costs and what stands in its way.

    ``a_day_late`` is the call-in if publication slips by a working day. ``notice`` is the kind of notice a key decision
    would have here (`clocks.notice_kind`), None where none is asked for. ``holds_to`` is the last day looked from on
    which the course stands as it is: on the day after it something can no longer be kept. ``assumed`` is the length of
    its call-in where nobody has entered the council's own rule for this decision maker and day.
    """

    steps: tuple[Step, ...]
    decided_on: date
    in_force_on: date
    trades: tuple[str, ...] = ()
    obstacles: tuple[Obstacle, ...] = ()
    a_day_late: Deadline | None = None
    notice: str | None = None
    holds_to: date | None = None
    assumed: Length | None = None

    @property
    def problems(self) -> tuple[str, ...]:
        """What stands in the way, in sentences."""
        return tuple(obstacle.says for obstacle in self.obstacles)

    @property
    def in_the_way(self) -> frozenset[InTheWay]:
        """The kinds of what stands in the way."""
        return frozenset(obstacle.kind for obstacle in self.obstacles)


def in_order(steps: Iterable[Step]) -> tuple[Step, ...]:
    """Steps by day; those of one day stay in the order they were put."""
    return tuple(sorted(steps, key=lambda step: step.on))
