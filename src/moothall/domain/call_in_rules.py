"""A council's own call-in rule as a value: what starts the count, what is counted, how it ends, and who may ask."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import Any

from moothall.domain import given
from moothall.domain.days import Length, Unit, time_in_words
from moothall.domain.refusals import Refusal


class Base(StrEnum):
    """The event that starts the count of a call-in."""

    PUBLICATION = "publication"
    DECISION = "decision"


class Effective(StrEnum):
    """When a decision that was not called in takes effect."""

    NEXT_CALENDAR_DAY = "next_calendar_day"
    NEXT_WORKING_DAY = "next_working_day"
    AT_CLOSE = "at_close"
    END_OF_LAST_DAY = "end_of_last_day"


class NonworkingEnd(StrEnum):
    """What becomes of a last day that is no working day, where calendar days are counted."""

    LEAVE = "leave"
    NEXT_WORKING = "next_working"


FIVE_WORKING_DAYS = Length(5, Unit.WORKING)


@dataclass(frozen=True, slots=True)
class CallInRule:
    """A council's own call-in rule. The defaults are the commonest rule seen, not a rule of law.

    ``publish_allowance`` is working days allowed for publishing before the count starts, with ``base`` decision.
    ``publish_cutoff`` is a time of day: what is published later counts as published on the next working day.
    ``closes`` is the time on the last day at which call-in closes. ``closures`` are further non-working days.
    ``starts_after`` is working days skipped after the starting day before day 1, for a clock that starts late.
    ``on_nonworking_end`` says whether a last calendar day that is no working day moves on to the next one.
    ``requesters`` says how many members may ask for it and who, ``grounds`` on what grounds, both in words.
    ``key_only`` says whether only key decisions may be called in; None is as councils commonly have it: those of
    officers only where they are key, those of others always.

    A meeting that decides is a decision (``base`` decision), a notice or record made available is a publication.
    "Clear" days are days with the starting day left out, so they need no unit of their own.
    """

    length: Length = FIVE_WORKING_DAYS
    base: Base = Base.PUBLICATION
    first_day_counts: bool = False
    publish_allowance: int = 0
    publish_cutoff: time | None = None
    closes: time | None = None
    effective: Effective = Effective.NEXT_CALENDAR_DAY
    closures: frozenset[date] = frozenset()
    starts_after: int = 0
    on_nonworking_end: NonworkingEnd = NonworkingEnd.LEAVE
    requesters: str = ""
    grounds: str = ""
    key_only: bool | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.starts_after <= 60:
            raise Refusal(
                f"{self.starts_after} is not a number of days skipped before the count.",
                next_step="Give a whole number from 0 to 60.",
            )
        if self.starts_after and self.first_day_counts:
            raise Refusal(
                "The starting day cannot count (first_day_counts) where days after it are skipped (starts_after).",
                next_step="Set first_day_counts to false, or leave starts_after at 0.",
            )
        if self.on_nonworking_end is NonworkingEnd.NEXT_WORKING and self.length.unit is Unit.WORKING:
            raise Refusal(
                "on_nonworking_end has no meaning where working days are counted: the last day is always one.",
                next_step="Set unit to calendar, or leave on_nonworking_end at leave.",
            )
        if not 0 <= self.publish_allowance <= 60:
            raise Refusal(
                f"{self.publish_allowance} is not a number of days allowed for publishing.",
                next_step="Give a whole number from 0 to 60.",
            )
        if self.publish_allowance and self.base is Base.PUBLICATION:
            raise Refusal(
                "publish_allowance has no meaning where the count starts from publication.",
                next_step="Set base to decision, or leave publish_allowance at 0.",
            )

    def in_words(self) -> str:
        """The rule in a few words: 5 working days from publication."""
        start = "counting that day" if self.first_day_counts else "that day left out"
        if self.starts_after:
            skipped = "working day" if self.starts_after == 1 else f"{self.starts_after} working days"
            start = f"that day and the next {skipped} left out"
        closes = f", closing at {time_in_words(self.closes)}" if self.closes else ""
        return f"{self.length} from {self.base.value}, {start}{closes}"


CALL_IN_KEYS = (
    *("days", "unit", "base", "first_day_counts", "publish_allowance", "publish_cutoff", "closes", "effective"),
    "closures",
    *("starts_after", "on_nonworking_end", "requesters", "grounds", "key_only"),
)


def call_in_rule(plain: Mapping[str, Any], *, where: str = "call_in") -> CallInRule:
    """A call-in rule from JSON data, with the arguments of `moothall clock call-in`. None stands for the default.

    Raises a Refusal that names the key where one is unknown or its value cannot be read.
    """
    given.check_keys(plain, CALL_IN_KEYS, where=where)
    readers: dict[str, Any] = {
        "base": lambda value: given.choice(value, "base", Base),
        "first_day_counts": lambda value: given.yes_or_no(value, "first_day_counts"),
        "publish_allowance": lambda value: given.whole_number(value, "publish_allowance"),
        "publish_cutoff": lambda value: given.clock_time(value, "publish_cutoff"),
        "closes": lambda value: given.clock_time(value, "closes"),
        "effective": lambda value: given.choice(value, "effective", Effective),
        "closures": lambda value: given.days(value, "closures"),
        "starts_after": lambda value: given.whole_number(value, "starts_after"),
        "on_nonworking_end": lambda value: given.choice(value, "on_nonworking_end", NonworkingEnd),
        "requesters": lambda value: given.words(value, "requesters"),
        "grounds": lambda value: given.words(value, "grounds"),
        "key_only": lambda value: given.yes_or_no(value, "key_only"),
    }
    read = {key: reader(plain[key]) for key, reader in readers.items() if plain.get(key) is not None}
    return CallInRule(length=length(plain, "days", "unit", CallInRule().length), **read)


def call_in_as_plain(rule: CallInRule) -> dict[str, Any]:
    """A call-in rule as JSON data: the arguments of `moothall clock call-in`, which `call_in_rule` reads back.

    What few constitutions say is given only where this one says it.
    """
    seldom = {
        "starts_after": rule.starts_after or None,
        "on_nonworking_end": None if rule.on_nonworking_end is NonworkingEnd.LEAVE else rule.on_nonworking_end.value,
        "requesters": rule.requesters or None,
        "grounds": rule.grounds or None,
        "key_only": rule.key_only,
    }
    return {
        "days": rule.length.number,
        "unit": rule.length.unit.value,
        "base": rule.base.value,
        "first_day_counts": rule.first_day_counts,
        "publish_allowance": rule.publish_allowance,
        "publish_cutoff": rule.publish_cutoff.isoformat("minutes") if rule.publish_cutoff else None,
        "closes": rule.closes.isoformat("minutes") if rule.closes else None,
        "effective": rule.effective.value,
        "closures": sorted(day.isoformat() for day in rule.closures),
        **{key: value for key, value in seldom.items() if value is not None},
    }


def length(plain: Mapping[str, Any], number: str, unit: str, default: Length) -> Length:
    """A length of days from JSON data, under these two keys. None stands for what the default has."""
    counted, kind = plain.get(number), plain.get(unit)
    return Length(
        default.number if counted is None else given.whole_number(counted, number),
        default.unit if kind is None else given.choice(kind, unit, Unit),
    )
