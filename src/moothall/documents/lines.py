"""The lines of a document as words to compare, each letter still knowing where it stands on its page.

Marks of emphasis, links and runs of white space are left out of a line's words and stay in the page's text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from moothall.documents.labels import slot_of
from moothall.documents.labels_side_by_side import side_by_side
from moothall.documents.reading.document import Block, BlockKind, Document, Page
from moothall.documents.reading.text import blocks_of
from moothall.domain.facts import Fact, Locator

_TOKEN = re.compile(
    r"\[(?P<words>[^\[\]]*)\]\((?:[^()\s]|\([^()]*\))*\)"
    r"|<\s*/?\s*(?:u|b|i|em|strong|sup|sub|span|a|p|br|div|font)\b[^<>]*>"
    r"|\*\*|~~|(?<![\w_])_{1,2}(?=\w)|(?<=[\w.!?])_{1,2}(?![\w_])|\*(?=\S)|(?<=\S)\*"
    r"|\\(?=[^\w\s])|[\u00ad\u200b\u200c\u200d\u2060\ufeff]|&(?P<entity>amp|nbsp|lt|gt|quot|\#39);|(?P<space>\s+)",
    re.IGNORECASE,
)
# Where none of these stands, _TOKEN finds white space alone.
_MARKUP = re.compile(r"[\[<*~_\\&\u00ad\u200b\u200c\u200d\u2060\ufeff]")
_RUN = re.compile(r"\S+")
_ENTITIES = {"amp": "&", "nbsp": " ", "lt": "<", "gt": ">", "quot": '"', "#39": "'"}
_FURNITURE = re.compile(r"(?:page\s+\d+(?:\s+of\s+\d+)?|\d{1,3}|- \d{1,3} -)", re.IGNORECASE)
_LONGEST_NAME = 45
_RUNS_ON = frozenset(["and", "or", "of", "the", "a", "an", "to", "for", "in", "with", "by", "on", "our", "its", "see"])
_SECTIONS = frozenset(
    ["recommendations", "implications", "background_papers", "reasons", "options", "summary", "consultation"]
)
_BULLET = re.compile(r"[•●▪◦○‣⁃·\uf0b7]\s+(?=\S)")


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A paragraph, heading, list item or table cell in words. ``index`` gives each letter's offset on its page.

    ``table``, ``row`` and ``column`` place a cell; ``number`` is the printed number, which the words keep too. A line
    that runs on over a page's end has both pages in its ``source``; ``turn`` is where the second begins in it.
    """

    source: str
    page: int
    text: str
    index: tuple[int, ...]
    kind: BlockKind
    number: str | None = None
    level: int | None = None
    bold: bool = False
    table: int | None = None
    row: int | None = None
    column: int | None = None
    continues: bool = False
    turn: int | None = None

    def part(self, start: int, end: int | None = None) -> Line:
        """The stretch of this line's words from ``start`` to ``end``, without white space at its ends."""
        stop = len(self.text) if end is None else end
        while start < stop and self.text[start].isspace():
            start += 1
        while stop > start and self.text[stop - 1].isspace():
            stop -= 1
        return replace(self, text=self.text[start:stop], index=self.index[start:stop])

    def fact(self, kind: str, value: Any, found_by: str, start: int = 0, end: int | None = None) -> Fact:
        """A fact that stands on the words from ``start`` to ``end`` of this line."""
        return fact_over(kind, value, found_by, [self.part(start, end)])

    def printed(self, start: int, end: int) -> int:
        """How long the line of the page is on which the words from ``start`` to ``end`` are printed."""
        first, last = self.index[start], self.index[end - 1]
        closes = self.source.find("\n", last)
        return (closes if closes >= 0 else len(self.source)) - self.source.rfind("\n", 0, first) - 1

    def stands(self) -> list[tuple[int, int, int]]:
        """Where the words stand: (page, start, end) for each page they stand on."""
        if self.turn is None:
            return [(self.page, self.index[0], self.index[-1] + 1)]
        here = [at for at in self.index if at < self.turn]
        there = [at - self.turn for at in self.index if at >= self.turn]
        pages = ((self.page, here), (self.page + 1, there))
        return [(page, index[0], index[-1] + 1) for page, index in pages if index]

    def on_page(self, page: int, start: int, end: int) -> str:
        """What a page of this line's source holds between two offsets of that page."""
        shift = self.turn if self.turn is not None and page > self.page else 0
        return self.source[start + shift : end + shift]


def fact_over(kind: str, value: Any, found_by: str, lines: list[Line]) -> Fact:
    """A fact that stands on one line or several: its place runs from the first to the last of them on one page.

    Where the words run over a page's end, that is the page with more of them.
    """
    kept = [line for line in lines if line.index]
    stands = [place for line in kept for place in line.stands()]
    letters: Counter[int] = Counter()
    for page, start, end in stands:
        letters[page] += end - start
    page = max(letters, key=lambda each: (each == kept[0].page and kept[0].turn is None, letters[each]))
    first = min(start for each, start, _ in stands if each == page)
    last = max(end for each, _, end in stands if each == page)
    source = next(line for line in kept if any(each == page for each, _, _ in line.stands()))
    return Fact(kind, value, Locator(page, first, last), source.on_page(page, first, last), found_by)


