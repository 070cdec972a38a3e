"""Tables whose rows are seen and whose columns are not ruled: by lines under the rows, or by rows that are shaded.

Fills and lines with the same two ends, one under another, are a ladder. Its edges part rows; columns stand where the
fills and lines themselves are parted, else where no words stand in any row.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from moothall.documents.reading.document import BlockKind
from moothall.documents.reading.pdf_pieces import Line, Piece, bottom, left, right, size, top
from moothall.documents.reading.pdf_rules import Box, Rule
from moothall.documents.reading.pdf_tables import Segment, cell_lines, unruled
from moothall.documents.reading.pdf_words import Word

_NEAR = 2.5
_COLUMN = 0.6  # of a letter's height: the narrowest gap that shows a column by itself
_SPACE = 0.35  # the narrowest gap beside a column's edge that is known
_FARTHEST_ROW = 1.1
_FURTHER = 0.75  # between two lines of a cell
_MOST_LINES = 8
_FEWEST_ROWS = 2
_MOST_BARS = 2000


@dataclass(slots=True)
class _Bar:
    """A line or fill across, with the distances at which its pieces meet."""

    left: float
    top: float
    right: float
    bottom: float
    stops: list[float] = field(default_factory=list)


@dataclass(slots=True)
class Ladder:
    """Bars with the same two ends: the heights of their edges from the top, and where their pieces meet."""

    left: float
    right: float
    edges: list[float]
    stops: list[float]


def ladders(fills: list[Box], along: list[Rule]) -> list[Ladder]:
    """The ladders on a page, from its fills and the lines along it."""
    pieces = [*fills, *((rule.start, rule.at, rule.end, rule.at) for rule in along)]
    if not 1 < len(pieces) <= _MOST_BARS:
        return []
    bars: list[_Bar] = []
    for box in sorted(pieces, key=lambda box: (round(box[1] / 2), round(box[3] / 2), box[0])):
        last = bars[-1] if bars else None
        is_same = last and abs(last.top - box[1]) <= _NEAR and abs(last.bottom - box[3]) <= _NEAR
        if last and is_same and last.left < box[0] <= last.right + _NEAR:
            if box[0] >= last.right - _NEAR:
                last.stops.append(box[0])
            last.right = max(last.right, box[2])
        elif not (last and is_same and last.left == box[0] and last.right == box[2]):
            bars.append(_Bar(*box))
    found = []
    while bars:
        first = bars.pop()
        mine = [first, *(bar for bar in bars if _is_under(first, bar))]
        bars = [bar for bar in bars if not _is_under(first, bar)]
        edges = _distinct(edge for bar in mine for edge in (bar.top, bar.bottom))
        if len(edges) > 2:
            found.append(Ladder(first.left, first.right, edges, _usual_stops(mine)))
    return found


def _is_under(bar: _Bar, other: _Bar) -> bool:
    return abs(bar.left - other.left) <= _NEAR and abs(bar.right - other.right) <= _NEAR


def _usual_stops(bars: list[_Bar]) -> list[float]:
    """Where the pieces of bars meet, but for what only one of many shows."""
    parted = [bar for bar in bars if bar.stops]
    stops = _distinct(stop for bar in parted for stop in bar.stops)
    count = Counter(at for at, stop in enumerate(stops) for bar in parted if any(abs(stop - s) < 4 for s in bar.stops))
    return [stop for at, stop in enumerate(stops) if count[at] >= 0.25 * len(parted)]


@dataclass(slots=True)
class _Step:
    """What stands between two edges of a ladder: its words in lines."""

    top: float
    bottom: float
    lines: list[Line]

    def size(self) -> float:
        return median(word.size for line in self.lines for word in line)


def tables(ladder: Ladder, words: list[Word]) -> tuple[list[Segment], list[Word]]:
    """The tables in a ladder, and the words that are in none of them."""
    inside = [word for word in words if ladder.left - _NEAR <= word.left and word.right <= ladder.right + _NEAR]
    steps = _steps(ladder, inside)
    taken: set[int] = set()
    found = []
    for run in _runs(ladder, steps):
        stops = ladder.stops or _stops(run)
        kept = [step for step in run if step.lines]
        if not stops or not _is_table(kept, stops):
            continue
        beside = [word for word in inside if not any(word in line for step in steps for line in step.lines)]
        above, below = _over(kept[0], beside, stops), _under(kept[-1], beside, stops)
        rows = [*above, *kept, *below]
        pieces = [piece for step in rows for piece in _rows(step, stops, len(kept))]
        taken.update(id(word) for step in rows for line in step.lines for word in line)
        height = median(step.size() for step in kept)
        found.append(Segment([], ladder.left, rows[0].top, ladder.right, rows[-1].bottom, height, inner=[pieces]))
    return found, [word for word in words if id(word) not in taken] if taken else words


def _steps(ladder: Ladder, words: list[Word]) -> list[_Step]:
    held: list[list[Word]] = [[] for _ in range(len(ladder.edges) + 1)]
    for word in words:
        held[bisect_right(ladder.edges, word.middle)].append(word)
    return [
        _Step(begin, end, _level_lines(some))
        for (begin, end), some in zip(pairwise(ladder.edges), held[1:], strict=False)
    ]


def _level_lines(words: list[Word]) -> list[Line]:
    """Words in lines across all columns, from the top."""
    lines: list[Line] = []
    for word in sorted(words, key=lambda word: word.middle):
        if lines and word.middle - lines[-1][0].middle < 0.4 * word.size:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda word: word.left) for line in lines]


def _runs(ladder: Ladder, steps: list[_Step]) -> Iterator[list[_Step]]:
    """Neighbouring steps that can be rows of one table."""
    run: list[_Step] = []
    before: _Step | None = None
    for step in [*steps, None]:
        if step and step.lines and (_fits(step, ladder.stops) if ladder.stops else _is_row(run, step)):
            if not run and before and _is_head(before, step):
                run.append(before)
            run.append(step)
        else:
            if run:
                yield run
            run, before = [], step


def _is_row(run: list[_Step], step: _Step) -> bool:
    return _has_columns(step) or _is_label(run, step)


def _is_head(step: _Step, row: _Step) -> bool:
    """Whether a step holds no more than one line over columns of the row beneath it, and none over the first."""
    free = _free([row])
    return len(step.lines) == 1 and bool(free) and left(step.lines[0]) >= free[0][1] - 1


def _fits(step: _Step, stops: list[float]) -> bool:
    """Whether a step's words stand between stops, or it is one line of a head over several columns."""
    crossed = sum(_crosses(line, stop) for line in step.lines for stop in stops)
    return not crossed or (len(step.lines) == 1 and crossed < len(stops) and _spread(step.lines[0]) >= 1)


