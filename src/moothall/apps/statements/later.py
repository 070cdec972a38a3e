"""What another reading does to statements: what a person said stays, its words are looked for, the rest gives way."""

from collections.abc import Sequence
from typing import Any

from moothall.apps.statements.models import PlanReading, StatementRead
from moothall.apps.statements.readings import Found, text_of
from moothall.corpus.anchoring import Anchored, Anchoring
from moothall.corpus.selectors import select
from moothall.domain.facts import Locator
from moothall.domain.fingerprints import plain

_SAID = ("kind", "value", "voice", "theme", "question", "quote", "found_by", "remarks", "verdict", "said", "said_at",
         "said_by_name", "revision")  # fmt: skip


def brought_along(reading: PlanReading) -> None:
    """Copy into a first reading what people said of the version it replaces. Its words are looked for next."""
    before = PlanReading.objects.filter(upload=reading.upload.replaces_id).first()
    if before is None or reading.statements.exists():
        return
    reading.pages = before.pages
    for row in before.statements.exclude(verdict=""):
        copied = {name: getattr(row, name) for name in _SAID}
        StatementRead.objects.create(
            reading=reading, position=row.position, page=row.page, start=row.start, end=row.end, **copied
        )


def give_way(reading: PlanReading, found: Sequence[Found], pages: list[dict[str, Any]]) -> list[StatementRead]:
    """The rows to keep of a new reading. What nobody spoke of is deleted, what somebody did is looked for in the pages.

    A statement somebody spoke of is never doubled by what was found now in its place.
    """
    reading.statements.filter(verdict="", origins=None).delete()
    held = list(reading.statements.all())
    if held:
        _place(held, reading, pages)
    boxes = {(each.statement.kind.value, each.statement.where): each.boxes for each in found}
    places: dict[str, list[Locator]] = {}
    for row in held:
        if row.is_there:
            if not row.boxes and boxes.get((row.kind, row.where)):
                row.boxes = [list(box) for box in boxes[row.kind, row.where]]
                row.save(update_fields=["boxes"])
            places.setdefault(row.kind, []).append(row.where)
    return [
        _row(reading, position, one)
        for position, one in enumerate(found)
        if not any(_meets(one.statement.where, each) for each in places.get(one.statement.kind.value, ()))
    ]


def _place(held: list[StatementRead], reading: PlanReading, pages: list[dict[str, Any]]) -> None:
    name, mark = reading.upload.name, reading.upload.file.sha256
    earlier, now = text_of(name, "earlier", reading.pages), text_of(name, mark, pages)
    if [page["text"] for page in reading.pages] == [page["text"] for page in pages]:
        for row in held:
            row.is_there = True
            row.save(update_fields=["is_there"])
        return
    search = Anchoring(now, earlier)
    for row in held:
        answer = search.find(select(earlier, row.where)) if row.is_there else None
        row.is_there = isinstance(answer, Anchored) and len(answer.places) == 1
        if isinstance(answer, Anchored) and row.is_there:
            place = answer.places[0]
            row.page, row.start, row.end, row.quote, row.boxes = place.page, place.start, place.end, answer.quote, []
        row.save()


def _meets(one: Locator, other: Locator) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return one.page == other.page and shared > 0 and 2 * shared >= min(one.end - one.start, other.end - other.start)


def _row(reading: PlanReading, position: int, found: Found) -> StatementRead:
    one = found.statement
    return StatementRead(
        reading=reading,
        position=position,
        kind=one.kind.value,
        value=plain(one.value),
        voice=plain(one.voice),
        theme=one.theme or "",
        question=one.question or "",
        page=one.where.page,
        start=one.where.start,
        end=one.where.end,
        quote=one.quote,
        found_by=one.found_by,
        remarks=list(one.remarks),
        boxes=[list(box) for box in found.boxes],
    )
