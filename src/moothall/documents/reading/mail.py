"""Reads e-mails: the mail itself as page 1, then the pages of what is attached, each through the same gate.

``metadata["parts"]`` says which pages are of which part: {"name", "kind", "first", "last", "sentence"}, the mail
first. A part that could not be read has no pages (``first`` and ``last`` are None) and a sentence that says why.
"""

from __future__ import annotations

import email
import hashlib
from dataclasses import dataclass, replace
from email.message import Message
from email.policy import compat32
from typing import Any

from moothall.documents.reading import gate, html, media, reader
from moothall.documents.reading.document import Document, Page, Unreadable
from moothall.documents.reading.limits import DEFAULT, Limits
from moothall.documents.reading.mail_parts import content_of, header, leaves, name_of, text_of
from moothall.documents.reading.one_page import OnePage
from moothall.documents.reading.text import blocks_of

MEDIA = "message/rfc822"

_SEALED = ("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime")
_PASSED_OVER = (
    "application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature", "text/calendar",
    "text/x-amp-html", "message/delivery-status",
)  # fmt: skip
_ENOUGH = 0.8


def read(data: bytes, name: str, limits: Limits = DEFAULT) -> Document:
    """A mail with its attachments as one document. Raises Unreadable when it is sealed or cannot be taken apart."""
    found = _Found(limits)
    found.take_mail(data, name, depth=1)
    return Document(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        media=MEDIA,
        pages=tuple(found.pages),
        metadata={**found.metadata, "parts": found.parts, "not_read": found.not_read},
        links=tuple(found.links),
    )


class _Found:
    """What was found so far, the pages numbered through the mail and its attachments."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.pages: list[Page] = []
        self.parts: list[dict[str, Any]] = []
        self.links: list[tuple[str, str]] = []
        self.not_read: list[str] = []
        self.metadata: dict[str, Any] = {}
        self._tables = 0
        self._attached = 0

    def take_mail(self, data: bytes, name: str, depth: int) -> None:
        """Take a mail's own page, then everything attached to it."""
        try:
            message = email.message_from_bytes(data, policy=compat32)
        except (RecursionError, ValueError, LookupError) as error:
            raise Unreadable("damaged", reader.damaged(name)) from error
        if message.get_content_type() in _SEALED:
            raise Unreadable(
                "encrypted",
                f"{name} is a mail that is sealed and can only be opened with its reader's key. "
                "Open it in your mail program, save the report or letter in it, and upload that.",
            )
        bodies, attached = _sorted(message)
        self._take_page(_mail_page(message, bodies, attached), name)
        if depth == 1:
            self.metadata = {key: words for key in ("Subject", "From") if (words := header(message, key))}
            self.metadata = {key.lower(): words for key, words in self.metadata.items()}
        for part, called in attached:
            self._take_attached(part, called, name, depth)

    def _take_page(self, page: Page, name: str) -> None:
        number = len(self.pages) + 1
        self.parts.append(_part(name, media.EMAIL.key, number, number))
        self._add((page,))

    def _take_attached(self, part: Message, called: str, within: str, depth: int) -> None:
        self._attached += 1
        try:
            if self._attached > self.limits.attachments:
                raise Unreadable(
                    "oversized",
                    f"{called} was not read: the mail holds more than {self.limits.attachments} attachments. "
                    "Save it from the mail and upload it by itself.",
                )
            self._open(content_of(part), called, depth)
        except Unreadable as refusal:
            self._not_read(called, refusal.sentence)
        except MemoryError:
            raise
        except Exception:  # one attachment that trips its reader must not cost the mail
            self._not_read(called, reader.damaged(called))

    def _not_read(self, called: str, sentence: str) -> None:
        self.parts.append({**_part(called, "unreadable", None, None), "sentence": sentence})
        self.not_read.append(f"Attached and not read: {sentence}")

    def _open(self, content: bytes, called: str, depth: int) -> None:
        admitted = gate.examine(content, called, self.limits)
        if admitted.media is media.EMAIL:
            if depth >= self.limits.depth:
                raise Unreadable(
                    "bomb",
                    f"{called} was not read: it is a mail within {depth} others. "
                    "Save it from the mail and upload it by itself.",
                )
            self.take_mail(content, called, depth + 1)
            return
        document = reader.read(admitted.media, content, called, self.limits)
        if len(self.pages) + len(document.pages) > self.limits.pages:
            raise Unreadable(
                "too_many_pages",
                f"{called} was not read: with it the mail would have more than {self.limits.pages:,} pages. "
                "Save it from the mail and upload it by itself.",
            )
        first = len(self.pages) + 1
        self._add(document.pages)
        self.parts.append(_part(called, admitted.media.key, first, len(self.pages)))
        self.links += document.links
        self.not_read += [f"{called}: {told}" for told in document.metadata.get("not_read", ())]

    def _add(self, pages: tuple[Page, ...]) -> None:
        """Add pages, their numbers and tables counted on. They are not drawn, so they have no width and height."""
        before = self._tables
        for page in pages:
            blocks = tuple(
                block if block.table is None else replace(block, table=block.table + before) for block in page.blocks
            )
            self._tables = max([self._tables, *(each.table + 1 for each in blocks if each.table is not None)])
            self.pages.append(replace(page, number=len(self.pages) + 1, blocks=blocks, width=None, height=None))


