"""A document that holds others, as a mail holds its attachments: each looked at by itself, and which one counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from moothall.documents.reading.document import Document
from moothall.domain.facts import Fact, Locator

_WEIGHED = ("decision", "minutes", "committee_report", "plan", "agenda", "press")


@dataclass(frozen=True, slots=True)
class Part:
    """One part. ``kind`` is the kind of file; ``first`` and ``last`` are its pages in the whole, or None.

    A part without pages could not be read, and ``sentence`` says why.
    """

    name: str
    kind: str
    first: int | None
    last: int | None
    sentence: str = ""


def parts_of(document: Document) -> tuple[Part, ...]:
    """The parts of a document, itself first; none where it is one piece."""
    told = document.metadata.get("parts")
    if not isinstance(told, list):
        return ()
    return tuple(Part(each["name"], each["kind"], each["first"], each["last"], each["sentence"]) for each in told)


def part_at(parts: Iterable[Part], page: int) -> Part | None:
    """The part that a page of the whole belongs to, or None where there are no parts."""
    return next((each for each in parts if each.first is not None and each.first <= page <= (each.last or 0)), None)


def documents_in(document: Document) -> Iterator[tuple[Part, Document]]:
    """Each part that could be read as a document of its own, its pages and tables counted from the start."""
    for part in parts_of(document):
        if part.first is None or part.last is None:
            continue
        pages = document.pages[part.first - 1 : part.last]
        first_table = min((each.table for page in pages for each in page.blocks if each.table is not None), default=0)
        yield (
            part,
            replace(
                document,
                name=part.name,
                pages=tuple(
                    replace(
                        page,
                        number=number,
                        blocks=tuple(
                            each if each.table is None else replace(each, table=each.table - first_table)
                            for each in page.blocks
                        ),
                    )
                    for number, page in enumerate(pages, 1)
                ),
                metadata=_own(document.metadata) if part.first == 1 else {},
            ),
        )


def in_the_whole(facts: Iterable[Fact], part: Part) -> tuple[Fact, ...]:
    """Facts of a part with the page they stand on in the whole."""
    before = (part.first or 1) - 1
    return tuple(
        replace(fact, where=Locator(fact.where.page + before, fact.where.start, fact.where.end)) for fact in facts
    )


def main_part(seen: Sequence[tuple[str, bool, int]]) -> int:
    """The place of the part that the whole is about, of (kind of document, whether it names the plan, number of facts).

    It is the attachment of a kind that is looked for which names the plan and says most; the first part, which is the
    mail itself, where nothing attached is of such a kind.
    """

    def weight(place: int) -> tuple[bool, bool, int]:
        kind, is_about, facts = seen[place]
        return kind in _WEIGHED, is_about, facts

    attached = [place for place in range(1, len(seen)) if seen[place][0] in _WEIGHED]
    return max(attached, key=weight, default=0)


def _own(metadata: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in metadata.items() if key not in ("parts", "not_read")}
