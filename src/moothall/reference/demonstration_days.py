"""Days and periods of the demonstration, counted from the day it was first started, and put into its words.

Texts of the demonstration hold marks such as {day:-21}. A number counts working days, months, quarters or financial
years from the first run; nothing in it names a year.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from moothall.domain.days import in_words

_MARK = re.compile(r"\{(on|day|first|end|month|quarter|fy):([+-]?\d+)\}")
_QUARTER_KNOWN_AFTER = timedelta(days=20)
_YEAR_KNOWN_AFTER = timedelta(days=75)


@dataclass(frozen=True, slots=True)
class Placing:
    """Where the demonstration stands in time. ``is_working_day`` says which days its deeds may fall on."""

    first_run: date
    is_working_day: Callable[[date], bool]

    def working_day(self, number: int) -> date:
        """The working day this many working days before (below 0) or after the first run; 0 is the last one by then."""
        step = timedelta(days=1 if number > 0 else -1)
        day = self.first_run
        if number == 0:
            while not self.is_working_day(day):
                day += step
        for _ in range(abs(number)):
            day += step
            while not self.is_working_day(day):
                day += step
        return day

    def month_end(self, number: int) -> date:
        """The last day of the month this many months from that of the first run."""
        return _month_end(self.first_run.year, self.first_run.month + number)

    def quarter_end(self, number: int) -> date:
        """The last day of a quarter. -1 is the latest whose figures are known by the first run."""
        known = self.first_run - _QUARTER_KNOWN_AFTER
        return _month_end(known.year, (known.month - 1) // 3 * 3 + 3 * (number + 1))

    def year_end(self, number: int) -> date:
        """The 31 March that ends a financial year. -1 is the latest whose accounts are known by the first run."""
        known = self.first_run - _YEAR_KNOWN_AFTER
        return date(known.year + (known.month > 3) + number, 3, 31)

    def quarter(self, number: int) -> str:
        """A quarter in words ("July to September 2026")."""
        end = self.quarter_end(number)
        return f"{_month_end(end.year, end.month - 2):%B} to {end:%B} {end.year}"

    def financial_year(self, number: int) -> str:
        """A financial year in figures ("2025/26")."""
        end = self.year_end(number)
        return f"{end.year - 1}/{end.year % 100:02}"

    def fill(self, value: Any) -> Any:
        """The value with every mark in its texts replaced by the day or period it stands for."""
        if isinstance(value, str):
            return _MARK.sub(lambda mark: self._words(mark[1], int(mark[2])), value)
        if isinstance(value, list):
            return [self.fill(item) for item in value]
        if isinstance(value, dict):
            return {key: self.fill(item) for key, item in value.items()}
        return value

    def _words(self, kind: str, number: int) -> str:
        match kind:
            case "on":
                return self.working_day(number).isoformat()
            case "day":
                return in_words(self.working_day(number))
            case "first":
                return self.month_end(number).replace(day=1).isoformat()
            case "end":
                return self.month_end(number).isoformat()
            case "month":
                return f"{self.month_end(number):%B %Y}"
            case "quarter":
                return self.quarter(number)
            case _:
                return self.financial_year(number)


def _month_end(year: int, month: int) -> date:
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, monthrange(year, month)[1])
