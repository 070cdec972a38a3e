"""The text of a document as one stretch of words in reading order, to look for words in and to find back their page."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from moothall.corpus.folding import Folded, fold, label, unlabelled
from moothall.documents.reading.document import BlockKind, Document, Page
from moothall.domain.facts import Locator


@dataclass(frozen=True, slots=True)
class _Segment:
    page: int
    start: int
    end: int
    is_heading: bool
    at: int
    """Where it begins in the whole text."""


class Ground:
    """A document's words in reading order. What stands in no block, such as a running head, comes at the very end, so
    that a sentence which runs over a page is in one piece."""

    def __init__(self, document: Document) -> None:
        self.sha256 = document.sha256
        self.pages = {page.number: page.text for page in document.pages}
        body = [piece for page in document.pages for piece in _body(page)]
        rest = [piece for page in document.pages for piece in _rest(page)]
        self._segments: list[_Segment] = []
        at = 0
        for page, start, end, is_heading in (*body, *rest):
            self._segments.append(_Segment(page, start, end, is_heading, at))
            at += end - start + 1
        self.text = "\n".join(self.pages[one.page][one.start : one.end] for one in self._segments)
        self._begins = [one.at for one in self._segments]
        self._by_place = sorted(self._segments, key=lambda one: (one.page, one.start))
        self._keys = [(one.page, one.start) for one in self._by_place]

    @cached_property
    def folded(self) -> Folded:
        """The whole text folded, made when it is first asked for."""
        return fold(self.text)

    def whole(self, where: Locator) -> tuple[int, int]:
        """Where the words at a place begin and end in ``text``. Raises ValueError for a place the document has not."""
        if not 0 <= where.start <= where.end <= len(self.pages.get(where.page, "")) or where.page not in self.pages:
            raise ValueError(f"Page {where.page} has no characters {where.start} to {where.end}.")
        start = self._offset(where.page, where.start, is_end=False)
        return start, max(start, self._offset(where.page, where.end, is_end=True))

    def _offset(self, page: int, at: int, *, is_end: bool) -> int:
        found = max(0, bisect_right(self._keys, (page, at)) - 1)
        if is_end:
            found = max(0, bisect_left(self._keys, (page, at)) - 1)
        if not self._by_place:
            return 0
        segment = self._by_place[found]
        if segment.page != page:
            segment = self._by_place[min(found + 1, len(self._by_place) - 1)]
        if not is_end and at >= segment.end and found + 1 < len(self._by_place):
            following = self._by_place[found + 1]
            segment = following if following.page == page else segment
        return segment.at + min(max(at, segment.start), segment.end) - segment.start

    def places(self, start: int, end: int) -> tuple[Locator, ...]:
        """The places of a stretch of ``text``: one for each page it stands on, more where a column parts it."""
        found: list[Locator] = []
        first = max(0, bisect_right(self._begins, start) - 1)
        for segment in self._segments[first : bisect_left(self._begins, end)]:
            here = self._part(segment, start, end)
            if here is None:
                continue
            last = found[-1] if found else None
            if last is not None and last.page == here.page and last.end <= here.start:
                found[-1] = Locator(here.page, last.start, here.end)
            else:
                found.append(here)
        return tuple(found)

    def _part(self, segment: _Segment, start: int, end: int) -> Locator | None:
        length = segment.end - segment.start
        low, high = max(0, start - segment.at), min(length, end - segment.at)
        words = self.pages[segment.page][segment.start + low : segment.start + high]
        if low >= high or not words.strip():
            return None
        low += len(words) - len(words.lstrip())
        high -= len(words) - len(words.rstrip())
        return Locator(segment.page, segment.start + low, segment.start + high)

    def around(self, start: int, end: int) -> Locator | None:
        """The paragraph or row that holds a stretch of ``text`` and more letters than it, or None."""
        segment = self._segments[max(0, bisect_right(self._begins, start) - 1)]
        if end > segment.at + segment.end - segment.start:
            return None
        low, high = self.folded_range(segment.at, segment.at + segment.end - segment.start)
        first, last = self.folded_range(start, end)
        is_larger = high - low > 2 * (last - first) and high - low >= 20
        return Locator(segment.page, segment.start, segment.end) if is_larger else None

    def heading(self, start: int) -> str:
        """The folded words, without their number, of the heading above this point of ``text``; empty where none is."""
        found = bisect_right(self._headings[0], start - 1) - 1
        return self._headings[1][found] if found >= 0 else ""

    def headings(self, words: str) -> int:
        """How many headings have these folded words."""
        return self._headings[1].count(words)

    @cached_property
    def _headings(self) -> tuple[list[int], list[str]]:
        some = [one for one in self._segments if one.is_heading]
        said = [fold(unlabelled(self.pages[one.page][one.start : one.end])).text for one in some]
        return [one.at for one in some], said

    def is_whole(self, start: int, end: int) -> bool:
        """Whether a stretch of ``text`` is all that its paragraph, item or heading says, but for its number."""
        segment = self._segments[max(0, bisect_right(self._begins, start) - 1)]
        words = self.text[segment.at : segment.at + segment.end - segment.start]
        bare = len(fold(words).text) - len(fold(label(words)).text)
        first, last = self.folded_range(start, end)
        return last - first >= bare and end <= segment.at + len(words)

    def is_heading(self, start: int) -> bool:
        """Whether a point of ``text`` stands in a heading."""
        return bool(self._segments) and self._segments[max(0, bisect_right(self._begins, start) - 1)].is_heading

    def inside(self, start: int, end: int) -> tuple[int, int] | None:
        """How many letters of its paragraph stand before and after a short stretch of ``text``; None for most of it."""
        where = self.around(start, end)
        if where is None:
            return None
        low, high = self.folded_range(*self.whole(where))
        first, last = self.folded_range(start, end)
        number = len(fold(label(self.text[self.folded.at[low] :][:40])).text)
        return max(0, first - low - number), max(0, high - last)

    def words(self, places: tuple[Locator, ...]) -> str:
        """The words at these places exactly as they stand, a line for each place."""
        return "\n".join(self.pages[one.page][one.start : one.end] for one in places)

    def folded_range(self, start: int, end: int) -> tuple[int, int]:
        """The same stretch in the folded text."""
        return bisect_left(self.folded.at, start), bisect_left(self.folded.at, end)


def _body(page: Page) -> Iterator[tuple[int, int, int, bool]]:
    """The blocks of a page in reading order, each character once. Cells stand inside their row."""
    if not page.blocks:
        yield page.number, 0, len(page.text), False
        return
    taken: list[tuple[int, int]] = []
    rows = {(one.table, one.row) for one in page.blocks if one.kind is BlockKind.TABLE_ROW}
    for block in page.blocks:
        if block.kind is BlockKind.TABLE_CELL and (block.table, block.row) in rows:
            continue
        if any(start < block.end and block.start < end for start, end in taken[-8:]):
            continue
        taken.append((block.start, block.end))
        yield page.number, block.start, block.end, block.kind is BlockKind.HEADING


def _rest(page: Page) -> Iterator[tuple[int, int, int, bool]]:
    """What no block of a page holds, in the order it stands, blank stretches left out."""
    at = 0
    for _, start, end, _ in sorted(_body(page)):
        if start > at and page.text[at:start].strip():
            yield page.number, at, start, False
        at = max(at, end)
    if page.text[at:].strip():
        yield page.number, at, len(page.text), False
