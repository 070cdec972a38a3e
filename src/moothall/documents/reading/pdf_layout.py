"""A page read by its looks alone: words to segments, segments to bands, bands to columns or tables, top to bottom.

The order words were drawn in is a hint for joining neighbours and is never trusted for the order of reading.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from moothall.documents.reading import pdf_boxes, pdf_labels, pdf_ladders, pdf_rows, pdf_rules, pdf_tables
from moothall.documents.reading.pdf_pieces import Flow, Line, Piece
from moothall.documents.reading.pdf_rows import Gutter
from moothall.documents.reading.pdf_tables import Segment, same_height
from moothall.documents.reading.pdf_words import Word

_NARROW = 0.4  # segments were parted for a reason: a gap of this many letter heights counts
_NARROWED = 0.2  # and may be narrowed to this by later rows
_FARTHEST_FEWEST_SIDE_BY_SIDE = 8
_FEWEST_SIDE_BY_SIDE = 8
_MOST_GIVEN_BACK = 3
_FEWEST_RUNNING = 10
_FARTHEST_HEAD, _NEAR_OWN, _MOST_OF_HEAD = 1.2, 0.5, 3

Span = tuple[float, float]


@dataclass(slots=True)
class _Band:
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
        self.trailing = 0 if _gaps(row) else self.trailing + len(row)

    def give_back(self) -> list[Segment]:
        """The rows at the end that stood apart on one side, when what follows runs across: they go with it."""
        kept = len(self.segments) - self.trailing
        given, self.segments = self.segments[kept:], self.segments[:kept]
        self.gutters = self.held
        self.trailing = 0
        return given


def arrange(words: list[Word], drawn: pdf_rules.Drawn, edge: float = 0.0) -> list[Flow | list[Piece]]:
    """The page's matter in reading order: flows of lines, and tables as lists of rows.

    ``edge`` is how far to the right the text of the other pages runs, in points.
    """
    boxes = []
    pdf_labels.mark_dotted(words, drawn.blots)
    for grid in drawn.grids:
        table, words = pdf_tables.ruled(grid, words)
        if table is not None:
            boxes.append(table)
    for ladder in pdf_ladders.ladders(drawn.fills, drawn.along):
        tables, words = pdf_ladders.tables(ladder, words)
        boxes.extend(tables)
    for frame, inside, outside in pdf_boxes.beside_text(drawn, words):
        words = outside
        boxes.append(pdf_boxes.segment(frame, inside, arrange(inside, pdf_rules.Drawn(), frame[2])))
    segments, gutters = pdf_rows.segments(words)
    segments = pdf_labels.join_labels(segments)
    found: list[Flow | list[Piece]] = []
    edge = max([edge, *(segment.right for segment in segments), *(box.right for box in boxes)])
    for band in _bands(segments + boxes, gutters):
        found.extend(_in_order(band, edge, gutters))
    return found


def _bands(segments: list[Segment], gutters: list[Gutter]) -> list[_Band]:
    """Rows gathered for as long as the same gaps run down through all of them."""
    bands: list[_Band] = []
    for row in _rows(segments):
        gaps = _gaps(row)
        last = bands[-1] if bands else None
        if last is not None and last.gutters:
            shared = _shared(last.gutters, row)
            if len(shared) < len(last.gutters) and _runs_over(last.gutters, row):
                shared = []
            is_close = bool(gaps) or _clings(last, row) or _is_beside(row, shared, gutters)
            if shared and (is_close or _is_text(last)):
                last.add(row, shared, is_close=is_close)
                continue
            if not shared and 0 < last.trailing <= _MOST_GIVEN_BACK:
                bands.append(_Band(last.give_back(), []))
                last = bands[-1]
        if not gaps and last is not None and not last.gutters:
            last.segments.extend(row)
        else:
            bands.append(_Band(list(row), gaps))
    for before, band in pairwise(bands):
        if len(band.gutters) > 1 and not before.gutters:
            _take_head(before, band)
        elif len(band.gutters) == 1 and not before.gutters:
            _take_start(before, band)
    return [band for band in bands if band.segments]


def _take_start(before: _Band, band: _Band) -> None:
    """Move lines that stand close over the right one of two columns of text to where they belong: at its top."""
    (_, begin), floor = band.gutters[0], min(segment.top for segment in band.segments)
    over = sorted(before.segments, key=lambda segment: segment.bottom)
    taken: list[Segment] = []
    while over and over[-1].left >= begin - 1 and floor - over[-1].bottom <= over[-1].size and not over[-1].inner:
        taken.append(over.pop())
        floor = min(floor, taken[-1].top)
    if taken and _is_text(band):
        before.segments = [segment for segment in before.segments if segment not in taken]
        band.segments.extend(taken)


def _take_head(before: _Band, band: _Band) -> None:
    """Move the last lines of a band into the table under it where they are the head over some of its columns."""
    first, others = min(band.gutters), [segment for segment in band.segments if segment.inner is None]
    if not others:
        return
    floor, edge = min(segment.top for segment in others), max(segment.right for segment in others)
    taken: list[Segment] = []
    over = sorted(before.segments, key=lambda segment: segment.bottom)
    while over and len(taken) < _MOST_OF_HEAD:
        head = over.pop()
        alone = not any(same_height(other, head.top, head.bottom) for other in over)
        near = floor - head.bottom < (_NEAR_OWN if taken else _FARTHEST_HEAD) * head.size
        inside = head.left >= first[1] - _NARROWED * head.size and head.right <= edge
        if head.inner is not None or not (alone and near and inside):
            break
        taken.append(head)
        floor = head.top
    before.segments = [segment for segment in before.segments if segment not in taken]
    band.segments.extend(taken)


def _rows(segments: list[Segment]) -> list[list[Segment]]:
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


def _gaps(row: list[Segment]) -> list[Span]:
    """Gaps between what stands in a row that nothing in it crosses."""
    size = min(segment.size for segment in row)
    ordered = sorted(row, key=lambda segment: segment.left)
    gaps, edge = [], ordered[0].right
    for segment in ordered[1:]:
        if segment.left - edge > _NARROW * size:
            gaps.append((edge, segment.left))
        edge = max(edge, segment.right)
    return gaps


def _shared(gutters: list[Span], row: list[Segment]) -> list[Span]:
    """The parts of gutters that a further row leaves free."""
    size = min(segment.size for segment in row)
    free = gutters
    for segment in row:
        narrowed = []
        for begin, end in free:
            if segment.right <= begin or segment.left >= end:
                narrowed.append((begin, end))
            elif segment.left > begin + _NARROWED * size and segment.left < end and segment.right >= end:
                narrowed.append((begin, segment.left))
            elif segment.right < end - _NARROWED * size and segment.right > begin and segment.left <= begin:
                narrowed.append((segment.right, end))
        free = narrowed
    return free


def _runs_over(gutters: list[Span], row: list[Segment]) -> bool:
    """Whether a row is one stretch of words that runs over or into some of several gutters: a heading or a caption."""
    return len(row) == 1 < len(gutters) and any(
        (row[0].left <= begin < row[0].right) or (row[0].left < end <= row[0].right) for begin, end in gutters
    )


def _clings(band: _Band, row: list[Segment]) -> bool:
    """Whether a row that stands on one side of the gutters still belongs: it is set as close as lines of a text are."""
    floor = max(segment.bottom for segment in band.segments)
    size = median(segment.size for segment in row)
    return row[0].top - floor <= 0.75 * size and row[0].inner is None


def _is_beside(row: list[Segment], shared: list[Span], gutters: list[Gutter]) -> bool:
    """Whether a row stands beside the one gutter its band shares; a table's rows must stand nearer than that."""
    at = min(segment.top for segment in row)
    return len(shared) == 1 and any(
        gutter.top < at < gutter.bottom and gutter.left < end and gutter.right > begin
        for gutter in gutters
        for begin, end in shared
    )


