"""A long reading says how far it is, is stopped by a person, and is taken up again where it was."""

from __future__ import annotations

from typing import Any

import pytest

from moothall.apps.audit.models import Entry
from moothall.apps.intake import actions, tasks
from moothall.apps.intake.models import Upload
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Role
from tests.apps.intake.brought_in import NOON, REPORT, bring
from tests.people import Council

pytestmark = pytest.mark.django_db


@pytest.fixture
def waiting(council: Council) -> Upload:
    """A document that was brought in and not read yet."""
    return actions.upload_document(
        workspace=council.workspace,
        name="report.txt",
        data=REPORT.encode(),
        by=council.who(Role.POLICY_OFFICER),
        at=NOON,
    )


def test_the_pages_done_are_kept_while_it_waits_and_not_after(waiting: Upload) -> None:
    went_on = actions.note_progress(waiting, 12, 300)
    waiting.refresh_from_db()
    after = (waiting.pages_done, waiting.pages_in_all)
    Upload.objects.filter(pk=waiting.pk).update(state="stopped")

    assert (went_on, after) == (True, (12, 300))
    assert actions.note_progress(waiting, 13, 300) is False


def test_a_person_stops_it_and_nothing_is_kept_of_what_the_worker_found(
    waiting: Upload, council: Council, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(*_: Any, on_progress: Any, **__: Any) -> None:
        actions.stop_reading(upload=waiting, by=council.who(Role.POLICY_OFFICER), at=NOON)
        on_progress(3, 40)
        pytest.fail("it went on")

    monkeypatch.setattr(tasks, "read", read)

    tasks.read_upload.call(waiting.pk)

    waiting.refresh_from_db()
    assert (waiting.state, waiting.record) == ("stopped", None)
    assert Entry.objects.filter(event="document.reading_stopped").count() == 1
    assert not Entry.objects.filter(event="document.read").exists()


def test_one_that_was_stopped_is_taken_up_again_and_read(waiting: Upload, council: Council) -> None:
    by = council.who(Role.POLICY_OFFICER)
    actions.stop_reading(upload=waiting, by=by, at=NOON)

    actions.read_again(upload=waiting, by=by, at=NOON)
    tasks.read_upload.call(waiting.pk)

    waiting.refresh_from_db()
    assert waiting.state == "read"
    assert waiting.record is not None


def test_stopping_another_reading_of_a_document_leaves_the_one_it_had(council: Council) -> None:
    row, by = bring(council, REPORT.encode(), "report.txt"), council.who(Role.POLICY_OFFICER)
    actions.confirm_fact(upload=row, field="title", verdict="right", by=by, at=NOON)
    actions.read_anew(upload=row, by=by, at=NOON)

    actions.stop_reading(upload=row, by=by, at=NOON)

    row.refresh_from_db()
    assert row.state == "read"
    assert row.confirmations.get().value == row.record["title"]


def test_one_that_does_not_wait_cannot_be_stopped(council: Council) -> None:
    row = bring(council, REPORT.encode(), "report.txt")

    with pytest.raises(Refusal, match=r"report\.txt is not being read"):
        actions.stop_reading(upload=row, by=council.who(Role.POLICY_OFFICER), at=NOON)


def test_a_performance_manager_stops_nothing(waiting: Upload, council: Council) -> None:
    with pytest.raises(Refusal, match="Ask a policy officer or report author"):
        actions.stop_reading(upload=waiting, by=council.who(Role.PERFORMANCE_MANAGER), at=NOON)


def test_pages_that_were_recognised_are_known_to_the_next_reading() -> None:
    first = tasks.Recognised("a" * 64)
    first[1] = "table of page 1"

    assert dict(tasks.Recognised("a" * 64)) == {1: "table of page 1"}
    assert 1 not in tasks.Recognised("b" * 64)
