"""Where one passage of a read document ends and the next begins. Names are given in ``names``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise

from moothall.documents.reading.document import Block, BlockKind, Document, Page

FRAGMENT = 160
"""An item of a list of this many characters or fewer stays with the words that lead to it."""
LOOSE_FRAGMENT = 80
"""The same where nothing leads to the list."""
LONGEST_LIST = 1200
LEAD = 140
"""Leading words of this many characters or fewer are no passage alone: they open that of the first item."""
LONG_CELL = 200
_GAP = 40

_SUB_NUMBER = re.compile(r"^(?:[a-z]{1,2}|[ivxl]{1,5}|[A-Z]|[IVX]{1,4})$")
_PARAGRAPH_NUMBER = re.compile(r"^\d+(?:\.\d+)+$")
_SAYS_SOMETHING = re.compile(r"[^\W\d_]")
_BLANK_LINE = re.compile(r"\n[ \t\r\f\v]*\n")


@dataclass(slots=True)
class Span:
    """A stretch of one page that is a passage. ``headings`` from the outermost in; ``lead_in`` is said before it."""

    page: int
    start: int
    end: int
    text: str
    headings: tuple[str, ...]
    lead_in: str = ""
    number: str = ""
    is_row: bool = False
    continues: bool = False


def spans(document: Document) -> Iterator[Span]:
    """The passages of a document in reading order: paragraphs, lists, and rows of tables. Headings are none."""
    walk = _Walk()
    for page in document.pages:
        walk.page(page)
    walk.close_list()
    yield from walk.done


@dataclass(slots=True)
class _Walk:
    done: list[Span] = field(default_factory=list)
    above: list[tuple[int, int, str]] = field(default_factory=list)
    lead: Span | None = None
    items: list[Span] = field(default_factory=list)
    columns: dict[int, str] = field(default_factory=dict)
    table: int | None = None
    texts: dict[int, str] = field(default_factory=dict)

    def page(self, page: Page) -> None:
        self.texts[page.number] = page.text
        blocks = page.blocks or tuple(_by_blank_lines(page.text))
        for is_table, held in groupby(blocks, key=lambda one: one.kind in (BlockKind.TABLE_ROW, BlockKind.TABLE_CELL)):
            if is_table:
                self.close_list()
                for row in _rows(list(held)):
                    self.row(page, row)
            else:
                for block in held:
                    self.block(page, block)

    def block(self, page: Page, block: Block) -> None:
        span = self.span(page, block)
        if span is None:
            return
        if block.kind is BlockKind.HEADING:
            self.close_list()
            self.heading(block, span.text)
        elif self.is_item(block):
            self.items.append(span)
        else:
            self.close_list()
            self.lead = span

    def heading(self, block: Block, text: str) -> None:
        depth = self.above[-1][0] if self.above else 1
        number = (block.number or "").removesuffix(".0")
        steps = number.count(".") + 1 if number else 0
        level = block.level or steps or depth
        # A number says more than a size: 3 stands beside 2, even where it is set smaller.
        beside = next((one[0] for one in self.above if steps and one[1] >= steps), level)
        self.above = [one for one in self.above if one[0] < min(level, beside)]
        self.above.append((min(level, beside), steps, " ".join(text.split())))

    def is_item(self, block: Block) -> bool:
        """Whether a block is an item of a list, and no numbered paragraph that the reader calls one."""
        number = (block.number or "").strip("().")
        if _PARAGRAPH_NUMBER.match(number):
            return False
        if number.isdigit():
            return bool(self.items) or (self.lead is not None and _leads(self.lead.text))
        return block.kind is BlockKind.LIST_ITEM or bool(_SUB_NUMBER.match(number))

    def close_list(self) -> None:
        """Settle what the open paragraph and the list after it become."""
        lead, items, self.lead, self.items = self.lead, self.items, None, []
        leads = lead is not None and _leads(lead.text)
        said = " ".join(lead.text.split()) if lead is not None and leads else ""
        for item in items:
            item.lead_in = said
        is_short = all(len(one.text) <= (FRAGMENT if leads else LOOSE_FRAGMENT) for one in items)
        held = [lead, *items] if lead is not None and leads else items
        if lead is not None and not leads:
            self.done.append(lead)
        if is_short and sum(len(one.text) for one in held) <= LONGEST_LIST:
            for some_page, some in groupby(held, key=lambda one: one.page):
                self.done.extend(_joined(list(some), self.texts[some_page]))
            return
        if lead is not None and leads and items and len(lead.text) <= LEAD and lead.page == items[0].page:
            held = [*_joined(held[:2], self.texts[lead.page]), *held[2:]]
        self.done.extend(held)

    def row(self, page: Page, row: Sequence[Block]) -> None:
        whole, cells = row[0], [_cell(list(some)) for _, some in groupby(row[1:], key=lambda one: one.column)]
        texts = [page.text[one.start : one.end] for one in cells]
        if whole.table is None or whole.table != self.table:
            self.table, self.columns = whole.table, {}
        is_first, heads = not self.columns, self.columns
        if is_first:
            self.columns = {one.column or 0: " ".join(text.split()) for one, text in zip(cells, texts, strict=True)}
        if sum(len(text) > LONG_CELL for text in texts) and sum(len(text) > LONG_CELL // 2 for text in texts) > 1:
            first = " ".join(texts[0].split())
            for at, cell in enumerate(cells):
                span = self.span(page, cell)
                if span is not None:
                    about = (heads.get(cell.column or 0, ""), first if at and len(first) <= LONG_CELL else "")
                    self.done.append(_as_row(span, " | ".join(one for one in about if one)))
            return
        span = self.span(page, whole)
        if span is not None:
            self.done.append(_as_row(span, " | ".join(one for one in heads.values() if one)))

    def span(self, page: Page, block: Block) -> Span | None:
        """The block as a passage without the spaces around it, or None where no letter stands in it."""
        text = page.text[block.start : block.end]
        if not _SAYS_SOMETHING.search(text):
            return None
        start = block.start + len(text) - len(text.lstrip())
        text = text.strip()
        headings = tuple(words for _, _, words in self.above)
        number = block.number or ""
        return Span(page.number, start, start + len(text), text, headings, "", number, False, block.continues)


def _joined(some: Sequence[Span], text: str) -> Iterator[Span]:
    """One span over several of a page, or the several where other words of the page stand between them."""
    first, last = some[0], some[-1]
    if any(not 0 <= after.start - before.end <= _GAP for before, after in pairwise(some)):
        yield from some
        return
    yield replace(first, end=last.end, text=text[first.start : last.end])


def _leads(text: str) -> bool:
    return text.rstrip(" *_").endswith((":", ":-", ":–", "–", "—"))


def _as_row(span: Span, lead_in: str) -> Span:
    span.is_row, span.lead_in = True, lead_in
    return span


def _rows(blocks: list[Block]) -> Iterator[list[Block]]:
    """Each table row with its cells after it; cells without a row make one of their own."""
    row: list[Block] = []
    for block in blocks:
        if block.kind is BlockKind.TABLE_ROW and row:
            yield row
            row = []
        row.append(block)
    if row:
        yield row


def _cell(blocks: Sequence[Block]) -> Block:
    """A cell as one block, where the reader gave a block to each of its paragraphs."""
    if len(blocks) == 1:
        return blocks[0]
    start, end = min(one.start for one in blocks), max(one.end for one in blocks)
    return Block(BlockKind.TABLE_CELL, start, end, table=blocks[0].table, row=blocks[0].row, column=blocks[0].column)


def _by_blank_lines(text: str) -> Iterable[Block]:
    """A page that no reader parted, as paragraphs with blank lines between them."""
    start = 0
    for gap in _BLANK_LINE.finditer(text):
        yield Block(BlockKind.PARAGRAPH, start, gap.start())
        start = gap.end()
    yield Block(BlockKind.PARAGRAPH, start, len(text))
