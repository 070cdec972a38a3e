"""Writes a message with its files as one .eml, as RFC 5322 has it: the same bytes for the same message, for good."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

MEDIA_TYPE = "message/rfc822"


@dataclass(frozen=True, slots=True)
class Letter:
    """A message before its files. ``at`` is aware. ``message_id`` is without its angle brackets.

    ``is_draft`` has a mail program open it as a message to be sent, and not as one that came.
    """

    sender: str
    sender_name: str
    to: str
    subject: str
    words: str
    at: datetime
    message_id: str
    reply_to: str = ""
    is_draft: bool = False


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A file that goes with a message: an ASCII name without a path, its bytes and its media type."""

    name: str
    data: bytes
    media_type: str


def write(letter: Letter, enclosed: Sequence[Enclosed] = ()) -> bytes:
    """The message as bytes with CRLF line ends.

    Raises ValueError for an address that is none, or a line end in an address, the subject or a file's name.
    """
    message = EmailMessage(policy=SMTP)
    message["From"] = Address(letter.sender_name, addr_spec=letter.sender)
    message["To"] = Address(addr_spec=letter.to)
    if letter.reply_to:
        message["Reply-To"] = Address(addr_spec=letter.reply_to)
    message["Subject"] = letter.subject
    message["Date"] = format_datetime(letter.at.replace(microsecond=0))
    message["Message-ID"] = f"<{letter.message_id}>"
    if letter.is_draft:
        message["X-Unsent"] = "1"
    message.set_content(letter.words.replace("\r\n", "\n").strip() + "\n")
    for file in enclosed:
        _enclose(message, file)
    if enclosed:
        message.set_boundary(f"==pack-{_mark(letter, enclosed)}==")
    return message.as_bytes()


def _enclose(message: EmailMessage, file: Enclosed) -> None:
    kind, _, more = file.media_type.partition(";")[0].strip().partition("/")
    if any(letter in file.name for letter in "\r\n/\\"):
        raise ValueError(f"{file.name!r} is no name of a file")
    message.add_attachment(file.data, maintype=kind, subtype=more, filename=file.name)


def _mark(letter: Letter, enclosed: Sequence[Enclosed]) -> str:
    """What parts the files in the message: a boundary worked out from them, and so the same each time."""
    found = hashlib.sha256(letter.message_id.encode())
    for file in enclosed:
        found.update(hashlib.sha256(file.data).digest())
    return found.hexdigest()[:32]