def _is_text(band: _Band) -> bool:
    """Whether a band is columns of text so far: a column may then be longer than its neighbour, whatever its gaps."""
    columns = _columns(band)
    return len(_out_of_step(columns)) > 1 or _is_prose(columns)


def _in_order(band: _Band, edge: float, gutters: list[Gutter]) -> list[Flow | list[Piece]]:
    """What a band holds, in reading order; ``edge`` is how far to the right its lines might have run."""
    if not band.gutters:
        return _flows(band.segments, edge)
    columns = _columns(band)
    running = [_is_running(column) for column in columns]
    if any(running) and not all(running):
        parts = _beside_text(columns, running)
    else:
        parts = _out_of_step(columns)
    if len(parts) > 1 and not any(running) and _has_figures(columns):
        parts = [band.segments]
    elif len(parts) == 1 and (any(segment.inner for segment in band.segments) or _is_prose(columns)):
        parts = sorted(columns, key=_holds_no_box)
    if len(parts) > 1:
        found: list[Flow | list[Piece]] = []
        for part in parts:
            inner_edge = max(segment.right for segment in part)
            for inner in _bands(part, gutters):
                found.extend(_in_order(inner, inner_edge, gutters))
        return found
    if len({round(segment.top / max(segment.size, 1)) for segment in band.segments}) == 1 and _is_loose_line(band):
        return _flows(band.segments, edge)
    return [pdf_tables.unruled(band.segments, band.gutters)]


