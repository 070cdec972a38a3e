"""What is found in invented plans whose statements are marked, and that each statement keeps its place."""

from __future__ import annotations

import pytest

from moothall.documents.content import FINDERS
from moothall.domain.statements import StatementKind
from tests.samples import marked_plans

HALVES = ("tuned", "held_out")
# Where a kind's finder is worth showing to a person: right far more often than not.
LEAST_PRECISION = 0.9
FEW = 8


def test_every_kind_of_statement_has_its_finder_in_the_same_order() -> None:
    assert tuple(name for name, _ in FINDERS) == tuple(marked_order())


def marked_order() -> list[str]:
    return [
        StatementKind.SECTION, StatementKind.COMMITMENT, StatementKind.MILESTONE, StatementKind.MEASURE,
        StatementKind.FIGURE, StatementKind.PARTNERSHIP, StatementKind.TECHNOLOGY, StatementKind.BARRIER,
        StatementKind.ASK, StatementKind.NON_ANSWER, StatementKind.QUOTATION,
    ]  # fmt: skip


@pytest.mark.parametrize("half", HALVES)
def test_a_wrong_statement_is_rare(half: str) -> None:
    found = marked_plans.tally(half)

    poor = {
        kind: (each.right, each.wrong, each.slips)
        for kind, each in found.items()
        if each.right + each.wrong >= FEW and each.wrong > 1 and each.precision < LEAST_PRECISION
    }
    assert poor == {}


@pytest.mark.parametrize("half", HALVES)
def test_most_of_what_the_plans_say_is_found(half: str) -> None:
    found = marked_plans.tally(half)

    right = sum(each.right for each in found.values())
    said = right + sum(each.missed for each in found.values())
    assert right / said >= 0.85


def test_every_statement_stands_where_it_says() -> None:
    for half in HALVES:
        for name, text, _ in marked_plans.plans(half):
            for one in marked_plans.read(text, name):
                assert text[one.where.start : one.where.end] == one.quote, (name, one)


def test_reading_twice_gives_the_same() -> None:
    _, text, _ = next(marked_plans.plans("tuned"))

    assert marked_plans.read(text) == marked_plans.read(text)