def _is_between(line: Line, stops: list[float]) -> bool:
    return not any(_crosses(line, stop) for stop in stops)


def _crosses(line: Line, stop: float) -> bool:
    before = [word for word in line if (word.left + word.right) / 2 < stop]
    after = [word for word in line if (word.left + word.right) / 2 >= stop]
    if not before or not after:
        return any(word.left < stop - 1 and word.right > stop + 1 for word in line)
    gap = min(word.left for word in after) - max(word.right for word in before)
    return gap < _SPACE * size(line)


def _spread(line: Line) -> int:
    """How many wide gaps a line has."""
    return sum(word.left - before.right >= _COLUMN * before.size for before, word in pairwise(line))


def _has_columns(step: _Step) -> bool:
    """Whether something like a column's edge runs down through all lines of a step."""
    return bool(_free([step]))


def _is_label(run: list[_Step], step: _Step) -> bool:
    """Whether a step without columns may be a row too: one line, as high as others, set in as far as they are."""
    if not run or len(step.lines) != 1:
        return False
    usual = min(row.bottom - row.top for row in run)
    at = min(left(line) for line in run[-1].lines)
    return step.bottom - step.top <= 1.35 * usual and abs(left(step.lines[0]) - at) <= 1.5


def _free(steps: list[_Step]) -> list[tuple[float, float]]:
    """Gaps between words that no line of these steps crosses and that are too wide for spaces."""
    spans = sorted((word.left, word.right) for step in steps for line in step.lines for word in line)
    least = _COLUMN * max(step.size() for step in steps)
    found, reach = [], spans[0][1]
    for begin, end in spans:
        if begin - reach >= least:
            found.append((reach, begin))
        reach = max(reach, end)
    return found


