"""Words a council keeps for use again: what they serve, when they are to be looked at anew, and where they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from moothall.domain.days import in_words
from moothall.domain.refusals import Refusal


class Serves(StrEnum):
    """What kind of place a standard wording is kept for."""

    OPENING = "opening"
    THEME = "theme"
    QUESTION = "question"
    FIELD = "field"


class Extent(StrEnum):
    """How much of a wording stands in a text: all of it, some whole sentences of it, or none."""

    ALL = "all"
    PART = "part"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a wording is meant to stand. ``name`` is a theme's key, a question's id or a report's field."""

    serves: Serves
    name: str = ""

    def __str__(self) -> str:
        """The place in one word, as it is kept: theme:transformation."""
        return f"{self.serves}:{self.name}" if self.name else str(self.serves)


def place_of(text: str) -> Place:
    """The place that is kept as ``text``. Raises a Refusal where it names no place."""
    kind, _, name = text.partition(":")
    if kind not in set(Serves) or bool(name) == (kind == Serves.OPENING):
        raise Refusal("Nothing says what the wording is for.", next_step="Choose a theme, a question or a field.")
    return Place(Serves(kind), name)


def check_wording(
    *, title: str, text: str, approved_by: str, approved_on: date, review_on: date | None, as_of: date
) -> None:
    """Raise a Refusal unless words, name and approval are there and their days can be right."""
    for said, wrong, next_step in (
        (title, "The wording has no name.", "Give it a short one, so that people find it."),
        (text, "The wording is empty.", "Put in the words."),
        (approved_by, "Nobody is named who approved the wording.", "Name the person or body, with the post."),
    ):
        if not said.strip():
            raise Refusal(wrong, next_step=next_step)
    if approved_on > as_of:
        raise Refusal(
            f"{in_words(approved_on)} is still to come, so nobody can have approved the wording then.",
            next_step="Give the day of the approval.",
        )
    if review_on is not None and review_on <= approved_on:
        raise Refusal(
            f"It would be reviewed on {in_words(review_on)}, which is not after its approval.",
            next_step="Give a later day for the review, or none.",
        )


def is_review_due(review_on: date | None, as_of: date) -> bool:
    """Whether the day on which a wording is to be looked at anew has come."""
    return review_on is not None and review_on <= as_of


def stands_in(wording: str, text: str) -> Extent:
    """How much of a wording stands in a text, whatever the capitals and the line breaks.

    A part is at least one whole sentence of four words or more: shorter ones ("None.") say nothing of where they are
    from.
    """
    words, said = _plain(wording), _plain(text)
    if not words or not said:
        return Extent.NONE
    if words in said:
        return Extent.ALL
    sentences = [_plain(one) for one in re.split(r"(?<=[.!?])\s+|\n+", wording)]
    telling = [one for one in sentences if one.count(" ") >= 3]
    return Extent.PART if any(one in said for one in telling) else Extent.NONE


def joined(stands: str, words: str) -> str:
    """What stands with the words after it as paragraphs of their own; nothing that stands is taken away."""
    return f"{stands.rstrip()}\n\n{words.strip()}" if stands.strip() else words.strip()


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
