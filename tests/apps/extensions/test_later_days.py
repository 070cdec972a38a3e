"""A later day asked for and granted moves every date that counts up to the deadline; nothing else does."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from moothall.apps.extensions import actions, queries
from moothall.apps.extensions.models import Entry
from moothall.apps.panel import queries as panel
from moothall.apps.timetables import queries as timetables
from moothall.domain.refusals import Refusal
from moothall.domain.register import Known
from moothall.domain.roles import Role
from tests.apps.deeds import NOW
from tests.apps.deeds_of_the_return import GRANTED, later_day_asked, later_day_granted
from tests.people import ROUND, Council

pytestmark = pytest.mark.django_db
LATER = date(2024, 7, 26)


def test_a_day_that_was_granted_is_the_deadline_on_every_page_and_in_the_register(council: Council) -> None:
    later_day_asked(council)
    before = queries.deadline_on(council.workspace, ROUND)
    later_day_granted(council)

    after = queries.deadline_on(council.workspace, ROUND)
    dates = {one.key: one.on for one in timetables.entries(council.workspace, ROUND)}
    row = next(one for one in panel.register(ROUND.slug) if one.is_fictional)

    assert (before.on, before.waiting) == (ROUND.deadline_on, 1)
    assert (after.on, after.called_on) == (LATER, ROUND.deadline_on)
    assert dates["deadline"] == LATER
    assert (row.known, row.later_on) == (Known.LATER, LATER)
    assert queries.due_days([(council.workspace, ROUND)]) == {council.workspace.pk: LATER}


def test_what_was_entered_wrongly_is_corrected_once_and_stays_to_be_read(council: Council) -> None:
    entry, by = later_day_granted(council), council.who(Role.POLICY_OFFICER)
    right = replace(GRANTED, until_on=date(2024, 8, 2))
    said = {"workspace": council.workspace, "round_": ROUND, "entry": entry, "by": by, "at": NOW}

    with pytest.raises(Refusal, match="needs a reason"):
        actions.correct_extension(**said, said=right, reason=" ")
    actions.correct_extension(**said, said=right, reason="The answer says 2 August")
    with pytest.raises(Refusal, match="was corrected before"):
        actions.correct_extension(**said, said=GRANTED, reason="Again")

    found = queries.of_workspace(council.workspace)
    assert queries.deadline_on(council.workspace, ROUND).on == date(2024, 8, 2)
    assert [one.until_on for one in found[-1].earlier] == [LATER]
    actions.withdraw_extension(
        workspace=council.workspace, asked=found[-1].asked.pk, reason="Not needed", by=by, at=NOW
    )
    assert queries.deadline_on(council.workspace, ROUND).on == ROUND.deadline_on
    assert Entry.objects.count() == 4


def test_an_answer_before_the_question_is_refused_and_nothing_is_kept(council: Council) -> None:
    asked = later_day_asked(council)

    with pytest.raises(Refusal, match="cannot have been answered on"):
        actions.answer_extension(
            workspace=council.workspace, round_=ROUND, asked=asked.pk, said=replace(GRANTED, on=date(2024, 6, 3)),
            by=council.who(Role.CHIEF_EXECUTIVE), at=datetime(2024, 7, 22, 9, tzinfo=UTC),
        )  # fmt: skip

    assert queries.of_workspace(council.workspace)[0].is_open
