"""What a clock can be asked with: its arguments by name, from which the shell, its help and a page are made."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from moothall.domain.days import Holidays
from moothall.domain.deadlines import Deadline

UNITS = (("working", "Working days"), ("calendar", "Every day of the calendar"))
HOW_MANY_CLEAR = "How many clear days must lie between?"
WHICH_DAYS = "Which days count?"


class Reads(StrEnum):
    """What an argument holds, and so how a page asks for it."""

    DAY = "day"
    DAY_OR_MOMENT = "day_or_moment"
    DAYS = "days"
    TIME = "time"
    NUMBER = "number"
    YES_NO = "yes_no"
    CHOICE = "choice"
    CHOICES = "choices"
    WORDS = "words"


class Moment(StrEnum):
    """When an officer meets a clock on the way of a decision. The value is the heading it stands under."""

    NOTICES = "Notices before the decision"
    MEETING = "The meeting and its papers"
    DECISION = "The decision and its record"
    CALL_IN = "Call-in"
    AFTERWARDS = "Afterwards"
    OPENNESS = "What is open and what is private"
    OFFICERS = "The statutory officers"
    DUTIES = "Equality, access, publicity and information"
    CHANGE = "Change of governance and of councils"
    OTHER = "Other clocks"


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument of a clock: its key, what it means, and its default in words, None where it must be given.

    ``example`` is a value to enter, shown where the argument is missing; a date needs none. The rest is for a page and
    may be left out: ``label`` is the question in plain words, ``hint`` goes under it, ``reads`` says what it holds,
    ``choices`` are the values with their words, and ``advanced`` folds it away (None: where it need not be given).
    """

    key: str
    meaning: str
    default: str | None = None
    flag: bool = False
    example: str = ""
    label: str = ""
    hint: str = ""
    reads: Reads | None = None
    choices: tuple[tuple[str, str], ...] = ()
    advanced: bool | None = None

    @property
    def option(self) -> str:
        """The argument as an option of the shell: --first-day-counts."""
        return "--" + self.key.replace("_", "-")

    @property
    def asked(self) -> str:
        """The question a page asks: the label, or else the meaning."""
        return self.label or self.meaning[:1].upper() + self.meaning[1:]

    @property
    def holds(self) -> Reads:
        """What it holds, as said, or else as its default, its choices and the first words of its meaning show."""
        if self.reads is not None:
            return self.reads
        if self.flag or self.default in ("true", "false") or self.meaning.startswith("whether "):
            return Reads.YES_NO
        if self.choices:
            return Reads.CHOICE
        if (self.default or self.example or "").isdigit() or self.meaning.startswith("how many "):
            return Reads.NUMBER
        starts = (("the time ", Reads.TIME), ("further days ", Reads.DAYS))
        if self.meaning.startswith(("the day", "the first day", "the last day", "the earliest day", "polling day")):
            return Reads.DAY_OR_MOMENT if "time" in self.meaning else Reads.DAY
        return next((kind for start, kind in starts if self.meaning.startswith(start)), Reads.WORDS)


@dataclass(frozen=True, slots=True)
class ClockQuestion:
    """A clock that can be asked for by name. ``needs`` are the keys without which it cannot answer.

    The rest is for a page and may be left out: ``title`` names the clock in plain words, ``moment`` says when an
    officer meets it, ``example`` holds arguments that give an answer, ``kinds`` the kinds it can give in words, and
    ``sentence`` the answer, with {when} for the day and time. Where it gives no day, the answer is what the clock says.
    """

    name: str
    gives: str
    arguments: tuple[Argument, ...]
    needs: tuple[str, ...]
    ask: Callable[[Mapping[str, Any], Holidays], Deadline]
    title: str = ""
    moment: Moment = Moment.OTHER
    sentence: str = ""
    kinds: tuple[tuple[str, str], ...] = ()
    example: tuple[tuple[str, str], ...] = ()

    @property
    def called(self) -> str:
        """The clock in plain words: its title, or else its name."""
        return self.title or self.name.replace("-", " ").capitalize()

    @property
    def gives_in_words(self) -> str:
        """What it gives, with the kinds in words: full notice, general exception or special urgency."""
        said = self.gives
        for kind, words in self.kinds:
            said = re.sub(rf"\b{re.escape(kind)}\b", words[:1].lower() + words[1:], said)
        return said

    def is_advanced(self, argument: Argument) -> bool:
        """Whether a page folds an argument away: as it says itself, or else where it need not be given."""
        return argument.key not in self.needs if argument.advanced is None else argument.advanced

    def kind_in_words(self, kind: str) -> str:
        """A kind in words: Full notice."""
        return dict(self.kinds).get(kind) or kind.replace("_", " ").capitalize()
