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

    read(council, "3.4", note="Two invoices came late.", why="It was counted too early.")

    assert [reading.value for reading in queries.readings(council.workspace.pk)["M1"]] == [Decimal("3.4")]
    assert models.Reading.objects.count() == 2


def test_a_correction_says_why_and_the_public_sees_both_once_it_is_released(council: Council) -> None:
    council.written()
    by = council.who(Role.CHIEF_EXECUTIVE)
    read(council, "3.3")
    actions.release(workspace=council.workspace, by=by, at=OCTOBER)
    with pytest.raises(Refusal, match="the correction does not say why"):
        read(council, "3.4")

    read(council, "3.4", why="Two invoices came late.")

    pk = council.workspace.pk
    (public,) = queries.readings(pk, released=True)["M1"]
    assert (public.value, public.was) == (Decimal("3.3"), None)
    actions.release(
        workspace=council.workspace, items=["C1.1"], words="Nothing is let out of the measure.", by=by, at=OCTOBER
    )
    assert queries.readings(pk, released=True)["M1"][0].value == Decimal("3.3")
    actions.release(workspace=council.workspace, by=by, at=OCTOBER)
    (public,) = queries.readings(pk, released=True)["M1"]
    assert (public.value, public.was, public.why) == (Decimal("3.4"), Decimal("3.3"), "Two invoices came late.")
    with pytest.raises(Refusal, match="Nothing new is recorded"):
        actions.release(workspace=council.workspace, by=by, at=OCTOBER)


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
