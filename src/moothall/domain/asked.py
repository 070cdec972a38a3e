"""Short ways to say which arguments a clock has, and to read what was asked of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from moothall.domain import given
from moothall.domain.clock_arguments import Argument, Reads


def day_of(key: str, label: str, meaning: str = "", *, needed: bool = True, hint: str = "") -> Argument:
    """An argument that holds a day."""
    return Argument(
        key,
        meaning or _as_meaning(label),
        None if needed else "none",
        label=label,
        hint=hint,
        reads=Reads.DAY,
        advanced=False,
    )


def yes_no(key: str, label: str, meaning: str, *, hint: str = "") -> Argument:
    """An argument that is true or false, false where nothing is said."""
    return Argument(
        key, f"whether {meaning}", "false", flag=True, label=label, hint=hint, reads=Reads.YES_NO, advanced=False
    )


def must_say(key: str, label: str, meaning: str) -> Argument:
    """An argument that is true or false and must be given, because neither goes without saying."""
    return Argument(key, meaning, example="true", label=label, reads=Reads.YES_NO, advanced=False)


def text(key: str, label: str, meaning: str, *, example: str = "", hint: str = "") -> Argument:
    """An argument in words. It must be given where an example is shown."""
    default = None if example else "none"
    return Argument(key, meaning, default, example=example, label=label, hint=hint, reads=Reads.WORDS, advanced=False)


def number(key: str, label: str, meaning: str, *, example: str = "", hint: str = "") -> Argument:
    """An argument that is a whole number. It must be given where an example is shown."""
    default = None if example else "none"
    return Argument(key, meaning, default, example=example, label=label, hint=hint, reads=Reads.NUMBER, advanced=False)


def one_of(
    key: str, label: str, of: type[StrEnum], words: Mapping[Any, str], *, default: str = "", hint: str = ""
) -> Argument:
    """An argument that is one of a fixed set; the first is the example where there is no default."""
    choices = tuple((member.value, words[member]) for member in of)
    return Argument(
        key,
        f"one of {', '.join(member.value for member in of)}",
        default or None,
        example="" if default else choices[0][0],
        label=label,
        hint=hint,
        reads=Reads.CHOICE,
        choices=choices,
        advanced=False,
    )


def some_of(
    key: str, label: str, of: type[StrEnum], words: Mapping[Any, str], *, meaning: str = "", hint: str = ""
) -> Argument:
    """An argument that is any number of a fixed set, none where nothing is said."""
    choices = tuple((member.value, words[member]) for member in of)
    listed = ", ".join(member.value for member in of)
    return Argument(
        key,
        f"{meaning}any of {listed}, with commas",
        "none",
        label=label,
        hint=hint,
        reads=Reads.CHOICES,
        choices=choices,
        advanced=False,
    )


def on(asked: Mapping[str, Any], key: str) -> date:
    """The day under a key that must be there."""
    return given.day(asked[key], key)


def on_or_none(asked: Mapping[str, Any], key: str) -> date | None:
    """The day under a key, or None where there is none."""
    return given.day(asked[key], key) if key in asked else None


def yes(asked: Mapping[str, Any], key: str) -> bool:
    """Whether what is under a key is true; false where nothing is."""
    return given.yes_or_no(asked.get(key, False), key)


def said(asked: Mapping[str, Any], key: str) -> str:
    """The words under a key, empty where there are none."""
    return given.words(asked.get(key, ""), key)


def numbers(asked: Mapping[str, Any], key: str) -> tuple[int, ...]:
    """The whole numbers under a key, none where nothing is said."""
    return given.whole_numbers(asked[key], key) if key in asked else ()


def _as_meaning(label: str) -> str:
    words = label.rstrip("?")
    return f"the day asked for: {words[:1].lower()}{words[1:]}"
