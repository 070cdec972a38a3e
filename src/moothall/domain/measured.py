"""Measures as a table gives them: a name with values of periods. Candidates until a named person takes them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from moothall.domain.facts import Locator


@dataclass(frozen=True, slots=True)
class ValueRead:
    """One value of a measure. ``period`` and ``written`` are as the table has them.

    ``ends_on`` is the last day of the period and ``number`` the value, each None where the words do not show it.
    """

    period: str
    written: str
    ends_on: date | None
    number: Decimal | None
    where: Locator


@dataclass(frozen=True, slots=True)
class MeasureRead:
    """One measure with its values, the latest last. ``unit`` and ``target`` are None where the table gives none."""

    title: str
    unit: str | None
    values: tuple[ValueRead, ...]
    target: str | None
    target_period: str | None
    where: Locator

    @property
    def latest(self) -> ValueRead | None:
        """The value of the last period, or None where the table gives no value."""
        return self.values[-1] if self.values else None
