"""Bands of a page, and whether the columns of one are columns of text, of a table, or both side by side."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from moothall.documents.reading.pdf_pieces import Flow
from moothall.documents.reading.pdf_tables import Segment, same_height

_FEWEST_SIDE_BY_SIDE = 8
_FEWEST_RUNNING = 10
_NARROW = 0.4  # segments were parted for a reason: a gap of this many letter heights counts

Span = tuple[float, float]


@dataclass(slots=True)
class Band:
    """Rows with the same gaps running down through them; ``trailing`` counts segments at its end on trial, and
    ``held`` are the gaps without those."""

    segments: list[Segment] = field(default_factory=list)
    gutters: list[Span] = field(default_factory=list)
    trailing: int = 0
    held: list[Span] = field(default_factory=list)

    def add(self, row: list[Segment], gutters: list[Span], *, is_close: bool) -> None:
        """Take a further row in, for now if it stands well apart."""
        if not self.trailing:
            self.held = self.gutters
        self.segments.extend(row)
        self.gutters = gutters
        if is_close and not self.trailing:
            return
        self.trailing = 0 if gaps_of(row) else self.trailing + len(row)

    def give_back(self) -> list[Segment]:
        """The rows at the end that stood apart on one side, when what follows runs across: they go with it."""
        kept = len(self.segments) - self.trailing
        given, self.segments = self.segments[kept:], self.segments[:kept]
        self.gutters = self.held
        self.trailing = 0
        return given


def rows_of(segments: list[Segment]) -> list[list[Segment]]:
    """Segments gathered while they stand side by side; columns whose lines do not level chain into one row."""
    rows: list[list[Segment]] = []
    floor = float("-inf")
    for segment in sorted(segments, key=lambda segment: segment.top):
        if rows and segment.top < floor - 0.35 * min(segment.size, rows[-1][-1].size):
            rows[-1].append(segment)
        else:
            rows.append([segment])
        floor = max(floor, segment.bottom)
    return rows


def is_text(band: Band) -> bool:
    """Whether a band is columns of text so far: a column may then be longer than its neighbour, whatever its gaps."""
    columns = columns_of(band)
    return len(out_of_step(columns)) > 1 or is_prose(columns)


def columns_of(band: Band) -> list[list[Segment]]:
    edges = [(begin + end) / 2 for begin, end in band.gutters]
    columns: list[list[Segment]] = [[] for _ in range(len(edges) + 1)]
    for segment in band.segments:
        columns[sum(1 for edge in edges if (segment.left + segment.right) / 2 > edge)].append(segment)
    return [column for column in columns if column]


def holds_no_box(column: list[Segment]) -> bool:
    """Whether no box of text stands in a column: where one does, the text beside it is read on after it."""
    return not any(isinstance(part, Flow) for segment in column for part in segment.inner or ())


def out_of_step(columns: list[list[Segment]]) -> list[list[Segment]]:
    """Columns joined where their lines stand level, as a table's do; columns of text soon fall out of step."""
    parts = [list(columns[0])]
    for column, neighbour in pairwise(columns):
        if _is_level(column, neighbour):
            parts[-1].extend(neighbour)
        else:
            parts.append(list(neighbour))
    return parts


def is_running(column: list[Segment]) -> bool:
    """Whether a column is running text: many lines of several words, nearly all full and at one distance from the
    next."""
    if len(column) < _FEWEST_RUNNING or median(len(segment.words) for segment in column) < 4:
        return False
    across = max(segment.right for segment in column) - min(segment.left for segment in column)
    if median(segment.right - segment.left for segment in column) < 0.8 * across:
        return False
    tops = sorted(segment.bottom for segment in column)
    steps = sorted(after - before for before, after in pairwise(tops))
    usual = steps[len(steps) // 4]
    return sum(abs(step - usual) < 0.08 * usual for step in steps) >= 0.7 * len(steps)


def beside_text(columns: list[list[Segment]], running: list[bool]) -> list[list[Segment]]:
    """Columns of running text by themselves, and what stands beside them together, as the columns of one table."""
    parts: list[list[Segment]] = []
    joins = False
    for column, is_text in zip(columns, running, strict=True):
        if joins and not is_text:
            parts[-1].extend(column)
        else:
            parts.append(list(column))
        joins = not is_text
    return parts


def has_figures(columns: list[list[Segment]]) -> bool:
    """Whether one of three or more columns holds a word or two at a time: a table, though its lines do not level."""
    return len(columns) > 2 and any(
        len(column) > 2 and sum(len(segment.words) for segment in column) <= 1.5 * len(column) for column in columns
    )


def is_prose(columns: list[list[Segment]]) -> bool:
    """Whether columns are columns of text: each of several lines, most of them full and of several words."""
    if not 1 < len(columns) <= 4:
        return False
    for column in columns:
        lines = rows_of(column)
        if len(lines) < 4:
            return False
        edges = [(min(one.left for one in line), max(one.right for one in line)) for line in lines]
        width = max(right for _, right in edges) - min(left for left, _ in edges)
        if median(right - left for left, right in edges) < 0.7 * width:
            return False
        if median(sum(len(one.words) for one in line) for line in lines) < 4:
            return False
    return True


def _is_level(column: list[Segment], neighbour: list[Segment]) -> bool:
    """Whether lines that stand side by side stand level; with few of them, they are taken to."""
    level = beside = 0
    for segment in column:
        facing = [
            other
            for other in neighbour
            if other.top < segment.bottom
            and other.bottom > segment.top
            and same_height(segment, other.top, other.bottom)
        ]
        beside += bool(facing)
        level += any(abs(other.bottom - segment.bottom) < 0.12 * segment.size for other in facing)
    return beside < _FEWEST_SIDE_BY_SIDE or level >= 0.6 * beside


def gaps_of(row: list[Segment]) -> list[Span]:
    """Gaps between what stands in a row that nothing in it crosses."""
    size = min(segment.size for segment in row)
    ordered = sorted(row, key=lambda segment: segment.left)
    gaps, edge = [], ordered[0].right
    for segment in ordered[1:]:
        if segment.left - edge > _NARROW * size:
            gaps.append((edge, segment.left))
        edge = max(edge, segment.right)
    return gaps
