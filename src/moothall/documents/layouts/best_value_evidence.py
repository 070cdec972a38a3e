"""Evidence by best-value theme: each theme with what a person chose for it, and plainly where nothing is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from moothall.documents.layouts.dates import day
from moothall.documents.writing.document import (
    BENCH_GREEN,
    Block,
    Document,
    Heading,
    Item,
    Items,
    Paragraph,
    Setting,
    Span,
    words,
)
from moothall.domain.best_value import Item as Evidence
from moothall.domain.best_value import ThemeEvidence
from moothall.domain.clocks.best_value_themes import PROVISION

TITLE = "Evidence by best-value theme"


def compose(
    found: Iterable[ThemeEvidence], *, authority_name: str, plan_title: str, made_on: date, links: Mapping[str, str],
    colour: str = BENCH_GREEN,
) -> Document:  # fmt: skip
    """The document. ``links`` hold the address of what stands in Moothall, by the key of the evidence."""
    return Document(
        title=TITLE,
        blocks=tuple(_blocks(found, links)),
        owner=authority_name,
        subtitles=(plan_title,) if plan_title else (),
        foot=f"{TITLE}, {day(made_on)}",
        summary="What was chosen as evidence for each theme of the best value guidance",
        colour=colour,
    )


def _blocks(found: Iterable[ThemeEvidence], links: Mapping[str, str]) -> Iterator[Block]:
    yield Paragraph(
        words(
            "What somebody chose or added for each theme. What was only found is left out. It is a list of where "
            "things stand, and weighs nothing."
        )
    )
    yield Paragraph(words(f"{PROVISION.in_words()}. {PROVISION.note}", quiet=True), setting=Setting.NOTE)
    for one in found:
        yield Heading(one.theme.name)
        yield Paragraph(words(one.theme.says, quiet=True), setting=Setting.NOTE)
        if one.chosen:
            yield Items(tuple(_item(each, links) for each in one.chosen))
        else:
            yield Paragraph(words("Nothing is chosen for this theme."))


def _item(one: Evidence, links: Mapping[str, str]) -> Item:
    dated = f" {day(one.on)}." if one.on else " Its day is not known."
    said = f" Chosen by {one.by} on {day(one.chosen_on)}."
    link = one.address or links.get(one.key, "")
    head = Span(one.title, bold=True, link=link)
    where = Span(f" {one.address}", quiet=True) if one.address else Span("")
    return Item(
        tuple(span for span in (head, Span(f". {one.words}"), Span(dated + said, quiet=True), where) if span.text)
    )
