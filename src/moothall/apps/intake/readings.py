"""Reading one document for a workspace: its pages, its record, every fact with its place, and what to remark on."""

import re
from collections.abc import Iterator, MutableMapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from moothall.documents.clues import DocumentKind
from moothall.documents.empty_places import empty_places
from moothall.documents.papers import entry_in
from moothall.documents.parts import Part, in_the_whole
from moothall.documents.reading.document import Document
from moothall.documents.reading.progress import Listener
from moothall.documents.reading.read import Readers
from moothall.documents.records import Record, record
from moothall.documents.review import Review, review
from moothall.documents.rivals import rivals
from moothall.documents.several import Told, several
from moothall.domain.checks import another_authority_named, authority_not_named, step_after_deadline
from moothall.domain.facts import Fact, Locator
from moothall.domain.fingerprints import plain
from moothall.domain.remarks import Remark
from moothall.domain.rounds import Round
from moothall.domain.whose import PLAINLY
from moothall.reference import authorities

REPORT = DocumentKind.COMMITTEE_REPORT


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read. Facts stand in the order their words stand in the document.

    Each of ``pages`` is {"number", "text", "width", "height", "marks"}. Of a PDF's page, width and height are in points
    and ``marks`` gives, for the position of a fact (as a string) and for "rival-0" and so on, the boxes of its words as
    fractions of the page: left, top, right, bottom, one box a line. Of other files width and height are None and there
    are no marks. ``blocks`` are [kind, start, end] in reading order, for words to be found again in another version.

    ``aside`` is what stands beside the record: ``rivals`` (values against one of the record's), ``empty`` (labels with
    nothing beside them) and ``several`` (each of several meetings or plans), whose facts are {"kind", "value", "page",
    "start", "end", "quote", "found_by"}; ``parts`` of a mail with ``main``, the one that was read; ``text_by`` and the
    pages ``without_text``; and the ``entry`` of a forward plan that the document is.
    """

    kind: str
    pages: list[dict[str, Any]]
    record: dict[str, Any]
    facts: tuple[Fact, ...]
    remarks: tuple[Remark, ...]
    aside: dict[str, Any]


def read(
    data: bytes,
    *,
    name: str,
    gss: str,
    authority_name: str,
    of_round: Round | None,
    on_progress: Listener | None = None,
    recognised: MutableMapping[int, str] | None = None,
) -> Reading:
    """Read a document that was brought into a council's workspace, in a process of its own.

    ``on_progress`` and ``recognised`` are as in ``Readers.read``. Raises Unreadable, with a reason and a sentence, for
    a file that cannot be read.
    """
    with Readers(workers=1) as readers:
        document = _storable(readers.read(data, name, on_progress=on_progress, recognised=recognised))
        found = _with_own_name(review(document, of_round=of_round), document, gss, authority_name)
        facts = tuple(sorted(found.facts, key=lambda fact: (fact.where.page, fact.where.start, -fact.where.end)))
        aside = _aside(found, document)
        placed = [(str(at), fact.where) for at, fact in enumerate(facts)]
        placed += [(f"rival-{at}", _where(one)) for at, one in enumerate(aside["rivals"])]
        pages = _pages(document, data, placed, readers)
    remarks = tuple(
        _remarks(found.record, found.remarks, gss, authority_name, of_round.deadline_on if of_round else None)
    )
    return Reading(found.kind.value, pages, found.record.plain(), facts, remarks, aside)


def _aside(found: Review, document: Document) -> dict[str, Any]:
    part = found.parts[found.main][0] if found.parts else None
    told: tuple[Told, ...] = ()
    against: tuple[Fact, ...] = ()
    empty: tuple[Fact, ...] = ()
    if found.seen is not None:
        told = several(found.seen.whole, found.seen.clues)
        against = rivals(found.seen.part, found.seen.clues, _in_its_part(found.facts, part), found.remarks)
        empty = empty_places(found.seen.whole, found.record.plain())
    entry = entry_in(found.seen.whole) if found.seen is not None and found.kind is not REPORT else None
    return {
        "entry": plain(entry) if entry else None,
        "rivals": [_plain(fact) for fact in _in_whole(against, part)],
        "empty": [_plain(fact) for fact in _in_whole(empty, part)],
        "several": [_told(one, part) for one in told],
        "parts": [_part(one, kind.value if kind else None) for one, kind in found.parts],
        "main": found.main,
        "text_by": document.metadata.get("text_by"),
        "without_text": list(document.metadata.get("pages_without_text", ())),
    }


def _in_whole(facts: tuple[Fact, ...], part: Part | None) -> tuple[Fact, ...]:
    return facts if part is None else in_the_whole(facts, part)


def _in_its_part(facts: tuple[Fact, ...], part: Part | None) -> tuple[Fact, ...]:
    """Facts of the whole with the pages of the part they were read in."""
    before = (part.first or 1) - 1 if part else 0
    return tuple(
        replace(fact, where=Locator(fact.where.page - before, fact.where.start, fact.where.end)) for fact in facts
    )


def _plain(fact: Fact) -> dict[str, Any]:
    where = {"page": fact.where.page, "start": fact.where.start, "end": fact.where.end}
    return {"kind": fact.kind, "value": plain(fact.value), **where, "quote": fact.quote, "found_by": fact.found_by}


def _where(one: dict[str, Any]) -> Locator:
    return Locator(one["page"], one["start"], one["end"])


def _told(one: Told, part: Part | None) -> dict[str, Any]:
    facts = _in_whole(one.facts, part)
    says = {field: value for field, value in record(facts).plain().items() if value is not None}
    page = one.where.page + ((part.first or 1) - 1 if part else 0)
    return {
        "kind": one.kind,
        "name": one.name,
        "page": page,
        "record": plain(says),
        "facts": [_plain(f) for f in facts],
    }


def _part(one: Part, what: str | None) -> dict[str, Any]:
    return {"name": one.name, "first": one.first, "last": one.last, "sentence": one.sentence, "what": what}


_NO_LETTER = re.compile("[\x00\ud800-\udfff]")


def _storable(document: Document) -> Document:
    """The document with a mark in the place of what is no letter and no database keeps, so that every offset holds."""
    pages = tuple(replace(page, text=_NO_LETTER.sub("\ufffd", page.text)) for page in document.pages)
    return replace(document, pages=pages)


def _with_own_name(found: Review, document: Document, gss: str, authority_name: str) -> Review:
    """The review with this council's own name as a fact, where the register cannot know it because it is invented."""
    if found.record.authority is not None or any(one.gss == gss for one in authorities.all_authorities()):
        return found
    for page in document.pages:
        place = re.search(re.escape(authority_name), page.text, re.IGNORECASE)
        if place is not None:
            value = {"gss": gss, "name": authority_name, "basis": "named"}
            where = Locator(page.number, place.start(), place.end())
            facts = (Fact("authority", value, where, place.group(), "authority.named"), *found.facts)
            remarks = tuple(one for one in found.remarks if one.check != authority_not_named.CHECK)
            return replace(found, record=record(facts), facts=facts, remarks=remarks)
    return found


