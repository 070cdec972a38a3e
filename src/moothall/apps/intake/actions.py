"""Bringing a document in, keeping what was read, and what people say of it."""

from datetime import datetime
from functools import partial
from typing import Any

from django.db import transaction

from moothall.apps.audit import actions as audit
from moothall.apps.files import actions as files
from moothall.apps.intake.models import Confirmation, FactRead, Upload
from moothall.apps.people.permissions import permit
from moothall.apps.workspaces.models import Workspace
from moothall.domain.facts import Fact
from moothall.domain.fingerprints import plain
from moothall.domain.refusals import Refusal
from moothall.domain.remarks import Remark
from moothall.domain.roles import Deed

LARGEST = 25 * 1024 * 1024


@transaction.atomic
def upload_document(*, workspace: Workspace, name: str, data: bytes, by: Any, at: datetime) -> Upload:
    """Keep a document and have it read by the worker.

    Raises a Refusal for a file that is empty or larger than 25 MB; every other fault is told after reading.
    """
    permit(by, Deed.UPLOAD_DOCUMENT, workspace.pk)
    if not data:
        raise Refusal(f"{name} is empty: it holds no bytes at all.", next_step="Save it again and bring it in anew.")
    if len(data) > LARGEST:
        raise Refusal(
            f"{name} has {len(data) // 1024 // 1024} MB; the largest Moothall reads is 25 MB.",
            next_step="Save the report without pictures, or leave out its appendices.",
        )
    kept = files.keep(data, media_type="application/octet-stream", at=at)
    row = Upload.objects.create(
        workspace=workspace,
        file=kept,
        name=name[:255],
        uploaded_at=at,
        uploaded_by_name=getattr(by, "name", "Moothall"),
    )
    audit.record("document.uploaded", about=row, by=by, at=at, name=name, sha256=kept.sha256, size=len(data))
    transaction.on_commit(partial(_ask_worker, row.pk))
    return row


def _ask_worker(upload_id: int) -> None:
    from moothall.apps.intake.tasks import read_upload  # the task calls back into this module

    read_upload.enqueue(upload_id)


@transaction.atomic
def keep_reading(
    *,
    upload: Upload,
    kind: str,
    pages: list[dict[str, Any]],
    record: dict[str, Any] | None,
    facts: tuple[Fact, ...],
    remarks: tuple[Remark, ...],
    at: datetime,
) -> Upload:
    """Keep what the reader found. Confirmations made earlier stay: a machine never overwrites a person."""
    upload.facts.all().delete()
    FactRead.objects.bulk_create(
        FactRead(
            upload=upload,
            position=position,
            kind=fact.kind,
            value=plain(fact.value),
            page=fact.where.page,
            start=fact.where.start,
            end=fact.where.end,
            quote=fact.quote,
            found_by=fact.found_by,
        )
        for position, fact in enumerate(facts)
    )
    upload.state, upload.kind, upload.pages, upload.record = Upload.State.READ, kind, pages, record
    upload.remarks, upload.read_at, upload.sentence = plain(list(remarks)), at, ""
    upload.save()
    audit.record("document.read", about=upload, by=None, at=at, kind=kind, facts=len(facts), remarks=len(remarks))
    return upload


@transaction.atomic
def keep_unreadable(*, upload: Upload, reason: str, sentence: str, at: datetime) -> Upload:
    """Keep that the document could not be read, and the sentence that says why."""
    upload.state, upload.sentence, upload.read_at = Upload.State.UNREADABLE, sentence, at
    upload.save()
    audit.record("document.unreadable", about=upload, by=None, at=at, reason=reason, sentence=sentence)
    return upload


@transaction.atomic
def confirm_fact(
    *, upload: Upload, field: str, verdict: Confirmation.Verdict, value: Any = None, by: Any, at: datetime
) -> Confirmation:
    """Say of one field of the record that it is right, what it should be, or that the document does not say."""
    permit(by, Deed.CONFIRM_FACT, upload.workspace_id)
    if upload.record is None:
        raise Refusal("Nothing was read in this document.", next_step="Bring in one that can be read.")
    if field not in upload.record:
        raise Refusal(f"There is no field called {field}.", next_step="Choose one of the fields on the page.")
    row = Confirmation.objects.create(
        upload=upload, field=field, verdict=verdict, value=plain(value), at=at, by_name=getattr(by, "name", "Moothall")
    )
    audit.record(
        "fact.confirmed", about=row, by=by, at=at, workspace=upload.workspace, field=field, verdict=verdict,
        read=upload.record.get(field), value=value,
    )  # fmt: skip
    return row
