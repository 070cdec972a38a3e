"""Boxes of text that stand beside other text: framed or shaded, and read by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from moothall.documents.reading.pdf_pieces import Flow, Piece
from moothall.documents.reading.pdf_rules import Box, Drawn
from moothall.documents.reading.pdf_tables import Segment
from moothall.documents.reading.pdf_words import Word

_NEAR = 2.0
_LOWEST, _HIGHEST = 24.0, 300.0  # points; what is higher is a column of the page
_NARROWEST = 60.0
_FEWEST_WORDS = 6


def beside_text(drawn: Drawn, words: list[Word]) -> Iterator[tuple[Box, list[Word], list[Word]]]:
    """Each box that has other words beside it: its frame, the words inside, and all words left when it is taken out."""
    frames = [(grid.distances[0], grid.heights[0], grid.distances[-1], grid.heights[-1]) for grid in drawn.grids]
    for frame in dict.fromkeys([*frames, *drawn.fills]):
        left, top, right, bottom = frame
        if not _LOWEST <= bottom - top <= _HIGHEST or right - left < _NARROWEST:
            continue
        level = [word for word in words if top - _NEAR < word.middle < bottom + _NEAR]
        inside = [word for word in level if left - _NEAR <= word.left and word.right <= right + _NEAR]
        beside = [word for word in level if word.right <= left + _NEAR or word.left >= right - _NEAR]
        if len(inside) >= _FEWEST_WORDS and beside and len(inside) + len(beside) == len(level) and _has_lines(inside):
            taken = set(map(id, inside))
            words = [word for word in words if id(word) not in taken]
            yield frame, inside, words


def segment(frame: Box, inside: list[Word], inner: list[Flow | list[Piece]]) -> Segment:
    """A box as one segment with what was read in it."""
    left, top, right, bottom = frame
    return Segment([], left, top, right, bottom, median(word.size for word in inside), inner)


def _has_lines(words: list[Word]) -> bool:
    """Whether the words stand in several lines."""
    return max(word.middle for word in words) - min(word.middle for word in words) > 0.8 * words[0].size
