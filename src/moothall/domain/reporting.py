"""The periods a measure is told for, by how often it is measured: months, quarters, halves and years from April."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

FIRST_MONTH = 4
"""A council's financial year runs from April to March."""


class Frequency(StrEnum):
    """How often a measure is told."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half_yearly"
    YEARLY = "yearly"

    @property
    def months(self) -> int:
        """How many months one period has."""
        return {"monthly": 1, "quarterly": 3, "half_yearly": 6, "yearly": 12}[self.value]


@dataclass(frozen=True, slots=True)
class Period:
    """One period, in words as it is printed, from its first day to its last."""

    words: str
    first_on: date
    ends_on: date


def frequency_called(text: str) -> Frequency | None:
    """The frequency with this name, or None where the name is of none."""
    try:
        return Frequency(text.strip().lower().replace("-", "_").replace(" ", "_"))
    except ValueError:
        return None


def periods(frequency: Frequency, *, since: date, until: date) -> tuple[Period, ...]:
    """The periods that end on or after ``since`` and are over by ``until``, the oldest first."""
    year = since.year if since.month >= FIRST_MONTH else since.year - 1
    found = []
    first_on = date(year, FIRST_MONTH, 1)
    while (period := _period(frequency, first_on)).ends_on <= until:
        if period.ends_on >= since:
            found.append(period)
        first_on = period.ends_on + timedelta(days=1)
    return tuple(found)


def _period(frequency: Frequency, first_on: date) -> Period:
    after = _months_on(first_on, frequency.months)
    last_on = after - timedelta(days=1)
    if frequency is Frequency.YEARLY:
        words = f"{first_on.year}/{last_on.year % 100:02d}"
    elif frequency is Frequency.MONTHLY:
        words = f"{first_on:%B %Y}"
    elif first_on.year == last_on.year:
        words = f"{first_on:%B} to {last_on:%B %Y}"
    else:
        words = f"{first_on:%B %Y} to {last_on:%B %Y}"
    return Period(words, first_on, last_on)


def _months_on(day: date, months: int) -> date:
    count = day.year * 12 + day.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


def month_end(day: date) -> date:
    """The last day of the month a day lies in."""
    return _months_on(day.replace(day=1), 1) - timedelta(days=1)
