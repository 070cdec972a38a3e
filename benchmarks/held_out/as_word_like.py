"""A work as word processors write PDF: letters in broken runs, a lone space at each line's end, rules as thin boxes.

Lines are set and pages broken here; ReportLab's canvas only brings the fonts. Tags are written by ``word_tags``.
"""

from __future__ import annotations

import io
import random
from pathlib import Path

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from benchmarks.held_out import word_tags
from benchmarks.held_out.works import SOFT_HYPHEN, Part, Work

_FONTS = Path("/usr/share/fonts/truetype/liberation")
_MARGIN, _GUTTER, _RULE = 72.0, 24.0, 0.48


def is_available() -> bool:
    """Whether the fonts this needs are installed (Debian: fonts-liberation)."""
    return (_FONTS / "LiberationSans-Regular.ttf").exists()


def make(work: Work) -> bytes:
    """The PDF's bytes, tagged."""
    for name in ("Sans-Regular", "Sans-Bold", "Serif-Regular", "Serif-Bold"):
        pdfmetrics.registerFont(TTFont(f"Liberation{name}", str(_FONTS / f"Liberation{name}.ttf")))
    kept = io.BytesIO()
    pen = _Pen(Canvas(kept, pagesize=A4), work)
    for index, part in enumerate(work.parts):
        if index == 1 and work.look.columns == 2:
            pen.set_columns(2)
        if index == work.landscape_from:
            pen.turn()
        pen.part(part)
    pen.finish()
    return word_tags.write(kept.getvalue(), pen.tags)


