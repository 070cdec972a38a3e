"""What the clocks of executive decisions ask alike: who decides, when, for how much; and how it is read."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, TypeVar

from moothall.domain import given
from moothall.domain.authorities import BodyKind
from moothall.domain.clock_arguments import Argument

Choice = TypeVar("Choice", bound=StrEnum)
TAKERS = (
    ("executive", "The executive at a meeting"),
    ("individual_member", "One member of the executive"),
    ("officer", "An officer, for the executive"),
)
DECIDERS = (
    *TAKERS,
    ("full_council", "The council"),
    ("committee", "A committee"),
    ("scrutiny", "A scrutiny committee"),
)
TAKER = Argument(
    "taker",
    "who decides: executive, individual_member or officer",
    "executive",
    example="executive",
    label="Who decides?",
    choices=TAKERS,
    advanced=False,
)
DECIDED = Argument("decided", "the day the decision was taken", label="When was the decision taken?")
POUNDS = Argument(
    "pounds",
    "how many pounds of spending or saving it is likely to mean",
    "not known",
    example="60000",
    label="How many pounds of spending or saving is it likely to mean?",
    hint="Whole pounds, without commas. Saving counts as much as spending. Ask once for each kind of money.",
    advanced=False,
)


def number_or_none(asked: Mapping[str, Any], key: str) -> int | None:
    """The whole number under a key, or None where there is none."""
    return given.whole_number(asked[key], key) if key in asked else None


def yes_no_or_none(asked: Mapping[str, Any], key: str) -> bool | None:
    """True or false under a key, or None where nothing is said."""
    return given.yes_or_no(asked[key], key) if key in asked else None


def choices(asked: Mapping[str, Any], key: str, of: type[Choice]) -> tuple[Choice, ...]:
    """Several of a fixed set of words under a key, none where nothing is said."""
    return tuple(given.choice(word, key, of) for word in given.several(asked.get(key, ()), key))


def words_of(of: type[StrEnum]) -> str:
    """A set of words as a sentence of help lists them."""
    return ", ".join(member.value for member in of)


def taker(asked: Mapping[str, Any]) -> BodyKind:
    """Who decides, the executive where nothing is said."""
    return given.choice(asked.get("taker", BodyKind.EXECUTIVE), "taker", BodyKind)
