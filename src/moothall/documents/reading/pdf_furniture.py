"""Running heads and feet, told from the text by standing at the edge of page after page."""

from __future__ import annotations

import re
from collections import Counter
from statistics import median_low

from moothall.documents.reading.document import BlockKind
from moothall.documents.reading.pdf_pieces import Line, Piece, size, text
from moothall.documents.reading.pdf_tables import cell_lines
from moothall.documents.reading.pdf_words import Sheet, Word

_EDGE = 0.12
_SMALL = 0.92  # of most words: what heads and feet that change are set in
_FEWEST_ALIKE, _OFTEN = 3, 0.6
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"^(?:-\s*)?(?:page\s*)?(?:\d{1,4}|[ivx]{1,5})(?:\s*(?:of|/)\s*\d{1,4})?(?:\s*-)?$", re.IGNORECASE
)


def set_aside(sheets: list[Sheet]) -> list[tuple[list[Word], list[Piece], list[Piece]]]:
    """For each page: the words of its text, and the pieces of its running head and foot."""
    edges = [(_edge_lines(sheet, at_top=True), _edge_lines(sheet, at_top=False)) for sheet in sheets]
    seen = Counter(key for heads, feet in edges for side in (heads, feet) for key in {_key(line) for line in side})
    needed = max(2, 0.4 * len(sheets))
    small = _SMALL * _usual_size(sheets)
    places = Counter(
        _place(side[0]) for heads, feet in edges for side in (heads, feet) if side and size(side[0]) <= small
    )
    often = {place for place, count in places.items() if count >= max(_FEWEST_ALIKE, _OFTEN * len(sheets))}
    parted = []
    for sheet, (heads, feet) in zip(sheets, edges, strict=True):
        head, foot = (
            _outermost(lines, seen, needed, len(sheets)) or _always_there(lines, often, small)
            for lines in (heads, feet)
        )
        taken = {id(word) for line in (*head, *foot) for word in line}
        words = [word for word in sheet.words if id(word) not in taken]
        parted.append((words, pieces(head), pieces(list(reversed(foot)))))
    return parted


def _edge_lines(sheet: Sheet, *, at_top: bool) -> list[Line]:
    """The lines within an edge of the page, from the paper's edge inwards."""
    if at_top:
        least = 2 * _EDGE * sheet.height
        words = [word for word in sheet.words if word.top + word.bottom < least]
    else:
        most = 2 * (1 - _EDGE) * sheet.height
        words = [word for word in sheet.words if word.top + word.bottom > most]
    lines = cell_lines(words)
    return lines if at_top else list(reversed(lines))


def _outermost(lines: list[Line], seen: Counter[tuple[str, int]], needed: float, pages: int) -> list[Line]:
    """Lines that come again on other pages, or only number the page, up to the last such from the edge."""
    last = 0
    for index, line in enumerate(lines):
        words = text(line)
        if (pages > 1 and seen[_key(line)] >= needed) or (index == last and _PAGE_NUMBER.match(words)):
            last = index + 1
    return lines[:last]


def _always_there(lines: list[Line], often: set[float], small: float) -> list[Line]:
    """The outermost line where one so small stands at its height on most pages, whatever it says on each."""
    return lines[:1] if lines and size(lines[0]) <= small and _place(lines[0]) in often else []


def _usual_size(sheets: list[Sheet]) -> float:
    """The height of most words, in points."""
    return median_low([word.size for sheet in sheets for word in sheet.words] or [0.0])


def _place(line: Line) -> float:
    return round(line[0].middle)


def _key(line: Line) -> tuple[str, int]:
    words = _DIGITS.sub("#", text(line).lower())
    return words, round(line[0].middle / 12)


def pieces(lines: list[Line]) -> list[Piece]:
    """Lines as matter outside the text."""
    return [Piece(BlockKind.PARAGRAPH, lines=[line], furniture=True, certain=True, loose=True) for line in lines]