class _Pen:
    def __init__(self, canvas: Canvas, work: Work) -> None:
        self._canvas, self._work = canvas, work
        self._by = random.Random(work.name)  # noqa: S311 - not for secrets
        family = "LiberationSerif" if work.look.serif else "LiberationSans"
        self._plain, self._bold = f"{family}-Regular", f"{family}-Bold"
        self._size = A4
        self._columns, self._column = 1, 0
        self._top = self._y = A4[1] - _MARGIN
        self._page = self._mark = 0
        self.tags: list[word_tags.Tag] = []
        self._edges()

    def set_columns(self, columns: int) -> None:
        """From here on the text stands in so many columns, which begin at this height on this page."""
        self._columns, self._column, self._top = columns, 0, self._y

    def turn(self) -> None:
        """Go on on a page lying on its side."""
        self._size = (A4[1], A4[0])
        self._columns, self._column = 1, 0
        self._new_page()

    def finish(self) -> None:
        """Close the last page."""
        self._canvas.showPage()
        self._canvas.save()

    def part(self, part: Part) -> None:
        """Set one part at the pen's place."""
        look, work = self._work.look, self._work
        words = part.text.replace(SOFT_HYPHEN, "")
        if part.kind == "heading":
            size = work.heading_size(part.level)
            self._y -= look.after + 4
            self._room(4 * size)
            face = self._bold if work.is_bold_heading() else self._plain
            spaced = 2.0 if look.heading == "spaced" else 0.0
            shown = work.heading_words(part).removeprefix(part.number).strip()
            self._text(f"H{part.level}", shown, face, size, label=part.number, spaced=spaced, colour=look.colour)
            self._y -= look.after / 2
        elif part.kind == "table":
            self._table(part)
        elif part.kind == "bullet":
            self._text("LI", words, self._plain, look.size, label="•", indent=36, hang=18)
        elif part.kind == "box":
            before, page = self._y, self._page
            self._text("P", words, self._plain, look.size, indent=80)
            if page == self._page:
                self._frame(_MARGIN + 72, before, self._left() + self._width() + 4, self._y)
            self._y -= 8
        else:
            size = look.size - {"footnote": 2.5, "caption": 1}.get(part.kind, 0)
            hang = 36 if part.kind == "paragraph" and part.number else 0
            self._text("P", words, self._plain, size, label=part.number, indent=hang, hang=hang)

    def _left(self) -> float:
        return _MARGIN + self._column * (self._width() + _GUTTER)

    def _width(self) -> float:
        across = self._size[0] - 2 * _MARGIN
        return (across - _GUTTER * (self._columns - 1)) / self._columns

    def _room(self, needed: float) -> None:
        """Go to the next column or page where there is no room for so many points."""
        if self._y - needed >= _MARGIN:
            return
        if self._column + 1 < self._columns:
            self._column += 1
            self._y = self._top
        else:
            self._new_page()

    def _new_page(self) -> None:
        self._canvas.showPage()
        self._canvas.setPageSize(self._size)
        self._page, self._mark, self._column = self._page + 1, 0, 0
        self._top = self._y = self._size[1] - _MARGIN
        self._edges()

    def _edges(self) -> None:
        foot = self._work.foot.replace("{pages}", "9").replace("{page}", str(self._page + 1))
        for side, words, height in (("Header", self._work.head, self._size[1] - 40), ("Footer", foot, 36)):
            self._canvas._code.append(f"/Artifact <</Type /Pagination /Subtype /{side}>> BDC")
            self._runs(words, _MARGIN, height, self._plain, 9)
            self._canvas._code.append("EMC")

    def _text(
        self, kind: str, words: str, face: str, size: float, *, label: str = "", indent: float = 0.0,
        hang: float = 0.0, spaced: float = 0.0, colour: str = "#000000",
    ) -> None:  # fmt: skip
        """A paragraph: its label at its left, its lines broken to the width, one marked stretch a page or column."""
        look = self._work.look
        lead = f"{label} " if label and not hang else ""
        lines = self._broken(lead + words, face, size, self._width() - indent, spaced)
        tag = word_tags.Tag(kind)
        self.tags.append(tag)
        self._canvas.setFillColor(HexColor(colour))
        for place, line in enumerate(lines):
            self._room(size * look.leading)
            self._y -= size * look.leading
            self._begin(tag)
            if place == 0 and hang:
                self._runs(label, self._left() + indent - hang, self._y, self._plain, size)
            last = place == len(lines) - 1
            stretch = 0.0
            if look.justified and not last and kind == "P" and " " in line:
                free = self._width() - indent - pdfmetrics.stringWidth(line, face, size)
                stretch = max(0.0, free / line.count(" "))
            self._runs(line, self._left() + indent, self._y, face, size, spaced, stretch)
            self._end()
        self._canvas.setFillColor(HexColor("#000000"))
        self._y -= look.after

    def _begin(self, tag: word_tags.Tag) -> None:
        self._canvas._code.append(f"/{tag.kind} <</MCID {self._mark}>> BDC")
        tag.marks.append((self._page, self._mark))
        self._mark += 1

    def _end(self) -> None:
        self._canvas._code.append("EMC")

    def _broken(self, words: str, face: str, size: float, width: float, spaced: float = 0.0) -> list[str]:
        lines = [""]
        for word in words.split():
            longer = f"{lines[-1]} {word}".strip()
            if lines[-1] and pdfmetrics.stringWidth(longer, face, size) + spaced * len(longer) > width:
                lines.append(word)
            else:
                lines[-1] = longer
        return lines

    def _runs(
        self, line: str, x: float, y: float, face: str, size: float, spaced: float = 0.0, stretch: float = 0.0
    ) -> None:
        """A line in runs that break anywhere, also within a word, and a space by itself at the end."""
        at = 0
        while at < len(line):
            upto = at + self._by.randint(1, 24)
            run = line[at:upto]
            if stretch and " " in run:
                run = line[at : line.index(" ", at) + 1]
            self._canvas.setFont(face, size)
            self._canvas.drawString(x, y, run, charSpace=spaced)
            x += pdfmetrics.stringWidth(run, face, size) + spaced * len(run)
            x += stretch * (len(run) - len(run.rstrip())) if stretch else 0
            at += len(run)
        self._canvas.setFont(self._plain, size)
        self._canvas.drawString(x, y, " ")

    def _table(self, part: Part) -> None:
        look = self._work.look
        columns = len(part.rows[-1])
        widths = [self._width() * 0.4, *[self._width() * 0.6 / (columns - 1)] * (columns - 1)]
        table = word_tags.Tag("Table")
        self.tags.append(table)
        for place, row in enumerate(part.rows):
            spans = part.spans if place == 0 and part.spans else (1,) * len(row)
            face = self._bold if place < part.head else self._plain
            across, cells = [], []
            at = 0
            for words, span in zip(row, spans, strict=True):
                across.append(sum(widths[at : at + span]))
                cells.append(self._broken(words, face, look.size, across[-1] - 11))
                at += span
            height = max(len(cell) for cell in cells) * look.size * 1.2 + 3
            before = (self._page, self._column)
            self._room(height)
            if before != (self._page, self._column) and place >= part.head:
                self._repeat_head(part, widths)
            tag = word_tags.Tag("TR")
            table.inner.append(tag)
            self._row(tag, cells, across, height, face, "TH" if place < part.head else "TD", place)
        self._y -= look.after + 8

    def _repeat_head(self, part: Part, widths: list[float]) -> None:
        """The header row again at the top of a page, outside the tags as word processors leave it."""
        cells = [self._broken(words, self._bold, self._work.look.size, width - 11)
                 for words, width in zip(part.rows[part.head - 1], widths, strict=True)]  # fmt: skip
        height = max(len(cell) for cell in cells) * self._work.look.size * 1.2 + 3
        self._row(None, cells, widths, height, self._bold, "TH", 0)

    def _row(
        self, tag: word_tags.Tag | None, cells: list[list[str]], across: list[float], height: float, face: str,
        kind: str, place: int,
    ) -> None:  # fmt: skip
        look, x = self._work.look, self._left()
        if look.rules == "shaded" and place % 2 == 0:
            self._canvas.setFillColor(HexColor("#e8e8f0"))
            self._canvas.rect(x, self._y - height, sum(across), height, stroke=0, fill=1)
            self._canvas.setFillColor(HexColor("#000000"))
        for lines, width in zip(cells, across, strict=True):
            cell = word_tags.Tag(kind)
            inner = word_tags.Tag("P")
            cell.inner.append(inner)
            if tag is not None:
                tag.inner.append(cell)
            for number, line in enumerate(lines):
                if tag is None:
                    self._canvas._code.append("/Artifact BMC")
                else:
                    self._begin(inner)
                self._runs(line, x + 5.4, self._y - look.size * (1.2 * number + 1), face, look.size)
                self._end()
            if look.rules == "full":
                self._frame(x, self._y, x + width, self._y - height)
            x += width
        if look.rules == "rows":
            self._canvas.rect(self._left(), self._y - height, sum(across), _RULE, stroke=0, fill=1)
        self._y -= height

    def _frame(self, left: float, top: float, right: float, bottom: float) -> None:
        """A box as four thin filled ones."""
        for x, y, width, height in (
            (left, top, right - left, _RULE), (left, bottom, right - left, _RULE),
            (left, bottom, _RULE, top - bottom), (right, bottom, _RULE, top - bottom),
        ):  # fmt: skip
            self._canvas.rect(x, y, width, height, stroke=0, fill=1)
