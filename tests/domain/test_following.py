"""What waits for a word, by when and from whom; and where figures may be compared with one another."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from moothall.domain.following import Followed, vacant, waits, without_frequency
from moothall.domain.plans import Commitment, CommitmentStatus, Direction, Measure, Milestone, Plan
from moothall.domain.progress import Break, BreakKind, MilestoneState, MilestoneUpdate, runs
from moothall.domain.reporting import Frequency, frequency_called, periods

PLAN = Plan(
    authority="X07000090",
    authority_name="Ambermere District Council",
    round="savings-plans",
    title="Savings Plan",
    introduction="",
    answers=(),
    commitments=(
        Commitment(
            "C1",
            "t",
            "Share a service",
            "",
            CommitmentStatus.PLANNED,
            (Milestone("C1.1", "Signed", date(2024, 9, 30)),),
        ),
    ),
    measures=(Measure("M1", "t", "Agency spend", "%", Direction.DOWN, "Report"),),
)
QUARTERLY = Followed("M1", Frequency.QUARTERLY, days=30, owners=(1,), names=("Rafe Lindow",), is_vacant=False)
PUBLISHED = date(2024, 7, 19)


def waiting(
    on: date, told: set[date] | None = None, update: MilestoneUpdate | None = None
) -> list[tuple[str, date, bool]]:
    found = waits(
        PLAN, followed={"M1": QUARTERLY}, told={"M1": told or set()}, updates={"C1.1": update} if update else {},
        since=PUBLISHED, as_of=on,
    )  # fmt: skip
    return [(one.what, one.due_on, one.is_overdue) for one in found]


def test_a_quarter_is_due_thirty_days_after_it_ends_and_none_is_asked_for_from_before_publication() -> None:
    assert waiting(date(2024, 8, 1)) == []
    assert waiting(date(2024, 10, 1), told=set()) == [
        ("Signed", date(2024, 9, 30), True),
        ("Agency spend, July to September 2024", date(2024, 10, 30), False),
    ]
    assert waiting(date(2024, 10, 31))[1][2], "it is overdue the day after"
    assert waiting(date(2024, 10, 31), told={date(2024, 9, 29)}) == [("Signed", date(2024, 9, 30), True)]


def test_a_milestone_waits_from_its_month_until_a_word_and_again_from_the_day_it_was_moved_to() -> None:
    moved = MilestoneUpdate(
        "C1.1", MilestoneState.IN_HAND, "Late.", None, datetime(2024, 9, 12, tzinfo=UTC), date(2024, 12, 10)
    )
    told = {date(2024, 9, 30)}

    assert waiting(date(2024, 9, 1), told=told) == [("Signed", date(2024, 9, 30), False)]
    assert waiting(date(2024, 10, 31), told=told, update=moved) == []
    assert waiting(date(2024, 12, 11), told=told, update=moved) == [("Signed", date(2024, 12, 10), True)]
    done = replace(moved, state=MilestoneState.DONE, expected_on=None, done_on=date(2024, 12, 1))
    assert waiting(date(2024, 12, 11), told=told, update=done) == []


def test_where_nobody_is_there_it_is_vacant_and_where_nobody_says_how_often_nothing_is_due() -> None:
    followed = {"M1": Followed("M1", None, names=("Rafe Lindow",), is_vacant=False)}

    assert vacant(PLAN, followed) == (("C1.1", "Signed"),)
    assert [one.key for one in without_frequency(PLAN, followed)] == ["M1"]
    assert (
        waits(PLAN, followed=followed, told={}, updates={}, since=PUBLISHED, as_of=date(2025, 4, 1))[0].item == "C1.1"
    )


@pytest.mark.parametrize(
    ("frequency", "words"),
    [
        (Frequency.MONTHLY, ["February 2025", "March 2025"]),
        (Frequency.QUARTERLY, ["January to March 2025"]),
        (Frequency.HALF_YEARLY, ["October 2024 to March 2025"]),
        (Frequency.YEARLY, ["2024/25"]),
    ],
)
def test_periods_follow_the_councils_year_from_april_to_march(frequency: Frequency, words: list[str]) -> None:
    found = periods(frequency, since=date(2025, 2, 1), until=date(2025, 4, 20))

    assert [one.words for one in found] == words
    assert found[-1].ends_on == date(2025, 3, 31)
    assert frequency_called(frequency.value.replace("_", "-")) is frequency


def test_figures_are_compared_only_on_one_side_of_a_break() -> None:
    days = [None, date(2024, 3, 31), date(2024, 6, 30), date(2024, 9, 30)]
    two = [
        Break("M1", date(2024, 6, 30), BreakKind.BASIS, "Schools are counted."),
        Break("M1", date(2024, 9, 30), BreakKind.UNIT, "Per post."),
    ]

    assert runs(days, ()) == ((0, 1, 2, 3),)
    assert runs(days, two[:1]) == ((0, 1), (2, 3))
    assert runs(days, two) == ((0, 1), (2,), (3,))
    assert runs((), two) == ()
