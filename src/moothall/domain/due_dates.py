"""When a decision is due, as notices print it: a day, a month, "not before" a day, or between two days."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from moothall.domain.days import in_words
from moothall.domain.refusals import Refusal

_DAY = r"\d{4}-\d{2}-\d{2}"
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_NOT_BEFORE = re.compile(rf"(?:not before|from)\s+({_DAY})", re.IGNORECASE)
_BETWEEN = re.compile(rf"(?:between\s+)?({_DAY})\s*(?:to|and|until)\s*({_DAY})", re.IGNORECASE)


class Precision(StrEnum):
    """How exactly a notice says when a decision is due."""

    DAY = "day"
    NOT_BEFORE = "not_before"
    BETWEEN = "between"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Due:
    """The earliest day on which a decision may be taken by its notice, and the latest, None where it is open.

    Every period of notice is tested against the earliest day: a decision may be taken on it.
    """

    precision: Precision
    earliest: date
    latest: date | None

    def __post_init__(self) -> None:
        if self.latest is not None and self.latest < self.earliest:
            raise Refusal(
                f"The period ends ({in_words(self.latest)}) before it begins ({in_words(self.earliest)}).",
                next_step="Check both dates.",
            )

    def in_words(self) -> str:
        """When it is due, as a sentence names it."""
        if self.precision is Precision.MONTH:
            return f"in {self.earliest:%B %Y}"
        if self.precision is Precision.NOT_BEFORE or self.latest is None:
            return f"not before {in_words(self.earliest)}"
        if self.precision is Precision.BETWEEN:
            return f"between {in_words(self.earliest)} and {in_words(self.latest)}"
        return f"on {in_words(self.earliest)}"


def read(text: str) -> Due:
    """When a decision is due, from 2024-07-10, 2024-07, "not before 2024-07-10" or "2024-07-08 to 2024-07-19".

    Raises a Refusal for anything else, for a day that does not exist and for a period that ends before it begins.
    """
    said = " ".join(text.split())
    try:
        if month := _MONTH.fullmatch(said):
            year, number = int(month[1]), int(month[2])
            first = date(year, number, 1)
            return Due(Precision.MONTH, first, first.replace(day=monthrange(year, number)[1]))
        if open_ended := _NOT_BEFORE.fullmatch(said):
            return Due(Precision.NOT_BEFORE, date.fromisoformat(open_ended[1]), None)
        if period := _BETWEEN.fullmatch(said):
            return Due(Precision.BETWEEN, date.fromisoformat(period[1]), date.fromisoformat(period[2]))
        day = date.fromisoformat(said)
    except ValueError:
        raise Refusal(
            f"{said[:60]!r} does not say when the decision is due in a way that can be read.",
            next_step='Give it as 2024-07-10, 2024-07, "not before 2024-07-10" or "2024-07-08 to 2024-07-19".',
        ) from None
    return Due(Precision.DAY, day, day)
