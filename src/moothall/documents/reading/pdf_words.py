"""Words on a PDF page as PDFium sees them: their letters, boxes, size, weight and place in the structure tree.

Boxes are in points from the top left corner of the page, turned so that most of its words stand upright. A word is a
run of letters that PDFium does not part by a space or a line end; only its first and last letters are measured, which
is what makes reading quick.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

# PDFium puts one of these for a hyphen at a line's end and runs straight on into the next line.
LINE_HYPHENS = "\x02\ufffe"
_GAP = re.compile(rf"[\s\x00]+|(?<=[{LINE_HYPHENS}])")
_SOFT_HYPHEN = "\u00ad"
_BETWEEN_SOFT = re.compile(rf"[^{_SOFT_HYPHEN}]+")
_LOOSE_BOX = raw.FPDFText_GetLooseCharBox
_TEXT_OBJECT = raw.FPDFText_GetTextObject
_INVISIBLE = 3
SOFT = "\u2010"  # stands for a hyphen that a program put in to break a line
_LETTERS_ASKED = 60
_FEWEST_SPACED = 4  # letters; "a b c" may be meant
_WIDEST_SPACED = 0.6
_GLUED = 0.07
_WIDEST_SLIP, _WIDEST_NEIGHBOUR = 0.16, 1.5
_SHORTEST_BOX = 1.0
_ABOVE, _BELOW = 0.9, 0.22
_BOLD_FROM = 600
_BOLD_NAMES = ("bold", "black", "heavy", "semibold", "demi")


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


class Turn:
    """How a point of the page's own space comes to lie on the page as shown: cropped and turned."""

    def __init__(self, page: pdfium.PdfPage, rotation: int | None = None) -> None:
        """The turn the page itself asks for, or another, in degrees clockwise."""
        self.left, self.bottom, self.right, self.top = page.get_bbox()
        self.rotation = (page.get_rotation() if rotation is None else rotation) % 360
        across, down = self.right - self.left, self.top - self.bottom
        self.width, self.height = (down, across) if self.rotation in (90, 270) else (across, down)

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """A box given by its corners as (left, top, right, bottom) from the top left of the page as shown."""
        if self.rotation == 90:
            return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
        if self.rotation == 180:
            return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
        if self.rotation == 270:
            return self.top - top, self.right - right, self.top - bottom, self.right - left
        return left - self.left, self.top - top, right - self.left, self.top - bottom

    def back(self, left: float, top: float, right: float, bottom: float) -> tuple[float, float, float, float]:
        """What ``box`` was given, from what it gave: (left, bottom, right, top) in the page's own space."""
        if self.rotation == 90:
            return top + self.left, left + self.bottom, bottom + self.left, right + self.bottom
        if self.rotation == 180:
            return self.right - right, top + self.bottom, self.right - left, bottom + self.bottom
        if self.rotation == 270:
            return self.right - bottom, self.top - right, self.right - top, self.top - left
        return left + self.left, self.top - bottom, right + self.left, self.top - top


@dataclass(slots=True)
class Sheet:
    """One page's words in the order they were drawn, with the page's size in points and its count of letters."""

    number: int
    width: float
    height: float
    turn: Turn
    words: list[Word] = field(default_factory=list)
    letters: int = 0


@dataclass(frozen=True, slots=True)
class _Style:
    bold: bool
    mark: int
    visible: bool
    size: float  # of the letters as drawn, in points; 0 where it is not known


