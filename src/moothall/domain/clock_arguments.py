"""What a clock can be asked with: its arguments by name, from which the shell, its help and a page are made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from moothall.domain.days import Holidays
from moothall.domain.deadlines import Deadline


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument of a clock: its key, what it means, and its default in words, None where it must be given.

    ``example`` is a value to enter, shown where the argument is missing; a date needs none.
    """

    key: str
    meaning: str
    default: str | None = None
    flag: bool = False
    example: str = ""

    @property
    def option(self) -> str:
        """The argument as an option of the shell: --first-day-counts."""
        return "--" + self.key.replace("_", "-")


@dataclass(frozen=True, slots=True)
class ClockQuestion:
    """A clock that can be asked for by name. ``needs`` are the keys without which it cannot answer."""

    name: str
    gives: str
    arguments: tuple[Argument, ...]
    needs: tuple[str, ...]
    ask: Callable[[Mapping[str, Any], Holidays], Deadline]
