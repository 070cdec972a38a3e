"""A document that disagrees with itself about the deadline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from moothall.domain.remarks import Remark

CHECK = "deadline_contradiction"


@dataclass(frozen=True, slots=True)
class Statement:
    """One place that gives the deadline. ``leaves_out_the_day`` for "before" and "prior to"; ``where`` in words."""

    on: date
    leaves_out_the_day: bool
    where: str


def check(*, statements: Sequence[Statement]) -> Iterator[Remark]:
    """Point out that two places give different last days: other dates, or "by" in one and "before" in another."""
    if not statements:
        return
    first = statements[0]
    for other in statements[1:]:
        if other.on != first.on or other.leaves_out_the_day != first.leaves_out_the_day:
            yield Remark(
                CHECK,
                f"{_capital(first.where)} says {_words(first)}; {other.where} says {_words(other)}.",
                None,
                "Settle which is meant and say it the same way throughout.",
            )
            return


def _words(statement: Statement) -> str:
    word = "before" if statement.leaves_out_the_day else "by"
    return f"{word} {statement.on.day} {statement.on:%B %Y}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
