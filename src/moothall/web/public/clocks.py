"""What the page of a clock shows: the answer in a sentence, its working, and the same with other holidays."""

import shlex
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from moothall.domain import clock_questions, known_then, own_rules
from moothall.domain.clock_arguments import Argument, ClockQuestion, Reads
from moothall.domain.clock_list import ListedClock
from moothall.domain.days import Holiday, Holidays, in_words
from moothall.domain.deadlines import Deadline
from moothall.domain.known_then import AS_KNOWN_ON, KnownThen
from moothall.domain.own_rules import OwnRules
from moothall.reference import bank_holidays
from moothall.web.components.words import clock as time_in_words
from moothall.web.components.words import plain_day
from moothall.web.public.question_words import in_question_words

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Computed:
    """One of two answers that stand side by side: when its holidays were known, and what it says."""

    known: str
    found: Deadline
    sentence: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What was asked of a clock, its answer, and what goes with it.

    ``asked`` are the questions with what was said to each. ``beside`` are two answers where another day of computing
    was asked for, with ``because`` for their difference; ``meanwhile`` are the holidays that became known while the
    days were running, each with the address of the answer as it was a day before. ``own`` is what a council's own rules
    filled in, where it was asked by them, and ``more`` what the address says besides the arguments.
    """

    clock: ListedClock
    found: Deadline
    sentence: str
    plain: Mapping[str, str]
    asked: tuple[tuple[str, str], ...]
    beside: tuple[Computed, ...]
    because: tuple[str, ...]
    meanwhile: tuple[tuple[Holiday, str], ...]
    own: OwnRules | None = None
    more: Mapping[str, str] = field(default_factory=dict)

    @property
    def kind(self) -> str:
        """The kind that was found, in words; empty where the clock gives none."""
        return self.clock.question.kind_in_words(self.found.kind) if self.found.kind else ""

    @property
    def notes(self) -> tuple[str, ...]:
        """The notes of the answer, with arguments named by the questions of the page."""
        return tuple(in_question_words(note, self.clock.question.arguments) for note in self.found.notes)

    @property
    def version(self) -> str:
        """The day the wording of the rule dates from, in words where it is a day."""
        try:
            return plain_day(date.fromisoformat(self.found.version))
        except ValueError:
            return self.found.version

    @property
    def differs(self) -> bool:
        """Whether the two answers side by side are not the same."""
        return bool(self.because)

    @property
    def query(self) -> str:
        """The arguments as they stand in an address."""
        return urlencode({**self.plain, **self.more})

    @property
    def command_parts(self) -> tuple[str, ...]:
        """The same question as it is asked in a shell, an option with its value each."""
        options = (f"--{key.replace('_', '-')} {shlex.quote(value)}" for key, value in self._in_full().items())
        return (f"moothall clock {self.clock.question.name}", *options, "--json")

    def _in_full(self) -> dict[str, str]:
        """The arguments with what the own rules filled in, so that a shell gives the same without the rules."""
        if self.own is None:
            return dict(self.plain)
        full = {key: _in_a_shell(value) for key, value in {**self.plain, **self.own.arguments}.items()}
        counted = {day.day for day in self.found.counted}
        closed = ",".join(one.on.isoformat() for one in self.own.closures if one.on in counted)
        takes = any(one.key == "closures" for one in self.clock.question.arguments)
        return full | ({"closures": closed} if closed and takes else {})

    @property
    def command(self) -> str:
        """The same question as it is asked in a shell, in one line."""
        return " ".join(self.command_parts)


def answer(
    clock: ListedClock,
    plain: Mapping[str, str],
    *,
    beside_on: date | None = None,
    own: OwnRules | None = None,
    more: Mapping[str, str] | None = None,
) -> Answer:
    """The answer to arguments as the shell takes them. Raises a Refusal as the clock does.

    With ``as_known_on`` among them, or with ``beside_on``, the answer as known on the one day stands beside the answer
    as known on the other; without a second day, beside the answer as it is known now. With ``own`` a council's own
    rules stand in place of the defaults; ``more`` goes into the address of the answer.
    """
    question, known = clock.question, bank_holidays.england if own is None else own.tables(bank_holidays.england)
    full = plain if own is None else own_rules.merged(own, plain)
    found = known_then.answer(question.name, full, known)
    asked, known_on = known_then.split(question.name, full)
    both = None
    if known_on or beside_on:
        tables = known(known_on), known(beside_on)
        both = known_then.both(lambda table: clock_questions.answer(question.name, asked, table), *tables)
    return Answer(
        clock=clock,
        found=found,
        sentence=sentence(question, found),
        plain=plain,
        asked=tuple(_said(question, plain)),
        beside=_side_by_side(question, both, known_on, beside_on) if both else (),
        because=both.because if both else (),
        meanwhile=() if known_on else _meanwhile(found, {**plain, **(more or {})}, bank_holidays.england()),
        own=own,
        more=more or {},
    )


def sentence(question: ClockQuestion, found: Deadline) -> str:
    """The answer in one sentence: Scrutiny may call it in until 5.15pm on Wednesday 10 July 2024."""
    day = found.on or (found.at.date() if found.at else None)
    if day is None:
        return found.what.rstrip(".") + "."
    when = f"{time_in_words(found.at)} on {in_words(day)}" if found.at else in_words(day)
    said = question.sentence.format(when=when) if question.sentence else f"{found.what.rstrip('.')}: {when}"
    return said + "."


def _in_a_shell(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _side_by_side(
    question: ClockQuestion, both: KnownThen, known_on: date | None, beside_on: date | None
) -> tuple[Computed, ...]:
    days = ((both.first, known_on), (both.second, beside_on))
    return tuple(
        Computed(f"were known on {plain_day(day)}" if day else "are known now", found, sentence(question, found))
        for found, day in days
    )


def _meanwhile(found: Deadline, plain: Mapping[str, str], holidays: Holidays) -> tuple[tuple[Holiday, str], ...]:
    def before(row: Holiday) -> str:
        assert row.proclaimed_on is not None
        return urlencode({**plain, AS_KNOWN_ON.key: (row.proclaimed_on - ONE_DAY).isoformat()})

    return tuple((row, before(row)) for row in known_then.became_known_meanwhile(found, holidays))


def _said(question: ClockQuestion, asked: Mapping[str, str]) -> list[tuple[str, str]]:
    """Each question that was answered, with the answer in words."""
    return [(one.asked, in_their_words(one, asked[one.key])) for one in question.arguments if one.key in asked]


def in_their_words(argument: Argument, value: str) -> str:
    """A value as a person reads it: dates with their weekday, choices in their own words."""
    match argument.holds:
        case Reads.CHOICE | Reads.CHOICES:
            words = dict(argument.choices)
            return ", ".join(words.get(part, part) for part in value.split(","))
        case Reads.YES_NO:
            return "Yes" if value in ("true", "yes") else "No"
        case Reads.TIME:
            return time_in_words(f"2000-01-01T{value}")
        case Reads.DAY | Reads.DAY_OR_MOMENT:
            day, _, at = value.partition("T")
            said = in_words(date.fromisoformat(day))
            return f"{said} at {time_in_words(value)}" if at else said
        case Reads.DAYS:
            return ", ".join(in_words(date.fromisoformat(part)) for part in value.split(","))
        case _:
            return value
