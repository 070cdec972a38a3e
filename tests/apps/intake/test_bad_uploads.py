"""Files that cannot be read: each gets a sentence, nothing else is lost, and a worker that dies loses nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django_tasks_db.models import DBTaskResult

from moothall.apps.audit.models import Entry
from moothall.apps.intake import actions, readings, tasks
from moothall.apps.intake.models import Upload
from moothall.apps.intake.tasks import read_upload
from moothall.documents.reading.document import Document
from moothall.documents.reading.read import read_file
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Role
from tests.apps.intake.brought_in import NOON, REPORT, again, bring
from tests.people import Council
from tests.samples import as_docx, hostile, report

pytestmark = pytest.mark.django_db

BAD: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "no PDF inside": ("broken.pdf", lambda: b"%PDF-1.7 and then nothing", "broken.pdf"),
    "a locked PDF": ("locked.pdf", hostile.locked_pdf, "password"),
    "a locked Word document": ("locked.docx", hostile.locked_docx, "password"),
    "a Word document called PDF": ("report.pdf", lambda: as_docx.make(report.MATTER), "Word"),
    "a picture": ("photo.pdf", lambda: b"\x89PNG\r\n\x1a\n" + bytes(200), "photo.pdf"),
    "macros": ("macros.docm", hostile.docx_with_macros, "macro"),
    "only blank space": ("blank.txt", lambda: b"   \n\n \t \n", "words"),
    "something unknown": ("data.bin", lambda: bytes(range(256)) * 8, "data.bin"),
    "a document that unpacks to very much": ("bomb.docx", hostile.docx_bomb, "unpack"),
}


@pytest.mark.parametrize("what", list(BAD))
def test_a_bad_file_gets_its_sentence_and_a_good_one_beside_it_stays_as_it_was(council: Council, what: str) -> None:
    name, make, word = BAD[what]
    good = bring(council, REPORT.encode(), "good.txt")

    row = bring(council, make(), name)

    assert row.state == Upload.State.UNREADABLE
    assert row.record is None
    assert word.lower() in row.sentence.lower()
    assert row.sentence.endswith(".")
    (line,) = Entry.objects.filter(event="document.unreadable")
    assert line.details["sentence"] == row.sentence
    assert again(good).state == Upload.State.READ
    assert again(good).facts.count() == good.facts.count()


def test_nothing_of_an_unreadable_document_can_be_confirmed_or_drafted_from(council: Council) -> None:
    row, by = bring(council, b"%PDF-1.7 and then nothing", "broken.pdf"), council.who(Role.POLICY_OFFICER)

    with pytest.raises(Refusal, match="Nothing was read"):
        actions.confirm_fact(upload=row, field="title", verdict="right", by=by, at=NOON)
    with pytest.raises(Refusal, match="Nothing was read"):
        actions.say_whose(upload=row, is_ours=True, by=by, at=NOON)


def test_a_document_that_trips_a_finder_does_not_wait_for_ever(
    council: Council, monkeypatch: pytest.MonkeyPatch
) -> None:
    def trips(*_: Any, **__: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(tasks, "read", trips)

    row = bring(council, REPORT.encode(), "report.txt")

    assert row.state == Upload.State.UNREADABLE
    assert "does not understand it" in row.sentence


def test_letters_that_no_database_keeps_are_marked_and_every_fact_still_stands_where_it_says(
    council: Council, monkeypatch: pytest.MonkeyPatch
) -> None:
    def reads(self: Any, data: bytes, name: str, **_: Any) -> Document:
        return replace(whole, pages=(replace(whole.pages[0], text=spoilt),))

    whole = read_file(REPORT.encode(), "report.txt")
    spoilt = whole.pages[0].text.replace("Ambermere", "\x00mber\udfffere").replace("Savings", "Saving\x00")
    monkeypatch.setattr(readings.Readers, "read", reads)

    row = bring(council, REPORT.encode(), "re\x00port.txt")

    assert row.name == "report.txt"
    assert row.state == Upload.State.READ
    assert "\x00" not in row.pages[0]["text"]
    assert len(row.pages[0]["text"]) == len(spoilt)
    assert all(row.pages[0]["text"][fact.start : fact.end] == fact.quote for fact in row.facts.all())


def test_bytes_that_are_gone_get_a_sentence_too(council: Council) -> None:
    row = _waiting(council)
    row.file.sha256 = "0" * 64
    row.file.save()

    read_upload.call(row.pk)

    assert again(row).sentence == "The kept file cannot be opened. Restore it from the backup, then try again."


def _waiting(council: Council) -> Upload:
    """A document that was brought in and that no worker has read."""
    return actions.upload_document(
        workspace=council.workspace, name="r.txt", data=REPORT.encode(), by=council.who(Role.POLICY_OFFICER), at=NOON
    )


def test_a_task_that_runs_twice_keeps_one_reading_and_what_people_said(council: Council) -> None:
    row = bring(council, REPORT.encode(), "report.txt")
    by = council.who(Role.POLICY_OFFICER)
    actions.confirm_fact(upload=row, field="title", verdict="right", by=by, at=NOON)

    read_upload.call(row.pk)

    assert again(row).facts.count() == row.facts.count()
    assert again(row).confirmations.count() == 1
    assert Entry.objects.filter(event="document.read").count() == 1


def test_an_upload_waits_in_the_queue_and_is_read_when_a_worker_starts_again(
    council: Council, settings: Any, django_capture_on_commit_callbacks: Any
) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    with django_capture_on_commit_callbacks(execute=True):
        row = _waiting(council)
    queued = DBTaskResult.objects.get()
    left = again(row).state

    queued.task.call(*queued.args_kwargs["args"])

    assert left == Upload.State.WAITING, "no worker has looked at it yet"
    assert again(row).state == Upload.State.READ


def test_a_document_nobody_reads_can_be_asked_for_again_once_and_a_read_one_cannot(
    council: Council, django_capture_on_commit_callbacks: Any
) -> None:
    row, by = _waiting(council), council.who(Role.POLICY_OFFICER)

    with django_capture_on_commit_callbacks(execute=True):
        actions.read_again(upload=row, by=by, at=NOON)

    assert again(row).state == Upload.State.READ
    assert Entry.objects.filter(event="document.asked_for_again").count() == 1
    with pytest.raises(Refusal, match="does not wait to be read"):
        actions.read_again(upload=again(row), by=by, at=NOON)
