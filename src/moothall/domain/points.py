"""A test in law as a list of points: what was asked, whether it holds, and why. No date is counted here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from moothall.domain.days import CountedDay
from moothall.domain.deadlines import Deadline, Point
from moothall.domain.provisions import Provision

NO_DAYS = "No table of bank holidays is needed: this is a test and no count of days"


@dataclass(frozen=True, slots=True)
class Test:
    """Which test is put: the clock's name, its rule, the version of it, and the provision it rests on."""

    __test__ = False  # a test in law, and none of this project

    clock: str
    rule: str
    version: str
    provision: Provision


def judged(
    test: Test,
    *,
    kind: str,
    what: str,
    points: Sequence[Point],
    notes: Sequence[str] = (),
    on: date | None = None,
    counted: Sequence[CountedDay] = (),
    calendar: str = NO_DAYS,
    effective_on: date | None = None,
) -> Deadline:
    """The outcome of a test (``kind``) as an answer like any other, with every point that led to it."""
    return Deadline(
        clock=test.clock,
        rule=test.rule,
        version=test.version,
        what=what,
        provision=test.provision,
        calendar=calendar,
        counted=tuple(counted),
        on=on,
        effective_on=effective_on,
        kind=kind,
        notes=tuple(notes),
        points=tuple(points),
    )


def unmet(points: Sequence[Point]) -> tuple[str, ...]:
    """What the points that are not met are about, in their order; one that nobody has answered is among them."""
    return tuple(point.about for point in points if point.met is not True)
