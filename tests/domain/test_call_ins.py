"""Who is enough to call a decision in by the words of a rule, and until when."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from moothall.domain.call_ins import NEXT, State, Terms, check_open, is_open, names_needed, state
from moothall.domain.refusals import Refusal

THURSDAY = date(2024, 7, 18)
local = datetime.fromisoformat


def terms(requesters: str = "any three members", *, closes_at: datetime | None = None) -> Terms:
    return Terms(THURSDAY, closes_at, requesters, "", "5 working days from publication", "Part 4, paragraph 9")


@pytest.mark.parametrize(
    ("words", "needed"),
    [
        ("any three members of the Overview and Scrutiny Committee, or any six councillors", 3),
        ("the chair of scrutiny or any 5 members", 1),
        ("At least 4 members who are not on the Cabinet.", 4),
        ("three or more members from two political groups", 3),
        ("any member of the scrutiny committee", 1),
        ("10% of councillors", None),
        ("councillors", None),
        ("", None),
    ],
)
def test_the_smallest_number_that_the_words_of_a_rule_make_enough(words: str, needed: int | None) -> None:
    assert names_needed(words) == needed
    assert terms(words).needed == (needed or 1)


def test_the_closing_time_itself_is_in_time_and_a_minute_later_is_not() -> None:
    five = local("2024-07-18T17:00")

    assert is_open(terms(closes_at=five), five)
    assert not is_open(terms(closes_at=five), local("2024-07-18T17:01"))
    assert is_open(terms(), local("2024-07-18T23:59"))
    assert not is_open(terms(), local("2024-07-19T00:00"))


def test_what_comes_too_late_is_told_when_it_closed_by_which_rule_and_what_remains() -> None:
    with pytest.raises(Refusal) as refused:
        check_open(terms(closes_at=local("2024-07-18T17:00")), local("2024-07-18T17:03"))

    assert refused.value.sentence == (
        "Call-in closed at 5pm on Thursday 18 July 2024, by the council's rule (5 working days from publication;"
        " Part 4, paragraph 9)."
    )
    assert refused.value.next_step.startswith("Scrutiny can still look at the decision")


def test_enough_names_hold_the_decision_though_nobody_settled_the_request() -> None:
    late = local("2024-07-22T00:00")

    assert state(terms(), names=3, is_valid=None, moment=late) is State.ENOUGH
    assert state(terms(), names=2, is_valid=None, moment=late) is State.LAPSED
    assert state(terms(), names=2, is_valid=None, moment=local("2024-07-18T00:00")) is State.GATHERING
    assert state(terms(), names=0, is_valid=None, moment=late) is State.WITHDRAWN
    assert [one for one in State if one.holds] == [State.ENOUGH, State.VALID]
    assert set(NEXT) == set(State)
