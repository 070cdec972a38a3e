"""The worker's part of intake: read one upload and keep what was found."""

import logging

from django.utils import timezone
from django_tasks import task

from moothall.apps.files import queries as files
from moothall.apps.intake import actions
from moothall.apps.intake.models import Upload
from moothall.apps.intake.readings import Reading, read
from moothall.apps.rounds import queries as rounds
from moothall.documents.reading.document import Unreadable
from moothall.domain.refusals import Refusal

log = logging.getLogger("moothall.intake")


@task()
def read_upload(upload_id: int) -> None:
    """Read an upload that waits. One that was read already is left as it is, so the task may run twice."""
    upload = Upload.objects.select_related("workspace", "file").get(pk=upload_id)
    if upload.state != Upload.State.WAITING:
        return
    try:
        found = _read(upload)
    except Unreadable as fault:
        _unreadable(upload, fault.reason, fault.sentence)
    except Refusal as refusal:
        _unreadable(upload, "not_kept", str(refusal))
    except Exception:  # a document that trips a finder must not wait for ever; the log has what went wrong
        log.exception("Upload %s was opened and not understood.", upload_id)
        _unreadable(upload, "not_understood", f"{upload.name} opens, but Moothall does not understand it. {_TELL}")
    else:
        actions.keep_reading(
            upload=upload,
            kind=found.kind,
            pages=found.pages,
            record=found.record,
            facts=found.facts,
            remarks=found.remarks,
            at=timezone.localtime(),
        )


_TELL = "Save it in another format and bring it in again, and tell whoever runs Moothall here."


def _read(upload: Upload) -> Reading:
    return read(
        files.content(upload.file),
        name=upload.name,
        gss=upload.workspace.gss,
        authority_name=upload.workspace.official_name,
        of_round=rounds.round_called(upload.workspace.round_slug),
    )


def _unreadable(upload: Upload, reason: str, sentence: str) -> None:
    actions.keep_unreadable(upload=upload, reason=reason, sentence=sentence, at=timezone.localtime())
