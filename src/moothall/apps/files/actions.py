"""Keeping bytes. A file is on the disk before its row says so."""

import hashlib
from datetime import datetime

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from moothall.apps.files.models import StoredFile
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