def _pages(
    document: Document, data: bytes, placed: list[tuple[str, Locator]], readers: Readers
) -> list[dict[str, Any]]:
    """The pages as they are kept. ``placed`` are the places to mark, each under its key."""
    pages = []
    for page in document.pages:
        here = [(key, where) for key, where in placed if where.page == page.number]
        marks: dict[str, Any] = {}
        if page.width and here:
            spans = [(where.start, where.end) for _, where in here]
            boxes = readers.boxes(data, page.number, spans, name=document.name)
            marks = {key: some for (key, _), some in zip(here, boxes, strict=True) if some}
        width, height = page.width, page.height
        scanned = document.metadata.get("drawn", {}).get(str(page.number))
        if width is None and scanned and scanned["tall"]:
            width, height = _WIDE, round(_WIDE * scanned["tall"], 1)
            marks = {key: some for key, where in here if (some := _recognised(where, scanned["words"]))}
        kept: dict[str, Any] = {"number": page.number, "text": page.text, "width": width, "height": height}
        blocks = [[block.kind.value, block.start, block.end] for block in page.blocks]
        pages.append({**kept, "marks": marks, "blocks": blocks})
    return pages


_WIDE = 595.0
"""How wide a scanned page is taken to be, in points: what is drawn on it needs a size, and its own may be anything."""


def _recognised(where: Locator, words: list[list[float]]) -> list[list[float]]:
    """The boxes of a place on a scanned page, one for each of its lines."""
    lines: list[list[float]] = []
    for start, end, left, top, right, bottom in words:
        if start >= where.end or end <= where.start:
            continue
        if lines and top < lines[-1][3] and left >= lines[-1][0]:
            last = lines[-1]
            lines[-1] = [last[0], min(last[1], top), max(last[2], right), max(last[3], bottom)]
        else:
            lines.append([left, top, right, bottom])
    return lines


def _remarks(
    found: Record, told: tuple[Remark, ...], gss: str, authority_name: str, deadline_on: date | None
) -> Iterator[Remark]:
    """What the workspace knows beside the document comes first: whose it is, and the round's own deadline."""
    authority = found.authority or {}
    if authority.get("basis") in PLAINLY:
        yield from another_authority_named.check(
            found_gss=authority["gss"], found_name=authority["name"], expected_gss=gss, expected_name=authority_name
        )
    yield from told
    if not any(remark.check == step_after_deadline.CHECK for remark in told):
        body = str((found.body or {}).get("name") or "The meeting")
        meets_on = date.fromisoformat(found.meeting_date) if found.meeting_date else None
        yield from step_after_deadline.check(step=body, step_on=meets_on, deadline_on=deadline_on, of_round=True)
