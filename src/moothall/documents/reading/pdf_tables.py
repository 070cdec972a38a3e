"""Tables without tags: by the grid of rules around them, or by words that stand in columns row after row."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from moothall.documents.reading.document import BlockKind
from moothall.documents.reading.pdf_pieces import Flow, Line, Piece, bottom, split_lines, top
from moothall.documents.reading.pdf_rules import Grid
from moothall.documents.reading.pdf_words import Word, glue

_CLEARLY = 0.08


@dataclass(slots=True, eq=False)
class Segment:
    """Words side by side on one line with nothing wide between them; or a whole table or box of text, standing where
    it stands, with what it holds in ``inner``."""

    words: list[Word]
    left: float
    top: float
    right: float
    bottom: float
    size: float
    inner: list[Flow | list[Piece]] | None = None


def same_height(segment: Segment, top: float, bottom: float) -> bool:
    """Whether a segment stands side by side with what reaches from one height to the other."""
    overlap = min(segment.bottom, bottom) - max(segment.top, top)
    return overlap >= 0.55 * min(segment.bottom - segment.top, bottom - top)


def ruled(grid: Grid, words: list[Word]) -> tuple[Segment | None, list[Word]]:
    """The table in a grid, and the words that are not in it. None where the grid is a box, a frame or a chart."""
    inside: dict[tuple[int, int], list[Word]] = {}
    outside = []
    heights, distances = grid.heights, grid.distances
    anchors: dict[tuple[int, int], tuple[int, int]] = {}
    for word in words:
        down, across = word.middle, (word.left + word.right) / 2
        if not (heights[0] <= down <= heights[-1] and distances[0] <= across <= distances[-1]):
            outside.append(word)
            continue
        slot = max(bisect_left(heights, down) - 1, 0), max(bisect_left(distances, across) - 1, 0)
        if slot not in anchors:
            anchors[slot] = _anchor(grid, *slot)
        inside.setdefault(anchors[slot], []).append(word)
    columns = {column for _, column in inside}
    if len(columns) < 2:
        return None, words
    pieces = [piece for row in range(len(grid.heights) - 1) if (piece := _ruled_row(grid, row, inside))]
    box = Segment(
        [], grid.distances[0], grid.heights[0], grid.distances[-1], grid.heights[-1],
        median(word.size for cell in inside.values() for word in cell), inner=[pieces],
    )  # fmt: skip
    return box, outside


def _ruled_row(grid: Grid, row: int, inside: dict[tuple[int, int], list[Word]]) -> Piece | None:
    starts = [
        column
        for column in range(len(grid.distances) - 1)
        if column == 0 or (row, column) in inside or grid.parts_right(row, column - 1)
    ]
    cells = [cell_lines(inside.get((row, column), [])) for column in starts]
    return Piece(BlockKind.TABLE_ROW, cells=cells) if any(cells) else None


def _anchor(grid: Grid, row: int, column: int) -> tuple[int, int]:
    """The first row and column of the cell a slot belongs to, where rules between slots are missing."""
    while column > 0 and not grid.parts_right(row, column - 1):
        column -= 1
    while row > 0 and not grid.parts_below(row - 1, column):
        row -= 1
    return row, column


def cell_lines(words: list[Word]) -> list[Line]:
    """The lines of a cell from its words in any order."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.middle, word.left)):
        if rows and word.middle - rows[-1][0].middle < 0.5 * min(word.size, rows[-1][0].size):
            rows[-1].append(word)
        else:
            rows.append([word])
    for row in rows:
        row.sort(key=lambda word: word.left)
        glue(row)
    return split_lines([word for row in rows for word in row])


def unruled(segments: list[Segment], gutters: list[tuple[float, float]]) -> list[Piece]:
    """The rows of a table of which only the words are seen: columns stand between gutters, rows where they begin.

    Where some lines stand clearly further apart than others, the wide gaps part the rows; otherwise every line that
    has something in the first column begins one.
    """
    edges = [(begin + end) / 2 for begin, end in gutters]
    lines: list[dict[int, list[Word]]] = []
    for segment in sorted(segments, key=lambda segment: segment.top + segment.bottom):
        middle = (segment.top + segment.bottom) / 2
        column = sum(1 for edge in edges if (segment.left + segment.right) / 2 > edge)
        if not lines or middle - _middle(lines[-1]) > 0.5 * segment.size:
            lines.append({})
        lines[-1].setdefault(column, []).extend(segment.words)
    rows: list[list[dict[int, list[Word]]]] = []
    gaps = [_top(after) - _bottom(before) for before, after in pairwise(lines)]
    whole = min((gap for gap, line in zip(gaps, lines[1:], strict=True) if len(line) > len(edges)), default=0.0)
    for index, line in enumerate(lines):
        if not rows or _begins_row(lines, index, gaps, whole):
            rows.append([])
        rows[-1].append(line)
    return [_row(row, len(edges) + 1) for row in rows]


def _begins_row(lines: list[dict[int, list[Word]]], index: int, gaps: list[float], whole: float) -> bool:
    """Whether a row begins with this line; ``whole`` is the smallest gap over a line that has words in all columns."""
    gap, usual = gaps[index - 1], min(gaps)
    size = median(word.size for words in lines[index].values() for word in words)
    if gap < whole - _CLEARLY * size:
        return False
    wide = sum(gap - usual > 0.3 * size for gap in gaps)
    if max(gaps) - usual > 0.35 * size and wide + 1 >= 0.5 * sum(len(line) > 1 and 0 in line for line in lines):
        return gap - usual > 0.3 * size
    if set(lines[index]) == {0} and gap < 0.25 * size:
        return False  # a label that runs on under itself
    return 0 in lines[index]


def _row(lines: list[dict[int, list[Word]]], columns: int) -> Piece:
    cells: list[list[Line]] = [[] for _ in range(columns)]
    for line in lines:
        for column, words in line.items():
            cells[column].append(sorted(words, key=lambda word: word.left))
    return Piece(BlockKind.TABLE_ROW, cells=cells)


def _middle(line: dict[int, list[Word]]) -> float:
    return median(word.middle for words in line.values() for word in words)


def _top(line: dict[int, list[Word]]) -> float:
    return min(top(words) for words in line.values())


def _bottom(line: dict[int, list[Word]]) -> float:
    return max(bottom(words) for words in line.values())
