"""The worker's part: read one document as a plan and keep what was found."""

import logging
from functools import partial

from django.utils import timezone
from django_tasks import task

from moothall.apps.files import queries as files
from moothall.apps.intake.tasks import Recognised, Stopped
from moothall.apps.rounds import queries as rounds
from moothall.apps.statements import actions
from moothall.apps.statements.models import PlanReading
from moothall.apps.statements.readings import ReadAsPlan, read_as_plan
from moothall.documents.reading.document import Unreadable
from moothall.domain.refusals import Refusal

log = logging.getLogger("moothall.statements")
_TELL = "Save it in another format and bring it in again, and tell whoever runs Moothall here."


@task()
def read_content(reading_id: int) -> None:
    """Read a document that waits to be read as a plan. One that was read already is left, so the task may run twice."""
    reading = PlanReading.objects.select_related("workspace", "upload__file").get(pk=reading_id)
    if reading.state != PlanReading.State.WAITING:
        return
    try:
        found = _read(reading)
    except Stopped:
        return
    except Unreadable as fault:
        _unreadable(reading, fault.sentence)
    except Refusal as refusal:
        _unreadable(reading, str(refusal))
    except Exception:  # a document that trips a finder must not wait for ever; the log has what went wrong
        log.exception("Reading %s was opened and not understood as a plan.", reading_id)
        _unreadable(reading, f"{reading.upload.name} opens, but Moothall does not understand it as a plan. {_TELL}")
    else:
        if actions.note_progress(reading, len(found.pages), len(found.pages)):
            actions.keep_content(reading=reading, found=found, at=timezone.localtime())


def _read(reading: PlanReading) -> ReadAsPlan:
    return read_as_plan(
        files.content(reading.upload.file),
        name=reading.upload.name,
        of_round=rounds.round_called(reading.workspace.round_slug),
        on_progress=partial(_go_on, reading),
        recognised=Recognised(reading.upload.file.sha256),
    )


def _go_on(reading: PlanReading, done: int, of: int | None) -> None:
    if not actions.note_progress(reading, done, of):
        raise Stopped


def _unreadable(reading: PlanReading, sentence: str) -> None:
    actions.keep_unreadable(reading=reading, sentence=sentence, at=timezone.localtime())
