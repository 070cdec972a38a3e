"""The worker's part of intake: read one upload and keep what was found."""

from datetime import date

from django.utils import timezone
from django_tasks import task

from moothall.apps.files import queries as files
from moothall.apps.intake import actions
from moothall.apps.intake.models import Upload
from moothall.apps.intake.readings import read
from moothall.apps.rounds import queries as rounds
from moothall.documents.reading.document import Unreadable
from moothall.domain.refusals import Refusal


@task()
def read_upload(upload_id: int) -> None:
    """Read an upload that waits. One that was read already is left as it is, so the task may run twice."""
    upload = Upload.objects.select_related("workspace", "file").get(pk=upload_id)
    if upload.state != Upload.State.WAITING:
        return
    now = timezone.localtime()
    round_ = rounds.round_called(upload.workspace.round_slug)
    try:
        found = read(
            files.content(upload.file),
            name=upload.name,
            gss=upload.workspace.gss,
            authority_name=upload.workspace.official_name,
            deadline_on=round_.deadline_on if round_ else date.max,
            round_title=round_.title if round_ else "",
        )
    except Unreadable as fault:
        actions.keep_unreadable(upload=upload, reason=fault.reason, sentence=fault.sentence, at=now)
    except Refusal as refusal:
        actions.keep_unreadable(upload=upload, reason="not_kept", sentence=str(refusal), at=now)
    else:
        actions.keep_reading(
            upload=upload,
            kind=found.kind,
            pages=found.pages,
            record=found.record,
            facts=found.facts,
            remarks=found.remarks,
            at=now,
        )
