"""Which field of a clock's form a refusal is about: the clocks refuse in sentences, and a page points to a box."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from moothall.domain.clock_arguments import ClockQuestion
from moothall.domain.days import in_words
from moothall.domain.known_then import AS_KNOWN_ON
from moothall.domain.refusals import Refusal


def refused_field(refusal: Refusal, question: ClockQuestion, plain: Mapping[str, str]) -> str:
    """The key of the argument that the refusal names, by its key, its date or its number; else the first that is seen.

    ``plain`` are the arguments that were given. The longest key is tried first, so that clear_days is not taken for
    days.
    """
    said = str(refusal)
    keys = [*(argument.key for argument in question.arguments), AS_KNOWN_ON.key]
    by_length = sorted(keys, key=len, reverse=True)
    for pattern in (r"^{}\b", r"\bneeds {}\b", r"\({}\)", r"\bgiven without {}\b"):
        for key in by_length:
            if re.search(pattern.format(re.escape(key)), said):
                return key
    return _by_value(said, plain) or _by_name(said, by_length) or _first(question)


def _by_value(said: str, plain: Mapping[str, str]) -> str | None:
    """The argument whose date or number stands first in the sentence."""
    places = {key: said.find(words) for key, value in plain.items() if (words := _as_said(value))}
    found = {key: place for key, place in places.items() if place >= 0}
    return min(found, key=lambda key: found[key]) if found else None


def _as_said(value: str) -> str:
    try:
        return in_words(date.fromisoformat(value[:10]))
    except ValueError:
        return f"{value} is not" if value.isdigit() else ""


def _by_name(said: str, keys: list[str]) -> str | None:
    return next((key for key in keys if "_" in key and re.search(rf"\b{re.escape(key)}\b", said)), None)


def _first(question: ClockQuestion) -> str:
    seen = [argument.key for argument in question.arguments if not question.is_advanced(argument)]
    return (seen or [argument.key for argument in question.arguments])[0]
