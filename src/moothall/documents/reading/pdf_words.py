"""Words on a PDF page as PDFium sees them: their letters, boxes, size, weight and place in the structure tree.

Boxes are in points from the top left corner of the page, turned so that most of its words stand upright. A word is a
run of letters that PDFium does not part by a space or a line end; only its first and last letters are measured, which
is what makes reading quick.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import pypdfium2 as pdfium

from moothall.documents.reading.pdf_letters import Letters, Turn

# PDFium puts one of these for a hyphen at a line's end and runs straight on into the next line.
LINE_HYPHENS = "\x02\ufffe"
_RUN = re.compile(rf"[^\s\x00{LINE_HYPHENS}]*[{LINE_HYPHENS}]|[^\s\x00{LINE_HYPHENS}]+")
_SOFT_HYPHEN = "\u00ad"
_BETWEEN_SOFT = re.compile(rf"[^{_SOFT_HYPHEN}]+")
_LINE_ENDS = LINE_HYPHENS + _SOFT_HYPHEN
SOFT = "\u2010"  # stands for a hyphen that a program put in to break a line
_FEWEST_SPACED = 4  # letters; "a b c" may be meant
_WIDEST_SPACED = 0.6
_GLUED = 0.07
_RAISED = 0.2
_WIDEST_SLIP, _WIDEST_NEIGHBOUR = 0.16, 1.5
_SHORTEST_BOX = 1.0
_ABOVE, _BELOW = 0.9, 0.22


@dataclass(slots=True, eq=False)
class Word:
    """One word: its text, its box, the height of its letters' line, and its first letter's index on the text page.

    ``glued`` words carry on the word before them without a space; a ``spaced`` one is followed by a space of its own.
    ``dotted`` words have a bullet drawn before them.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    bold: bool
    mark: int  # marked-content id, -1 where there is none
    first: int
    upright: bool = True
    visible: bool = True
    glued: bool = False
    spaced: bool = False
    dotted: bool = False

    @property
    def middle(self) -> float:
        """The height on the page of the word's middle."""
        return (self.top + self.bottom) / 2


@dataclass(slots=True)
class Sheet:
    """One page's words in the order they were drawn, with the page's size in points and its count of letters."""

    number: int
    width: float
    height: float
    turn: Turn
    words: list[Word] = field(default_factory=list)
    letters: int = 0


def sheet(page: pdfium.PdfPage, number: int) -> Sheet:
    """The words of a page."""
    letters = Letters(page)
    try:
        letters.turn_upright(page)
        found = Sheet(number, letters.turn.width, letters.turn.height, letters.turn, _words(letters))
        close_up(found.words)
        found.letters = sum([len(word.text) for word in found.words])
        return found
    finally:
        letters.close()


def _words(letters: Letters) -> list[Word]:
    """The words of a page in the order they were drawn."""
    text, style_of = letters.text, letters.style
    spans = [match.span() for match in _RUN.finditer(text)]
    glued: set[int] = set()
    if _SOFT_HYPHEN in text:
        spans = list(_between_soft(text, spans, glued))
    found = []
    for (start, end), (left, top, right, bottom) in zip(spans, _boxes(letters, spans), strict=True):
        style = style_of(start)
        if bottom - top < _SHORTEST_BOX * style.size:
            # Fonts that do not say how high their letters reach get a box as tight as each letter.
            height = letters.baseline(start, style)
            top, bottom = min(top, height - _ABOVE * style.size), max(bottom, height + _BELOW * style.size)
        word = text[start:end]
        count = end - start
        if word[-1] in _LINE_ENDS:
            word = _without_line_end(word)
        # Three letters and more that stand taller than they are wide were set sideways.
        upright = count < 3 or (bottom - top) <= 1.2 * count * (right - left)
        found.append(
            Word(word, left, top, right, bottom, bottom - top, style.bold, style.mark, start, upright, style.visible)
        )
        if start in glued:
            found[-1].glued = True
    return found


