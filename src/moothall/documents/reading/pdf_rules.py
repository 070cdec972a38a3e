"""Lines drawn on a page, and the grids they form: what a ruled table is made of. Words are no part of this."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from moothall.documents.reading.pdf_letters import Turn, plainly

_THIN = 3.0
_SHORTEST = 6.0
_NEAR = 3.0
_SMALLEST_BLOT, _LARGEST_BLOT = 1.5, 9.0
_TALLEST_FILL = 400.0
_MOST_OBJECTS = 20_000
_MOST_SEGMENTS = 400

_Point = tuple[float, float]
Box = tuple[float, float, float, float]


_object_at = plainly(raw.FPDFPage_GetObject, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
_type_of = plainly(raw.FPDFPageObj_GetType, ctypes.c_int, ctypes.c_void_p)


@dataclass(frozen=True, slots=True)
class Rule:
    """A line along the page (``at`` is its height) or down it (``at`` is its distance from the left)."""

    at: float
    start: float
    end: float


@dataclass(slots=True)
class Grid:
    """Rules that touch one another: the heights and distances at which they stand, and the rules themselves."""

    along: list[Rule]
    down: list[Rule]
    heights: list[float] = field(default_factory=list)
    distances: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.heights = _distinct([rule.at for rule in self.along])
        self.distances = _distinct([rule.at for rule in self.down])

    def parts_below(self, row: int, column: int) -> bool:
        """Whether a rule runs between this cell and the one below it."""
        middle = (self.distances[column] + self.distances[column + 1]) / 2
        return _covered(self.along, self.heights[row + 1], middle)

    def parts_right(self, row: int, column: int) -> bool:
        """Whether a rule runs between this cell and the one to its right."""
        middle = (self.heights[row] + self.heights[row + 1]) / 2
        return _covered(self.down, self.distances[column + 1], middle)


@dataclass(slots=True)
class Drawn:
    """What is drawn on a page beside its words: its grids, the pieces of lines along it that are in none, the boxes of
    its fills, and those of small blots that may be bullets."""

    grids: list[Grid] = field(default_factory=list)
    blots: list[Box] = field(default_factory=list)
    fills: list[Box] = field(default_factory=list)
    along: list[Rule] = field(default_factory=list)


def drawn(page: pdfium.PdfPage, turn: Turn) -> Drawn:
    """The grids and blots of a page turned so, from its own drawing (not from forms drawn within it)."""
    along: list[Rule] = []
    down: list[Rule] = []
    blots: list[Box] = []
    fills: list[Box] = []
    for path in _paths(page):
        bounds = _bounds(path)
        if bounds is None:
            continue
        if _is_blot(bounds):
            blots.append(turn.box(*bounds))
            continue
        if _is_fill(path, bounds):
            fills.append(turn.box(*bounds))
        for begin, end in _strokes(path, bounds):
            left, top, right, bottom = turn.box(
                min(begin[0], end[0]), min(begin[1], end[1]), max(begin[0], end[0]), max(begin[1], end[1])
            )
            if bottom - top <= _THIN and right - left >= _SHORTEST:
                along.append(Rule((top + bottom) / 2, left, right))
            elif right - left <= _THIN and bottom - top >= _SHORTEST:
                down.append(Rule((left + right) / 2, top, bottom))
    found = grids(_joined(along), _joined(down))
    within = [(grid.distances[0], grid.heights[0], grid.distances[-1], grid.heights[-1]) for grid in found]
    return Drawn(found, blots, fills, [rule for rule in along if not any(_is_in(rule, box) for box in within)])


def _paths(page: pdfium.PdfPage) -> Iterator[object]:
    """What is drawn on a page and is neither words nor pictures."""
    at = ctypes.cast(page.raw, ctypes.c_void_p).value
    for index in range(min(raw.FPDFPage_CountObjects(page.raw), _MOST_OBJECTS)):
        if _type_of(found := _object_at(at, index)) == raw.FPDF_PAGEOBJ_PATH:
            yield ctypes.cast(found, raw.FPDF_PAGEOBJECT)


def _is_in(rule: Rule, box: Box) -> bool:
    return box[0] - _NEAR <= rule.start and rule.end <= box[2] + _NEAR and box[1] - _NEAR <= rule.at <= box[3] + _NEAR


def _is_fill(path: object, bounds: Box) -> bool:
    """Whether a path is a filled box large enough to stand behind words and no background of a whole page."""
    across, up = bounds[2] - bounds[0], bounds[3] - bounds[1]
    if not (across > _SHORTEST and _THIN < up < _TALLEST_FILL):
        return False
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, fill, stroke)
    return bool(fill.value)


def grids(along: list[Rule], down: list[Rule]) -> list[Grid]:
    """Sets of touching rules with at least two each way, from the top of the page down."""
    left_along, left_down = list(along), list(down)
    found = []
    while left_down:
        mine_down, mine_along = [left_down.pop()], list[Rule]()
        grown = True
        while grown:
            new_along = [rule for rule in left_along if any(_touch(rule, other) for other in mine_down)]
            left_along = [rule for rule in left_along if rule not in new_along]
            mine_along += new_along
            new_down = [rule for rule in left_down if any(_touch(other, rule) for other in mine_along)]
            left_down = [rule for rule in left_down if rule not in new_down]
            mine_down += new_down
            grown = bool(new_along or new_down)
        grid = Grid(mine_along, mine_down)
        if len(grid.heights) >= 2 and len(grid.distances) >= 2:
            found.append(grid)
    return sorted(found, key=lambda grid: grid.heights[0])


def _bounds(path: object) -> Box | None:
    """The (left, bottom, right, top) of a path that is drawn at all, in the page's own space."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not raw.FPDFPath_GetDrawMode(path, fill, stroke) or not (fill.value or stroke.value):
        return None
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not raw.FPDFPageObj_GetBounds(path, left, bottom, right, top):
        return None
    return left.value, bottom.value, right.value, top.value


