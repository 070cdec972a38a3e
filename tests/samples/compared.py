"""How much of a sample a reader gave back, piece by piece."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from moothall.documents.reading.document import BlockKind, Document
from tests.samples.matter import Item


@dataclass
class Compared:
    """Shares from 0 to 1 of what a sample holds, and what was missed. None where a sample has none of a kind."""

    words: float
    order: float
    headings: float | None
    paragraphs: float | None
    numbers: float | None
    rows: float | None
    missed: list[str] = field(default_factory=list)


def compare(document: Document, matter: list[Item]) -> Compared:
    """What the document has of the matter it was made from. Pieces parted by a page's end count as found."""
    found: dict[BlockKind, list[str]] = {kind: [] for kind in BlockKind}
    flow: list[str] = []
    numbers: set[str] = set()
    for page in document.pages:
        for block in page.blocks:
            words = squeezed(page.text[block.start : block.end])
            found[block.kind].append(words)
            if block.kind is not BlockKind.TABLE_CELL:
                flow.append(words)
            if block.number:
                numbers.add(block.number)
    whole = " ".join(flow)
    missed: list[str] = []
    prose = found[BlockKind.PARAGRAPH] + found[BlockKind.LIST_ITEM] + found[BlockKind.HEADING]
    split = {f"{before} {after}" for before, after in pairwise(flow)}
    headings, paragraphs, rows, labels = [], [], [], []
    for item in matter:
        words = squeezed(f"{item.number} {item.text}")
        if item.kind == "heading":
            headings.append(_noted(words in found[BlockKind.HEADING], f"heading {words}", missed))
        elif item.kind == "table":
            for row in item.rows:
                rows.append(_noted(squeezed(" ".join(row)) in found[BlockKind.TABLE_ROW], f"row {row}", missed))
        else:
            paragraphs.append(_noted(words in prose or words in split, f"paragraph {words}", missed))
        if item.kind == "numbered":
            labels.append(_noted(item.number.strip("().") in numbers, f"number {item.number}", missed))
    return Compared(
        _words(whole, matter),
        _order(whole, matter),
        _share(headings),
        _share(paragraphs),
        _share(labels),
        _share(rows),
        missed,
    )


def squeezed(words: str) -> str:
    """Words with single spaces and one kind of hyphen and quotation mark."""
    for mark, plain in (
        ("\u2010", "-"),
        ("\u2011", "-"),
        ("\u00a0", " "),
        ("’", "'"),
        ("‘", "'"),
        ("“", '"'),
        ("”", '"'),
    ):
        words = words.replace(mark, plain)
    return " ".join(words.split())


def _noted(held: bool, what: str, missed: list[str]) -> bool:
    if not held:
        missed.append(what)
    return held


def _share(held: list[bool]) -> float | None:
    return sum(held) / len(held) if held else None


def _words(whole: str, matter: list[Item]) -> float:
    """Share of three-word runs of the matter that stand in the text."""
    runs = []
    for item in matter:
        words = squeezed(item.words).split()
        runs += [" ".join(words[at : at + 3]) for at in range(max(1, len(words) - 2))]
    return sum(run in whole for run in runs) / len(runs)


def _order(whole: str, matter: list[Item]) -> float:
    """Share of neighbouring items that stand in the right order."""
    places, at = [], 0
    for item in matter:
        start = squeezed(item.words)[:60]
        place = whole.find(start, at)
        place = place if place >= 0 else whole.find(start)
        if place >= 0:
            places.append(place)
            at = place
    right = sum(after >= before for before, after in pairwise(places))
    return right / max(1, len(places) - 1)
