"""Which paragraphs are headings, told from size, weight, capitals and numbers once the whole document is known."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from moothall.documents.reading.document import BlockKind
from moothall.documents.reading.pdf_pieces import Piece, is_bold, size
from moothall.documents.reading.pdf_text import BULLETS

_LONGEST = 160
_MOST_WORDS = 22
_MOST_LINES = 3
_DEEP = re.compile(r"^\(?(\d{1,2}(?:\.\d{1,2})*)\.?\)?\s+(?=\S)")
_SECTION = re.compile(r"^(\d{1,2})(?:\.0)?\.?\s+[A-Z]")
_BULLET = re.compile(rf"^[{re.escape(BULLETS)}]\s")


def mark(pages: list[list[Piece]]) -> None:
    """Turn paragraphs that are headings into headings, with their level, in place.

    Where a page's tags name headings, paragraphs that its tags call paragraphs are left alone.
    """
    pieces = [piece for page in pages for piece in page if piece.lines and not piece.furniture]
    if any(piece.kind is BlockKind.HEADING and piece.certain for piece in pieces):
        return
    body = body_size(pieces)
    shouting = _share(pieces, lambda piece: is_bold(list(piece.words()))) > 0.5
    found: list[tuple[Piece, float]] = []
    for index, piece in enumerate(pieces):
        following = pieces[index + 1] if index + 1 < len(pieces) else None
        if piece.kind is BlockKind.PARAGRAPH and _is_heading(piece, following, body, shouting):
            piece.kind = BlockKind.HEADING
            found.append((piece, size(piece.lines[0])))
    _set_levels(found, body)


def body_size(pieces: list[Piece]) -> float:
    """The height of the letters that most of the text is set in, in points."""
    letters: Counter[float] = Counter()
    for piece in pieces:
        for line in piece.lines:
            letters[round(size(line) * 2) / 2] += sum(len(word.text) for word in line)
    return letters.most_common(1)[0][0] if letters else 0.0


def _is_heading(piece: Piece, following: Piece | None, body: float, shouting: bool) -> bool:
    words = piece.text()
    if len(piece.lines) > _MOST_LINES or len(words) > _LONGEST or len(words.split()) > _MOST_WORDS:
        return False
    bare = _DEEP.sub("", words)
    if not any(letter.isalpha() for letter in bare) or _BULLET.match(words):
        return False
    if bare[0].islower() and bare == words:
        return False
    ends_sentence = bare.rstrip()[-1:] in ".;,"
    if size(piece.lines[0]) > 1.12 * body and not (ends_sentence and len(bare.split()) > 6):
        return True
    if ends_sentence:
        return False
    if not shouting and is_bold(list(piece.words())):
        return True
    if bare[0].islower():
        return False
    if bare.isupper() and len(bare) > 3 and len(piece.lines) <= 2:
        return True
    if len(words.split()) > 12:
        return False
    return _starts_deeper(words, following) or (bool(_SECTION.match(words)) and _starts_section(words, following))


def _starts_deeper(words: str, following: Piece | None) -> bool:
    """Whether a line with a number of several parts stands over one whose number goes deeper: 4.1 over 4.1.1."""
    mine, next_number = _DEEP.match(words), _DEEP.match(following.text()) if following else None
    return mine is not None and next_number is not None and next_number.group(1).startswith(f"{mine.group(1)}.")


def _starts_section(words: str, following: Piece | None) -> bool:
    """Whether a numbered line in plain letters is followed by what stands under it: 2 by 2.1, or by longer text."""
    section = _SECTION.match(words)
    if section is None or following is None:
        return False
    after = following.text()
    next_number = _DEEP.match(after)
    if next_number is None:
        return len(after) > len(words) and not words.rstrip().endswith(":")
    return next_number.group(1).startswith(f"{section.group(1)}.")


def _set_levels(found: list[tuple[Piece, float]], body: float) -> None:
    """Levels by size where sizes differ; among headings of the body's size, by the depth of their number."""
    sizes = sorted({round(height) for _, height in found if height > 1.12 * body}, reverse=True)
    for piece, height in found:
        if height > 1.12 * body:
            piece.level = min(1 + sizes.index(round(height)), 6)
            continue
        numbered = _DEEP.match(piece.text())
        depth = numbered.group(1).removesuffix(".0").count(".") if numbered else 0
        piece.level = min(len(sizes) + 1 + depth, 6)


def _share(pieces: list[Piece], holds: Callable[[Piece], bool]) -> float:
    letters = sum(len(piece.text()) for piece in pieces)
    return sum(len(piece.text()) for piece in pieces if holds(piece)) / letters if letters else 0.0