def _is_blot(bounds: Box) -> bool:
    """Whether a path is small and as wide as it is high: a dot, a small square or circle."""
    across, up = bounds[2] - bounds[0], bounds[3] - bounds[1]
    return _SMALLEST_BLOT <= across <= _LARGEST_BLOT and abs(across - up) <= 0.35 * across


def _strokes(path: object, bounds: Box) -> list[tuple[_Point, _Point]]:
    """The straight strokes of one drawn path, in the page's own space; a thin filled box counts as a stroke."""
    left, bottom, right, top = bounds
    if right - left <= _THIN or top - bottom <= _THIN:
        if right - left <= _THIN:
            return [(((left + right) / 2, bottom), ((left + right) / 2, top))]
        return [((left, (bottom + top) / 2), (right, (bottom + top) / 2))]
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, fill, stroke)
    return _segments(path) if stroke.value else []


def _segments(drawn: object) -> list[tuple[_Point, _Point]]:
    count = raw.FPDFPath_CountSegments(drawn)
    if not 0 < count <= _MOST_SEGMENTS:
        return []
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(drawn, matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    found: list[tuple[_Point, _Point]] = []
    begun = at = (0.0, 0.0)
    for index in range(count):
        segment = raw.FPDFPath_GetPathSegment(drawn, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            begun = point
        elif kind == raw.FPDF_SEGMENT_LINETO:
            found.append((at, point))
        at = point
        if raw.FPDFPathSegment_GetClose(segment):
            found.append((at, begun))
            at = begun
    return found


def _joined(found: list[Rule]) -> list[Rule]:
    """Strokes on one line that meet or overlap, as one rule."""
    joined: list[Rule] = []
    for rule in sorted(found, key=lambda rule: (round(rule.at / 1.5), rule.start)):
        last = joined[-1] if joined else None
        if last is not None and abs(last.at - rule.at) <= 2 and rule.start <= last.end + _NEAR:
            joined[-1] = Rule(last.at, last.start, max(last.end, rule.end))
        else:
            joined.append(rule)
    return joined


def _touch(along: Rule, down: Rule) -> bool:
    return along.start - _NEAR <= down.at <= along.end + _NEAR and down.start - _NEAR <= along.at <= down.end + _NEAR


def _covered(found: list[Rule], at: float, point: float) -> bool:
    return any(abs(rule.at - at) <= _NEAR and rule.start - 1 <= point <= rule.end + 1 for rule in found)


def _distinct(values: list[float]) -> list[float]:
    distinct: list[float] = []
    for value in sorted(values):
        if not distinct or value - distinct[-1] > _NEAR:
            distinct.append(value)
    return distinct
