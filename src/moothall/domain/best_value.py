"""Evidence by best-value theme: what is found for a theme by plain rules, and what a person chose of it.

The themes themselves are `clocks.best_value_themes`. Nothing here weighs one theme against another.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from moothall.domain.clocks.best_value_themes import Theme
from moothall.domain.refusals import Refusal

SHOWN_WORDS = 60
"""So many words of a thing are shown and kept as evidence; the link leads to all of it."""


class Kind(StrEnum):
    """What sort of thing may be evidence."""

    ANSWER = "answer"
    COMMITMENT = "commitment"
    MEASURE = "measure"
    DECISION = "decision"
    SCRUTINY = "scrutiny"
    PROGRESS = "progress"
    SIGN_OFF = "sign_off"

    @property
    def label(self) -> str:
        """The sort in words, as it stands in a sentence."""
        return {
            Kind.ANSWER: "an answer of the plan",
            Kind.COMMITMENT: "a commitment",
            Kind.MEASURE: "a measure",
            Kind.DECISION: "a decision",
            Kind.SCRUTINY: "a recommendation of scrutiny",
            Kind.PROGRESS: "progress that was released",
            Kind.SIGN_OFF: "an officer’s sign-off",
        }[self]


@dataclass(frozen=True, slots=True)
class ThemeText:
    """What is said of a theme, and by which words and sorts of thing evidence is found for it.

    A word that ends in ``*`` stands for every word that begins so.
    """

    key: Theme
    name: str
    says: str
    words: tuple[str, ...]
    kinds: tuple[Kind, ...]


@dataclass(frozen=True, slots=True)
class Matter:
    """Something there is already. ``of`` is the title of the round's theme it stands under, or empty.

    ``page`` and ``parts`` name the council's page on which it stands. ``on`` is when it was last written or done.
    """

    key: str
    kind: Kind
    title: str
    words: str
    on: date | None
    page: str
    parts: tuple[str | int, ...] = ()
    of: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something found for a theme, and by which rule, in a sentence. Nobody has confirmed it."""

    matter: Matter
    found_by: str


@dataclass(frozen=True, slots=True)
class Item:
    """What a person chose or added for a theme, or took away with a reason.

    ``matter`` is what it was chosen from as that stands today; None where a person added it, or it is no longer there.
    """

    key: str
    title: str
    words: str
    address: str
    on: date | None
    by: str
    chosen_on: date
    matter: Matter | None = None
    why_away: str = ""
    away_by: str = ""
    away_on: date | None = None


@dataclass(frozen=True, slots=True)
class ThemeEvidence:
    """A theme with what was chosen for it, what was found and nobody confirmed, and what was taken away."""

    theme: ThemeText
    chosen: tuple[Item, ...]
    found: tuple[Candidate, ...]
    away: tuple[Item, ...]

    @property
    def answer(self) -> str:
        """How it stands, in a sentence. It says what is there, and nothing of how good it is."""
        if self.chosen:
            return "Evidence is chosen for this theme."
        if self.found:
            return "Nothing is chosen for this theme yet. What was found for it waits for somebody to look at it."
        return "There is nothing for this theme here. It may stand elsewhere: add it with its address."


def excerpt(words: str) -> str:
    """The first words of a text, with an ellipsis where there are more."""
    those = words.split()
    return " ".join(those[:SHOWN_WORDS]) + (" …" if len(those) > SHOWN_WORDS else "")


def found_by(theme: ThemeText, matter: Matter) -> str:
    """By which rule something is found for a theme, in a sentence; empty where by none.

    First its sort, then a word in the title of the round's theme, then a word in its own text. The rules are ours.
    """
    if matter.kind in theme.kinds:
        return f"Found because it is {matter.kind.label}."
    if word := _first(theme.words, matter.of):
        return f"Found by the word “{word}” in the theme of the letter, “{matter.of}”."
    if word := _first(theme.words, f"{matter.title}\n{matter.words}"):
        return f"Found by the word “{word}” in its text."
    return ""


def candidates(theme: ThemeText, matters: Iterable[Matter], *, settled: Collection[str]) -> tuple[Candidate, ...]:
    """What is found for a theme, without the keys a person has chosen or taken away already."""
    found = ((one, found_by(theme, one)) for one in matters if one.key not in settled)
    return tuple(Candidate(one, why) for one, why in found if why)


def _first(words: Iterable[str], text: str) -> str:
    for word in words:
        stem = r"\s+".join(re.escape(part) for part in word.removesuffix("*").split())
        ending = r"\w*" if word.endswith("*") else ""
        match = re.search(rf"(?<!\w){stem}{ending}(?!\w)", text, re.IGNORECASE)
        if match:
            return " ".join(match.group().split())
    return ""


def check_added(title: str, words: str, address: str, *, on: date, today: date) -> None:
    """Raise a Refusal for evidence without a name or words, without an address to open, or from a day to come."""
    if not title.strip() or not words.strip():
        raise Refusal("It is not said what the evidence is.", next_step="Name it, and say what it shows.")
    if not re.match(r"https?://\S+$", address.strip()):
        raise Refusal(
            "The address of the evidence cannot be opened.", next_step="Give an address that begins with https://."
        )
    if on > today:
        raise Refusal("The day of the evidence is still to come.", next_step="Give the day it bears.")


def check_away(why: str) -> None:
    """Raise a Refusal where nothing is said of why something is no evidence for a theme."""
    if not why.strip():
        raise Refusal("It is not said why it is taken away.", next_step="Say why, in a sentence.")
