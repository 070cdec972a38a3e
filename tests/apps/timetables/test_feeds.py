"""Private calendar feeds: made, read, revoked; and entries that stay the same entry when their date moves."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from moothall.apps.people.models import RoleHeld
from moothall.apps.reports import actions as reports
from moothall.apps.reports.models import Report
from moothall.apps.routes.models import Route
from moothall.apps.timetables import actions, queries
from moothall.apps.timetables.models import Entry, Feed
from moothall.domain.calendar_entries import DatedEntry
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Role
from tests.apps.deeds import put
from tests.dated import IN_MAY, routed
from tests.people import OPENED, ROUND, Council

pytestmark = pytest.mark.django_db


def made(council: Council, role: Role = Role.POLICY_OFFICER) -> actions.MadeFeed:
    return actions.make_feed(workspace=council.workspace, by=council.who(role), at=IN_MAY)


def shown(council: Council, at: datetime = IN_MAY) -> dict[str, DatedEntry]:
    """The entries of the calendar as it is shown at a moment, by the first words of their names."""
    found = actions.keep_entries(
        council.workspace,
        queries.entries(council.workspace, ROUND),
        is_private=queries.is_private(council.workspace),
        at=at,
    )
    return {one.entry.key: one for one in found}


def report(council: Council, **said: object) -> None:
    by = council.who(Role.REPORT_AUTHOR)
    row = reports.begin_report(workspace=council.workspace, house_template="plain", by=by, at=OPENED)
    for name, value in said.items():
        reports.write_field(report=row, name=name, value=value, revision=0, by=by, at=OPENED)


def test_only_a_hash_of_the_secret_is_kept(council: Council) -> None:
    one = made(council)

    row = Feed.objects.get()
    assert one.secret not in str(Feed.objects.values())
    assert len(one.secret) >= 40
    assert row.secret_hash == queries.hash_of(one.secret)
    assert queries.feed_with(one.secret) == row


def test_another_feed_of_the_same_person_stops_the_first(council: Council) -> None:
    first = made(council)

    second = made(council)

    assert queries.feed_with(first.secret) is None
    assert queries.feed_with(second.secret) is not None
    assert made(council, Role.CHIEF_EXECUTIVE).feed.pk != second.feed.pk
    assert queries.feed_with(second.secret) is not None


def test_a_revoked_feed_answers_nobody_and_is_revoked_once(council: Council) -> None:
    one, by = made(council), council.who(Role.POLICY_OFFICER)

    actions.revoke_feed(feed=one.feed, by=by, at=IN_MAY)

    assert queries.feed_with(one.secret) is None
    with pytest.raises(Refusal, match="revoked already"):
        actions.revoke_feed(feed=one.feed, by=by, at=IN_MAY)


def test_ones_own_feed_is_revoked_by_anyone_and_anothers_by_the_proper_officer_alone(council: Council) -> None:
    one = made(council)

    with pytest.raises(Refusal, match="You cannot do this"):
        actions.revoke_feed(feed=one.feed, by=council.who(Role.CHIEF_EXECUTIVE), at=IN_MAY)
    actions.revoke_feed(feed=one.feed, by=council.who(Role.DEMOCRATIC_SERVICES), at=IN_MAY)

    assert queries.feed_with(one.secret) is None


def test_who_leaves_the_council_reads_no_more(council: Council) -> None:
    one = made(council)

    RoleHeld.objects.filter(person=council.who(Role.POLICY_OFFICER)).update(ended_at=IN_MAY)

    assert queries.feed_with(one.secret) is None


def test_the_last_day_it_was_read_is_kept(council: Council) -> None:
    row = made(council).feed

    actions.note_read(row, on=date(2024, 6, 3))

    assert Feed.objects.get().read_on == date(2024, 6, 3)


def test_every_date_is_an_entry_with_who_acts_and_the_deadline_is_one(council: Council) -> None:
    routed(council)

    found = shown(council)

    papers = found["agenda_publication-cabinet"]
    assert papers.entry.summary.startswith("Put the agenda and reports on public view for Cabinet")
    assert papers.entry.on == date(2024, 7, 3)
    assert "Who acts: Democratic services." in papers.entry.words
    assert str(found["decision-cabinet"].entry.at) == "18:30:00"
    assert found["deadline"].entry.on == ROUND.deadline_on


def test_a_meeting_that_moves_is_the_same_entries_changed_and_none_besides(council: Council) -> None:
    routed(council)
    before = shown(council)

    routed(council, date(2024, 7, 16))
    after = shown(council, IN_MAY + timedelta(days=1))

    assert {one.uid for one in after.values()} == {one.uid for one in before.values()}
    moved = after["decision-cabinet"]
    assert moved.entry.on == date(2024, 7, 16)
    assert moved.sequence == before["decision-cabinet"].sequence + 1
    assert moved.changed_at == IN_MAY + timedelta(days=1)
    assert after["deadline"] == before["deadline"]


def test_looked_at_again_nothing_changes_and_nothing_is_written(council: Council) -> None:
    routed(council)
    before, rows = shown(council), list(Entry.objects.values())

    after = shown(council, IN_MAY + timedelta(days=1))

    assert after == before
    assert list(Entry.objects.values()) == rows


def test_a_date_that_is_no_longer_on_the_route_is_cancelled_and_does_not_vanish(council: Council) -> None:
    routed(council)
    shown(council)
    row = Route.objects.get()
    row.planned["steps"] = [one for one in row.planned["steps"] if one["step"] != "key_decision_notice"]
    row.save()
    found = shown(council, IN_MAY + timedelta(days=1))["key_decision_notice-cabinet"]

    assert found.is_cancelled
    assert found.sequence == 1
    assert found.entry.on == date(2024, 6, 12)


def test_an_overriding_date_is_shown_with_who_put_it_and_what_was_counted(council: Council) -> None:
    routed(council)
    put(council, "agenda_publication-cabinet", date(2024, 7, 2), at=IN_MAY)

    found = shown(council)["agenda_publication-cabinet"].entry

    assert found.on == date(2024, 7, 2)
    assert any("Put by Uma Brackley" in line and "Counted: Wednesday 3 July 2024." in line for line in found.words)


@pytest.mark.parametrize(
    "said",
    [{"is_open": False}, {"exempt_paragraphs": "Paragraph 3 of Schedule 12A"}, {"is_open": False, "title": "Secret"}],
    ids=["not open", "one part exempt", "title too"],
)
def test_no_words_of_a_private_item_reach_a_calendar(council: Council, said: dict[str, object]) -> None:
    council.written()
    report(council, **({"title": "Buying the mill"} | said))
    routed(council)
    put(council, "agenda_publication-cabinet", date(2024, 7, 2), reason="The mill’s owner asked.", at=IN_MAY)

    found = shown(council)

    words = " ".join(f"{one.entry.summary} {' '.join(one.entry.words)}" for one in found.values())
    assert "mill" not in words
    assert "Secret" not in words
    assert "Savings Plan 2024" not in words
    assert found["decision-cabinet"].entry.summary == "Cabinet decides: Item in private"


def test_a_cancelled_entry_forgets_the_title_once_the_item_is_private(council: Council) -> None:
    report(council, title="Buying the mill")
    routed(council)
    shown(council)
    row = Route.objects.get()
    row.planned["steps"] = [one for one in row.planned["steps"] if one["step"] != "key_decision_notice"]
    row.save()
    assert "Buying the mill" in shown(council)["key_decision_notice-cabinet"].entry.summary

    by = council.who(Role.REPORT_AUTHOR)
    reports.write_field(report=Report.objects.get(), name="is_open", value=False, revision=0, by=by, at=OPENED)

    found = shown(council)["key_decision_notice-cabinet"]
    assert found.is_cancelled
    assert found.entry.summary == "Item in private"


def test_a_report_that_says_there_is_nothing_exempt_is_public(council: Council) -> None:
    report(council, title="Savings Plan", exempt_paragraphs="None")

    assert not queries.is_private(council.workspace)


def test_the_database_keeps_one_feed_a_person_and_one_entry_a_date(council: Council) -> None:
    made(council)
    routed(council)
    shown(council)

    row = Feed.objects.get()
    row.pk, row._state.adding, row.secret_hash = None, True, "0" * 64
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()
    entry = Entry.objects.get(key="deadline")
    entry.pk, entry._state.adding = None, True
    with pytest.raises(IntegrityError), transaction.atomic():
        entry.save()


def test_the_name_of_an_entry_says_nothing_of_the_database(council: Council) -> None:
    routed(council)

    assert shown(council)["deadline"].uid == "deadline.savings-plans.x07000090@moothall"
