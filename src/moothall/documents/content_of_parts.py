"""What a plan says where it came in a mail: each part looked at by itself, each statement on its page of the whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from moothall.documents.clues import DocumentKind
from moothall.documents.content import find_content
from moothall.documents.outline import outline
from moothall.documents.parts import Part, documents_in
from moothall.documents.reading.document import Document
from moothall.domain.facts import Locator
from moothall.domain.rounds import Round
from moothall.domain.statements import Content, Statement


@dataclass(frozen=True, slots=True)
class PartSays:
    """What one part says. ``part`` is None where the document is one piece."""

    part: Part | None
    content: Content


def contents_of(document: Document, of_round: Round | None = None) -> tuple[PartSays, ...]:
    """What each part that could be read says as a plan; one answer for a document that is one piece."""
    told = tuple(_parts(document, of_round))
    return told or (PartSays(None, find_content(outline(document), of_round)),)


def plan_among(told: tuple[PartSays, ...], kinds: dict[str, DocumentKind | None]) -> int:
    """The place of the part that is the plan: one of that kind with most to say, else the attachment with most."""

    def weight(place: int) -> tuple[bool, bool, int]:
        part = told[place].part
        name = part.name if part is not None else ""
        statements = len(told[place].content.statements)
        return kinds.get(name) is DocumentKind.PLAN and bool(statements), place > 0 and bool(statements), statements

    return max(range(len(told)), key=weight)


def _parts(document: Document, of_round: Round | None) -> Iterator[PartSays]:
    for part, each in documents_in(document):
        content = find_content(outline(each), of_round)
        before = (part.first or 1) - 1
        statements = tuple(_moved(one, before) for one in content.statements)
        yield PartSays(part, Content(statements, content.dated_on))


def _moved(one: Statement, before: int) -> Statement:
    return replace(one, where=Locator(one.where.page + before, one.where.start, one.where.end))
