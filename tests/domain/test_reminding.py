"""Reminders before, on and after the due date, cover while somebody is away, and the due date nobody gave."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.reminding import Absence, Reminder, cover_of, default_due, reminder_due

DUE = date(2024, 6, 21)
ASKED = date(2024, 6, 10)


@pytest.mark.parametrize(
    ("days", "expected"),
    [(-3, None), (-2, Reminder.BEFORE), (-1, Reminder.BEFORE), (0, Reminder.ON), (1, Reminder.AFTER),
     (2, Reminder.ESCALATE), (30, Reminder.ESCALATE)],
)  # fmt: skip
def test_somebody_is_reminded_before_on_and_after_and_then_the_deputy(days: int, expected: Reminder | None) -> None:
    assert reminder_due(DUE, asked_on=ASKED, as_of=DUE + timedelta(days=days)) is expected


def test_nobody_is_reminded_on_the_day_they_were_asked() -> None:
    assert reminder_due(DUE, asked_on=DUE, as_of=DUE) is None


def test_whoever_covers_has_it_and_whoever_covers_for_them() -> None:
    away = [Absence(1, 2, DUE, DUE), Absence(2, 3, DUE, DUE)]

    assert cover_of(1, away, on=DUE) == 3
    assert cover_of(1, away, on=DUE + timedelta(days=1)) == 1


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5))), st.integers(1, 5))
def test_cover_always_ends_with_somebody(pairs: list[tuple[int, int]], person: int) -> None:
    away = [Absence(who, cover, DUE, DUE) for who, cover in pairs]

    assert 1 <= cover_of(person, away, on=DUE) <= 5


def test_an_answer_is_asked_for_a_week_before_the_papers_and_never_in_the_past() -> None:
    papers = date(2024, 7, 3)

    assert default_due(papers, as_of=ASKED) == date(2024, 6, 26)
    assert default_due(papers, as_of=date(2024, 6, 28)) == date(2024, 7, 2)
    assert default_due(papers, as_of=date(2024, 7, 8)) == date(2024, 7, 8)
    assert default_due(None, as_of=ASKED) == date(2024, 6, 17)
