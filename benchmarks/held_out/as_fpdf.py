"""A work set by fpdf2, which writes no tags; two columns by its own text columns."""

from __future__ import annotations

from typing import Any

from fpdf import FPDF
from fpdf.enums import TableBordersLayout
from fpdf.fonts import FontFace

from benchmarks.held_out.works import SOFT_HYPHEN, Part, Work

_PLAIN = str.maketrans({"–": "-", "—": "-", "’": "'", SOFT_HYPHEN: ""})


class _Paper(FPDF):
    work: Work

    def header(self) -> None:
        self.set_font(self.face, size=8)
        self.cell(0, 10, self.work.head.translate(_PLAIN), new_x="LMARGIN", new_y="NEXT")
        self.ln(8)

    def footer(self) -> None:
        self.set_y(-36)
        self.set_font(self.face, size=8)
        self.cell(0, 10, self.work.foot.replace("{pages}", "{nb}").replace("{page}", str(self.page_no())), align="C")

    @property
    def face(self) -> str:
        return "Times" if self.work.look.serif else "Helvetica"


def make(work: Work) -> bytes:
    """The PDF's bytes."""
    paper = _Paper(unit="pt", format="A4")
    paper.work = work
    paper.set_margins(57, 40, 57)
    paper.set_auto_page_break(True, 57)
    paper.add_page()
    rest = work.parts
    if work.look.columns == 2:
        _shown(paper, work.parts[0])
        rest = _in_columns(paper, work.parts[1:])
    for part in rest:
        if work.landscape_from is not None and part is work.parts[work.landscape_from]:
            paper.add_page(orientation="landscape")
        _shown(paper, part)
    return bytes(paper.output())


def _in_columns(paper: _Paper, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Every part but tables in two columns; the tables are given back, to follow across the page."""
    look = paper.work.look
    with paper.text_columns(ncols=2, gutter=20, text_align="J" if look.justified else "L") as columns:
        for part in parts:
            if part.kind in ("table", "caption"):
                continue
            heading = part.kind == "heading"
            size = paper.work.heading_size(part.level) if heading else look.size
            paper.set_font(paper.face, "B" if heading and paper.work.is_bold_heading() else "", size)
            bullet = "\x95 " if part.kind == "bullet" else ""
            words = paper.work.heading_words(part) if heading else f"{bullet}{part.number} {part.text}".strip()
            with columns.paragraph(bottom_margin=look.after, line_height=look.leading) as paragraph:
                paragraph.write(words.translate(_PLAIN))
    return tuple(part for part in parts if part.kind in ("table", "caption"))


def _shown(paper: _Paper, part: Part) -> None:
    work, look = paper.work, paper.work.look
    height = look.size * look.leading
    words = part.text.translate(_PLAIN)
    aligned = "J" if look.justified and part.kind == "paragraph" else "L"
    if part.kind == "table":
        _table(paper, part)
        return
    if part.kind == "heading":
        paper.ln(look.after)
        paper.set_font(paper.face, "B" if work.is_bold_heading() else "", work.heading_size(part.level))
        paper.set_text_color(look.colour)
        if paper.will_page_break(4 * height):
            paper.add_page(same=True)
        paper.set_char_spacing(2 if look.heading == "spaced" else 0)
        paper.multi_cell(0, work.heading_size(part.level) * 1.2, work.heading_words(part).translate(_PLAIN),
                         new_x="LMARGIN", new_y="NEXT", align="L")  # fmt: skip
        paper.set_char_spacing(0)
        paper.set_text_color("#000000")
        paper.ln(look.after / 2)
        return
    size = {"footnote": look.size - 2.5, "caption": look.size - 1}.get(part.kind, look.size)
    paper.set_font(paper.face, "I" if part.kind == "caption" else "", size)
    if part.kind == "bullet" or part.number:
        indent = 18 if part.kind == "bullet" else 36
        if paper.will_page_break(height):
            paper.add_page(same=True)
        paper.cell(indent, height, "\x95" if part.kind == "bullet" else part.number)
        margin = paper.l_margin
        paper.set_left_margin(margin + indent)
        paper.multi_cell(0, height, words, new_x="LMARGIN", new_y="NEXT", align=aligned)
        paper.set_left_margin(margin)
        paper.set_x(margin)
    else:
        paper.multi_cell(0, height, words, border=1 if part.kind == "box" else 0, new_x="LMARGIN", new_y="NEXT",
                         align=aligned)  # fmt: skip
    paper.ln(look.after)


def _table(paper: _Paper, part: Part) -> None:
    look = paper.work.look
    paper.set_font(paper.face, size=look.size)
    borders = {"full": TableBordersLayout.ALL, "rows": TableBordersLayout.HORIZONTAL_LINES}.get(
        look.rules, TableBordersLayout.NONE
    )
    shades: dict[str, Any] = {"cell_fill_color": 235, "cell_fill_mode": "ROWS"} if look.rules == "shaded" else {}
    columns = len(part.rows[-1])
    with paper.table(
        borders_layout=borders, num_heading_rows=part.head, headings_style=FontFace(emphasis="BOLD"),
        col_widths=(2, *(1,) * (columns - 1)), text_align="LEFT", line_height=look.size * 1.2, padding=2, **shades,
    ) as drawn:  # fmt: skip
        for place, cells in enumerate(part.rows):
            row = drawn.row()
            spans = part.spans if place == 0 and part.spans else (1,) * len(cells)
            for words, span in zip(cells, spans, strict=True):
                row.cell(words.translate(_PLAIN), colspan=span)
    paper.ln(look.after + 6)