@dataclass(slots=True)
class _Bodies:
    """The words of a mail as it offers them: in plain text, and as a web page."""

    plain: list[Message]
    marked: list[Message]


def _part(name: str, kind: str, first: int | None, last: int | None) -> dict[str, Any]:
    return {"name": name, "kind": kind, "first": first, "last": last, "sentence": ""}


def _sorted(message: Message) -> tuple[_Bodies, list[tuple[Message, str]]]:
    """The parts that are the mail's words, and those attached with their names. Pictures in the words are neither."""
    bodies = _Bodies([], [])
    attached: list[tuple[Message, str]] = []
    for part in leaves(message):
        kind, placed = part.get_content_type(), (part.get_content_disposition() or "")
        named = bool(part.get_filename()) if placed != "inline" or not kind.startswith("text/") else False
        if kind in _PASSED_OVER or (kind.startswith("image/") and (placed == "inline" or part.get("Content-ID"))):
            continue
        if placed != "attachment" and not named and kind == "text/plain":
            bodies.plain.append(part)
        elif placed != "attachment" and not named and kind == "text/html":
            bodies.marked.append(part)
        else:
            attached.append((part, name_of(part, len(attached) + 1)))
    return bodies, attached


def _mail_page(message: Message, bodies: _Bodies, attached: list[tuple[Message, str]]) -> Page:
    """The mail as a page: who sent it, its subject, its words, and the names of what is attached.

    To whom and when it was sent stands in the text and in no block: a day a mail was sent is no day of a meeting.
    """
    page = OnePage()
    for name in ("To", "Cc", "Date"):
        if words := header(message, name):
            page.aside(f"{'Sent' if name == 'Date' else name}: {words}")
    if sender := header(message, "From"):
        page.paragraph(f"From: {sender}")
    if subject := header(message, "Subject"):
        page.heading(subject, 1)
    _write_words(page, bodies)
    if attached:
        page.paragraph("Attachments:")
        for _, called in attached:
            page.item(called)
    return page.page()


def _write_words(page: OnePage, bodies: _Bodies) -> None:
    """The words as a web page where that says as much as the plain text does: it keeps headings, lists and tables."""
    plain = "\n\n".join(text_of(part).strip() for part in bodies.plain)
    marked = []
    for part in bodies.marked:
        try:
            marked.append(html.read(content_of(part), "mail", charset=part.get_content_charset(), whole=True).pages[0])
        except Unreadable:
            continue
    if sum(_letters(each.text) for each in marked) >= _ENOUGH * _letters(plain):
        for each in marked:
            page.include(each)
    elif plain:
        page.include(Page(1, plain, blocks_of(plain)))


def _letters(words: str) -> int:
    return sum(map(str.isalnum, words))
