"""Samples as web pages."""

from __future__ import annotations

from html import escape

from tests.samples.matter import Item

_STYLE = """body{font:11pt Arial,sans-serif;%s} table{border-collapse:collapse;width:100%%}
td{%spadding:3pt 6pt;vertical-align:top} p.n{margin-left:2.5em;text-indent:-2.5em}"""


def make(matter: list[Item], *, columns: int = 1, ruled: bool = True) -> bytes:
    """A page with headings, lists and tables and nothing around them."""
    style = _STYLE % (
        f"column-count:{columns};column-gap:24pt" if columns > 1 else "",
        "border:1px solid black;" if ruled else "",
    )
    body = "\n".join(_item(item) for item in matter)
    return f"<!doctype html><html lang=en><title>Sample</title><style>{style}</style><body>{body}".encode()


def _item(item: Item) -> str:
    words = escape(f"{item.number} {item.text}".strip())
    if item.kind == "heading":
        return f"<h{item.level}>{words}</h{item.level}>"
    if item.kind == "bullet":
        return f"<ul><li>{words}</li></ul>"
    if item.kind == "numbered":
        return f"<p class=n>{words}</p>"
    if item.kind == "table":
        rows = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in item.rows)
        return f"<table>{rows}</table>"
    return f"<p>{words}</p>"
