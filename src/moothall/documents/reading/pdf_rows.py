"""Words of a page gathered into rows by where they stand, and rows parted into segments where columns part them.

The order words were drawn in plays no part. Columns show as rivers: strips without words that run down through many
rows with words on both sides. Tables' columns are narrower and shorter, and show by words that begin or end level.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from operator import attrgetter
from statistics import median

from moothall.documents.reading.pdf_pieces import bottom, right, size, top
from moothall.documents.reading.pdf_tables import Segment
from moothall.documents.reading.pdf_words import Word, close_up, glue

_WIDE = 1.0  # a gap this many letter heights wide parts two segments, unless the whole line is set as wide
_WIDEST_SET = 4.0  # a justified line's gaps are never wider than this many letter heights
_NARROWEST_TABLE = 0.5  # a table's columns may stand this near, in letter heights, where they stand level
_NARROWEST_RIVER = 0.7
_FEWEST_ROWS, _FEWEST_NARROW_ROWS = 4, 6
_FEWEST_BESIDE = 8  # rows on each side where columns are out of step, so that none has words on both
_MOST_RIVERS = 60
_FARTHEST_LEFT, _FARTHEST_RIGHT = 300.0, 70.0
_LEVEL = 1.2
_FAR = 1e6
_SIZE = attrgetter("size")

Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Asked:
    """How many rows each way are looked at, how near words must begin, and in how many rows they must."""

    reach: int
    near: float
    enough: int


_FEW_NEAR, _MANY_NEAR = _Asked(3, _LEVEL, 2), _Asked(6, _LEVEL / 2, 5)


@dataclass(slots=True)
class Row:
    """Words side by side, from the left; ``free`` has where a column could pass, ``cuts`` where rivers do."""

    words: list[Word]
    middle: float
    size: float
    gaps: list[float] = field(default_factory=list)
    free: list[Span] = field(default_factory=list)
    cuts: list[float] = field(default_factory=list)


@dataclass(slots=True)
class _River:
    """A strip without words from row ``begins`` to row ``ends``; rows with words on each side are counted."""

    left: float
    right: float
    begins: int
    ends: int = 0
    both: int = 0
    lefts: int = 0
    rights: int = 0
    first_left: int = -1
    first_right: int = -1
    last_left: int = -1
    last_right: int = -1

    def narrowed(self, left: float, right: float) -> _River:
        """The same river, narrowed by a further row."""
        return _River(
            left, right, self.begins, self.ends, self.both, self.lefts, self.rights,
            self.first_left, self.first_right, self.last_left, self.last_right,
        )  # fmt: skip

    def flows_by(self, index: int, begin: float, end: float) -> None:
        """Take note of a row whose words leave free what lies between these; words far off do not count."""
        self.ends = index
        self.both += self.left - begin < _FARTHEST_LEFT and end - self.right < _FARTHEST_RIGHT
        if self.left - begin < _FARTHEST_LEFT:
            self.lefts += 1
            self.last_left = index
            self.first_left = index if self.first_left < 0 else self.first_left
        if end - self.right < _FARTHEST_RIGHT:
            self.rights += 1
            self.last_right = index
            self.first_right = index if self.first_right < 0 else self.first_right


@dataclass(frozen=True, slots=True)
class Gutter:
    """A river as the arranging of a page needs it: its sides, and the heights between which words stand beside it."""

    left: float
    right: float
    top: float
    bottom: float


def segments(words: list[Word]) -> tuple[list[Segment], list[Gutter]]:
    """The segments of a page or part of one (words side by side with nothing that parts them), and its gutters."""
    rows = gather(words)
    for row in rows:
        _measure(row)
    gutters = []
    for river in _rivers(rows):
        begins = max(river.first_left, river.first_right)
        ends = min(river.last_left, river.last_right)
        for row in rows[max(begins - 1, river.begins) : min(ends + 1, river.ends) + 1]:
            row.cuts.append((river.left + river.right) / 2)
        first, last = rows[begins], rows[ends]
        gutters.append(Gutter(river.left, river.right, first.middle - first.size, last.middle + last.size))
    found: list[Segment] = []
    for row, held in zip(rows, _level_gaps(rows), strict=True):
        found.extend(_parted(row, held))
    return found, gutters


def gather(words: list[Word]) -> list[Row]:
    """Words in rows from the top; what stands a little up or down and is smaller, as note marks do, joins its row."""
    rows: list[Row] = []
    small: list[Word] = []
    usual = median(word.size for word in words) if words else 0.0
    for word in sorted(words, key=_by_height):
        if word.size < 0.75 * usual and len(word.text) <= 3:
            small.append(word)
            continue
        middle = (word.top + word.bottom) / 2
        for row in rows[:-4:-1]:
            if middle - row.middle < 0.35 * min(word.size, row.size):
                row.words.append(word)
                break
        else:
            rows.append(Row([word], middle, word.size))
    for word in small:
        _place_small(word, rows)
    rows.sort(key=lambda row: row.middle)
    for row in rows:
        row.words.sort(key=_by_left)
        close_up(row.words)
        glue(row.words)
    return rows


def _by_height(word: Word) -> tuple[float, float]:
    return word.top + word.bottom, word.left


def _by_left(word: Word) -> float:
    return word.left


def _place_small(word: Word, rows: list[Row]) -> None:
    """Put a small mark into the row it stands in and touches; else it makes a row of its own."""
    middle = word.middle
    near = [row for row in rows if abs(row.middle - middle) < 0.5 * row.size]
    for row in sorted(near, key=lambda row: abs(row.middle - middle)):
        if any(
            -0.3 * row.size <= word.left - other.right <= row.size
            or -0.3 * row.size <= other.left - word.right <= row.size
            for other in row.words
        ):
            row.words.append(word)
            return
    rows.append(Row([word], middle, word.size))


def _measure(row: Row) -> None:
    """Find the gaps of a row that a column could pass through, the free edges of the page among them."""
    words = row.words
    row.size = size(words)
    least = _NARROWEST_RIVER * row.size
    reach, row.free = words[0].right, [(-_FAR, words[0].left)]
    for word in words[1:]:
        gap = word.left - reach
        row.gaps.append(gap)
        if gap >= least:
            row.free.append((reach, word.left))
        if word.right > reach:
            reach = word.right
    row.free.append((reach, _FAR))


def _rivers(rows: list[Row]) -> list[_River]:
    """Strips that stay free of words through several rows, with words on both sides of them in many."""
    if _is_one_column(rows):
        return []
    active: list[_River] = []
    found: list[_River] = []
    for index, row in enumerate(rows):
        still = _carried(active, row, index, found)
        for free in row.free:
            if free not in still:
                still[free] = _River(*free, index)
                still[free].flows_by(index, *free)
        active = sorted(still.values(), key=_by_beginning)[:_MOST_RIVERS]
    for river in active:
        _keep(river, found, rows[-1].size)
    return found


def _is_one_column(rows: list[Row]) -> bool:
    """Whether no strip can run between words: no row has a wide gap, and all rows have a stretch in common."""
    return all(len(row.free) == 2 for row in rows) and max((row.free[0][1] for row in rows), default=0.0) < min(
        (row.free[1][0] for row in rows), default=1.0
    )


def _carried(active: list[_River], row: Row, index: int, found: list[_River]) -> dict[Span, _River]:
    """The rivers that a further row leaves a way, narrowed to it; those that end here are kept if they are any."""
    least = _NARROWEST_RIVER * row.size
    free = row.free
    starts = [begin for begin, _ in free]
    still: dict[Span, _River] = {}
    for river in active:
        goes_on = False
        river_left, river_right = river.left, river.right
        for at in range(max(0, bisect_left(starts, river_left) - 1), len(free)):
            begin, end = free[at]
            if begin >= river_right:
                break
            left = begin if begin > river_left else river_left
            upto = end if end < river_right else river_right
            if upto - left < least:
                continue
            goes_on = True
            if (left, upto) in still:
                continue
            unchanged = left == river_left and upto == river_right
            same = river if unchanged else river.narrowed(left, upto)
            still[left, upto] = same
            same.flows_by(index, begin, end)
        if not goes_on:
            _keep(river, found, row.size)
    return still


def _by_beginning(river: _River) -> int:
    return river.begins


def _keep(river: _River, found: list[_River], height: float) -> None:
    """Keep a river that cannot be a chance of spaces in a few lines: a wide one, or one through many."""
    fewer, more = sorted((river.lefts, river.rights))
    enough = _FEWEST_ROWS if river.right - river.left > 1.2 * height else _FEWEST_NARROW_ROWS
    if (
        (river.both >= enough or fewer >= _FEWEST_BESIDE)
        and fewer >= 0.3 * more
        and river.left > -_FAR
        and river.right < _FAR
    ):
        found.append(river)


def _level_gaps(rows: list[Row]) -> list[list[bool]]:
    """For each gap of each row, whether it is a table's: wider than the row's spaces, and the word after it stands
    level with one after such a gap in rows near by."""
    any_wide = [_wide_gaps(row) for row in rows]
    wider = [_wider_gaps(row) if wide else [] for row, wide in zip(rows, any_wide, strict=True)]
    held = [[False] * len(row.gaps) for row in rows]
    for index in range(len(rows)):
        for at, left in wider[index]:
            held[index][at] = _is_level(rows, wider, index, left, _FEW_NEAR)
        for at, left in any_wide[index]:
            if not held[index][at]:
                held[index][at] = _is_level(rows, any_wide, index, left, _MANY_NEAR)
    return held


def _is_level(rows: list[Row], gaps: list[list[tuple[int, float]]], index: int, left: float, asked: _Asked) -> bool:
    """Whether in enough of the rows near by a word begins level with this after such a gap; rows that lie wholly to
    one side, as those of another column do, are passed over."""
    count, near = 0, asked.near
    for step in (-1, 1):
        passed, at = 0, index + step
        farthest = max(-1, index - 3 * asked.reach - 1) if step < 0 else min(len(rows), index + 3 * asked.reach + 1)
        while passed < asked.reach and at != farthest:
            words = rows[at].words
            if words[0].left < left - near and words[-1].right > left:
                passed += 1
                for _, other in gaps[at]:
                    if -near < other - left < near:
                        count += 1
                        if count >= asked.enough:
                            return True
                        break
            at += step
    return False


def _wide_gaps(row: Row) -> list[tuple[int, float]]:
    least = _NARROWEST_TABLE * row.size
    return [(at, row.words[at + 1].left) for at, gap in enumerate(row.gaps) if gap >= least]


def _wider_gaps(row: Row) -> list[tuple[int, float]]:
    """The gaps of a row that are clearly wider than the spaces beside them, each with where the word after begins."""
    found = []
    for begin, end in _between_cuts(row):
        spaces = sorted(gap for gap in row.gaps[begin : end - 1] if gap > 0)
        usual = spaces[len(spaces) // 4] if len(spaces) > 2 else 0.0
        least = max(_NARROWEST_TABLE * row.size, 1.6 * min(usual, _WIDE * row.size))
        found += [(at, row.words[at + 1].left) for at in range(begin, end - 1) if row.gaps[at] >= least]
    return found


def _between_cuts(row: Row) -> list[tuple[int, int]]:
    """The stretches of a row that rivers part, as places of their first word and behind their last."""
    return list(pairwise([0, *sorted(at + 1 for at in _crossed(row)), len(row.words)]))


def _parted(row: Row, held: list[bool]) -> list[Segment]:
    """A row's segments."""
    crossed = _crossed(row)
    ends = [
        at + 1
        for at, is_held in enumerate(held)
        if (is_held or (crossed and at in crossed)) and not row.words[at + 1].glued
    ]
    stretches = pairwise([0, *ends, len(row.words)])
    return [segment for begin, end in stretches for segment in _loosely_parted(row, begin, end)]


