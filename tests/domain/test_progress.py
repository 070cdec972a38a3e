"""Progress in words and dates."""

from datetime import UTC, date, datetime

import pytest

from moothall.domain.plans import Commitment, CommitmentStatus, Direction, Measure, Milestone, Plan
from moothall.domain.progress import (
    MilestoneState,
    MilestoneUpdate,
    check_known,
    check_reading,
    check_update,
    lateness,
    standings,
    unread,
)
from moothall.domain.refusals import Refusal

TODAY = date(2024, 10, 10)


def test_a_reading_waits_for_the_end_of_its_period() -> None:
    check_reading(period_ends_on=date(2024, 9, 30), today=TODAY)

    with pytest.raises(Refusal, match="31 December 2024, which is still to come"):
        check_reading(period_ends_on=date(2024, 12, 31), today=TODAY)


@pytest.mark.parametrize(
    ("state", "words", "done_on", "says"),
    [
        (MilestoneState.IN_HAND, " ", None, "no words"),
        (MilestoneState.DONE, "Opened.", None, "needs the day"),
        (MilestoneState.DONE, "Opened.", date(2024, 10, 11), "still to come"),
        (MilestoneState.IN_HAND, "Two of three leases ended.", date(2024, 10, 1), "not said to be done"),
    ],
)
def test_an_update_that_says_too_little_is_refused(
    state: MilestoneState, words: str, done_on: date | None, says: str
) -> None:
    with pytest.raises(Refusal, match=says):
        check_update(state, words=words, done_on=done_on, today=TODAY)


@pytest.mark.parametrize(
    ("done_on", "words"),
    [
        (date(2024, 8, 1), ""),
        (date(2024, 8, 2), "1 day late"),
        (date(2024, 8, 14), "13 days late"),
        (date(2024, 8, 15), "2 weeks late"),
        (date(2024, 10, 30), "3 months late"),
    ],
)
def test_lateness_is_told_as_people_say_it(done_on: date, words: str) -> None:
    assert lateness(date(2024, 8, 1), done_on) == words


LEASES = Milestone("C1.1", "End three leases", date(2024, 9, 30))
PERMITS = Milestone("C2.1", "Parking permits online", date(2024, 8, 1))
PLAN = Plan(
    authority="X07000090",
    authority_name="Ambermere District Council",
    round="savings-plans",
    title="Savings Plan",
    introduction="",
    answers=(),
    commitments=(
        Commitment("C1", "transformation", "Share offices", "", CommitmentStatus.UNDER_WAY, (LEASES,)),
        Commitment("C2", "technology_data", "Forms online", "", CommitmentStatus.UNDER_WAY, (PERMITS,)),
    ),
    measures=(Measure("M1", "wasteful_spend", "Agency spend", "%", Direction.DOWN, "The quarterly report"),),
)


def said(state: MilestoneState, on: date, done_on: date | None = None) -> dict[str, MilestoneUpdate]:
    at = datetime(on.year, on.month, on.day, 9, tzinfo=UTC)
    return {PERMITS.key: MilestoneUpdate(PERMITS.key, state, "In our words.", done_on, at)}


def test_milestones_stand_in_the_order_of_their_days_whatever_their_commitment() -> None:
    assert [one.milestone.key for one in standings(PLAN, {}, as_of=TODAY)] == ["C2.1", "C1.1"]


def test_a_milestone_owes_a_word_from_the_day_after_it_was_due() -> None:
    on_the_day = standings(PLAN, {}, as_of=PERMITS.due_on)[0]
    day_after = standings(PLAN, {}, as_of=date(2024, 8, 2))[0]

    assert (on_the_day.is_past_due, on_the_day.owes_word) == (False, False)
    assert (day_after.is_past_due, day_after.owes_word) == (True, True)


@pytest.mark.parametrize(
    ("updates", "is_past_due", "owes_word"),
    [
        (said(MilestoneState.IN_HAND, date(2024, 7, 1)), True, True),
        (said(MilestoneState.IN_HAND, date(2024, 9, 2)), True, False),
        (said(MilestoneState.DONE, date(2024, 9, 2), date(2024, 8, 15)), False, False),
        (said(MilestoneState.STOPPED, date(2024, 7, 1)), False, False),
    ],
)
def test_a_word_from_before_the_day_is_not_enough_and_one_after_it_is(
    updates: dict[str, MilestoneUpdate], is_past_due: bool, owes_word: bool
) -> None:
    one = standings(PLAN, updates, as_of=TODAY)[0]

    assert (one.is_past_due, one.owes_word) == (is_past_due, owes_word)


def test_how_late_is_told_only_of_what_is_done() -> None:
    done = standings(PLAN, said(MilestoneState.DONE, TODAY, date(2024, 8, 15)), as_of=TODAY)[0]
    in_hand = standings(PLAN, said(MilestoneState.IN_HAND, TODAY), as_of=TODAY)[0]

    assert done.late == "2 weeks late"
    assert in_hand.late == ""


def test_a_measure_without_a_reading_is_named() -> None:
    assert [one.key for one in unread(PLAN, {})] == ["M1"]
    assert [one.key for one in unread(PLAN, {"M1": ()})] == ["M1"]


def test_what_no_version_of_the_plan_holds_is_refused_by_name() -> None:
    check_known("M1", {"M1"}, what="measure")

    with pytest.raises(Refusal, match=r"The plan has no measure M9\. Choose a measure that stands in the plan\."):
        check_known("M9", {"M1"}, what="measure")
