"""Lines of a flow gathered into paragraphs and list items, by the space between them and by which lines are full."""

from __future__ import annotations

import re
from itertools import pairwise
from statistics import median

from moothall.documents.reading.document import BlockKind
from moothall.documents.reading.pdf_pieces import (
    Flow,
    Line,
    Measures,
    Piece,
    first_width,
    is_bold,
    left,
    measured,
    text,
)
from moothall.documents.reading.pdf_text import BULLETS

_BULLET = re.compile(rf"^[{re.escape(BULLETS)}]$|^[{re.escape(BULLETS)}][ A-Za-z]")
_NUMBER = re.compile(
    r"^(?:\d{1,2}(?:\.\d{1,2}){1,4}\.?|\(?[a-z]{1,2}\)|\(?[ivx]{1,5}\)|\(?\d{1,2}[.)]|[a-zA-Z][.)]|[ivx]{1,4}\.)(?=\s|$)"
)
_WIDEST_USUAL = 1.2  # more than double spacing parts paragraphs whatever else the page does
_DONE = ".:;?!)"
_ENDED = (".", ":", ";", "?", "!")
_LABEL = re.compile(r"^[A-Z][\w /()'’-]{1,50}:")
_PLAIN_NUMBER = re.compile(r"^\d{1,2}(?=\s+[A-Z])")


def paragraphs(flow: Flow, usual: float) -> list[Piece]:
    """The paragraphs of a flow, in order; ``usual`` is the space between lines of one paragraph, in letter heights.

    What they are beyond that is decided when the whole document is known.
    """
    pieces: list[Piece] = []
    for index, line in enumerate(flow.lines):
        if index and not _parts(flow, index, usual):
            pieces[-1].lines.append(line)
        else:
            kind = BlockKind.LIST_ITEM if line[0].dotted else BlockKind.PARAGRAPH
            pieces.append(Piece(kind, lines=[line]))
    return pieces


def usual_gap(flows: list[Flow]) -> float:
    """The space between two lines of one paragraph on a page: the commonest small gap, in letter heights."""
    gaps = [
        (after.top - before.bottom) / after.size
        for flow in flows
        for before, after in pairwise(flow.measures())
        if abs(after.size - before.size) <= 0.1 * before.size and after.top > before.top
    ]
    most = min(gaps, default=0.0) + 0.2
    small = [gap for gap in gaps if gap <= most]
    return min(median(small), _WIDEST_USUAL) if small else 0.2


def _parts(flow: Flow, index: int, usual: float) -> bool:
    """Whether a new paragraph begins with this line."""
    before, line = flow.lines[index - 1], flow.lines[index]
    last, this = flow.measures()[index - 1 : index + 1]
    if line[0].dotted or this.top < last.top - this.size:
        return True
    gap = (this.top - last.bottom) / this.size
    if gap > usual + 0.3 and not (gap <= usual + 0.6 and _is_one_heading(flow, index)):
        return True
    if not _alike(before, line, last, this) or (this.bold != last.bold and _alone(line, before)):
        return True
    if _runs_on(before[-1].text):
        return False
    words = text(line)
    if _BULLET.match(words) or _is_numbered(words, flow, index):
        return True
    return _had_room(flow, index) and (not words[:1].islower() or before[-1].text[-1] in ".:;")


def _is_one_heading(flow: Flow, index: int) -> bool:
    """Whether a line and the one before it, both bold and of one size, can be the halves of a heading, whose lines
    stand further apart: the first is full."""
    last, this = flow.measures()[index - 1 : index + 1]
    return (
        last.bold
        and this.bold
        and _alike(flow.lines[index - 1], flow.lines[index], last, this)
        and not _had_room(flow, index)
    )


def _alone(line: Line, before: Line) -> bool:
    """A change of weight between lines parts them unless a bold phrase only runs over the line's end."""
    return is_bold(line[:1]) != is_bold(before[-1:])


def _is_numbered(words: str, flow: Flow, index: int) -> bool:
    """Whether a number that opens a line opens a paragraph: it hangs out to the left, or the line before was done."""
    before = flow.lines[index - 1]
    last, this = flow.measures()[index - 1 : index + 1]
    if this.bold and _PLAIN_NUMBER.match(words):
        return True
    if not _NUMBER.match(words):
        return False
    return (
        this.left < last.left - 0.5 * this.size
        or before[-1].text[-1] in _DONE
        or before[-1].text.lower() in ("or", "and")
        or _had_room(flow, index)
    )


def carries_on(before: Piece, after: Piece, edge: float) -> bool:
    """Whether a paragraph at the top of a page or column is the rest of the one that ended the last.

    ``edge`` is how far to the right the last page's or column's lines run.
    """
    plain = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
    if before.kind not in plain or after.kind is not BlockKind.PARAGRAPH or not before.lines or not after.lines:
        return False
    last, first = before.lines[-1], after.lines[0]
    end, begin = measured(last), measured(first)
    if last[-1].text.rstrip("\"'”’)")[-1:] in _ENDED or begin.bold != end.bold or not _alike(last, first, end, begin):
        return False
    words = text(first)
    if words[:1].islower():
        return not _BULLET.match(words) and not re.match(r"^[a-z]\)", words)
    if _BULLET.match(words) or _NUMBER.match(words) or _LABEL.match(words):
        return False
    return end.right + first_width(first) + 0.6 * end.size >= edge


def _alike(before: Line, line: Line, last: Measures, this: Measures) -> bool:
    """Whether two lines are set in letters of one size; or of the same two, as small capitals are."""
    if _is_near(last.size, this.size):
        return True
    first, second = ({word.size for word in some} for some in (before, line))
    return _is_near(max(first), max(second)) and _is_near(min(first), min(second))


def _is_near(one: float, other: float) -> bool:
    return abs(one - other) <= 0.12 * max(one, other)


def _runs_on(word: str) -> bool:
    """Whether a line's last word is broken off and goes on in the next line."""
    return len(word) > 1 and word[-1] == "-" and word[-2].isalnum()


def _had_room(flow: Flow, index: int) -> bool:
    """Whether the line before ended although this one's first word would have fitted: its author ended it."""
    last, this = flow.measures()[index - 1 : index + 1]
    return last.right + first_width(flow.lines[index]) + 0.6 * this.size < flow.right


def mark_indented(pieces: list[Piece]) -> None:
    """Turn paragraphs set in from one that ends with a colon into list items, in place: their bullets may be drawn."""
    margin, indent = None, None
    for before, piece in pairwise(pieces):
        if piece.kind is not BlockKind.PARAGRAPH or not before.lines:
            margin = None
            continue
        at = left(piece.lines[0])
        if before.text().endswith(":") and indent is None:
            margin = min(left(line) for line in before.lines)
        is_set_in = margin is not None and at > margin + measured(piece.lines[0]).size
        if is_set_in and (indent is None or abs(at - indent) < 3):
            piece.kind, indent = BlockKind.LIST_ITEM, at
        else:
            margin, indent = None, None
