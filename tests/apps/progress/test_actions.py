"""Recording progress: corrected by a later word, never overwritten."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from moothall.apps.progress import actions, models, queries
from moothall.domain.progress import MilestoneState
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Role
from tests.people import Council

pytestmark = pytest.mark.django_db
OCTOBER = datetime(2024, 10, 10, 9, tzinfo=UTC)


def read(council: Council, value: str, **changed: Any) -> models.Reading:
    """Agency spend to September."""
    said = {"measure": "M1", "period": "to September 2024", "period_ends_on": date(2024, 9, 30)} | changed
    by = council.who(Role.PERFORMANCE_MANAGER)
    return actions.record_reading(workspace=council.workspace, value=Decimal(value), by=by, at=OCTOBER, **said)


def updated(council: Council, state: MilestoneState, **changed: Any) -> models.MilestoneUpdate:
    """The agreement with the neighbour."""
    said = {"milestone": "C1.1", "words": "Heads of terms are signed."} | changed
    by = council.who(Role.PERFORMANCE_MANAGER)
    return actions.update_milestone(workspace=council.workspace, state=state, by=by, at=OCTOBER, **said)


def test_of_two_readings_of_one_period_the_later_holds_and_the_earlier_stays(council: Council) -> None:
    council.written()
    read(council, "3.3")

    read(council, "3.4", note="Two invoices came late.")

    assert [reading.value for reading in queries.readings(council.workspace.pk)["M1"]] == [Decimal("3.4")]
    assert models.Reading.objects.count() == 2


def test_readings_come_with_the_oldest_period_first(council: Council) -> None:
    council.written()
    read(council, "3.3")

    read(council, "4.1", period="to June 2024", period_ends_on=date(2024, 6, 30))

    assert [reading.period for reading in queries.readings(council.workspace.pk)["M1"]] == [
        "to June 2024", "to September 2024",
    ]  # fmt: skip


def test_a_period_that_is_not_over_has_no_reading(council: Council) -> None:
    council.written()

    with pytest.raises(Refusal, match="ends on 31 October 2024, which is still to come") as refused:
        read(council, "3.3", period_ends_on=date(2024, 10, 31))

    assert refused.value.next_step
    assert not models.Reading.objects.exists()


def test_the_latest_word_on_a_milestone_holds_and_the_earlier_stays(council: Council) -> None:
    council.written()
    updated(council, MilestoneState.IN_HAND)

    updated(council, MilestoneState.DONE, words="Signed.", done_on=date(2024, 10, 1))

    assert queries.milestone_updates(council.workspace.pk)["C1.1"].words == "Signed."
    assert models.MilestoneUpdate.objects.count() == 2


@pytest.mark.parametrize(
    ("state", "changed", "sentence"),
    [
        (MilestoneState.IN_HAND, {"words": " "}, "The update has no words."),
        (MilestoneState.DONE, {}, "A milestone that is done needs the day it was done."),
        (MilestoneState.DONE, {"done_on": date(2024, 10, 11)}, "The day it was done is still to come."),
    ],
    ids=["no words", "done on no day", "done tomorrow"],
)
def test_an_update_that_says_nothing_or_cannot_be_so_is_refused(
    council: Council, state: MilestoneState, changed: dict[str, Any], sentence: str
) -> None:
    council.written()

    with pytest.raises(Refusal) as refused:
        updated(council, state, **changed)

    assert refused.value.sentence == sentence
    assert refused.value.next_step
    assert not models.MilestoneUpdate.objects.exists()


def test_a_measure_or_milestone_that_no_kept_plan_has_is_refused(council: Council) -> None:
    council.written()

    with pytest.raises(Refusal, match="The plan has no measure M9"):
        read(council, "3.3", measure="M9")
    with pytest.raises(Refusal, match="The plan has no milestone"):
        updated(council, MilestoneState.IN_HAND, milestone="C9.1")
