"""The demonstration: whole, lawful and fresh on whatever day Moothall is first started."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta

import pytest
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

from moothall.apps.audit.models import Entry
from moothall.apps.comments import queries as comments
from moothall.apps.implications import queries as requests
from moothall.apps.meetings import queries as meetings
from moothall.apps.notices import queries as notices
from moothall.apps.overrides import queries as overrides
from moothall.apps.people.models import Person
from moothall.apps.plans import queries as plans
from moothall.apps.progress import queries as progress
from moothall.apps.publications import queries as publications
from moothall.apps.returns import trails
from moothall.apps.rounds import queries as rounds
from moothall.apps.routes import clocks, finishing
from moothall.apps.rules import queries as rules
from moothall.apps.wordings import queries as wordings
from moothall.apps.workspaces import queries as workspaces
from moothall.apps.workspaces.models import Workspace
from moothall.apps.writing import assignments, reading
from moothall.domain.authorities import BodyKind
from moothall.domain.notice_timing import Timing
from moothall.domain.trail import current
from moothall.project import demonstration
from moothall.reference import authorities, bank_holidays

pytestmark = pytest.mark.django_db
DAYS = [date(2026, 11, 22), date(2026, 12, 25), date(2027, 1, 1), date(2027, 3, 29), date(2026, 8, 31)]


@pytest.fixture(scope="module")
def started(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[date]:
    """The day the demonstration is first started on, or the first of them: loaded once for all tests of a day."""
    day = getattr(request, "param", DAYS[0])
    with django_db_blocker.unblock(), transaction.atomic():
        assert demonstration.load(first_run=day)
        yield day
        transaction.set_rollback(True)


ON_ANY_DAY = pytest.mark.parametrize("started", DAYS, ids=str, indirect=True)


@ON_ANY_DAY
def test_on_any_first_day_one_council_has_gone_the_whole_line_and_the_other_has_time(started: date) -> None:
    shown = next(one for one in publications.all_published())
    assert shown.is_fictional and shown.is_endorsed
    assert shown.agreement.sent == shown.agreement.published != shown.agreement.resolved
    assert "3 places; each was made under a delegation, by Daniel Ferris" in shown.agreement.because
    assert shown.readings and shown.milestone_updates
    workspace = workspaces.workspace(shown.slug, shown.round_slug)
    assert workspace is not None
    assert current(trails.trail_of(workspace, as_of=started)) is None
    round_ = next(one for one in rounds.rounds() if one.fictional)
    writing = [
        row
        for row in workspaces.all_workspaces()
        if publications.latest(row.pk) is None and row.round_slug == round_.slug
    ]
    assert len(writing) == 1
    assert (round_.deadline_on - started).days > 0


def test_a_second_start_changes_nothing(started: date) -> None:
    before = Entry.objects.count()

    assert not demonstration.load(first_run=started + timedelta(days=33))
    assert Entry.objects.count() == before


def test_the_round_of_2024_stands_beside_the_invented_one(started: date) -> None:
    assert {one.fictional for one in rounds.rounds()} == {True, False}


def test_no_invented_council_has_a_real_name_or_an_official_code(started: date) -> None:
    real = {one.name.lower() for one in authorities.all_authorities()} | {
        one.gss for one in authorities.all_authorities()
    }

    for row in workspaces.all_workspaces():
        assert row.is_fictional
        assert row.authority_name.lower() not in real
        assert row.gss not in real
        assert not row.gss.startswith("E")


def test_every_deed_of_the_demonstration_was_done_by_someone_who_may(started: date) -> None:
    by_moothall = set(Entry.objects.filter(by_id=None).values_list("event", flat=True))
    assert by_moothall <= {"round.opened", "workspace.opened", "person.added", "role.given"}


@ON_ANY_DAY
def test_the_first_councils_texts_notices_and_progress_show_what_became_of_each(started: date) -> None:
    row = next(one for one in workspaces.all_workspaces() if one.authority_name.startswith("Wrenbourne"))

    assert [one.name for one in reversed(plans.versions(row))] == ["for scrutiny", "for Cabinet", "finished"]
    (finished,) = finishing.finishings(row)
    assert (finished.version.number, finished.finished_by) == (3, "Daniel Ferris")
    assert finished.circulated_to and finished.reported_on
    late = [one for one in timings(row, started) if one.in_time is False]
    assert len(late) == 1 and late[0].says.startswith("Late by") and late[0].left
    assert set(progress.breaks(row.pk, released=True)) == {"M2"}
    assert progress.pointers(row.pk, released=True)["C2.1"]
    assert progress.milestone_updates(row.pk, released=True)["C6.1"].expected_on
    assert [progress.item_of(one) for one in progress.not_released(row.pk)] == ["C5.1"]


def timings(row: Workspace, day: date) -> list[Timing]:
    """How each notice of a workspace was in time."""
    kept = [one for part in notices.parts(row, as_of=day) for one in part.kept]
    return [one.timing for one in kept if one.timing is not None]


@ON_ANY_DAY
def test_the_first_council_counts_by_its_own_rules_and_its_dates_come_out_by_them(started: date) -> None:
    workspace = workspaces.workspace("wrenbourne", next(one.slug for one in rounds.rounds() if one.fictional))
    assert workspace is not None
    pack = rules.pack_on(workspace, started)
    cabinet, officers = pack.call_in_for(BodyKind.EXECUTIVE), pack.call_in_for(BodyKind.OFFICER)
    assert cabinet and officers
    assert (cabinet.length.number, cabinet.closes) == (5, time(17))
    assert (officers.length.number, officers.key_only) == (3, True)
    before = pack.on(started - timedelta(days=900)).call_in_for(BodyKind.EXECUTIVE)
    assert before and before.length.number == 7
    assert pack.closures
    assert all(rule.source for rule in pack.rules)
    assert clocks.clocks_that_differ(workspace) == ()


@ON_ANY_DAY
def test_the_first_council_keeps_a_years_meetings_with_one_moved_and_one_cancelled(started: date) -> None:
    row = next(one for one in workspaces.all_workspaces() if one.authority_name.startswith("Wrenbourne"))
    kept = meetings.meetings(row)
    changed = {one.status: one for one in kept if one.status in ("moved", "cancelled")}
    assert 28 <= len(kept) <= 36
    assert set(changed) == {"moved", "cancelled"}
    assert all(one.on > started for one in changed.values())
    assert all(one.changes.last().reason for one in changed.values())
    assert sum(one.status == "met" for one in kept) == 2


def test_the_second_council_has_entered_no_rule_and_is_told_that_defaults_answer(started: date) -> None:
    row = next(one for one in workspaces.all_workspaces() if one.authority_name.startswith("Kettlewick"))
    assert rules.rulebook_of(row.gss).is_empty
    assert rules.pack_on(row, DAYS[0]).defaults
    assert meetings.ahead(row, DAYS[0], DAYS[0] + timedelta(days=120))


def test_the_date_that_was_put_is_a_day_before_the_counted_one_with_its_reason(started: date) -> None:
    row = next(one for one in workspaces.all_workspaces() if one.authority_name.startswith("Wrenbourne"))
    (put,) = overrides.overrides(row.pk)
    assert put.on < put.counted_on
    assert put.by_role == "monitoring officer"
    assert put.reason and not put.warnings


@pytest.mark.parametrize("started", [bank_holidays.england().known_to - timedelta(days=60)], ids=str, indirect=True)
def test_the_demonstration_of_a_year_whose_end_is_not_known_ends_its_calendar_there(started: date) -> None:
    row = next(one for one in workspaces.all_workspaces() if one.authority_name.startswith("Wrenbourne"))
    last = max(one.on for one in meetings.meetings(row))

    assert started < last <= bank_holidays.england().known_to


def test_a_pack_of_a_council_that_entered_rules_bears_its_name_and_one_of_defaults_says_so(started: date) -> None:
    named = {row.authority_name: rules.pack_on(row, DAYS[0]).name for row in workspaces.all_workspaces()}
    assert named["Wrenbourne"] == "The rules of Wrenbourne"
    assert named["Kettlewick"] == "Default rules for a committee system"


def test_a_newcomer_finds_something_on_each_page_of_a_plan_in_drafting(started: date) -> None:
    row = next(one for one in workspaces.all_workspaces() if one.authority_name.startswith("Kettlewick"))
    round_ = next(one for one in rounds.rounds() if one.slug == row.round_slug)

    draft = plans.draft(row)
    assert draft is not None
    plan = plans.plan(draft, round_)
    assert plan.objectives and plan.own_points and plan.partnerships and plan.figures and plan.sections
    assert {one.standing.value for one in plan.documents} == {"adopted", "draft"}
    assert plan.layout.value == "own"
    assert {one.state.value for one in requests.standings(row, round_, as_of=started)} == {"agreed", "waiting"}
    assert [one.is_review_due(started) for one in wordings.wordings(row.gss)] == [False, True]
    assert [bool(one.words) for one in comments.comments(row)] == [False, True]
    given = assignments.standing(row)
    assert {one.part.partition("/")[0] for one in given} == {"plan", "report"}
    assert all(one.due_on > started and one.person.email.endswith("@kettlewick.example") for one in given)
    mark = reading.marks(row, "plan", Person.objects.get(name="Sara Beddoes"))[0]
    assert [one.section for one in reading.since(row, "plan", mark.entry).sections] == ["T1.Q2"]
