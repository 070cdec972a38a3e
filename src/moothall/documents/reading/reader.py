"""Which reader reads which kind of file, and what every reader has in common."""

from __future__ import annotations

from importlib import import_module
from typing import Protocol, cast

from moothall.documents.reading import READERS
from moothall.documents.reading.document import Document, Unreadable
from moothall.documents.reading.limits import DEFAULT, Limits
from moothall.documents.reading.media import Media

_MODULES = dict(READERS)
_TAKES_LIMITS = ("pdf", "email", "xlsx", "ods", "csv")


class Reader(Protocol):
    """A module that reads one kind of file."""

    def read(self, data: bytes, name: str) -> Document:
        """The document in the bytes. Raises Unreadable, with a sentence, when there is none."""
        ...


def read(media: Media, data: bytes, name: str, limits: Limits = DEFAULT) -> Document:
    """The document, read by the reader for its kind, in this process: call it only from the reading process.

    Raises Unreadable if it has no text at all, and whatever a parser raises on a damaged file.
    """
    module = import_module(_MODULES[media.key])
    if media.key in _TAKES_LIMITS:
        document = cast(Document, module.read(data, name, limits=limits))
    else:
        document = cast(Reader, module).read(data, name)
    if not any(page.text.strip() for page in document.pages):
        raise Unreadable(
            "empty", f"{name} opens, but there are no words in it. Check that it is the right file and upload it again."
        )
    return document


def damaged(name: str) -> str:
    """The sentence for a file that no reader gets to the end of."""
    return (
        f"{name} is damaged: it could not be read to its end. "
        "Open it in the program that made it, save or export it again, and upload the new copy."
    )
