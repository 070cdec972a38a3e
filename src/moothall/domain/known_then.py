"""One date counted with two tables of holidays: as they were known on one day, and as they are known on another.

A holiday that is proclaimed late moves a date that was right when it was given. Both stand here with the reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from moothall.domain import clock_questions, given
from moothall.domain.clock_arguments import Argument, Reads
from moothall.domain.days import Holiday, Holidays, in_words
from moothall.domain.deadlines import Deadline
from moothall.domain.refusals import Refusal

AS_KNOWN_ON = Argument(
    "as_known_on",
    "count with the holidays as they were known on this day",
    "as they are known now",
    label="On which day was it computed?",
    hint="The holidays are then those that were known on that day.",
    reads=Reads.DAY,
)
Tables = Callable[[date | None], Holidays]


@dataclass(frozen=True, slots=True)
class KnownThen:
    """The answers of two tables of holidays. ``because`` are the sentences that say why they are not the same.

    ``because`` is empty where the answers agree, and also where they differ only in the name of the table.
    """

    first: Deadline
    second: Deadline
    because: tuple[str, ...]

    @property
    def differs(self) -> bool:
        """Whether a date, a time or a kind is another."""
        return _dates(self.first) != _dates(self.second) or self.first.kind != self.second.kind


def answer(name: str, plain: Mapping[str, Any], tables: Tables) -> Deadline:
    """The answer of a clock to arguments as JSON data gives them, one of which may be ``as_known_on``.

    ``tables`` gives the holidays as known on a day, or as they are where it is handed None. Raises a Refusal, a
    sentence with what to do next, as `clock_questions.answer` does.
    """
    asked, known_on = split(name, plain)
    return clock_questions.answer(name, asked, tables(known_on))


def split(name: str, plain: Mapping[str, Any]) -> tuple[dict[str, Any], date | None]:
    """The arguments of a clock, and apart from them the day on which its holidays were known, None where none is said.

    Raises a Refusal for a key that neither the clock nor this knows, and for what is no day.
    """
    if name in clock_questions.QUESTIONS:
        keys = [argument.key for argument in clock_questions.QUESTIONS[name].arguments]
        given.check_keys(plain, (*keys, AS_KNOWN_ON.key), where=f"The clock {name}")
    asked = {key: value for key, value in plain.items() if key != AS_KNOWN_ON.key}
    value = plain.get(AS_KNOWN_ON.key)
    return asked, None if value is None else given.day(value, AS_KNOWN_ON.key)


def both(ask: Callable[[Holidays], Deadline], first: Holidays, second: Holidays) -> KnownThen:
    """The answers that ``ask`` gives with two tables of holidays, and why they differ. Raises what ``ask`` raises."""
    answers = KnownThen(ask(first), ask(second), ())
    if not answers.differs:
        return answers
    days = [*_days(answers.first), *_days(answers.second)]
    return KnownThen(answers.first, answers.second, tuple(_because(first, second, min(days), max(days))))


def became_known_meanwhile(found: Deadline, holidays: Holidays) -> tuple[Holiday, ...]:
    """The holidays of an answer that became known only while its days were running: a reason to count twice."""
    days = _days(found)
    begun, ended = min(days, default=None), max(days, default=None)
    if begun is None or ended is None:
        return ()
    return tuple(
        row for row in holidays.rows if begun <= row.on <= ended and row.proclaimed_on and row.proclaimed_on > begun
    )


def shown_with(found: Deadline, plain: Mapping[str, Any], tables: Tables) -> KnownThen | None:
    """An answer as known on a day beside the same as known now; None where no day is asked for.

    Where the holidays as they are known now give no answer, there is nothing to stand beside it, and it is None too.
    """
    asked, known_on = split(found.clock, plain)
    if known_on is None:
        return None
    try:
        return both(lambda table: clock_questions.answer(found.clock, asked, table), tables(known_on), tables(None))
    except Refusal:
        return None


def _because(first: Holidays, second: Holidays, begins: date, ends: date) -> Iterator[str]:
    """A sentence for each holiday that only one of the tables holds, among the days that were counted."""
    only_one = set(first.rows) ^ set(second.rows)
    for row in sorted(only_one, key=lambda row: row.on):
        if begins <= row.on <= ends:
            yield _sentence(row)


def _sentence(row: Holiday) -> str:
    if row.withdrawn_on:
        return f"{in_words(row.on)} ({row.name}) was a holiday in every diary until {_plainly(row.withdrawn_on)}."
    if row.proclaimed_on:
        return f"{in_words(row.on)} ({row.name}) was proclaimed on {_plainly(row.proclaimed_on)}."
    return f"{in_words(row.on)} ({row.name}) is a holiday in one of the two tables only."


def _plainly(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def _dates(found: Deadline) -> tuple[Any, ...]:
    return (found.on, found.at, found.effective_on, found.listed_on, found.working_on)


def _days(found: Deadline) -> list[date]:
    dates = (found.on, found.effective_on, found.working_on, *(day.day for day in found.counted))
    return [day for day in dates if day is not None]
