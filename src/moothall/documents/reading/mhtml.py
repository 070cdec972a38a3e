"""Reads web pages saved whole in one file (MHTML): the page itself, and the pages its frames show."""

from __future__ import annotations

import email
import hashlib
import re
from dataclasses import replace
from email.message import Message
from email.policy import compat32

from moothall.documents.reading import html
from moothall.documents.reading.document import Document, Page, Unreadable
from moothall.documents.reading.mail_parts import content_of, header, leaves

MEDIA = "multipart/related"
_FRAMES = re.compile(rb"<frameset\b", re.IGNORECASE)
_MOST_FRAMES = 10


def read(data: bytes, name: str) -> Document:
    """The saved page as a document, and after it one page for each frame. Raises Unreadable when there is no page."""
    message = email.message_from_bytes(data, policy=compat32)
    pages = [part for part in leaves(message) if part.get_content_type() == "text/html"]
    documents = _read(pages[: _MOST_FRAMES + 1], name)
    if not documents:
        raise Unreadable(
            "empty",
            f"{name} holds no web page with words in it. "
            "Open the page again, save it as a web page or print it to a PDF, and upload that.",
        )
    metadata = dict(documents[0].metadata)
    address = header(message, "Snapshot-Content-Location") or header(pages[0], "Content-Location")
    if address.startswith(("http://", "https://")):
        metadata.setdefault("address", address)
    return Document(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        media=MEDIA,
        pages=tuple(_numbered(documents)),
        metadata=metadata,
        links=tuple(link for each in documents for link in each.links),
    )


def _read(pages: list[Message], name: str) -> list[Document]:
    """The page and its frames; of a frameset, the frames alone."""
    found = []
    for number, part in enumerate(pages):
        content = content_of(part)
        if number == 0 and _FRAMES.search(content):
            continue
        try:
            document = html.read(content, name, charset=part.get_content_charset())
        except Unreadable:
            continue
        if document.pages[0].blocks:
            found.append(document)
    return found


def _numbered(documents: list[Document]) -> list[Page]:
    pages, tables = [], 0
    for number, document in enumerate(documents, 1):
        (page,) = document.pages
        blocks = tuple(
            block if block.table is None else replace(block, table=block.table + tables) for block in page.blocks
        )
        tables = max((block.table + 1 for block in blocks if block.table is not None), default=tables)
        pages.append(replace(page, number=number, blocks=blocks))
    return pages
