"""Periods of whole years or months. "Beginning with" a day, the last day comes one day before the day comes round."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from moothall.domain.days import ONE_DAY, Count, CountedDay
from moothall.domain.refusals import Refusal


@dataclass(frozen=True, slots=True)
class Years:
    """A number of whole years, so that years never meet days."""

    number: int

    def __post_init__(self) -> None:
        if not 1 <= self.number <= 100:
            raise Refusal(f"{self.number} is not a number of years.", next_step="Give a whole number from 1 to 100.")

    def __str__(self) -> str:
        return f"{self.number} year{'' if self.number == 1 else 's'}"

    def beginning_with(self, first: date) -> Count:
        """The last day of so many years of which a day is the first, with the day on which each year ends.

        Six years beginning with 29 July end with 28 July. Years beginning with 29 February end with 28
        February, as 1 March stands for the anniversary where there is none. Raises a Refusal beyond the year 9999.
        """
        ends = [_last_day(first, number) for number in range(1, self.number + 1)]
        rows = [CountedDay(day, True, f"Year {number} of {self.number} ends") for number, day in enumerate(ends, 1)]
        return Count(ends[-1], (CountedDay(first, False, "The day the years begin with"), *rows))


@dataclass(frozen=True, slots=True)
class Months:
    """A number of whole months, so that months never meet days."""

    number: int

    def __post_init__(self) -> None:
        if not 1 <= self.number <= 1200:
            raise Refusal(f"{self.number} is not a number of months.", next_step="Give a whole number from 1 to 1200.")

    def __str__(self) -> str:
        return f"{self.number} month{'' if self.number == 1 else 's'}"

    def after(self, first: date) -> date:
        """The same day so many months on, the last of that month where it has no such day. Refused beyond 9998."""
        year, month = divmod(first.year * 12 + first.month - 1 + self.number, 12)
        if year > 9998:
            raise Refusal(f"{first.isoformat()} is too late to count {self} from.", next_step="Check the year.")
        return date(year, month + 1, min(first.day, monthrange(year, month + 1)[1]))

    def beginning_with(self, first: date) -> Count:
        """The last day of so many months of which a day is the first.

        Six months beginning with 15 March end with 14 September. Where the last month has no such day they end with
        the last day it has. Raises a Refusal beyond the year 9998.
        """
        same = self.after(first)
        last = same - ONE_DAY if same.day == first.day else same
        return Count(
            last,
            (
                CountedDay(first, False, "The day the months begin with"),
                CountedDay(last, True, f"{self} end"),
            ),
        )


def anniversary(first: date, years: Years) -> date:
    """The same day so many years on; 1 March where a year has no 29 February."""
    return _last_day(first, years.number) + ONE_DAY


def _last_day(first: date, number: int) -> date:
    year = first.year + number
    if year > 9998:
        raise Refusal(f"{first.isoformat()} is too late to count {number} years from.", next_step="Check the year.")
    if (first.month, first.day) == (2, 29):
        return date(year, 2, 28)
    return first.replace(year=year) - ONE_DAY
