"""Lines of a flow gathered into paragraphs and list items, by the space between them and by which lines are full."""

from __future__ import annotations

import re
from itertools import pairwise
from statistics import median

from moothall.documents.reading.document import BlockKind
from moothall.documents.reading.pdf_pieces import Flow, Line, Piece, bottom, first_width, left, right, size, text, top
from moothall.documents.reading.pdf_text import BULLETS, is_bold

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
        (top(after) - bottom(before)) / size(after)
        for flow in flows
        for before, after in pairwise(flow.lines)
        if abs(size(after) - size(before)) <= 0.1 * size(before) and top(after) > top(before)
    ]
    small = [gap for gap in gaps if gap <= min(gaps) + 0.2]
    return min(median(small), _WIDEST_USUAL) if small else 0.2


def _parts(flow: Flow, index: int, usual: float) -> bool:
    """Whether a new paragraph begins with this line."""
    before, line = flow.lines[index - 1], flow.lines[index]
    height = size(line)
    gap = (top(line) - bottom(before)) / height
    if line[0].dotted or top(line) < top(before) - height:
        return True
    if gap > usual + (0.6 if _is_one_heading(flow, before, line) else 0.3):
        return True
    if not _alike(before, line) or (is_bold(line) != is_bold(before) and _alone(line, before)):
        return True
    if _runs_on(before[-1].text):
        return False
    words = text(line)
    if _BULLET.match(words) or _is_numbered(words, flow, index):
        return True
    return _had_room(flow, before, line) and (not words[:1].islower() or before[-1].text[-1] in ".:;")


def _is_one_heading(flow: Flow, before: Line, line: Line) -> bool:
    """Whether two bold lines of one size can be the halves of a heading, whose lines stand further apart: the first
    is full."""
    return is_bold(before) and is_bold(line) and _alike(before, line) and not _had_room(flow, before, line)


def _alone(line: Line, before: Line) -> bool:
    """A change of weight between lines parts them unless a bold phrase only runs over the line's end."""
    return is_bold(line[:1]) != is_bold(before[-1:])


def _is_numbered(words: str, flow: Flow, index: int) -> bool:
    """Whether a number that opens a line opens a paragraph: it hangs out to the left, or the line before was done."""
    before, line = flow.lines[index - 1], flow.lines[index]
    if _PLAIN_NUMBER.match(words) and is_bold(line):
        return True
    if not _NUMBER.match(words):
        return False
    hangs = left(line) < left(before) - 0.5 * size(line)
    return (
        hangs
        or before[-1].text[-1] in _DONE
        or before[-1].text.lower() in ("or", "and")
        or _had_room(flow, before, line)
    )


def carries_on(before: Piece, after: Piece, edge: float) -> bool:
    """Whether a paragraph at the top of a page or column is the rest of the one that ended the last.

    ``edge`` is how far to the right the last page's or column's lines run.
    """
    plain = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
    if before.kind not in plain or after.kind is not BlockKind.PARAGRAPH or not before.lines or not after.lines:
        return False
    last, first = before.lines[-1], after.lines[0]
    if last[-1].text.rstrip("\"'”’)")[-1:] in _ENDED or is_bold(first) != is_bold(last) or not _alike(last, first):
        return False
    words = text(first)
    if words[:1].islower():
        return not _BULLET.match(words) and not re.match(r"^[a-z]\)", words)
    if _BULLET.match(words) or _NUMBER.match(words) or _LABEL.match(words):
        return False
    return right(last) + first_width(first) + 0.6 * size(last) >= edge


def _alike(before: Line, line: Line) -> bool:
    """Whether two lines are set in letters of one size; or of the same two, as small capitals are."""
    if _is_near(size(before), size(line)):
        return True
    first, second = ({word.size for word in some} for some in (before, line))
    return _is_near(max(first), max(second)) and _is_near(min(first), min(second))


def _is_near(one: float, other: float) -> bool:
    return abs(one - other) <= 0.12 * max(one, other)


def _runs_on(word: str) -> bool:
    """Whether a line's last word is broken off and goes on in the next line."""
    return len(word) > 1 and word[-1] == "-" and word[-2].isalnum()


def _had_room(flow: Flow, before: Line, line: Line) -> bool:
    """Whether the line before ended although this one's first word would have fitted: its author ended it."""
    return right(before) + first_width(line) + 0.6 * size(line) < flow.right


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
        is_set_in = margin is not None and at > margin + size(piece.lines[0])
        if is_set_in and (indent is None or abs(at - indent) < 3):
            piece.kind, indent = BlockKind.LIST_ITEM, at
        else:
            margin, indent = None, None
