"""Writes files as one ZIP that is the same bytes for the same files, on any machine and for good."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime

MEDIA_TYPE = "application/zip"
_UNIX, _READABLE = 3, 0o644 << 16


def write(files: Iterable[tuple[str, bytes]], *, timestamp: datetime) -> bytes:
    """The (name, bytes) pairs in their order, each dated ``timestamp`` (aware, said in UTC).

    Nothing is compressed: what compresses differs from one library to the next, and the files are compressed already.
    """
    at = timestamp.astimezone(UTC)
    moment = (at.year, at.month, at.day, at.hour, at.minute, at.second // 2 * 2)  # a ZIP counts in two seconds
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        for name, data in files:
            entry = zipfile.ZipInfo(name, date_time=moment)
            entry.create_system, entry.external_attr = _UNIX, _READABLE
            archive.writestr(entry, data)
    return made.getvalue()
