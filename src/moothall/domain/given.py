"""Values as people and files give them: dates, times, whole numbers, yes and no, choices. A refusal names the key."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime, time
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from moothall.domain.refusals import Refusal

ENGLAND = ZoneInfo("Europe/London")
Choice = TypeVar("Choice", bound=StrEnum)
LONGEST_NUMBER = 40  # characters; Python itself refuses to read thousands of digits


def check_keys(given: Mapping[str, Any], known: Collection[str], *, where: str) -> None:
    """Raise a Refusal that names the first key not known here, with the nearest known one or all of them."""
    for key in given:
        if key in known:
            continue
        near = get_close_matches(str(key).replace("-", "_"), known, n=1)
        next_step = f"Did you mean {near[0]}?" if near else f"The keys known here are: {', '.join(known)}."
        raise Refusal(f"{where} has an unknown key, {key!r}.", next_step=next_step)


def day(value: Any, key: str) -> date:
    """A date given as 2024-07-03. A time of day after it is left out."""
    moment = day_or_moment(value, key)
    return moment.date() if isinstance(moment, datetime) else moment


def day_or_moment(value: Any, key: str) -> date | datetime:
    """A date (2024-07-03) or a local date and time (2024-07-03T17:15). A time with an offset is taken to England."""
    if isinstance(value, str):
        text = value.strip()
        try:
            if len(text) <= 10:
                return date.fromisoformat(text)
            moment = datetime.fromisoformat(text)
            return moment.astimezone(ENGLAND).replace(tzinfo=None) if moment.tzinfo else moment
        except (ValueError, OverflowError):
            pass
    raise Refusal(
        f"{key} is {_shown(value)}, which is not a date.", next_step="Give it as 2024-07-03, or 2024-07-03T17:15."
    )


def clock_time(value: Any, key: str) -> time:
    """A time of day given as 17:15."""
    if isinstance(value, str):
        try:
            return time.fromisoformat(value.strip()).replace(tzinfo=None)
        except ValueError:
            pass
    raise Refusal(f"{key} is {_shown(value)}, which is not a time of day.", next_step="Give it as 17:15.")


def whole_number(value: Any, key: str) -> int:
    """A whole number, given as a number or in digits."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and value.strip().isascii() and value.strip().isdigit() and len(value) <= LONGEST_NUMBER:
        return int(value)
    raise Refusal(f"{key} is {_shown(value)}, which is not a whole number.", next_step="Give it as 5.")


def yes_or_no(value: Any, key: str) -> bool:
    """True or false, given as such or as yes, no, true or false in words."""
    if isinstance(value, bool):
        return value
    answers = {"yes": True, "true": True, "no": False, "false": False}
    if isinstance(value, str) and value.strip().lower() in answers:
        return answers[value.strip().lower()]
    raise Refusal(f"{key} is {_shown(value)}, which is neither true nor false.", next_step="Give it as true or false.")


def choice(value: Any, key: str, of: type[Choice]) -> Choice:
    """One of a fixed set of words."""
    try:
        return of(value)
    except ValueError:
        words = ", ".join(member.value for member in of)
        raise Refusal(
            f"{key} is {_shown(value)}, which is not known here.", next_step=f"Give one of: {words}."
        ) from None


def choices(value: Any, key: str, of: type[Choice]) -> tuple[Choice, ...]:
    """Several of a fixed set of words, given as a list or as one text with commas between them."""
    return tuple(choice(part, key, of) for part in several(value, key))


def days(value: Any, key: str) -> frozenset[date]:
    """A set of dates, given as a list or as text with commas between them."""
    parts = value.split(",") if isinstance(value, str) else value
    if not isinstance(parts, Iterable) or isinstance(parts, Mapping):
        raise Refusal(f"{key} is {_shown(value)}, which is not a list of dates.", next_step='Give ["2024-12-27"].')
    return frozenset(day(part, key) for part in parts if part != "")


def several(value: Any, key: str) -> tuple[str, ...]:
    """Several pieces of text in order, given as a list or as one text with commas between them; empty ones go."""
    parts = value.split(",") if isinstance(value, str) else value
    if not isinstance(parts, list | tuple):
        raise Refusal(f"{key} is {_shown(value)}, which is no list.", next_step='Give it as ["one", "two"] or one,two.')
    return tuple(said for part in parts if (said := words(part, key)))


def whole_numbers(value: Any, key: str) -> tuple[int, ...]:
    """Several whole numbers in order, given as a list, as text with commas between them, or as one number."""
    parts = value.split(",") if isinstance(value, str) else value if isinstance(value, list | tuple) else [value]
    return tuple(whole_number(part, key) for part in parts if part != "")


def words(value: Any, key: str) -> str:
    """A piece of text."""
    if isinstance(value, str):
        return value.strip()
    raise Refusal(f"{key} is {_shown(value)}, which is not text.", next_step="Give it in quotation marks.")


def _shown(value: Any) -> str:
    shown = repr(value)
    return shown if len(shown) <= 60 else shown[:57] + "..."
