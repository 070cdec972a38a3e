"""A year's review of a plan: what was promised, what became of it, and what is carried over. In words, and frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from moothall.domain.refusals import Refusal


class ReviewedKind(StrEnum):
    """What a line of a review is about."""

    COMMITMENT = "commitment"
    MEASURE = "measure"


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One commitment or measure: what was promised, what was told of it in the time, and what became of it.

    ``told`` are lines as they were shown that day. ``carried_over`` says what goes on and how, if anything does.
    """

    key: str
    kind: ReviewedKind
    title: str
    promised: str
    told: tuple[str, ...]
    became: str
    carried_over: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """The review of one plan for a time, as it was kept."""

    authority: str
    authority_name: str
    round: str
    plan_title: str
    since: date
    until: date
    words: str
    items: tuple[Reviewed, ...]

    @property
    def carried(self) -> tuple[Reviewed, ...]:
        """What is carried over."""
        return tuple(one for one in self.items if one.carried_over)


@dataclass(frozen=True, slots=True)
class Said:
    """What a person says of one line of a review."""

    became: str
    carried_over: str = ""


def check_review(*, since: date, until: date, today: date, titles: Mapping[str, str], said: Mapping[str, Said]) -> None:
    """Raise a Refusal if the time runs backwards or is not over, or if something promised is passed over.

    ``titles`` are those of every commitment and measure by its key: a review leaves none of them out.
    """
    if until < since:
        raise Refusal("The time ends before it begins.", next_step="Correct one of the two days.")
    if until > today:
        raise Refusal("The time is not over.", next_step="Review it when it is, or choose an earlier day.")
    missing = [title for key, title in titles.items() if not said.get(key, Said("")).became.strip()]
    if missing:
        named = "; ".join(missing[:3]) + ("; and others" if len(missing) > 3 else "")
        raise Refusal(f"Nothing is said of what became of: {named}.", next_step="Say it in a sentence for each.")


def check_replaces(*, is_there: bool, why: str) -> None:
    """Raise a Refusal if a review of this time is kept already and nobody says why there is another."""
    if is_there and not why.strip():
        raise Refusal(
            "A review that ends on this day is kept already.",
            next_step="Say why there is another. The earlier one stays beside it.",
        )
