"""Sixty documents whose writer did not know how facts are found: what is found in them never falls."""

from __future__ import annotations

from functools import cache

from benchmarks.pages import Tally
from benchmarks.unseen import PLAIN, measured

NEVER_WRONG = ("kind", "authority", "body", "meeting_date", "deadline", "key_decision", "exempt")


@cache
def tallies() -> dict[str, Tally]:
    return measured()[0]


def mean_f1(fields: frozenset[str]) -> float:
    judged = [tally.f1 for field, tally in tallies().items() if field in fields]
    return sum(judged) / len(judged)


def test_what_is_found_in_documents_by_another_hand_does_not_fall() -> None:
    assert mean_f1(PLAIN) >= 0.92
    assert mean_f1(frozenset(tallies()) - {"kind"}) >= 0.82


def test_what_clocks_and_councils_rest_on_is_never_wrong_in_them() -> None:
    assert {field: tallies()[field].wrong for field in NEVER_WRONG} == dict.fromkeys(NEVER_WRONG, 0)
