"""How much of a work a reading of it holds: headings, rows of tables, numbers, paragraphs, order, words."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from benchmarks.held_out.works import Part, Work
from moothall.documents.reading.document import BlockKind, Document

_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‐": "-", "‑": "-", "\xa0": " "})


@dataclass
class Measured:
    """Counts of what was right of how many, under: headings, rows, numbers, paragraphs, bullets, order, words.

    ``extra`` counts headings and rows that a reading gave and the work does not have.
    """

    right: Counter[str] = field(default_factory=Counter)
    of: Counter[str] = field(default_factory=Counter)
    extra: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)

    def note(self, what: str, is_right: bool, about: str) -> None:
        """Count one piece."""
        self.of[what] += 1
        self.right[what] += is_right
        if not is_right:
            self.missed.append(f"{what}: {about}")

    def add(self, other: Measured) -> None:
        """Take another reading's counts in."""
        self.right.update(other.right)
        self.of.update(other.of)
        self.extra.update(other.extra)
        self.missed += other.missed

    def share(self, what: str) -> float | None:
        """The share of a kind that was right, from 0 to 1; None where there were none."""
        return self.right[what] / self.of[what] if self.of[what] else None

    def precision(self, what: str) -> float | None:
        """Of the headings or rows that were given, the share that the work has, from 0 to 1; None for none."""
        given = self.right[what] + self.extra[what]
        return self.right[what] / given if given else None


def measure(document: Document, work: Work, *, in_order: bool = True) -> Measured:
    """What the document holds of the work. ``in_order`` is false where a producer moves parts about."""
    found = Measured()
    reading = _Reading(document)
    headings = Counter(reading.texts[BlockKind.HEADING])
    for part in work.parts:
        if part.kind == "table":
            for row in part.rows:
                cells = tuple(cell for cell in map(plain, row) if cell)
                found.note("rows", reading.rows[cells] > 0, " | ".join(cells))
            continue
        words = plain(work.heading_words(part) if part.kind == "heading" else part.words())
        if part.kind == "heading":
            found.note("headings", headings[words] > 0, words)
            headings[words] -= 1
        elif part.kind == "bullet":
            found.note("bullets", words in reading.texts[BlockKind.LIST_ITEM] or words in reading.joined, words)
        elif part.kind == "paragraph":
            found.note("paragraphs", words in reading.prose or words in reading.joined, words)
            if part.number:
                found.note("numbers", reading.numbered(part.number, plain(part.text)), words[:60])
    found.missed += [f"false heading: {words}" for words, left in headings.items() if left > 0]
    found.extra["headings"] = sum(left for left in headings.values() if left > 0)
    truth = {tuple(cell for cell in map(plain, row) if cell) for part in work.parts for row in part.rows}
    found.extra["rows"] = sum(count for cells, count in reading.rows.items() if cells not in truth)
    _order(
        found, reading, [part for part in work.parts if part.kind in ("heading", "paragraph", "bullet")], work, in_order
    )
    _words(found, reading, work)
    return found


class _Reading:
    """A document in the shapes that are asked for."""

    def __init__(self, document: Document) -> None:
        self.texts: dict[BlockKind, list[str]] = {kind: [] for kind in BlockKind}
        self.rows: Counter[tuple[str, ...]] = Counter()
        self.numbers: list[tuple[str, str]] = []
        flow: list[str] = []
        for page in document.pages:
            cells: list[str] = []
            for block in page.blocks:
                words = plain(page.text[block.start : block.end])
                if block.kind is BlockKind.TABLE_CELL:
                    cells.append(words)
                    continue
                self._keep_row(cells)
                cells = []
                self.texts[block.kind].append(words)
                flow.append(words)
                if block.number:
                    self.numbers.append((block.number, words))
            self._keep_row(cells)
        self.whole = " ".join(flow)
        self.prose = {*self.texts[BlockKind.PARAGRAPH], *self.texts[BlockKind.LIST_ITEM]}
        # a paragraph over a page's end is two blocks; a note or box may stand between them
        self.joined = {
            plain(f"{before} {after}") for step in (1, 2, 3) for before, after in zip(flow, flow[step:], strict=False)
        }

    def numbered(self, number: str, words: str) -> bool:
        """Whether a block has this number, and after it the paragraph's first words."""
        start = " ".join(words.split()[:5])
        return any(
            given == number and text[len(number) :].lstrip(". ").startswith(start) for given, text in self.numbers
        )

    def _keep_row(self, cells: list[str]) -> None:
        if cells:
            self.rows[tuple(cell for cell in cells if cell)] += 1


def plain(words: str) -> str:
    """Words in small letters with single spaces and one kind of hyphen and quotation mark."""
    return " ".join(words.translate(_PLAIN).casefold().replace("\u00ad", "").split())


def _order(found: Measured, reading: _Reading, parts: list[Part], work: Work, in_order: bool) -> None:
    """Neighbours that stand in the right order; counted apart for two columns."""
    if not in_order:
        return
    places, at = [], 0
    for part in parts:
        words = plain(work.heading_words(part) if part.kind == "heading" else part.words())[:50]
        place = reading.whole.find(words, at)
        if place < 0:
            place = reading.whole.find(words)
        if place >= 0:
            places.append(place)
            at = place + 1
    what = "order, two columns" if work.look.columns == 2 else "order, one column"
    for before, after in pairwise(places):
        found.note(what, after > before, reading.whole[after : after + 60])


def _words(found: Measured, reading: _Reading, work: Work) -> None:
    """Runs of three words of the work's prose that stand in the text read."""
    runs: set[str] = set()
    text = re.sub(r"\s+", " ", reading.whole)
    for part in work.parts:
        words = plain(part.words()).split()
        runs.update(" ".join(words[at : at + 3]) for at in range(len(words) - 2))
    held = sum(run in text for run in runs)
    found.of["words"] += len(runs)
    found.right["words"] += held
