"""Tags the first cell of each row as that row's heading, in the tables of a PDF that have no header row.

The typesetter tags header rows only; a screen reader should also say "Report of" before the name beside it.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence

import pikepdf


def mark_row_headings(data: bytes, wanted: Sequence[bool]) -> bytes:
    """The PDF with row headings tagged (ISO 32000-1, 14.8.4.3.4) in those of its tables that are wanted, in order.

    The same input gives the same bytes. Raises ValueError where the PDF has another number of tables.
    """
    if not any(wanted):
        return data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        tables = [element for element in _elements(pdf.Root.StructTreeRoot) if element.get("/S") == "/Table"]
        if len(tables) != len(wanted):
            raise ValueError(f"The PDF has {len(tables)} tables and {len(wanted)} were written.")
        for table, is_wanted in zip(tables, wanted, strict=True):
            if is_wanted:
                _mark(table)
        kept = io.BytesIO()
        pdf.save(kept, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.preserve)
    return kept.getvalue()


def _mark(table: pikepdf.Object) -> None:
    for row in _elements(table):
        if row.get("/S") == "/TR":
            cells = [cell for cell in _kids(row) if cell.get("/S") in ("/TD", "/TH")]
            if cells:
                cells[0].S = pikepdf.Name.TH
                cells[0].A = pikepdf.Array([pikepdf.Dictionary(O=pikepdf.Name.Table, Scope=pikepdf.Name.Row)])


def _elements(root: pikepdf.Object) -> Iterator[pikepdf.Object]:
    for kid in _kids(root):
        yield kid
        yield from _elements(kid)


def _kids(element: pikepdf.Object) -> list[pikepdf.Object]:
    """The structure elements right under this one; marked content, numbered or referred to, is none of them."""
    kids = element.get("/K")
    several = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    return [kid for kid in several if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
