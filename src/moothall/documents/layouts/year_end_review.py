"""A year's review of a plan: what was promised, what became of each, what is carried over."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from moothall.documents.layouts.dates import day
from moothall.documents.layouts.paragraphs import paragraphs
from moothall.documents.layouts.progress_update import between
from moothall.documents.writing.document import (
    BENCH_GREEN,
    Block,
    Document,
    Heading,
    Item,
    Items,
    Paragraph,
    Setting,
    Table,
    cell,
    words,
)
from moothall.domain.reviews import Review, Reviewed, ReviewedKind


def compose(review: Review, *, kept_on: date, kept_by: str, mark: str, colour: str = BENCH_GREEN) -> Document:
    """The review as a document. ``mark`` is the fingerprint it was kept under."""
    time = between(review.since, review.until)
    return Document(
        title=f"Review of {review.plan_title}",
        blocks=tuple(_blocks(review, mark)),
        owner=review.authority_name,
        subtitles=(time,),
        foot=f"Review of {review.plan_title}, kept on {day(kept_on)} by {kept_by}",
        summary=f"What was promised and what became of it, {time}",
        colour=colour,
    )


def _blocks(review: Review, mark: str) -> Iterator[Block]:
    yield from paragraphs(review.words)
    for kind, heading in ((ReviewedKind.COMMITMENT, "What we said we would do"), (ReviewedKind.MEASURE, "Measures")):
        some = [one for one in review.items if one.kind is kind]
        if some:
            yield Heading(heading)
        for one in some:
            yield from _reviewed(one)
    yield Heading("What is carried over")
    if review.carried:
        yield Table(
            rows=tuple((cell(one.title), cell(one.carried_over)) for one in review.carried),
            header=("What", "How it goes on"),
            widths=(40, 60),
            caption="Carried over",
        )
    else:
        yield Paragraph(words("Nothing is carried over."))
    yield Paragraph(words(f"Fingerprint of this review: {mark}"), setting=Setting.NOTE)


def _reviewed(one: Reviewed) -> Iterator[Block]:
    yield Heading(one.title, level=3)
    if one.promised:
        yield Paragraph(words(f"Promised: {one.promised}"))
    if one.told:
        yield Items(tuple(Item(words(line)) for line in one.told))
    yield Paragraph((*words("What became of it: ", bold=True), *words(one.became)))
    if one.carried_over:
        yield Paragraph((*words("Carried over: ", bold=True), *words(one.carried_over)))
