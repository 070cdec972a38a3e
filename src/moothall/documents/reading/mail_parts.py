"""The parts of a mail taken apart: headers as words, contents as bytes, and which parts are attached to it."""

from __future__ import annotations

import binascii
from collections.abc import Iterator
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from mimetypes import guess_extension

from moothall.documents.reading.text import decode

_LONGEST_HEADER = 2_000
_DEEPEST = 20


def header(message: Message, name: str) -> str:
    """A header's words, decoded and on one line; empty where there is none."""
    raw = str(message.get(name, ""))[:_LONGEST_HEADER]
    try:
        pieces = decode_header(raw)
    except (HeaderParseError, ValueError, binascii.Error):
        return " ".join(raw.split())
    words = []
    for piece, charset in pieces:
        if isinstance(piece, str):
            words.append(piece)
        else:
            words.append(_decoded(piece, charset))
    return " ".join("".join(words).replace("\0", "").split())


def _decoded(piece: bytes, charset: str | None) -> str:
    try:
        return piece.decode(charset or "utf-8")
    except (LookupError, UnicodeDecodeError, ValueError):
        return piece.decode("cp1252", "replace")


def leaves(message: Message) -> Iterator[Message]:
    """The parts that hold something, in their order; a mail within the mail is one part."""
    waiting = [(message, 0)]
    while waiting:
        part, depth = waiting.pop()
        if part.get_content_maintype() == "multipart" and part.is_multipart():
            if depth < _DEEPEST:
                waiting += [(each, depth + 1) for each in reversed(_held(part))]
        else:
            yield part


def content_of(part: Message) -> bytes:
    """What a part holds, as bytes, its transfer encoding taken off; a mail within the mail as its own source."""
    if part.is_multipart():
        return b"".join(each.as_bytes() for each in _held(part))
    try:
        content = part.get_payload(decode=True)
    except (ValueError, LookupError, AssertionError):
        return b""
    return content if isinstance(content, bytes) else b""


def _held(part: Message) -> list[Message]:
    held = part.get_payload()
    return [each for each in held if isinstance(each, Message)] if isinstance(held, list) else []


def text_of(part: Message) -> str:
    """The words of a part in plain text, by the letters it declares where they are known."""
    content = content_of(part)
    charset = part.get_content_charset()
    if charset and charset not in ("us-ascii", "iso-8859-1", "utf-8"):
        try:
            return content.decode(charset, "replace").replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
        except (LookupError, ValueError):
            pass
    return decode(content.replace(b"\0", b""))


def name_of(part: Message, number: int) -> str:
    """The attachment's name without any folder; one made from its kind where it has none."""
    try:
        given = part.get_filename() or ""
    except (ValueError, LookupError, TypeError):
        given = ""
    words = header_words(given).replace("\\", "/").rsplit("/", 1)[-1].strip(" .")
    if words:
        return words[-200:]
    if part.get_content_type() == "message/rfc822":
        return f"mail {number}.eml"
    return f"attachment {number}{guess_extension(part.get_content_type()) or ''}"


def header_words(raw: str) -> str:
    """Words of a header that may be encoded, on one line."""
    message = Message()
    message["X"] = " ".join(raw.split())
    return header(message, "X")
