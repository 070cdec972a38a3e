"""Running heads and feet, told from the text by standing at the edge of page after page."""

from __future__ import annotations

import re
from collections import Counter

from moothall.documents.reading.document import BlockKind
from moothall.documents.reading.pdf_pieces import Line, Piece, text
from moothall.documents.reading.pdf_tables import cell_lines
from moothall.documents.reading.pdf_words import Sheet, Word

_EDGE = 0.12
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"^(?:-\s*)?(?:page\s*)?(?:\d{1,4}|[ivx]{1,5})(?:\s*(?:of|/)\s*\d{1,4})?(?:\s*-)?$", re.IGNORECASE
)


def set_aside(sheets: list[Sheet]) -> list[tuple[list[Word], list[Piece], list[Piece]]]:
    """For each page: the words of its text, and the pieces of its running head and foot."""
    edges = [(_edge_lines(sheet, at_top=True), _edge_lines(sheet, at_top=False)) for sheet in sheets]
    seen = Counter(key for heads, feet in edges for side in (heads, feet) for key in {_key(line) for line in side})
    needed = max(2, 0.4 * len(sheets))
    parted = []
    for sheet, (heads, feet) in zip(sheets, edges, strict=True):
        head = _outermost(heads, seen, needed, len(sheets))
        foot = _outermost(feet, seen, needed, len(sheets))
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


def _key(line: Line) -> tuple[str, int]:
    words = _DIGITS.sub("#", text(line).lower())
    return words, round(line[0].middle / 12)


def pieces(lines: list[Line]) -> list[Piece]:
    """Lines as matter outside the text."""
    return [Piece(BlockKind.PARAGRAPH, lines=[line], furniture=True, certain=True, loose=True) for line in lines]
