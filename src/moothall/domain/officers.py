"""The three statutory officers, and who held which post when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from moothall.domain.days import in_words
from moothall.domain.refusals import Refusal


class Post(StrEnum):
    """A post that every principal council must fill."""

    HEAD_OF_PAID_SERVICE = "head_of_paid_service"
    MONITORING_OFFICER = "monitoring_officer"
    CHIEF_FINANCE_OFFICER = "chief_finance_officer"

    @property
    def in_words(self) -> str:
        """The post as a sentence names it."""
        return self.value.replace("_", " ")


class CouncilKind(StrEnum):
    """What kind of council it is, for the bar on holding two posts."""

    COUNTY = "county"
    DISTRICT = "district"
    LONDON_BOROUGH = "london_borough"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Holding:
    """Somebody holding a post from one day to another, both included; None where the day is open."""

    post: Post
    holder: str
    from_on: date | None = None
    to_on: date | None = None

    def __post_init__(self) -> None:
        if not self.holder.strip():
            raise Refusal(f"Nobody is named as {self.post.in_words}.", next_step="Give a name, or leave the post out.")
        if self.from_on and self.to_on and self.to_on < self.from_on:
            raise Refusal(
                f"{self.holder} leaves the post of {self.post.in_words} ({in_words(self.to_on)}) before taking it up"
                f" ({in_words(self.from_on)}).",
                next_step="Check both dates.",
            )

    def on(self, day: date) -> bool:
        """Whether the post is held on a day."""
        return (self.from_on is None or self.from_on <= day) and (self.to_on is None or day <= self.to_on)


def holders(holdings: Iterable[Holding], post: Post, day: date) -> tuple[str, ...]:
    """Everybody who holds a post on a day, each once, in the order given."""
    return tuple(dict.fromkeys(each.holder.strip() for each in holdings if each.post is post and each.on(day)))


def same(one: str, other: str) -> bool:
    """Whether two names are one person's, apart from capitals and spaces."""
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()
