"""Writes one table of a document as CSV that opens safely in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re

from moothall.documents.writing.document import Cell, Document, Items, Table, plain
from moothall.documents.writing.text import clean

BYTE_ORDER_MARK = "\ufeff"
_NUMBER = re.compile(r"^[-+]?[\d.,]+%?$")
_FORMULA = ("=", "+", "-", "@", "\t")


def write(document: Document, *, caption: str | None = None) -> bytes:
    """The document's tables of that caption, or all of one shape, as one CSV file (RFC 4180) in UTF-8.

    A cell that a spreadsheet would take for a formula gets an apostrophe before it; numbers are left alone. Raises
    ValueError where no table has that caption, or the tables do not share their columns.
    """
    tables = [block for block in document.blocks if isinstance(block, Table)]
    chosen = [table for table in tables if caption is None or table.caption == caption]
    if not chosen:
        named = f" called {caption}" if caption else ""
        raise ValueError(f"“{document.title}” has no table{named}. Its tables are: {_captions(tables)}.")
    if len({(table.header, table.columns) for table in chosen}) > 1:
        raise ValueError(f"The tables of “{document.title}” differ in columns. Choose one of: {_captions(tables)}.")
    kept = io.StringIO()
    writer = csv.writer(kept, lineterminator="\r\n")
    if chosen[0].header:
        writer.writerow([_safe(name) for name in chosen[0].header])
    writer.writerows([_safe(_said(content)) for content in row] for table in chosen for row in table.rows)
    return (BYTE_ORDER_MARK + kept.getvalue()).encode()


def _captions(tables: list[Table]) -> str:
    return ", ".join(dict.fromkeys(table.caption or "(no name)" for table in tables)) or "none"


def _said(content: Cell) -> str:
    lines: list[str] = []
    for part in content:
        if isinstance(part, Items):
            lines += [f"{item.label or '-'} {plain(item.words)}" for item in part.items]
        else:
            lines.append(f"{part.number} {plain(part.words)}".strip())
    return "\n".join(lines)


def _safe(text: str) -> str:
    said = clean(text).strip()
    return f"'{said}" if said.startswith(_FORMULA) and not _NUMBER.match(said) else said
