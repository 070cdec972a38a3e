"""Paragraph numbers and bullets that stand apart from the line they belong to, written or drawn."""

from __future__ import annotations

import re

from moothall.documents.reading.pdf_pieces import text
from moothall.documents.reading.pdf_tables import Segment, same_height
from moothall.documents.reading.pdf_text import BULLETS
from moothall.documents.reading.pdf_words import Word

_LABEL = re.compile(rf"^(?:[{re.escape(BULLETS)}o§]|\(?(?:\d+(?:\.\d+)*|[a-zA-Z]|[ivxIVX]{{1,4}})[.)]?)$")
_FARTHEST_LABEL = 60.0
_FARTHEST_BLOT = 30.0
_NEAR_CELLS = 100.0


def mark_dotted(words: list[Word], blots: list[tuple[float, float, float, float]]) -> None:
    """Mark the words before which a bullet is drawn: a blot at their height, near their left, nothing between."""
    for left, top, right, bottom in blots:
        middle = (top + bottom) / 2
        near = [word for word in words if word.top < middle < word.bottom and word.right > left - _FARTHEST_BLOT]
        after = [word for word in near if 0 <= word.left - right < _FARTHEST_BLOT]
        if after and not any(word.left < left for word in near):
            min(after, key=lambda word: word.left).dotted = True


def join_labels(segments: list[Segment]) -> list[Segment]:
    """Paragraph numbers and bullets joined to the line they stand before, however far off they are set."""
    labels = [segment for segment in segments if _is_label(segment)]
    others = [segment for segment in segments if segment not in labels] if labels else segments
    kept = []
    for label in labels:
        right = [
            other
            for other in others
            if 0 <= other.left - label.right <= _FARTHEST_LABEL and same_height(label, other.top, other.bottom)
        ]
        if not right:
            kept.append(label)
            continue
        body = min(right, key=lambda other: other.left)
        if _is_cell(label, body, segments):
            kept.append(label)
            continue
        body.words[:0] = label.words
        body.left, body.top = label.left, min(body.top, label.top)
    return others + kept


def _is_label(segment: Segment) -> bool:
    """Whether a segment is a paragraph number or bullet by itself, in as many pieces as it was drawn."""
    words = segment.words
    return len(words) < 7 and all(word.glued for word in words[1:]) and bool(_LABEL.match(text(words)))


def _is_cell(label: Segment, body: Segment, segments: list[Segment]) -> bool:
    """Whether what looks like a label is a table's figure: under or over it stands one that is no label, alike."""
    above = [
        other
        for other in segments
        if abs(other.left - label.left) < 1.5
        and other.right < body.left
        and 0 < abs(other.top - label.top) < _NEAR_CELLS
        and not _is_label(other)
    ]
    return any(
        abs(other.left - body.left) < 1.5 and same_height(other, cell.top, cell.bottom)
        for cell in above
        for other in segments
    )
