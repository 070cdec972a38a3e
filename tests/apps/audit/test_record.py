"""The record: written inside a deed only, about rows that may go, and by nobody changed."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from moothall.apps.audit import actions, queries
from moothall.apps.audit.models import Entry
from tests.people import Council

AT = datetime(2024, 7, 1, 9, tzinfo=UTC)


@pytest.mark.django_db(transaction=True)
def test_a_line_cannot_be_written_outside_the_transaction_of_a_deed(council: Council) -> None:
    lines_before = Entry.objects.count()

    with pytest.raises(RuntimeError, match="inside its own transaction"):
        actions.record("plan.begun", about=council.workspace, by=None, at=AT)

    assert Entry.objects.count() == lines_before


@pytest.mark.django_db
def test_what_moothall_does_by_itself_is_signed_moothall(council: Council) -> None:
    with transaction.atomic():
        line = actions.record("plan.begun", about=council.workspace, by=None, at=AT)

    assert (line.by_name, line.by_id) == ("Moothall", None)


@pytest.mark.django_db
def test_details_are_kept_as_plain_data(council: Council) -> None:
    with transaction.atomic():
        line = actions.record("plan.begun", about=council.workspace, by=None, at=AT, due_on=date(2024, 7, 19))

    assert line.details["due_on"] == "2024-07-19"


def _change() -> None:
    line = Entry.objects.latest("id")
    line.by_name = "Somebody else"
    line.save()


def _delete() -> None:
    Entry.objects.latest("id").delete()


def _delete_by_hand() -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM audit_entry WHERE id = (SELECT MAX(id) FROM audit_entry)")


@pytest.mark.django_db
@pytest.mark.parametrize("tamper", [_change, _delete, _delete_by_hand])
def test_a_line_once_written_can_be_neither_changed_nor_deleted(council: Council, tamper: Any) -> None:
    before = list(Entry.objects.values())

    with pytest.raises(DatabaseError, match="cannot be"), transaction.atomic():
        tamper()

    assert list(Entry.objects.values()) == before


@pytest.mark.django_db
def test_the_lines_of_a_workspace_come_newest_first_and_are_only_its_own(council: Council) -> None:
    council.written()

    lines = list(queries.of_workspace(council.workspace.pk))

    assert lines[0].event == "plan.version_kept"
    assert {line.workspace_id for line in lines} == {council.workspace.pk}
    assert [line.pk for line in lines] == sorted((line.pk for line in lines), reverse=True)


@pytest.mark.django_db
def test_the_day_of_an_event_is_its_first_in_english_time(council: Council) -> None:
    late = datetime(2024, 7, 1, 23, 30, tzinfo=UTC)  # half past midnight on 2 July in England
    with transaction.atomic():
        for at in (late, AT.replace(month=8)):
            actions.record("plan.looked_at", about=council.workspace, by=None, at=at, workspace=council.workspace)

    found = queries.first_days(council.workspace.pk, {"plan.looked_at", "plan.never_was"})

    assert found == {"plan.looked_at": date(2024, 7, 2)}
