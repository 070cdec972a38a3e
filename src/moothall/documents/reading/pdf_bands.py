"""Segments of a page gathered into bands: rows with the same gaps running down through them."""

from __future__ import annotations

from itertools import pairwise
from operator import attrgetter
from statistics import median

from moothall.documents.reading.pdf_columns import Band, Span, gaps_of, is_text, rows_of
from moothall.documents.reading.pdf_pieces import first_width
from moothall.documents.reading.pdf_rows import Gutter
from moothall.documents.reading.pdf_tables import Segment, same_height

_LEFT, _RIGHT = attrgetter("left"), attrgetter("right")
_PAGE_COLUMN = 150.0  # points
_NARROWED = 0.2  # and may be narrowed to this by later rows
_MOST_GIVEN_BACK = 3
_FARTHEST_HEAD, _NEAR_OWN, _MOST_OF_HEAD = 1.2, 0.5, 3


def bands_of(segments: list[Segment], gutters: list[Gutter], edge: float) -> list[Band]:
    """Rows gathered for as long as the same gaps run down through all of them; ``edge`` is how far to the right their
    lines might have run."""
    bands: list[Band] = []
    for row in rows_of(segments):
        gaps = gaps_of(row)
        last = bands[-1] if bands else None
        if last is not None and last.gutters:
            shared = _shared(last.gutters, row)
            if len(shared) < len(last.gutters) and _runs_over(last.gutters, row):
                shared = []
            is_close = bool(gaps) or _clings(last, row) or _is_beside(row, shared, gutters)
            if shared and (is_close or is_text(last)):
                last.add(row, shared, is_close=is_close)
                continue
            if not shared and 0 < last.trailing <= _MOST_GIVEN_BACK:
                bands.append(Band(last.give_back(), []))
                last = bands[-1]
        if not gaps and last is not None and not last.gutters:
            last.segments.extend(row)
        else:
            bands.append(Band(list(row), gaps))
    for before, band in pairwise(bands):
        if len(band.gutters) > 1 and not before.gutters:
            _take_head(before, band)
        elif len(band.gutters) == 1 and not before.gutters:
            _take_start(before, band)
    return _with_tabs_closed([band for band in bands if band.segments], gutters, edge)


def _with_tabs_closed(bands: list[Band], gutters: list[Gutter], edge: float) -> list[Band]:
    """The bands, but where a gap was only that of a tab in a paragraph, its band joined to the text around it: a line
    runs on to the edge behind the gap, and goes on at the paragraph's own margin."""
    closed: list[Band] = []
    for place, band in enumerate(bands):
        after = bands[place + 1] if place + 1 < len(bands) else None
        following = rows_of(after.segments)[:1] if after and not after.gutters else []
        may_hold = len(band.gutters) == 1 and not _is_of_page(band, gutters)
        if may_hold and _holds_tabs(rows_of(band.segments), following, band.gutters[0], edge):
            band.gutters = []
        if closed and not closed[-1].gutters and not band.gutters:
            closed[-1].segments.extend(band.segments)
        else:
            closed.append(band)
    return closed


def _is_of_page(band: Band, gutters: list[Gutter]) -> bool:
    """Whether a band's gap is part of one that parts columns of the page: it runs on far above or below."""
    begin, end = band.gutters[0]
    top, bottom = min(one.top for one in band.segments), max(one.bottom for one in band.segments)
    return any(
        gutter.bottom - gutter.top > _PAGE_COLUMN
        and gutter.left < end
        and gutter.right > begin
        and gutter.top < bottom
        and gutter.bottom > top
        for gutter in gutters
    )


def _holds_tabs(within: list[list[Segment]], following: list[list[Segment]], gap: Span, edge: float) -> bool:
    margin, tabs = min(segment.left for row in within for segment in row), 0
    if any(segment.inner for row in within for segment in row):
        return False
    for row, below in pairwise([*within, *following]):
        first, last = min(below, key=_LEFT), max(row, key=_RIGHT)
        if (len(row) > 1 and len(below) == 1 and first.right <= gap[0]) or below in following:
            runs_on = last.right + first_width(first.words) + 0.6 * last.size > edge
            is_next = abs(first.left - margin) < 2 and first.top - last.bottom < 0.75 * last.size and not first.inner
            tabs += len(row) > 1 and runs_on and is_next
    return tabs > 0 and not any(min(row, key=_LEFT).left >= gap[1] - 1 for row in within)


def _take_start(before: Band, band: Band) -> None:
    """Move lines that stand close over the right one of two columns of text to where they belong: at its top."""
    (_, begin), floor = band.gutters[0], min(segment.top for segment in band.segments)
    over = sorted(before.segments, key=lambda segment: segment.bottom)
    taken: list[Segment] = []
    while over and over[-1].left >= begin - 1 and floor - over[-1].bottom <= over[-1].size and not over[-1].inner:
        taken.append(over.pop())
        floor = min(floor, taken[-1].top)
    if taken and is_text(band):
        before.segments = [segment for segment in before.segments if segment not in taken]
        band.segments.extend(taken)


def _take_head(before: Band, band: Band) -> None:
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


def _clings(band: Band, row: list[Segment]) -> bool:
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