def _between_soft(text: str, spans: list[tuple[int, int]], glued: set[int]) -> Iterator[tuple[int, int]]:
    """Runs of letters parted at soft hyphens that broke no line; where the parts after them begin is put down."""
    for start, end in spans:
        if _SOFT_HYPHEN not in text[start : end - 1]:
            yield start, end
            continue
        parts = [part.span() for part in _BETWEEN_SOFT.finditer(text, start, end)]
        if parts and text[end - 1] == _SOFT_HYPHEN:
            parts[-1] = parts[-1][0], end
        yield from parts
        glued.update(begin for begin, _ in parts[1:])


def _boxes(letters: Letters, spans: list[tuple[int, int]]) -> Iterator[tuple[float, float, float, float]]:
    """The box of each run of letters on the page as shown, from those of its first and last."""
    turn = letters.turn
    given = iter(letters.boxes([index for start, end in spans for index in (start, end - 1)]))
    for left, top, right, bottom, begin, high, end, low in zip(*[given] * 8, strict=True):
        box = (
            left if left < begin else begin, bottom if bottom < low else low,
            right if right > end else end, top if top > high else high,
        )  # fmt: skip
        if turn.rotation:
            yield turn.box(*box)
        else:
            yield box[0] - turn.left, turn.top - box[3], box[2] - turn.left, turn.top - box[1]


def _without_line_end(word: str) -> str:
    """A word with the mark of a hyphen at its line's end written as one."""
    if word[-1] == _SOFT_HYPHEN:
        return word[:-1] + SOFT
    return word.rstrip(LINE_HYPHENS).rstrip("-") + "-"


def close_up(words: list[Word]) -> None:
    """Glue letters that were set apart to make a word wide: PDFium gives most of them as words of their own."""
    begun = single = 0
    was_capitals = False
    for index, word in enumerate(words):
        text = word.text
        if len(text) > 2:
            if single >= _FEWEST_SPACED:
                _close_up_run(words[begun:index])
            begun, single = index + 1, 0
        elif len(text) == 1:
            single += 1
        is_capitals = text.isupper()
        if is_capitals and was_capitals and _is_slip(words, index):
            word.glued = True
        was_capitals = is_capitals
    if single >= _FEWEST_SPACED:
        _close_up_run(words[begun:])


def glue(words: list[Word]) -> None:
    """Join pieces of one word that were drawn apart, from the left: nothing stands between them, not even a space."""
    for before, word in pairwise(words):
        gap = word.left - before.right
        least = min(word.size, before.size)
        if -0.25 * least < gap < _GLUED * least and word.first != before.first + len(before.text) + 1:
            is_note_mark = before.bottom < word.bottom - _RAISED * word.size  # it stands before a note, not in a word
            word.glued = not before.spaced and not is_note_mark


def _is_slip(words: list[Word], at: int) -> bool:
    """Whether a word in capitals was only parted by the space between its letters: far less than parts its
    neighbours."""
    size = words[at].size
    gap = words[at].left - words[at - 1].right
    if not -0.1 * size < gap < _WIDEST_SLIP * size:
        return False
    beside = [words[place].left - words[place - 1].right for place in (at - 1, at + 1) if 0 < place < len(words)]
    spaces = [other for other in beside if max(1.5 * gap, gap + 0.05 * size) < other < _WIDEST_NEIGHBOUR * size]
    return min(spaces, default=0.28 * size) >= 2.2 * max(gap, 0.08 * size)


def _close_up_run(letters: list[Word]) -> None:
    gaps = [after.left - before.right for before, after in pairwise(letters)]
    size = letters[0].size
    near = sorted(gap for gap in gaps if -0.1 * size < gap < _WIDEST_SPACED * size)
    if len(near) < 0.8 * len(gaps) or sum(len(letter.text) for letter in letters) > 1.4 * len(letters):
        return
    usual = near[len(near) // 4]
    for gap, letter in zip(gaps, letters[1:], strict=True):
        letter.glued = letter.glued or -0.1 * size < gap < 1.6 * usual
