"""A work set by ReportLab's platypus, which writes no tags."""

from __future__ import annotations

import io
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.enums import TA_JUSTIFY, TA_LEFT
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import (
    BaseDocTemplate,
    Frame,
    FrameBreak,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Table,
    TableStyle,
)

from benchmarks.held_out.works import SOFT_HYPHEN, Part, Work

_MARGIN, _GUTTER = 57.0, 22.0


def make(work: Work) -> bytes:
    """The PDF's bytes."""
    kept = io.BytesIO()
    width, height = A4
    across = width - 2 * _MARGIN
    columns = work.look.columns
    column = (across - _GUTTER * (columns - 1)) / columns
    top = 60.0

    def frames(room: float) -> list[Frame]:
        return [
            Frame(_MARGIN + place * (column + _GUTTER), _MARGIN, column, room, 0, 0, 0, 0) for place in range(columns)
        ]

    def edges(canvas: Any, document: Any) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(_MARGIN, canvas._pagesize[1] - 36, work.head)
        foot = work.foot.replace("{pages}", "9").replace("{page}", str(document.page))
        canvas.drawCentredString(canvas._pagesize[0] / 2, 30, foot)

    room = height - 2 * _MARGIN
    first = [Frame(_MARGIN, height - _MARGIN - top, across, top, 0, 0, 0, 0), *frames(room - top)]
    wide = Frame(_MARGIN, _MARGIN, height - 2 * _MARGIN, width - 2 * _MARGIN, 0, 0, 0, 0)
    template = BaseDocTemplate(kept, pagesize=A4)
    template.addPageTemplates(
        [
            PageTemplate("first", first if columns == 2 else frames(room), onPage=edges),
            PageTemplate("later", frames(room), onPage=edges),
            PageTemplate("wide", [wide], onPage=edges, pagesize=landscape(A4)),
        ]
    )
    story: list[Any] = [NextPageTemplate("later")]
    for index, part in enumerate(work.parts):
        if index == 1 and columns == 2:
            story.append(FrameBreak())
        if index == work.landscape_from:
            story += [NextPageTemplate("wide"), PageBreak()]
        story.append(_shown(work, part, height - 2 * _MARGIN if index == (work.landscape_from or -9) + 1 else column))
    template.build(story)
    return kept.getvalue()


def _style(work: Work, **more: Any) -> ParagraphStyle:
    look = work.look
    face = "Times-Roman" if look.serif else "Helvetica"
    given = {
        "fontName": face, "fontSize": look.size, "leading": look.size * look.leading, "spaceAfter": look.after,
        "alignment": TA_JUSTIFY if look.justified else TA_LEFT,
    }  # fmt: skip
    return ParagraphStyle("held-out", **{**given, **more})


def _shown(work: Work, part: Part, across: float) -> Any:
    look = work.look
    words = escape(part.text.replace(SOFT_HYPHEN, ""))
    bold = "Times-Bold" if look.serif else "Helvetica-Bold"
    if part.kind == "heading":
        size = work.heading_size(part.level)
        heading = _style(
            work, fontSize=size, leading=size * 1.2, spaceBefore=look.after + 4, spaceAfter=look.after / 2 + 2,
            textColor=colors.HexColor(look.colour), alignment=TA_LEFT, keepWithNext=1,
            **({"fontName": bold} if work.is_bold_heading() else {}),
        )  # fmt: skip
        return Paragraph(escape(work.heading_words(part)), heading)
    if part.kind == "table":
        return _table(work, part, across, bold)
    if part.kind == "bullet":
        return Paragraph(words, _style(work, leftIndent=18, bulletIndent=6), bulletText="•")
    if part.kind == "box":
        return Paragraph(words, _style(work, borderWidth=1, borderPadding=5, borderColor=colors.HexColor(look.colour),
                         leftIndent=60, rightIndent=10, spaceBefore=10, spaceAfter=14))  # fmt: skip
    if part.kind == "footnote":
        return Paragraph(f"<super>{part.number}</super> {words}", _style(work, fontSize=look.size - 2.5))
    if part.kind == "caption":
        return Paragraph(f"<i>{words}</i>", _style(work, fontSize=look.size - 1))
    if part.number:
        return Paragraph(words, _style(work, leftIndent=36), bulletText=part.number)
    return Paragraph(words, _style(work))


def _table(work: Work, part: Part, across: float, bold: str) -> Table:
    cell = _style(work, spaceAfter=0, leading=work.look.size * 1.2, alignment=TA_LEFT)
    columns = len(part.rows[-1])
    style: list[Any] = [("VALIGN", (0, 0), (-1, -1), "TOP")]
    rows = []
    for place, row in enumerate(part.rows):
        head = ParagraphStyle("head", parent=cell, fontName=bold)
        drawn: list[Any] = []
        for words, span in zip(row, part.spans if place == 0 and part.spans else (1,) * len(row), strict=True):
            if span > 1:
                style.append(("SPAN", (len(drawn), place), (len(drawn) + span - 1, place)))
            drawn += [Paragraph(escape(words), head if place < part.head else cell), *[""] * (span - 1)]
        rows.append(drawn)
    style += {
        "full": [("GRID", (0, 0), (-1, -1), 0.5, colors.black)],
        "rows": [("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.grey)],
        "shaded": [("ROWBACKGROUNDS", (0, 0), (-1, -1), (colors.HexColor("#ebebf2"), colors.white))],
        "none": [],
    }[work.look.rules]
    widths = [across * 0.4, *[across * 0.6 / (columns - 1)] * (columns - 1)]
    return Table(rows, widths, style=TableStyle(style), repeatRows=part.head, spaceAfter=10)
