"""Reading kept bytes."""

import hashlib

from django.core.files.storage import default_storage

from moothall.apps.files.models import KeptFolder, StoredFile
from moothall.domain.packs import PackFile
from moothall.domain.plain import build
from moothall.domain.refusals import Refusal


def fingerprint(data: bytes) -> str:
    """The fingerprint bytes are kept under: SHA-256 in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def content(kept: StoredFile) -> bytes:
    """The bytes of a kept file. Raises a Refusal if they are gone or no longer what was kept."""
    try:
        with default_storage.open(kept.path) as source:
            data: bytes = source.read()
    except OSError as error:
        raise Refusal(
            "The kept file cannot be opened.", next_step="Restore it from the backup, then try again."
        ) from error
    if fingerprint(data) != kept.sha256:
        raise Refusal(
            "The kept file is not the one that was kept.", next_step="Restore it from the backup, then try again."
        )
    return data


def listed(name: str) -> tuple[PackFile, ...]:
    """What is in the folder of this name; nothing where none was kept."""
    row = KeptFolder.objects.filter(name=name).first()
    return build(tuple[PackFile, ...], row.files) if row else ()