def _crossed(row: Row) -> set[int]:
    """The gaps of a row that rivers run through."""
    found: set[int] = set()
    for cut in set(row.cuts):
        for at, (before, word) in enumerate(pairwise(row.words)):
            if before.right - 1 <= cut <= word.left + 1:
                found.add(at)
    return found


def _loosely_parted(row: Row, begin: int, end: int) -> Iterator[Segment]:
    """A stretch of a row parted at wide gaps, unless all of its gaps are: then it is a justified line."""
    gaps = sorted(gap for gap in row.gaps[begin : end - 1] if gap > 0)
    widest = _WIDE * row.size
    if not gaps or gaps[-1] <= widest:
        yield _segment(row.words[begin:end])
        return
    usual = gaps[len(gaps) // 4] if len(gaps) > 2 else 0.0
    if len(gaps) == 2 and gaps[1] < 1.08 * gaps[0]:
        usual = gaps[0]
    widest = max(widest, min(1.6 * usual, _WIDEST_SET * row.size))
    for at in range(begin, end - 1):
        if row.gaps[at] > widest and not row.words[at + 1].glued:
            yield _segment(row.words[begin : at + 1])
            begin = at + 1
    yield _segment(row.words[begin:end])


def _segment(words: list[Word]) -> Segment:
    return Segment(words, words[0].left, top(words), right(words), bottom(words), max(map(_SIZE, words)))
