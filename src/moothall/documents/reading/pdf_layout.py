"""A page read by its looks alone: words to segments, segments to bands, bands to columns or tables, top to bottom.

The order words were drawn in is a hint for joining neighbours and is never trusted for the order of reading.
"""

from __future__ import annotations

from statistics import median

from moothall.documents.reading import pdf_boxes, pdf_labels, pdf_ladders, pdf_rows, pdf_rules, pdf_tables
from moothall.documents.reading.pdf_bands import bands_of
from moothall.documents.reading.pdf_columns import (
    Band,
    beside_text,
    columns_of,
    has_figures,
    holds_no_box,
    is_prose,
    is_running,
    out_of_step,
    rows_of,
)
from moothall.documents.reading.pdf_pieces import Flow, Line, Piece
from moothall.documents.reading.pdf_rows import Gutter
from moothall.documents.reading.pdf_tables import Segment, same_height
from moothall.documents.reading.pdf_words import Word


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
    for band in bands_of(segments + boxes, gutters, edge):
        found.extend(_in_order(band, edge, gutters))
    return found


def _in_order(band: Band, edge: float, gutters: list[Gutter]) -> list[Flow | list[Piece]]:
    """What a band holds, in reading order; ``edge`` is how far to the right its lines might have run."""
    if not band.gutters:
        return _flows(band.segments, edge)
    columns = columns_of(band)
    running = [is_running(column) for column in columns]
    if any(running) and not all(running):
        parts = beside_text(columns, running)
    else:
        parts = out_of_step(columns)
    if len(parts) > 1 and not any(running) and has_figures(columns):
        parts = [band.segments]
    elif len(parts) == 1 and (any(segment.inner for segment in band.segments) or is_prose(columns)):
        parts = sorted(columns, key=holds_no_box)
    if len(parts) > 1:
        found: list[Flow | list[Piece]] = []
        for part in parts:
            inner_edge = max(segment.right for segment in part)
            for inner in bands_of(part, gutters, inner_edge):
                found.extend(_in_order(inner, inner_edge, gutters))
        return found
    if len({round(segment.top / max(segment.size, 1)) for segment in band.segments}) == 1 and _is_loose_line(band):
        return _flows(band.segments, edge)
    return [pdf_tables.unruled(band.segments, band.gutters)]


def _is_loose_line(band: Band) -> bool:
    """Whether a lone row is only a line with a wide space in it: too narrow a gap for a table of one row."""
    size = median(segment.size for segment in band.segments)
    return max(end - begin for begin, end in band.gutters) < 2 * size


def _flows(segments: list[Segment], edge: float) -> list[Flow | list[Piece]]:
    """Rows of single segments as flows of lines, with tables between them."""
    found: list[Flow | list[Piece]] = []
    lines: list[Line] = []
    for row in rows_of(segments):
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
