"""A plan split into passages, one for each numbered paragraph of its public page, each with a lasting name."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from moothall.documents.layouts import plan_narrative
from moothall.documents.writing.document import Block, Heading, Items, Paragraph, plain
from moothall.domain.fingerprints import fingerprint
from moothall.domain.plans import Plan
from moothall.domain.rounds import Round

_THEME_LEVEL = 2


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph of a plan in the council's own words, with the list that follows it.

    ``name`` is made from the plan's text and the passage's words, so the same text always gives the same names.
    ``anchor`` is the paragraph's place on the public page ("p4"), empty for a list that opens a plan. ``position``
    counts from 1. ``theme`` is the key of the round's theme, or empty outside the themes; ``heading`` is the heading
    the passage stands under.
    """

    name: str
    position: int
    anchor: str
    theme: str
    heading: str
    text: str


def split(plan: Plan, round_: Round) -> tuple[Passage, ...]:
    """The passages of a plan in the order of its public page, with the numbers that stand on that page.

    Tables are left out: they hold figures, not passages.
    """
    mark = fingerprint(plan)[:16]
    seen: Counter[str] = Counter()
    passages: list[Passage] = []
    for position, one in enumerate(_gathered(plan_narrative.compose(plan, round_).blocks, round_), start=1):
        seen[one.text] += 1
        passages.append(replace(one, name=_name(mark, one.text, seen[one.text]), position=position))
    return tuple(passages)


def _gathered(blocks: Iterable[Block], round_: Round) -> Iterator[Passage]:
    """Paragraphs with the lists under them. A list right under a heading is a passage at the paragraph before it."""
    keys = {theme.title: theme.key for theme in round_.themes}
    theme = heading = anchor = ""
    held: Passage | None = None
    for block in blocks:
        if isinstance(block, Items) and held is not None:
            held = replace(held, text=f"{held.text}\n{_listed(block)}")
            continue
        if held is not None:
            yield held
        held = None
        if isinstance(block, Heading):
            heading = block.text
            if block.level == _THEME_LEVEL:
                theme = keys.get(block.text, "")
        elif isinstance(block, Paragraph) and block.number:
            anchor = block.anchor
            held = Passage("", 0, anchor, theme, heading, plain(block.words).strip())
        elif isinstance(block, Items):
            held = Passage("", 0, anchor, theme, heading, _listed(block))
    if held is not None:
        yield held


def _listed(items: Items) -> str:
    return "\n".join(plain(item.words).strip() for item in items.items)


def _name(mark: str, text: str, count: int) -> str:
    words = hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:12]
    return f"{mark}-{words}" if count == 1 else f"{mark}-{words}-{count}"
