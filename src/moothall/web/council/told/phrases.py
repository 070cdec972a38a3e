"""The small words that sentences of the record are made of."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from moothall.domain.days import in_short

Details = Mapping[str, Any]
Names = Mapping[str, str]
Sentence = Callable[[Details, Names], str]


def named(key: Any, names: Names) -> str:
    """What a key stands for, in quotation marks; the key itself where nothing goes by it any more."""
    return f"“{names[key]}”" if key in names else str(key)


def day(value: Any) -> str:
    """A day of the details, which are plain JSON, as it stands in a sentence."""
    return in_short(date.fromisoformat(str(value)[:10]), year=True) if value else "a day not given"


def reason(said: Details) -> str:
    """A reason as somebody wrote it, to end a sentence that gets its full stop elsewhere."""
    return str(said.get("reason") or "").strip().rstrip(".")


def because(said: Details) -> str:
    return f": {reason(said)}" if reason(said) else ""


def some(count: Any, noun: str) -> str:
    return f"{count or 0} {noun}{'' if count == 1 else 's'}"
