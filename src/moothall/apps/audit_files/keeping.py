"""Making a file that waits and keeping its bytes for a time; then they go, and the record of it stays."""

import hashlib
import logging
from datetime import datetime, timedelta
from os import SEEK_END
from tempfile import TemporaryFile
from typing import IO

from django.core.files import File
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import QuerySet

from moothall.apps.audit import actions as audit
from moothall.apps.audit import queries as audited
from moothall.apps.audit_files import making
from moothall.apps.audit_files.models import AuditFile
from moothall.documents.writing.pdf import NotWritten
from moothall.domain.audit_files import KEPT_DAYS
from moothall.domain.refusals import Refusal

_TRIES = 3
log = logging.getLogger("moothall.audit_files")


def make_and_keep(pk: int, *, at: datetime) -> None:
    """Make the file of this row and keep it, with its fingerprints in the record. One that is not waiting is left."""
    row = AuditFile.objects.select_related("workspace").filter(pk=pk, state=AuditFile.State.WAITING).first()
    if row is None:
        return
    try:
        _keep(row, at)
    except (Refusal, NotWritten) as fault:
        _fail(row, str(fault))
    except Exception:  # it must not wait for ever; the log has what went wrong
        log.exception("Audit file %s was not made.", pk)
        _fail(row, "It could not be made. Whoever runs Moothall finds why in the log.")


def _keep(row: AuditFile, at: datetime) -> None:
    waiting = AuditFile.objects.filter(pk=row.pk, state=AuditFile.State.WAITING)
    with TemporaryFile() as made:
        content = _made_of_one_state(row, made, at)
        size = made.tell()
        made.seek(0)
        mark = hashlib.file_digest(made, "sha256").hexdigest()
        made.seek(0)
        default_storage.delete(row.path)  # left half written by a killed worker
        default_storage.save(row.path, File(made))
    with transaction.atomic():
        if not waiting.update(
            state=AuditFile.State.MADE, made_at=at, size=size, sha256=mark, content_sha256=content,
            done=making.STEPS, clear_on=at.date() + timedelta(days=KEPT_DAYS),
        ):  # fmt: skip
            return  # another worker made it meanwhile
        audit.record(
            "audit_file.made", about=row, by=None, at=at, number=row.number, purpose=row.purpose, size=size,
            sha256=mark, content_sha256=content,
        )  # fmt: skip


def _made_of_one_state(row: AuditFile, out: IO[bytes], at: datetime) -> str:
    """Make it until nothing was recorded meanwhile: a long reading must not hold up everybody who writes."""
    waiting = AuditFile.objects.filter(pk=row.pk, state=AuditFile.State.WAITING)
    for _ in range(_TRIES):
        out.seek(0)
        out.truncate()
        row.until_entry = _last_line(row)
        waiting.update(until_entry=row.until_entry)
        content = making.make(row, out, made_at=at, told=lambda done: _say_done(waiting, done))
        if _last_line(row) == row.until_entry:
            out.seek(0, SEEK_END)
            return content
    raise Refusal("People kept working while it was made, so it would mix two states.", next_step="Ask again later.")


def _say_done(waiting: QuerySet[AuditFile], done: int) -> None:
    waiting.update(done=done)


def _last_line(row: AuditFile) -> int:
    newest = audited.of_workspace(row.workspace_id).first()
    return newest.pk if newest else 0


def _fail(row: AuditFile, sentence: str) -> None:
    AuditFile.objects.filter(pk=row.pk, state=AuditFile.State.WAITING).update(
        state=AuditFile.State.FAILED, sentence=sentence
    )


def clear(*, at: datetime) -> int:
    """Delete the bytes of files whose time is over, each with its line in the record; gives how many."""
    over = AuditFile.objects.filter(state=AuditFile.State.MADE, clear_on__lte=at.date()).select_related("workspace")
    for row in over:
        default_storage.delete(row.path)
        with transaction.atomic():
            AuditFile.objects.filter(pk=row.pk).update(state=AuditFile.State.CLEARED, cleared_at=at)
            audit.record("audit_file.cleared", about=row, by=None, at=at, number=row.number, sha256=row.sha256)
    return len(over)
