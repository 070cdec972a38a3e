"""What was said of progress, all of it: what a later word corrected stays, with who said it and when."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from moothall.apps.audit.models import Entry
from moothall.apps.progress import actions, queries
from moothall.apps.progress.models import MilestoneUpdate, Reading
from moothall.domain.progress import MilestoneState
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Role
from tests.people import Council

pytestmark = pytest.mark.django_db
AT = datetime(2024, 10, 10, 9, tzinfo=UTC)
JUNE, SEPTEMBER = date(2024, 6, 30), date(2024, 9, 30)


@pytest.fixture
def here(council: Council) -> Council:
    council.written()
    return council


def read(here: Council, value: str, ends_on: date = SEPTEMBER, note: str = "") -> Reading:
    return actions.record_reading(
        workspace=here.workspace, measure="M1", period=f"to {ends_on:%B %Y}", period_ends_on=ends_on,
        value=Decimal(value), note=note, why="It was mistyped.", by=here.who(Role.PERFORMANCE_MANAGER), at=AT,
    )  # fmt: skip


def update(here: Council, state: MilestoneState, words: str, **said: Any) -> MilestoneUpdate:
    return actions.update_milestone(
        workspace=here.workspace, milestone="C1.1", state=state, words=words,
        **{"by": here.who(Role.PERFORMANCE_MANAGER), "at": AT, **said},
    )  # fmt: skip


def test_the_line_of_a_reading_names_who_recorded_which_value(here: Council) -> None:
    row = read(here, "3.3")

    (line,) = Entry.objects.filter(event="reading.recorded")
    assert (line.about_id, line.by_name, line.workspace_id) == (str(row.pk), "Rafe Lindow", here.workspace.pk)
    assert line.details["value"] == "3.3"


def test_the_line_of_an_update_holds_its_words(here: Council) -> None:
    update(here, MilestoneState.DONE, "Both councils signed.", done_on=date(2024, 10, 1))

    (line,) = Entry.objects.filter(event="milestone.updated")
    assert line.details["words"] == "Both councils signed."


def test_every_reading_is_listed_with_whether_it_still_holds_the_latest_period_first(here: Council) -> None:
    read(here, "33")
    read(here, "3.9", JUNE)
    read(here, "3.3", note="The point was in the wrong place.")

    recorded = queries.recorded_readings(here.workspace.pk, "M1")

    assert [(row.period, row.value.normalize(), holds) for row, holds in recorded] == [
        ("to September 2024", Decimal("3.3"), True),
        ("to September 2024", Decimal(33), False),
        ("to June 2024", Decimal("3.9"), True),
    ]


def test_what_is_listed_as_holding_is_what_is_shown(here: Council) -> None:
    for value, ends_on in (("33", SEPTEMBER), ("3.9", JUNE), ("3.3", SEPTEMBER), ("4.1", JUNE)):
        read(here, value, ends_on)

    held = [row.value.normalize() for row, holds in queries.recorded_readings(here.workspace.pk, "M1") if holds]

    assert held == [one.value for one in reversed(queries.readings(here.workspace.pk)["M1"])]


def test_every_word_on_a_milestone_is_listed_the_newest_first(here: Council) -> None:
    update(here, MilestoneState.IN_HAND, "One council has signed.")
    update(here, MilestoneState.STOPPED, "Our neighbour withdrew.")

    told = [row.words for row in queries.recorded_updates(here.workspace.pk, "C1.1")]

    assert told == ["Our neighbour withdrew.", "One council has signed."]


def test_a_word_half_an_hour_into_the_day_after_is_a_word_of_that_day(here: Council) -> None:
    after_midnight = datetime(2024, 9, 30, 23, 30, tzinfo=UTC)  # 00:30 on 1 October in England

    row = update(here, MilestoneState.IN_HAND, "One council has signed.", at=after_midnight)

    told = queries.milestone_updates(here.workspace.pk)["C1.1"].recorded_at
    assert told == row.recorded_at
    assert told.date() == date(2024, 10, 1)


def test_a_day_it_was_done_is_refused_of_what_is_not_done(here: Council) -> None:
    with pytest.raises(Refusal, match="Choose Done, or leave the day empty"):
        update(here, MilestoneState.IN_HAND, "One council has signed.", done_on=date(2024, 10, 1))

    assert not MilestoneUpdate.objects.exists()
