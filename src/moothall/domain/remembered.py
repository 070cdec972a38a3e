"""Answers of clocks already asked while routes are planned, so that no date is counted twice."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from moothall.domain.closures import Closure
from moothall.domain.days import Holidays

Answer = TypeVar("Answer")


class Remembered:
    """Asks a clock once for each set of arguments, always with the same table of holidays.

    A clock is a function of its arguments and the table, so what it said once it says again. The planner asks the same
    dates of one council for every day looked from; only what can still be kept depends on that day.
    """

    __slots__ = ("_answers", "_closed", "holidays")

    def __init__(self, holidays: Holidays) -> None:
        self.holidays = holidays
        self._answers: dict[Any, Any] = {}
        self._closed: dict[tuple[Closure, ...], Remembered] = {}

    def closed_on(self, closures: tuple[Closure, ...]) -> Remembered:
        """The same with the table on which these days of closure stand too; this one where there are none."""
        if not closures:
            return self
        if closures not in self._closed:
            self._closed[closures] = Remembered(self.holidays.closed_on(closures))
        return self._closed[closures]

    def ask(self, clock: Callable[..., Answer], *arguments: Any, **options: Any) -> Answer:
        """What the clock answers to these arguments. A Refusal is raised anew each time."""
        key = (clock, arguments, tuple(options.items()))
        try:
            found: Answer = self._answers[key]
        except KeyError:
            found = self._answers[key] = clock(*arguments, holidays=self.holidays, **options)
        return found
