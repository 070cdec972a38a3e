"""Passages with lasting names: of any document that was read, and of a plan that is written here."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from moothall.corpus.names import names
from moothall.corpus.splitting import spans
from moothall.documents.layouts import plan_narrative
from moothall.documents.reading import document as reading
from moothall.documents.reading.document import Document
from moothall.documents.writing.document import Block, Heading, Items, Paragraph, plain
from moothall.domain.plans import Plan
from moothall.domain.rounds import Round

_THEME_LEVEL = 2


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph with the list it leads to, a long item of a list, or a row of a table.

    ``name`` lasts: the same words of the same document have the same name, whatever changes around them. ``position``
    counts from 1. ``headings`` are those it stands under, the outermost first. ``before`` and ``after`` are the words
    of the passages beside it, empty at the ends. Of a document that was read, ``text`` is exactly the characters from
    ``start`` to ``end`` (exclusive) of the page (counted from 1); of a plan that is written here, page is 0.
    ``lead_in`` is what a list says before this item, or the heads of a table's columns. ``number`` is printed before
    it. ``continues`` marks the rest of a paragraph that began on the page before.

    ``anchor`` and ``theme`` belong to a plan that is written here: the paragraph's place on the public page ("p4",
    empty for a list that opens a plan) and the key of the round's theme, empty outside the themes.
    """

    name: str
    position: int
    text: str
    headings: tuple[str, ...] = ()
    before: str = ""
    after: str = ""
    page: int = 0
    start: int = 0
    end: int = 0
    lead_in: str = ""
    number: str = ""
    is_row: bool = False
    continues: bool = False
    anchor: str = ""
    theme: str = ""

    @property
    def heading(self) -> str:
        """The heading right above, or nothing."""
        return self.headings[-1] if self.headings else ""


def split_document(document: Document) -> tuple[Passage, ...]:
    """The passages of a document that was read, in reading order. Headings are none: they stand in each passage."""
    found = (
        Passage(
            name="",
            position=0,
            text=one.text,
            headings=one.headings,
            page=one.page,
            start=one.start,
            end=one.end,
            lead_in=one.lead_in,
            number=one.number,
            is_row=one.is_row,
            continues=one.continues,
        )
        for one in spans(document)
    )
    return _in_order(found, document.sha256)


def split(plan: Plan, round_: Round) -> tuple[Passage, ...]:
    """The passages of a plan in the order of its public page, with the numbers that stand on that page.

    A corrected plan keeps the names of the passages whose words stayed. Tables are left out: they hold figures, not
    passages.
    """
    gathered = _gathered(plan_narrative.compose(plan, round_).blocks, round_)
    return _in_order(gathered, f"{plan.authority}/{plan.round}")


def as_document(some: Iterable[Passage], name: str) -> Document:
    """Passages of a plan written here as a document of one page, their headings among them, to find words in."""
    blocks: list[reading.Block] = []
    text, above = "", ""
    for one in some:
        pieces = [(reading.BlockKind.HEADING, one.heading)] if one.heading and one.heading != above else []
        for kind, words in (*pieces, (reading.BlockKind.PARAGRAPH, one.text)):
            blocks.append(reading.Block(kind, len(text), len(text) + len(words)))
            text += f"{words}\n"
        above = one.heading
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(name, sha256, "text/plain", (reading.Page(1, text, tuple(blocks)),))


def _in_order(found: Iterable[Passage], whose: str) -> tuple[Passage, ...]:
    """The passages with their names, positions and neighbours."""
    some = tuple(found)
    called = names((one.text for one in some), whose)
    return tuple(
        replace(
            one,
            name=name,
            position=at + 1,
            before=some[at - 1].text if at else "",
            after=some[at + 1].text if at + 1 < len(some) else "",
        )
        for at, (one, name) in enumerate(zip(some, called, strict=True))
    )


def _gathered(blocks: Iterable[Block], round_: Round) -> Iterator[Passage]:
    """Paragraphs with the lists under them. A list right under a heading is a passage at the paragraph before it."""
    keys = {theme.title: theme.key for theme in round_.themes}
    theme = anchor = ""
    above: list[Heading] = []
    held: Passage | None = None
    for block in blocks:
        if isinstance(block, Items) and held is not None:
            held = replace(held, text=f"{held.text}\n{_listed(block)}")
            continue
        if held is not None:
            yield held
        held = None
        if isinstance(block, Heading):
            above = [*(one for one in above if one.level < block.level), block]
            if block.level == _THEME_LEVEL:
                theme = keys.get(block.text, "")
        elif isinstance(block, Paragraph) and block.number:
            anchor = block.anchor
            held = _under(above, anchor, theme, plain(block.words).strip())
        elif isinstance(block, Items):
            held = _under(above, anchor, theme, _listed(block))
    if held is not None:
        yield held


def _under(above: Iterable[Heading], anchor: str, theme: str, text: str) -> Passage:
    return Passage("", 0, text, tuple(one.text for one in above), anchor=anchor, theme=theme)


def _listed(items: Items) -> str:
    return "\n".join(plain(item.words).strip() for item in items.items)
