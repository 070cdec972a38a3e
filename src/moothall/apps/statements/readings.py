"""Reading one document for what it says as a plan: its statements with their places, on the page and in its picture."""

import re
from collections.abc import MutableMapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from moothall.documents.content_of_parts import contents_of, plan_among
from moothall.documents.reading.document import Document, Page
from moothall.documents.reading.progress import Listener
from moothall.documents.reading.read import Box, Readers
from moothall.documents.review import review
from moothall.domain.rounds import Round
from moothall.domain.statements import SectionFound, Statement


@dataclass(frozen=True, slots=True)
class Found:
    """A statement and the boxes of its words as fractions of its page: left, top, right, bottom, one box a line."""

    statement: Statement
    boxes: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadAsPlan:
    """What was read. Each of ``pages`` is {"number", "text", "width", "height"}; ``part`` an attachment, or empty."""

    pages: list[dict[str, Any]]
    statements: tuple[Found, ...]
    dated_on: date | None
    part: str = ""


def read_as_plan(
    data: bytes,
    *,
    name: str,
    of_round: Round | None,
    on_progress: Listener | None = None,
    recognised: MutableMapping[int, str] | None = None,
) -> ReadAsPlan:
    """Read what a document says as a plan, in a process of its own. Of a mail, the attachment that is the plan.

    ``on_progress`` and ``recognised`` are as in ``Readers.read``. Raises Unreadable for a file that cannot be read.
    """
    with Readers(workers=1) as readers:
        document = _storable(readers.read(data, name, on_progress=on_progress, recognised=recognised))
        told = contents_of(document, of_round)
        kinds = {part.name: kind for part, kind in review(document, of_round=of_round).parts} if len(told) > 1 else {}
        plan = told[plan_among(told, kinds)]
        statements = [one for one in plan.content.statements if not _says_nothing(one)]
        found = tuple(_with_boxes(statements, document, data, readers))
    pages = [
        {"number": page.number, "text": page.text, "width": page.width, "height": page.height}
        for page in document.pages
    ]
    return ReadAsPlan(pages, found, plan.content.dated_on, plan.part.name if plan.part else "")


def _says_nothing(one: Statement) -> bool:
    """Whether it is a heading with nothing under it."""
    return isinstance(one.value, SectionFound) and not one.value.text.strip()


def _with_boxes(statements: list[Statement], document: Document, data: bytes, readers: Readers) -> list[Found]:
    found = []
    for page in document.pages:
        here = [one for one in statements if one.where.page == page.number]
        if page.width and here:
            boxes = readers.boxes(
                data, page.number, [(one.where.start, one.where.end) for one in here], name=document.name
            )
            found += [Found(one, tuple(some)) for one, some in zip(here, boxes, strict=True)]
        else:
            found += [Found(one) for one in here]
    return found


_NO_LETTER = re.compile("[\x00\ud800-\udfff]")


def _storable(document: Document) -> Document:
    """The document with a mark in the place of what is no letter and no database keeps, so that every offset holds."""
    pages = tuple(replace(page, text=_NO_LETTER.sub("\ufffd", page.text)) for page in document.pages)
    return replace(document, pages=pages)


def text_of(name: str, sha256: str, pages: list[dict[str, Any]]) -> Document:
    """The words of kept pages as a document, for words to be found again in another reading."""
    return Document(name, sha256, "", tuple(Page(one["number"], one["text"]) for one in pages))
