"""Samples as untagged PDFs, set by ReportLab."""

from __future__ import annotations

import io
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph, Spacer, Table, TableStyle

from tests.samples.matter import Item


def make(matter: list[Item], *, header: str = "", columns: int = 1, ruled: bool = True, justify: bool = False) -> bytes:
    """A PDF without tags, with a running head, page numbers, and as many columns as asked."""
    kept = io.BytesIO()
    width, height = A4
    gutter, margin = 24, 60
    across = (width - 2 * margin - gutter * (columns - 1)) / columns
    frames = [
        Frame(margin + index * (across + gutter), margin, across, height - 2 * margin, 0, 0, 0, 0)
        for index in range(columns)
    ]

    def edges(canvas: Any, document: Any) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(margin, height - 36, header)
        canvas.drawCentredString(width / 2, 30, f"Page {document.page}")

    template = BaseDocTemplate(kept, pagesize=A4)
    template.addPageTemplates(PageTemplate(frames=frames, onPage=edges))
    template.build([part for item in matter for part in _parts(item, across, ruled, justify)])
    return kept.getvalue()


def _parts(item: Item, across: float, ruled: bool, justify: bool) -> list[Any]:
    styles = getSampleStyleSheet()
    body = ParagraphStyle("sample", parent=styles["BodyText"], spaceBefore=3, spaceAfter=5)
    if justify:
        body.alignment = TA_JUSTIFY
    words = escape(f"{item.number} {item.text}".strip())
    if item.kind == "heading":
        return [Paragraph(words, styles[f"Heading{item.level}"])]
    if item.kind == "bullet":
        return [Paragraph(words, ParagraphStyle("b", parent=body, leftIndent=18), bulletText="•")]
    if item.kind == "numbered":
        hanging = ParagraphStyle("n", parent=body, leftIndent=30)
        return [Paragraph(escape(item.text), hanging, bulletText=item.number)]
    if item.kind == "table":
        columns = max(len(row) for row in item.rows)
        cells = [[Paragraph(escape(cell), body) for cell in row + [""] * (columns - len(row))] for row in item.rows]
        style = [("VALIGN", (0, 0), (-1, -1), "TOP")] + (
            [("GRID", (0, 0), (-1, -1), 0.5, colors.black)] if ruled else []
        )
        return [Table(cells, colWidths=[across / columns] * columns, style=TableStyle(style)), Spacer(1, 8)]
    return [Paragraph(words, body)]