class Letters:
    """A page's text page: its letters as one string, and the box of each on the page as ``turn`` shows it."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self.turn = Turn(page)
        self.page = page.get_textpage()
        self.count = self.page.count_chars()
        self.text = self._whole()
        self._raw = self.page.raw
        self._rect = raw.FS_RECTF()
        self._at = ctypes.byref(self._rect)

    def close(self) -> None:
        """Give the page's memory back."""
        self.page.close()

    def _whole(self) -> str:
        """One character for each letter index; asked letter by letter only where the quick way would slip."""
        if not self.count:
            return ""
        buffer = ctypes.create_string_buffer((self.count + 1) * 2)
        raw.FPDFText_GetText(self.page.raw, 0, self.count, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)))
        text = buffer.raw[: self.count * 2].decode("utf-16-le", "replace")
        if len(text) == self.count and "\x00" not in text and "\ufffd" not in text:
            return text
        codes = (raw.FPDFText_GetUnicode(self.page.raw, index) for index in range(self.count))
        return "".join(chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd" for code in codes)

    def turn_upright(self, page: pdfium.PdfPage) -> None:
        """Show the page so that most of its letters stand upright, however the page itself asks to be shown."""
        step = max(1, self.count // _LETTERS_ASKED)
        seen = [index for index in range(0, self.count, step) if not self.text[index].isspace()]
        angles = Counter(round(raw.FPDFText_GetCharAngle(self.page.raw, index) / (math.pi / 2)) % 4 for index in seen)
        if angles:
            self.turn = Turn(page, 90 * angles.most_common(1)[0][0])

    def box(self, index: int) -> tuple[float, float, float, float]:
        """The box a letter's line would give it, from the top left of the page as shown."""
        _LOOSE_BOX(self._raw, index, self._at)
        rect, turn = self._rect, self.turn
        if not turn.rotation:
            return rect.left - turn.left, turn.top - rect.top, rect.right - turn.left, turn.top - rect.bottom
        return turn.box(rect.left, rect.bottom, rect.right, rect.top)

    def baseline(self, index: int) -> float:
        """The height on the page as shown that a letter stands on."""
        across, up = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharOrigin(self.page.raw, index, across, up)
        return self.turn.box(across.value, up.value, across.value, up.value)[1]


def sheet(page: pdfium.PdfPage, number: int) -> Sheet:
    """The words of a page."""
    letters = Letters(page)
    try:
        letters.turn_upright(page)
        found = Sheet(number, letters.turn.width, letters.turn.height, letters.turn)
        styles = _Styles(letters)
        at = 0
        for gap in [*_GAP.finditer(letters.text), None]:
            end = gap.start() if gap else len(letters.text)
            if end > at:
                found.words.extend(_words(letters, styles, at, end))
            at = gap.end() if gap else end
        close_up(found.words)
        found.letters = sum(len(word.text) for word in found.words)
        return found
    finally:
        letters.close()


def _words(letters: Letters, styles: _Styles, start: int, end: int) -> Iterator[Word]:
    """The word of a run of letters; at soft hyphens that broke no line, its parts, glued to one another."""
    if _SOFT_HYPHEN not in letters.text[start : end - 1]:
        yield _word(letters, styles, start, end)
        return
    glued = False
    for part in _BETWEEN_SOFT.finditer(letters.text, start, end):
        word = _word(letters, styles, *part.span())
        word.glued, glued = glued, True
        yield word
    if word.text[-1] != SOFT and letters.text[end - 1] == _SOFT_HYPHEN:
        word.text += SOFT


def _word(letters: Letters, styles: _Styles, start: int, end: int) -> Word:
    text = letters.text[start:end]
    left, top, right, bottom = letters.box(start)
    if end - start > 1:
        last = letters.box(end - 1)
        if last[0] < left:
            left = last[0]
        if last[1] < top:
            top = last[1]
        if last[2] > right:
            right = last[2]
        if last[3] > bottom:
            bottom = last[3]
    style = styles.of(start)
    if bottom - top < _SHORTEST_BOX * style.size:
        # Fonts that do not say how high their letters reach get a box as tight as each letter.
        height = letters.baseline(start)
        top, bottom = min(top, height - _ABOVE * style.size), max(bottom, height + _BELOW * style.size)
    if text[-1] in LINE_HYPHENS:
        text = text.rstrip(LINE_HYPHENS).rstrip("-") + "-"
    elif text[-1] == _SOFT_HYPHEN:
        text = text[:-1] + SOFT
    # Three letters and more that stand taller than they are wide were set sideways.
    upright = len(text) < 3 or (bottom - top) <= 1.2 * len(text) * (right - left)
    return Word(text, left, top, right, bottom, bottom - top, style.bold, style.mark, start, upright, style.visible)


def close_up(words: list[Word]) -> None:
    """Glue letters that were set apart to make a word wide: PDFium gives most of them as words of their own."""
    begun = single = 0
    for index, word in enumerate(words):
        if len(word.text) > 2:
            if single >= _FEWEST_SPACED:
                _close_up_run(words[begun:index])
            begun, single = index + 1, 0
        elif len(word.text) == 1:
            single += 1
    if single >= _FEWEST_SPACED:
        _close_up_run(words[begun:])
    for at in range(1, len(words)):
        if words[at].text.isupper() and words[at - 1].text.isupper() and _is_slip(words, at):
            words[at].glued = True


def glue(words: list[Word]) -> None:
    """Join pieces of one word that were drawn apart, from the left: nothing stands between them, not even a space."""
    for before, word in pairwise(words):
        gap = word.left - before.right
        least = min(word.size, before.size)
        if -0.25 * least < gap < _GLUED * least and word.first != before.first + len(before.text) + 1:
            word.glued = not before.spaced


def _is_slip(words: list[Word], at: int) -> bool:
    """Whether a word in capitals was only parted by the space between its letters: far less than parts its
    neighbours."""
    size = words[at].size
    gap = words[at].left - words[at - 1].right
    if not -0.1 * size < gap < _WIDEST_SLIP * size:
        return False
    beside = [words[place].left - words[place - 1].right for place in (at - 1, at + 1) if 0 < place < len(words)]
    spaces = [other for other in beside if gap < other < _WIDEST_NEIGHBOUR * size]
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


class _Styles:
    """Weight and mark of letters, asked once for each text object and each font."""

    def __init__(self, letters: Letters) -> None:
        self._page = letters.page.raw
        self._objects: dict[int | None, _Style] = {}
        self._fonts: dict[int | None, bool] = {}
        self._size, self._matrix = ctypes.c_float(), raw.FS_MATRIX()

    def of(self, index: int) -> _Style:
        drawn = _TEXT_OBJECT(self._page, index)
        key = ctypes.addressof(drawn.contents) if drawn else None
        style = self._objects.get(key)
        if style is None:
            style = self._objects[key] = self._look(drawn) if key else _Style(False, -1, True, 0.0)
        return style

    def _look(self, drawn: Any) -> _Style:
        font = raw.FPDFTextObj_GetFont(drawn)
        key = ctypes.addressof(font.contents) if font else None
        if key not in self._fonts:
            self._fonts[key] = bool(key) and _is_bold(font)
        mode = raw.FPDFTextObj_GetTextRenderMode(drawn)
        mark = raw.FPDFPageObj_GetMarkedContentID(drawn)
        return _Style(self._fonts[key], mark, mode != _INVISIBLE, self._drawn_size(drawn))

    def _drawn_size(self, drawn: Any) -> float:
        if not raw.FPDFTextObj_GetFontSize(drawn, self._size) or not raw.FPDFPageObj_GetMatrix(drawn, self._matrix):
            return 0.0
        return abs(self._size.value) * math.hypot(self._matrix.c, self._matrix.d)


def _is_bold(font: Any) -> bool:
    buffer = ctypes.create_string_buffer(256)
    raw.FPDFFont_GetBaseFontName(font, buffer, 256)
    name = buffer.value.decode("utf-8", "replace").lower()
    return any(mark in name for mark in _BOLD_NAMES) or raw.FPDFFont_GetWeight(font) >= _BOLD_FROM
