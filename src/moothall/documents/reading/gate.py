"""What a file really is, found from its bytes, and whether it may go to a parser at all. No parser is called here."""

from __future__ import annotations

import re
from dataclasses import dataclass

import puremagic

from moothall.documents.reading import archives, media
from moothall.documents.reading.document import Unreadable
from moothall.documents.reading.limits import MEGABYTE, Limits
from moothall.documents.reading.text import decode, wide

_HEAD = 4096
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MARKUP = re.compile(
    rb"^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_MAIL_HEADERS = re.compile(rb"^(?:received|return-path|mime-version|message-id|x-[a-z-]+):", re.I | re.M)
_HEADER = re.compile(rb"^(?:From [^\n]*\n)?[A-Za-z][\w-]*:[ \t]*\S")
_SAVED_PAGE = re.compile(rb"^snapshot-content-location:|^from: <?saved by|^x-mimeole: produced by .*mhtml", re.I | re.M)
_ALSO_CALLED = {("text", "email"), ("text", "mhtml"), ("email", "mhtml"), ("csv", "text")}
_TEXT_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_MACRO_NAMES = (".docm", ".dotm", ".xlsm", ".xltm", ".xlsb", ".pptm", ".ppsm")
_NESTING = re.compile(rb"^content-type:\s*(?:multipart|message)/", re.I | re.M)
_MOST_NESTED = 60
_CONTROL = bytes(code for code in range(32) if code not in (9, 10, 11, 12, 13, 27))


@dataclass(frozen=True, slots=True)
class Admitted:
    """A file that may be read: its kind, and what it would have fetched from elsewhere (nothing is ever fetched)."""

    media: media.Media
    fetches: tuple[str, ...] = ()


def check_size(data: bytes, name: str, limits: Limits) -> None:
    """Raise Unreadable if the file is empty or larger than may be uploaded."""
    if not data:
        raise Unreadable(
            "empty",
            f"{name} is empty: it holds 0 bytes. Check the file on your computer and upload it again.",
        )
    if len(data) > limits.bytes:
        raise Unreadable(
            "oversized",
            f"{name} is {len(data) / MEGABYTE:,.1f} MB and the most that is read is {limits.bytes // MEGABYTE} MB. "
            "Take out large pictures, or upload the report without its appendices.",
        )


def examine(data: bytes, name: str, limits: Limits) -> Admitted:
    """What kind of file this is, by its content, when it may be read.

    Raises Unreadable: empty, oversized, encrypted, bomb, macros, damaged, mislabelled or unknown_format.
    """
    check_size(data, name, limits)
    if name.strip().lower().endswith(_MACRO_NAMES):
        raise Unreadable(
            "macros",
            f"{name} is by its name a file with macros, which are small programs, and is not opened here. "
            "Save it as a document without macros (.docx or .xlsx), or export it as a PDF, and upload that.",
        )
    admitted = _sniff(data, name, limits)
    _check_label(admitted.media, name)
    if admitted.media not in media.READABLE:
        raise Unreadable(
            "unknown_format",
            f"{name} is {admitted.media.called}, and that cannot be read here. {admitted.media.advice}",
        )
    if admitted.media is media.PDF:
        _check_tail(data, name)
    if admitted.media in (media.EMAIL, media.MHTML):
        _check_nesting(data, name)
    return admitted


def _sniff(data: bytes, name: str, limits: Limits) -> Admitted:
    head = data[:_HEAD]
    if b"%PDF-" in head[:1024]:
        return Admitted(media.PDF)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        archive = archives.examine(data, name, limits)
        return Admitted(archive.media, archive.fetches)
    if head.startswith(_OLE):
        return Admitted(_old_office(data, name))
    if head.lstrip().startswith(b"{\\rtf"):
        return Admitted(media.RTF)
    if _is_text(data):
        return Admitted(_kind_of_text(data, name))
    return Admitted(_by_magic(data))


def _old_office(data: bytes, name: str) -> media.Media:
    """Office's older container; a locked .docx hides in one, under a stream with a telling name."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise Unreadable(
            "encrypted",
            f"{name} is protected with a password and cannot be read. "
            "Open it with the password, take the protection off, save it, and upload that copy.",
        )
    if "Workbook".encode("utf-16-le") in data:
        return media.XLS
    if "__substg1.0_".encode("utf-16-le") in data:
        return media.MSG
    return media.DOC


def _is_text(data: bytes) -> bool:
    if data.startswith(_TEXT_MARKS) or wide(data):
        return True
    sample = data[: 1024 * 1024]
    return len(sample.translate(None, _CONTROL)) >= len(sample) * 0.999 and b"\x00" not in sample


def _kind_of_text(data: bytes, name: str) -> media.Media:
    claimed = media.named(name)
    head = data[:_HEAD]
    if head.startswith(_TEXT_MARKS[1:]) or wide(head):
        head = decode(head[: len(head) // 2 * 2]).encode("ascii", "replace")
    if len(_MAIL_HEADERS.findall(head)) >= 2 or (claimed in (media.EMAIL, media.MHTML) and _HEADER.match(head)):
        return media.MHTML if claimed is media.MHTML or _SAVED_PAGE.search(head) else media.EMAIL
    if claimed is media.CSV and not _MARKUP.match(head):
        return media.CSV
    if claimed is media.HTML or _MARKUP.match(head):
        return media.HTML
    return media.TEXT


def _by_magic(data: bytes) -> media.Media:
    try:
        guesses = puremagic.magic_string(data[:65_536])
    except (puremagic.PureError, ValueError):
        return media.OTHER
    if not guesses or guesses[0].confidence < 0.4:
        return media.OTHER
    if str(guesses[0].mime_type).startswith("image/"):
        return media.PICTURE
    return media.named(f"file{guesses[0].extension}") or media.OTHER


def _check_label(found: media.Media, name: str) -> None:
    """A name that claims another kind of file is refused: it is either a slip the sender should know of, or a trick."""
    claimed = media.named(name)
    if claimed is None or claimed is found or (claimed.key, found.key) in _ALSO_CALLED:
        return
    advice = found.advice or f"Rename it to end in {found.extensions[0]}, check that it opens, and upload it again."
    if found is media.OTHER:
        sentence = (
            f"{name} is not {claimed.called}, though its name says so, and its content is of no kind known here. "
        )
        raise Unreadable(
            "mislabelled", sentence + "Export it again from the program that made it, and upload the new copy."
        )
    raise Unreadable("mislabelled", f"{name} is {found.called}, though its name says it is {claimed.called}. {advice}")


def _check_tail(data: bytes, name: str) -> None:
    """A PDF ends with its table of contents; without it pages may be missing and nobody would know."""
    tail = data[-4096:]
    if b"%%EOF" not in tail and b"startxref" not in tail:
        raise Unreadable(
            "damaged",
            f"{name} stops before its end, so pages may be missing from it. "
            "Fetch or export the PDF again, check that it opens, and upload it again.",
        )


def _check_nesting(data: bytes, name: str) -> None:
    """Mails within mails are counted before they are taken apart."""
    if len(_NESTING.findall(data)) > _MOST_NESTED:
        raise Unreadable(
            "bomb",
            f"{name} packs mails and parts within one another more than {_MOST_NESTED} times and was not opened. "
            "Save the report or letter that matters from it, and upload that.",
        )
