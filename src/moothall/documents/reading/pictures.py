"""Pages as pictures, and where on the picture the words of a span stand, so that a fact can be shown in its place."""

from __future__ import annotations

from moothall.documents.reading.limits import DEFAULT, Limits
from moothall.documents.reading.read import Box, Readers

__all__ = ["Box", "boxes", "page_png"]


def page_png(data: bytes, page: int, *, width: int, limits: Limits = DEFAULT) -> bytes:
    """A PDF's page (counted from 1) as a PNG ``width`` pixels wide, drawn in a process of its own.

    Raises Unreadable if the file is no PDF, cannot be opened, or has no such page.
    """
    with Readers(limits=limits) as readers:
        return readers.page_png(data, page, width=width)


def boxes(data: bytes, page: int, start: int, end: int, *, limits: Limits = DEFAULT) -> list[Box]:
    """Where the words from ``start`` to ``end`` of a PDF page's text stand, one box a line.

    Each is (left, top, right, bottom) as fractions of the page, from its top left corner. Raises Unreadable.
    """
    with Readers(limits=limits) as readers:
        return readers.boxes(data, page, [(start, end)])[0]
