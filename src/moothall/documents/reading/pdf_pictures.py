"""Draws pages of a PDF and finds the boxes of words on them. Only for the reading process; see ``pictures``."""

from __future__ import annotations

import io

import pypdfium2 as pdfium

from moothall.documents.reading.document import Unreadable
from moothall.documents.reading.limits import DEFAULT, Limits
from moothall.documents.reading.pdf import open_pdf, read_pages
from moothall.documents.reading.pdf_letters import Letters, Turn
from moothall.documents.reading.pdf_text import Place

_WIDEST = 4000
_MOST_PIXELS = 40_000_000

Box = tuple[float, float, float, float]


def png(data: bytes, name: str, page: int, width: int, limits: Limits = DEFAULT) -> bytes:
    """The page as a PNG ``width`` pixels wide (at most 4,000, and fewer on a very long page). Raises Unreadable."""
    opened = open_pdf(data, name, limits)
    try:
        drawn = _page(opened, name, page)
        across, down = drawn.get_size()
        scale = min(max(1, min(width, _WIDEST)) / across, (_MOST_PIXELS / (across * down)) ** 0.5)
        bitmap = drawn.render(scale=scale)
        kept = io.BytesIO()
        bitmap.to_pil().convert("RGB").save(kept, "PNG")
        return kept.getvalue()
    finally:
        opened.close()


def boxes(data: bytes, name: str, page: int, spans: list[tuple[int, int]], limits: Limits = DEFAULT) -> list[list[Box]]:
    """For each span of the page's text as the reader gives it, one box a line, in fractions of the page."""
    reading = read_pages(data, name, limits=limits)
    if not 1 <= page <= len(reading.pages):
        raise _no_such_page(name, page)
    built = reading.pages[page - 1]
    opened = open_pdf(data, name, limits)
    try:
        drawn = opened[page - 1]
        letters = Letters(drawn)
        letters.turn_upright(drawn)
        return [_lines(_span(letters, built.places, start, end), letters, Turn(drawn)) for start, end in spans]
    finally:
        opened.close()


def _page(opened: pdfium.PdfDocument, name: str, page: int) -> pdfium.PdfPage:
    if not 1 <= page <= len(opened):
        raise _no_such_page(name, page)
    return opened[page - 1]


def _no_such_page(name: str, page: int) -> Unreadable:
    return Unreadable("no_such_page", f"{name} has no page {page}. Choose a page that it has.")


def _span(letters: Letters, places: list[Place], start: int, end: int) -> list[Box]:
    """The box of each word, or part of a word, that lies in a span."""
    found = []
    for place in places:
        if place.end <= start or place.start >= end or start >= end:
            continue
        first = place.first + max(0, start - place.start)
        last = place.first + min(place.end, end) - place.start - 1
        if last >= letters.count:
            continue
        begun, ended = letters.box(first), letters.box(last)
        found.append(
            (min(begun[0], ended[0]), min(begun[1], ended[1]), max(begun[2], ended[2]), max(begun[3], ended[3]))
        )
    return found


def _lines(found: list[Box], letters: Letters, shown: Turn) -> list[Box]:
    """Boxes of words side by side as one box, in fractions of the page as shown."""
    joined: list[Box] = []
    for box in found:
        last = joined[-1] if joined else None
        height = box[3] - box[1]
        if last and min(last[3], box[3]) - max(last[1], box[1]) > 0.5 * height and -1 <= box[0] - last[2] < 2 * height:
            joined[-1] = (last[0], min(last[1], box[1]), max(last[2], box[2]), max(last[3], box[3]))
        else:
            joined.append(box)
    return [_fractions(shown.box(*letters.turn.back(*box)), shown) for box in joined]


def _fractions(box: Box, shown: Turn) -> Box:
    left, top, right, bottom = box
    return (
        _part(left / shown.width),
        _part(top / shown.height),
        _part(right / shown.width),
        _part(bottom / shown.height),
    )


def _part(value: float) -> float:
    return round(min(1.0, max(0.0, value)), 5)