def _holds_no_box(column: list[Segment]) -> bool:
    """Whether no box of text stands in a column: where one does, the text beside it is read on after it."""
    return not any(isinstance(part, Flow) for segment in column for part in segment.inner or ())


def _columns(band: _Band) -> list[list[Segment]]:
    edges = [(begin + end) / 2 for begin, end in band.gutters]
    columns: list[list[Segment]] = [[] for _ in range(len(edges) + 1)]
    for segment in band.segments:
        columns[sum(1 for edge in edges if (segment.left + segment.right) / 2 > edge)].append(segment)
    return [column for column in columns if column]


def _out_of_step(columns: list[list[Segment]]) -> list[list[Segment]]:
    """Columns joined where their lines stand level, as a table's do; columns of text soon fall out of step."""
    parts = [list(columns[0])]
    for column, neighbour in pairwise(columns):
        if _is_level(column, neighbour):
            parts[-1].extend(neighbour)
        else:
            parts.append(list(neighbour))
    return parts


def _is_running(column: list[Segment]) -> bool:
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


def _beside_text(columns: list[list[Segment]], running: list[bool]) -> list[list[Segment]]:
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


def _has_figures(columns: list[list[Segment]]) -> bool:
    """Whether one of three or more columns holds a word or two at a time: a table, though its lines do not level."""
    return len(columns) > 2 and any(
        len(column) > 2 and sum(len(segment.words) for segment in column) <= 1.5 * len(column) for column in columns
    )


def _is_prose(columns: list[list[Segment]]) -> bool:
    """Whether columns are columns of text: each of several lines, most of them full and of several words."""
    if not 1 < len(columns) <= 4:
        return False
    for column in columns:
        lines = _rows(column)
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


def _is_loose_line(band: _Band) -> bool:
    """Whether a lone row is only a line with a wide space in it: too narrow a gap for a table of one row."""
    size = median(segment.size for segment in band.segments)
    return max(end - begin for begin, end in band.gutters) < 2 * size


def _flows(segments: list[Segment], edge: float) -> list[Flow | list[Piece]]:
    """Rows of single segments as flows of lines, with tables between them."""
    found: list[Flow | list[Piece]] = []
    lines: list[Line] = []
    for row in _rows(segments):
        for segment in sorted(row, key=lambda segment: segment.left):
            if segment.inner is not None:
                found.extend(_flow(lines, edge))
                lines = []
                found.extend(segment.inner)
            elif (
                lines
                and segment is not row[0]
                and same_height(segment, min(word.top for word in lines[-1]), max(word.bottom for word in lines[-1]))
            ):
                lines[-1].extend(segment.words)
            else:
                lines.append(list(segment.words))
    found.extend(_flow(lines, edge))
    return found


def _flow(lines: list[Line], edge: float) -> list[Flow | list[Piece]]:
    if not lines:
        return []
    return [
        Flow(
            lines,
            min(word.left for line in lines for word in line),
            max(edge, *(word.right for line in lines for word in line)),
        )
    ]
