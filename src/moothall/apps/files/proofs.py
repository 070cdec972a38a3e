"""A file kept as proof of something outside: a mail, a letter, a picture of a screen. It is kept and never opened here.

Checked by its bytes before it is kept, and given back only to be saved.
"""

from dataclasses import dataclass

from moothall.documents.reading import gate, media
from moothall.documents.reading.document import Unreadable
from moothall.documents.reading.limits import MEGABYTE, Limits
from moothall.domain.refusals import Refusal

LARGEST = 10 * MEGABYTE
_LIMITS = Limits(bytes=LARGEST)
_PICTURES = {b"\x89PNG\r\n\x1a\n": ("image/png", (".png",)), b"\xff\xd8\xff": ("image/jpeg", (".jpg", ".jpeg"))}
_OUTLOOK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
TAKEN = ".pdf,.eml,.msg,.docx,.odt,.txt,.png,.jpg,.jpeg"
"""What a browser offers to choose from."""


@dataclass(frozen=True, slots=True)
class Proof:
    """A file that may be kept: its name, its bytes, and what it really is."""

    name: str
    data: bytes
    media_type: str


def proof(data: bytes, name: str) -> Proof:
    """A file looked at by its bytes. Raises a Refusal for one that is empty, over 10 MB, locked, with macros, damaged,
    unpacked far larger, called something that it is not, or of a kind that proves nothing.
    """
    name = name.replace("\0", "").strip()[-200:] or "file"
    try:
        gate.check_size(data, name, _LIMITS)
        picture = _picture(data, name)
        if picture:
            return Proof(name, data, picture)
        if data.startswith(_OUTLOOK) and name.lower().endswith(media.MSG.extensions) and _is_outlook(data):
            return Proof(name, data, media.MSG.mime)
        admitted = gate.examine(data, name, _LIMITS)
    except Unreadable as fault:
        raise Refusal(fault.sentence) from fault
    if admitted.media not in (media.PDF, media.EMAIL, media.DOCX, media.ODT, media.TEXT):
        raise Refusal(
            f"{name} is {admitted.media.called}, and that is not kept as proof.",
            next_step="Save it as a PDF, a mail, or a picture of the screen, and give that.",
        )
    return Proof(name, data, admitted.media.mime)


def _picture(data: bytes, name: str) -> str:
    for opening, (kind, endings) in _PICTURES.items():
        if data.startswith(opening) and name.lower().endswith(endings):
            return kind
    return ""


def _is_outlook(data: bytes) -> bool:
    return "__substg1.0_".encode("utf-16-le") in data and "EncryptedPackage".encode("utf-16-le") not in data