def _stops(run: list[_Step]) -> list[float]:
    """Where columns meet, told by the words of a run alone; a head over several columns does not hide them."""
    parted = [step for step in run if _has_columns(step)]
    if not parted:
        return []
    best = max((parted, parted[1:] or parted), key=lambda some: len(_free(some)))
    return [(begin + end) / 2 for begin, end in _free(best)]


def _is_table(steps: list[_Step], stops: list[float]) -> bool:
    """Whether several steps have words in two columns, and no column is running text."""
    filled = [step for step in steps if len({_column(word, stops) for line in step.lines for word in line}) > 1]
    if len(filled) < _FEWEST_ROWS or len(filled) < 0.5 * len(steps):
        return False
    return median(len(step.lines) for step in filled) <= _MOST_LINES


def _column(word: Word, stops: list[float]) -> int:
    return bisect_right(stops, word.left + 1)


def _over(first: _Step, words: list[Word], stops: list[float]) -> list[_Step]:
    """The head of a table whose uppermost bar stands beneath it."""
    near = [word for word in words if first.top - 6 * word.size < word.middle < first.top]
    lines: list[Line] = []
    floor, reach = first.top, _FARTHEST_ROW
    for line in reversed(_level_lines(near)):
        is_over_some = line[0].left >= stops[0] - 1 and not _spread(line)
        if floor - bottom(line) > reach * size(line) or not (is_over_some or _is_between(line, stops)):
            break
        lines.insert(0, line)
        floor, reach = top(line), 0.3
    columns = {_column(word, stops) for line in lines for word in line}
    if len(columns) < 2 and (not columns or columns == {0} or len(lines) > 1):
        return []
    return [_Step(floor, first.top, lines)]


def _under(last: _Step, words: list[Word], stops: list[float]) -> list[_Step]:
    """The last row of a table where it is the one that is not shaded."""
    near = [word for word in words if last.bottom < word.middle < last.bottom + 6 * word.size]
    lines: list[Line] = []
    floor, reach = last.bottom, _FARTHEST_ROW
    for line in _level_lines(near):
        if lines:
            reach = _FURTHER if _column(line[0], stops) else 0.35
        if top(line) - floor > reach * size(line) or not _is_between(line, stops):
            break
        lines.append(line)
        floor = bottom(line)
    columns = {_column(word, stops) for line in lines for word in line}
    return [_Step(last.bottom, floor, lines)] if len(columns) > 1 and 0 in columns else []


def _rows(step: _Step, stops: list[float], steps: int) -> list[Piece]:
    """The row of a step; its several rows, where a ladder of few steps only frames the head and the whole of them."""
    columns = [{_column(word, stops) for word in line} for line in step.lines]
    if steps < 4 and len(step.lines) > 3 and sum(len(some) > 1 for some in columns) >= 0.5 * len(columns):
        edges = [(stop - 0.1, stop + 0.1) for stop in stops]
        return unruled([segment for line in step.lines for segment in _segments(line, stops)], edges)
    cells: list[list[Word]] = [[] for _ in range(len(stops) + 1)]
    for line in step.lines:
        for segment in _segments(line, stops):
            cells[_column(segment.words[0], stops)].extend(segment.words)
    return [Piece(BlockKind.TABLE_ROW, cells=[cell_lines(words) for words in cells])]


def _segments(line: Line, stops: list[float]) -> Iterator[Segment]:
    """A line parted at stops, but not within a head that runs over them."""
    begun: Line = []
    for word in line:
        last = begun[-1] if begun else None
        if last and _column(last, stops) != _column(word, stops) and word.left - last.right >= _SPACE * word.size:
            yield _segment(begun)
            begun = []
        begun.append(word)
    yield _segment(begun)


def _segment(words: Line) -> Segment:
    return Segment(words, left(words), top(words), right(words), bottom(words), size(words))


def _distinct(values: Iterable[float]) -> list[float]:
    distinct: list[float] = []
    for value in sorted(values):
        if not distinct or value - distinct[-1] > _NEAR:
            distinct.append(value)
    return distinct
