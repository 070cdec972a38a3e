"""Takes the plan's own data out of a PDF that carries it."""

from __future__ import annotations

import io
import zlib

import pikepdf

from moothall.documents.exchange.plan_json import FILE_NAME

MOST_BYTES = 20_000_000


def plan_inside(data: bytes) -> bytes | None:
    """The plan's JSON attached to the PDF as data, or None where the file is no readable PDF or carries none.

    What comes back is a stranger's until ``plan_json.load`` has accepted it. An attachment that unpacks to more than
    20 MB is not a plan and counts as none.
    """
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            for name, spec in pdf.attachments.items():
                if name == FILE_NAME and spec.relationship == pikepdf.Name.Data:
                    return _content(spec)
    except (pikepdf.PdfError, pikepdf.PasswordError, ValueError, TypeError, zlib.error):
        return None
    return None


def _content(spec: pikepdf.AttachedFileSpec) -> bytes | None:
    stream = spec.get_file().obj
    packed = stream.read_raw_bytes()
    if "/Filter" not in stream:
        return packed if len(packed) <= MOST_BYTES else None
    if stream.Filter not in (pikepdf.Name.FlateDecode, pikepdf.Array([pikepdf.Name.FlateDecode])):
        return None
    # Unpacked a little at a time, since a small stream may unpack to more than the machine holds.
    unpacking = zlib.decompressobj()
    found = unpacking.decompress(packed, MOST_BYTES + 1)
    return found if len(found) <= MOST_BYTES else None
