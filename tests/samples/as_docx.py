"""Samples as Word documents."""

from __future__ import annotations

import io

import docx

from tests.samples.matter import Item


def make(matter: list[Item]) -> bytes:
    """A .docx with real headings, lists and tables; paragraph numbers are typed, as in many councils' templates."""
    document = docx.Document()
    for item in matter:
        words = f"{item.number} {item.text}".strip()
        if item.kind == "heading":
            document.add_heading(words, level=item.level)
        elif item.kind == "bullet":
            document.add_paragraph(words, style="List Bullet")
        elif item.kind == "table":
            table = document.add_table(rows=0, cols=max(len(row) for row in item.rows), style="Table Grid")
            for row in item.rows:
                for cell, text in zip(table.add_row().cells, row, strict=False):
                    cell.text = text
        else:
            document.add_paragraph(words)
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()
