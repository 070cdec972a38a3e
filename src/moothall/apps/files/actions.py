"""Keeping bytes. A file is on the disk before its row says so."""

import hashlib
from collections.abc import Sequence
from datetime import datetime

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from moothall.apps.files.models import KeptFolder, StoredFile
from moothall.domain.fingerprints import plain
from moothall.domain.packs import PackFile
from moothall.domain.refusals import Refusal


@transaction.atomic
def keep(data: bytes, *, media_type: str, at: datetime) -> StoredFile:
    """Keep these bytes and say where. Part of another deed, which writes the line in the record.

    Raises a Refusal if the file store cannot be written.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    _write(StoredFile(sha256=sha256).path, data)
    kept, _ = StoredFile.objects.get_or_create(
        sha256=sha256, defaults={"media_type": media_type, "size": len(data), "kept_at": at}
    )
    return kept


@transaction.atomic
def keep_folder(name: str, data: bytes, listed: Sequence[PackFile], *, at: datetime) -> KeptFolder:
    """Keep a ZIP with the list of what is in it, under a name of its own. Part of another deed.

    Raises a Refusal if the file store cannot be written, and IntegrityError where a folder of this name is kept.
    """
    kept = keep(data, media_type="application/zip", at=at)
    return KeptFolder.objects.create(name=name, file=kept, files=plain(tuple(listed)))


def _write(path: str, data: bytes) -> None:
    try:
        if default_storage.exists(path):
            if default_storage.size(path) == len(data):
                return
            default_storage.delete(path)  # left half written by a killed process
        default_storage.save(path, ContentFile(data))
    except OSError as error:
        raise Refusal(
            "The file could not be kept: the server's disk is full or cannot be written.",
            next_step="Nothing else was changed. Tell whoever runs Moothall, then try again.",
        ) from error
