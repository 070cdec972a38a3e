"""Letters on a PDF page as PDFium gives them: their characters, their boxes, and how they are drawn.

Thousands of letters are asked for on every page, so PDFium is called by plain addresses, without what ctypes adds.
"""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

_LETTERS_ASKED = 60
_INVISIBLE = 3
_BOLD_FROM = 600
_BOLD_NAMES = ("bold", "black", "heavy", "semibold", "demi")
_BOX = 16  # bytes: four floats


def plainly(function: Any, gives: Any, *takes: Any) -> Any:
    """A function of PDFium that is called with addresses and numbers as they are. The lock of Python is kept, since
    each call takes less time than giving it up."""
    return ctypes.PYFUNCTYPE(gives, *takes)(ctypes.cast(function, ctypes.c_void_p).value or 0)


_loose_box = plainly(raw.FPDFText_GetLooseCharBox, ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
_text_object = plainly(raw.FPDFText_GetTextObject, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
_angle = plainly(raw.FPDFText_GetCharAngle, ctypes.c_float, ctypes.c_void_p, ctypes.c_int)
_origin = plainly(
    raw.FPDFText_GetCharOrigin, ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p
)
_font = plainly(raw.FPDFTextObj_GetFont, ctypes.c_void_p, ctypes.c_void_p)
_render_mode = plainly(raw.FPDFTextObj_GetTextRenderMode, ctypes.c_int, ctypes.c_void_p)
_mark = plainly(raw.FPDFPageObj_GetMarkedContentID, ctypes.c_int, ctypes.c_void_p)
_font_size = plainly(raw.FPDFTextObj_GetFontSize, ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
_matrix = plainly(raw.FPDFPageObj_GetMatrix, ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)


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
class Style:
    """How a text object is drawn: its weight, its marked-content id, and the size of its letters in points.

    ``is_level`` is true where all its letters stand on one line along the page, at ``baseline`` once that was asked.
    """

    bold: bool
    mark: int
    visible: bool
    size: float  # as drawn; 0 where it is not known
    is_level: bool = False
    baseline: float | None = None


_UNKNOWN = Style(False, -1, True, 0.0)


class Letters:
    """A page's text page: its letters as one string, and the box of each on the page as ``turn`` shows it."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self.turn = Turn(page)
        self.page = page.get_textpage()
        self.count = self.page.count_chars()
        self.text = self._whole()
        self._at = ctypes.cast(self.page.raw, ctypes.c_void_p).value
        self._styles: dict[int | None, Style] = {None: _UNKNOWN}
        self._fonts: dict[int | None, bool] = {None: False}
        self._size, self._matrix = ctypes.c_float(), raw.FS_MATRIX()
        self._size_at, self._matrix_at = ctypes.addressof(self._size), ctypes.addressof(self._matrix)

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
        angles = Counter(round(_angle(self._at, index) / (math.pi / 2)) % 4 for index in seen)
        if angles:
            self.turn = Turn(page, 90 * angles.most_common(1)[0][0])

    def boxes(self, asked: list[int]) -> list[float]:
        """The boxes that letters' lines would give them, one behind another: left, top, right and bottom of each, in
        the page's own space."""
        if not asked:
            return []
        buffer = (ctypes.c_float * (4 * len(asked)))()
        page, to = self._at, ctypes.addressof(buffer)
        for index in asked:
            _loose_box(page, index, to)
            to += _BOX
        return buffer[:]

    def box(self, index: int) -> tuple[float, float, float, float]:
        """The box a letter's line would give it, from the top left of the page as shown."""
        left, top, right, bottom = self.boxes([index])
        return self.turn.box(left, bottom, right, top)

    def baseline(self, index: int, style: Style) -> float:
        """The height on the page as shown that a letter stands on; ``style`` is the letter's own."""
        if style.baseline is not None:
            return style.baseline
        across, up = ctypes.c_double(), ctypes.c_double()
        _origin(self._at, index, ctypes.addressof(across), ctypes.addressof(up))
        height = self.turn.box(across.value, up.value, across.value, up.value)[1]
        if style.is_level and not self.turn.rotation:
            style.baseline = height
        return height

    def style(self, index: int) -> Style:
        """How a letter is drawn, asked once for each text object and each font."""
        drawn = _text_object(self._at, index)
        style = self._styles.get(drawn)
        if style is None:
            style = self._styles[drawn] = self._look(drawn)
        return style

    def _look(self, drawn: int) -> Style:
        font = _font(drawn)
        bold = self._fonts.get(font)
        if bold is None:
            bold = self._fonts[font] = _is_bold(font)
        style = Style(bold, _mark(drawn), _render_mode(drawn) != _INVISIBLE, 0.0)
        size, matrix = self._size, self._matrix
        if _font_size(drawn, self._size_at) and _matrix(drawn, self._matrix_at):
            style.size = abs(size.value) * math.hypot(matrix.c, matrix.d)
            style.is_level = matrix.b == 0.0 == matrix.c
        return style


def _is_bold(font: int) -> bool:
    known = ctypes.cast(font, raw.FPDF_FONT)
    buffer = ctypes.create_string_buffer(256)
    raw.FPDFFont_GetBaseFontName(known, buffer, 256)
    name = buffer.value.decode("utf-8", "replace").lower()
    return any(mark in name for mark in _BOLD_NAMES) or raw.FPDFFont_GetWeight(known) >= _BOLD_FROM
