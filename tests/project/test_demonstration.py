"""The demonstration: whole, lawful and fresh on whatever day Moothall is first started."""

from __future__ import annotations

from datetime import date

import pytest

from moothall.apps.audit.models import Entry
from moothall.apps.publications import queries as publications
from moothall.apps.returns import trails
from moothall.apps.rounds import queries as rounds
from moothall.apps.workspaces import queries as workspaces
from moothall.domain.trail import current
from moothall.project import demonstration
from moothall.reference import authorities

pytestmark = pytest.mark.django_db
DAYS = [date(2026, 11, 22), date(2026, 12, 25), date(2027, 1, 1), date(2027, 3, 29), date(2026, 8, 31)]


@pytest.mark.parametrize("first_run", DAYS, ids=str)
def test_on_any_first_day_one_council_has_gone_the_whole_line_and_the_other_has_time(first_run: date) -> None:
    is_loaded = demonstration.load(first_run=first_run)

    assert is_loaded
    shown = next(one for one in publications.all_published())
    assert shown.is_fictional and shown.is_endorsed
    assert shown.agreement.agrees and shown.agreement.sent
    assert shown.readings and shown.milestone_updates
    workspace = workspaces.workspace(shown.slug, shown.round_slug)
    assert workspace is not None
    assert current(trails.trail_of(workspace, as_of=first_run)) is None
    round_ = next(one for one in rounds.rounds() if one.fictional)
    writing = [
        row
        for row in workspaces.all_workspaces()
        if publications.latest(row.pk) is None and row.round_slug == round_.slug
    ]
    assert len(writing) == 1
    assert (round_.deadline_on - first_run).days > 0


def test_a_second_start_changes_nothing() -> None:
    demonstration.load(first_run=DAYS[0])
    before = Entry.objects.count()

    assert not demonstration.load(first_run=DAYS[1])
    assert Entry.objects.count() == before


def test_the_round_of_2024_stands_beside_the_invented_one() -> None:
    demonstration.load(first_run=DAYS[0])

    assert {one.fictional for one in rounds.rounds()} == {True, False}


def test_no_invented_council_has_a_real_name_or_an_official_code() -> None:
    demonstration.load(first_run=DAYS[0])
    real = {one.name.lower() for one in authorities.all_authorities()} | {
        one.gss for one in authorities.all_authorities()
    }

    for row in workspaces.all_workspaces():
        assert row.is_fictional
        assert row.authority_name.lower() not in real
        assert row.gss not in real
        assert not row.gss.startswith("E")


def test_every_deed_of_the_demonstration_was_done_by_someone_who_may() -> None:
    demonstration.load(first_run=DAYS[0])

    by_moothall = set(Entry.objects.filter(by_id=None).values_list("event", flat=True))
    assert by_moothall <= {"round.opened", "workspace.opened", "person.added", "role.given"}
