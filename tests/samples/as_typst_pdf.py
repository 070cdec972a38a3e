"""Samples as tagged PDFs, set by Typst."""

from __future__ import annotations

import typst

from tests.samples.matter import Item

_PAGE = """#set document(title: "Sample")
#set text(lang: "en", size: {size}pt)
#set page(paper: "a4", header: [{header}], numbering: "1", columns: {columns})
#set par(justify: {justify})
#set list(indent: 6pt)
"""


def make(
    matter: list[Item], *, header: str = "", columns: int = 1, size: int = 11, justify: bool = False, ruled: bool = True
) -> bytes:
    """A tagged PDF; headings, lists and tables are tagged as such, the running head and foot as artifacts."""
    page = _PAGE.format(size=size, header=_quoted(header), columns=columns, justify=str(justify).lower())
    return typst.compile((page + "\n\n".join(_item(item, ruled) for item in matter)).encode())


def _item(item: Item, ruled: bool) -> str:
    words = _quoted(f"{item.number} {item.text}".strip())
    if item.kind == "heading":
        return f"#heading(level: {item.level})[{words}]"
    if item.kind == "bullet":
        return f"#list[{words}]"
    if item.kind == "table":
        columns = max(len(row) for row in item.rows)
        cells = [f"[{_quoted(cell)}]" for row in item.rows for cell in row + [""] * (columns - len(row))]
        stroke = "1pt" if ruled else "none"
        return f"#table(columns: {columns}, stroke: {stroke}, {', '.join(cells)})"
    return f"#par[{words}]"


def _quoted(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'#"{escaped}"' if words else ""