def lines_of(document: Document) -> Iterator[Line]:
    """Every line of the document in reading order. Wrapped lines are joined; page numbers are left out."""
    held: Line | None = None
    for page in document.pages:
        for line in _page_lines(page):
            if not line.text or (line.kind is not BlockKind.TABLE_CELL and _FURNITURE.fullmatch(line.text)):
                if line.kind is BlockKind.TABLE_CELL and not line.text:
                    yield from (held,) if held else ()
                    held = None
                    yield line
                continue
            if held is not None and _carries_on(held, line):
                held = _join(held, line)
                continue
            if held is not None:
                yield held
            held = line
    if held is not None:
        yield held


def _page_lines(page: Page) -> Iterator[Line]:
    blocks = page.blocks or blocks_of(page.text)
    for block in blocks:
        if block.kind is BlockKind.TABLE_ROW:
            continue
        if block.kind is BlockKind.TABLE_CELL:
            pieces = _split(page.text, block, every=True)
        else:
            pieces = _split(page.text, block, every=False)
        for start, end in pieces:
            text, index = _cleaned(page.text, start, end)
            if bullet := _BULLET.match(text):
                text, index = text[bullet.end() :], index[bullet.end() :]
            yield Line(
                page.text,
                page.number,
                text,
                index,
                block.kind,
                number=block.number if start == block.start else None,
                level=block.level,
                bold=block.bold,
                table=block.table,
                row=block.row,
                column=block.column,
                continues=block.continues and start == block.start,
            )


def _split(text: str, block: Block, *, every: bool) -> Iterator[tuple[int, int]]:
    """The pieces of a block: a cell's lines; a paragraph's lines only where some of them are labels we know.

    A line with several labels side by side is a piece for each of them.
    """
    raw = text[block.start : block.end]
    lines = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", raw)] or [(0, len(raw))]
    starts = [0]
    for at, (start, end) in enumerate(lines):
        if at and (every or _opens_label(raw[start:end]) or _is_section(raw, lines, at)):
            starts.append(start)
        starts.extend(start + beside for beside in side_by_side(raw[start:end]))
    for start, stop in zip(starts, [*starts[1:], len(raw)], strict=True):
        yield block.start + start, block.start + start + len(raw[start:stop].rstrip(" \t|"))


def _is_section(raw: str, lines: list[tuple[int, int]], at: int) -> bool:
    """Whether a line of a paragraph is the name of a section that the file ran together with the words around it."""
    words, before = raw[slice(*lines[at])], raw[slice(*lines[at - 1])].rstrip()
    after = raw[slice(*lines[at + 1])].lstrip(" *_#-•(") if at + 1 < len(lines) else ""
    if len(words) > _LONGEST_NAME or not words[:1].isupper() or words.rstrip()[-1:] in ".,;":
        return False
    if before[-1:] in ",;(-–" or (after and not (after[:1].isupper() or after[:1].isdigit())):
        return False
    return before.split()[-1].lower() not in _RUNS_ON and slot_of(words) in _SECTIONS


def _opens_label(words: str) -> bool:
    label, colon, _ = words.partition(":")
    return bool(colon) and words[:1].isupper() and len(label) < 60 and slot_of(label) not in (None, "implication?")


def _cleaned(source: str, start: int, end: int) -> tuple[str, tuple[int, ...]]:
    if not _MARKUP.search(source, start, end):
        return _words_of(source, start, end)
    letters: list[str] = []
    index: list[int] = []

    def take(first: int, last: int) -> None:
        at = first
        while at < last:
            match = _TOKEN.search(source, at, last)
            stop = match.start() if match else last
            letters.extend(source[at:stop])
            index.extend(range(at, stop))
            if match is None:
                return
            if match.group("words") is not None:
                take(match.start("words"), match.end("words"))
            elif (entity := match.group("entity")) is not None:
                letters.append(_ENTITIES[entity.lower()])
                index.append(match.start())
            elif (match.group("space") or match.group().lower().startswith("<br")) and letters and letters[-1] != " ":
                letters.append(" ")
                index.append(match.start())
            at = max(match.end(), at + 1)

    take(start, end)
    while letters and letters[-1] == " ":
        letters.pop()
        index.pop()
    return "".join(letters), tuple(index)


def _words_of(source: str, start: int, end: int) -> tuple[str, tuple[int, ...]]:
    """The same of a stretch in which nothing but white space is to be left out."""
    words: list[str] = []
    index: list[int] = []
    gap = start
    for match in _RUN.finditer(source, start, end):
        if words:
            index.append(gap)
        gap = match.end()
        words.append(match.group())
        index.extend(range(match.start(), gap))
    return " ".join(words), tuple(index)


def _carries_on(before: Line, line: Line) -> bool:
    """Whether a line is the rest of a sentence that the one before it began."""
    plain = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
    if before.kind not in plain or line.kind is not BlockKind.PARAGRAPH:
        return False
    if before.page != line.page:
        return line.continues and before.turn is None and before.page + 1 == line.page
    if before.turn is not None:
        return False
    if not line.text[:1].islower() or re.fullmatch(r"(?:or|and)\W*", line.text) or before.text[-1:] in ".:;?!":
        return False
    return slot_of(before.text) is None


def _join(before: Line, line: Line) -> Line:
    if before.page != line.page:
        turn = len(before.source) + 1
        index = (*before.index, before.index[-1], *(at + turn for at in line.index))
        source = f"{before.source}\f{line.source}"
        return replace(before, text=f"{before.text} {line.text}", index=index, source=source, turn=turn)
    return replace(before, text=f"{before.text} {line.text}", index=(*before.index, before.index[-1] + 1, *line.index))


@lru_cache(maxsize=4096)
def squeezed(words: str) -> str:
    """Words for comparing: lower case letters and digits with single spaces."""
    return " ".join(re.findall(r"[a-z0-9]+", words.lower()))
