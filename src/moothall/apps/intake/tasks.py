"""The worker's part of intake: read one upload and keep what was found."""

import logging
from collections.abc import Iterator, MutableMapping
from functools import partial

from django.core.cache import cache
from django.utils import timezone
from django_tasks import task

from moothall.apps.files import queries as files
from moothall.apps.intake import actions
from moothall.apps.intake.models import Upload
from moothall.apps.intake.readings import Reading, read
from moothall.apps.rounds import queries as rounds
from moothall.documents.reading.document import Unreadable
from moothall.domain.refusals import Refusal

_A_DAY = 24 * 60 * 60
log = logging.getLogger("moothall.intake")


@task()
def read_upload(upload_id: int) -> None:
    """Read an upload that waits. One that was read already is left as it is, so the task may run twice."""
    upload = Upload.objects.select_related("workspace", "file").get(pk=upload_id)
    if upload.state != Upload.State.WAITING:
        return
    try:
        found = _read(upload)
    except Stopped:
        return
    except Unreadable as fault:
        _unreadable(upload, fault.reason, fault.sentence)
    except Refusal as refusal:
        _unreadable(upload, "not_kept", str(refusal))
    except Exception:  # a document that trips a finder must not wait for ever; the log has what went wrong
        log.exception("Upload %s was opened and not understood.", upload_id)
        _unreadable(upload, "not_understood", f"{upload.name} opens, but Moothall does not understand it. {_TELL}")
    else:
        if not actions.note_progress(upload, len(found.pages), len(found.pages)):
            return  # somebody stopped it in the last moment
        actions.keep_reading(
            upload=upload,
            kind=found.kind,
            pages=found.pages,
            record=found.record,
            facts=found.facts,
            remarks=found.remarks,
            aside=found.aside,
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
        on_progress=partial(_go_on, upload),
        recognised=Recognised(upload.file.sha256),
    )


def _go_on(upload: Upload, done: int, of: int | None) -> None:
    if not actions.note_progress(upload, done, of):
        raise Stopped


class Stopped(Exception):
    """Somebody stopped the reading."""


class Recognised(MutableMapping[int, str]):
    """What was recognised on the pages of a scan, kept for a day so that a reading can go on where it was stopped."""

    def __init__(self, sha256: str) -> None:
        self._sha256 = sha256

    def _key(self, page: int) -> str:
        return f"recognised:{self._sha256}:{page}"

    def __getitem__(self, page: int) -> str:
        table: str | None = cache.get(self._key(page))
        if table is None:
            raise KeyError(page)
        return table

    def __setitem__(self, page: int, table: str) -> None:
        cache.set(self._key(page), table, _A_DAY)

    def __delitem__(self, page: int) -> None:
        cache.delete(self._key(page))

    def __iter__(self) -> Iterator[int]:
        return iter(page for page in range(1, len(self) + 1))

    def __len__(self) -> int:
        page = 0
        while page + 1 in self:
            page += 1
        return page


def _unreadable(upload: Upload, reason: str, sentence: str) -> None:
    actions.keep_unreadable(upload=upload, reason=reason, sentence=sentence, at=timezone.localtime())
