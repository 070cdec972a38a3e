"""A work as one HTML page with its print styles, for programs that print HTML."""

from __future__ import annotations

from html import escape

from benchmarks.held_out.works import Part, Work

_TAGS = {"bullet": "li", "caption": "p", "footnote": "p", "box": "aside", "paragraph": "p"}


def page(work: Work) -> str:
    """The HTML. Running head and foot stand in the margin boxes of ``@page``."""
    parts = work.parts
    body, index, columns = [], 0, False
    while index < len(parts):
        part = parts[index]
        if work.look.columns == 2 and index and not columns:
            body.append('<div class="columns">')
            columns = True
        if part.kind == "bullet":
            run = []
            while index < len(parts) and parts[index].kind == "bullet":
                run.append(f"<li>{escape(parts[index].text)}</li>")
                index += 1
            body.append(f"<ul>{''.join(run)}</ul>")
            continue
        shown = _part(work, part)
        body.append(f'<section class="wide">{shown}' if index == work.landscape_from else shown)
        index += 1
    body.append("</section>" if work.landscape_from else "</div>" if columns else "")
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(work.name)}</title>'
        f"<style>{_css(work)}</style></head><body>{''.join(body)}</body></html>"
    )


def _part(work: Work, part: Part) -> str:
    if part.kind == "heading":
        number = f'<span class="no">{escape(part.number)}</span> ' if part.number else ""
        return f"<h{part.level}>{number}{escape(part.text)}</h{part.level}>"
    if part.kind == "table":
        return _table(part)
    if part.number and part.kind == "footnote":
        return f'<p class="footnote"><sup>{part.number}</sup> {escape(part.text)}</p>'
    tag = _TAGS[part.kind]
    number = f'<span class="no">{escape(part.number)}</span> ' if part.number else ""
    return f'<{tag} class="{part.kind}{" numbered" if number else ""}">{number}{escape(part.text)}</{tag}>'


def _table(part: Part) -> str:
    rows = []
    for place, row in enumerate(part.rows):
        tag = "th" if place < part.head else "td"
        spans = part.spans if place == 0 and part.spans else (1,) * len(row)
        cells = "".join(
            f"<{tag}{f' colspan={span}' if span > 1 else ''}>{escape(cell)}</{tag}>"
            for cell, span in zip(row, spans, strict=True)
        )
        rows.append(f"<tr>{cells}</tr>")
    return f"<table><thead>{''.join(rows[: part.head])}</thead><tbody>{''.join(rows[part.head :])}</tbody></table>"


def _css(work: Work) -> str:
    look = work.look
    family = "Liberation Serif, serif" if look.serif else "Liberation Sans, sans-serif"
    heads = {
        "bold": "font-weight:bold",
        "coloured": f"font-weight:bold;color:{look.colour}",
        "large": "font-weight:normal",
        "spaced": "font-weight:normal;letter-spacing:0.18em;text-transform:uppercase",
        "small_caps": "font-weight:bold;font-variant:small-caps",
        "capitals": "font-weight:normal;text-transform:uppercase",
        "plain": f"font-weight:normal;color:{look.colour}",
    }[look.heading]
    rules = {
        "full": "td,th{border:0.75pt solid #333}",
        "rows": "tr{border-bottom:0.75pt solid #888}",
        "none": "",
        "shaded": "thead tr{background:#dde} tbody tr:nth-child(even){background:#f2f2f2}",
    }[look.rules]
    foot = work.foot.replace("{page}", '" counter(page) "').replace("{pages}", '" counter(pages) "')
    sizes = "".join(f"h{level}{{font-size:{work.heading_size(level)}pt}}" for level in (1, 2, 3))
    return f"""
@page {{ size: A4; margin: 22mm 20mm; @top-center {{ content: "{work.head}"; font-size: 8pt }}
  @bottom-center {{ content: "{foot}"; font-size: 8pt }} }}
@page wide {{ size: A4 landscape }}
.wide {{ page: wide; break-before: page }}
body {{ font: {look.size}pt {family}; line-height: {look.leading}; margin: 0;
  text-align: {"justify" if look.justified else "left"} }}
p, aside, ul {{ margin: 0 0 {look.after}pt 0 }}
h1, h2, h3 {{ {heads}; margin: {look.after + 4}pt 0 {look.after / 2 + 2}pt 0; text-align: left; break-after: avoid;
  line-height: 1.2 }}
{sizes}
.numbered {{ padding-left: 36pt; text-indent: -36pt }}
.numbered .no {{ display: inline-block; width: 36pt; text-indent: 0 }}
aside {{ border: 1pt solid {look.colour}; background: #f6f6f6; padding: 6pt; width: 45%; float: right;
  margin-left: 12pt; font-size: {look.size - 1}pt }}
.caption {{ font-style: italic; font-size: {look.size - 1}pt; break-after: avoid }}
.footnote {{ font-size: {look.size - 2.5}pt; border-top: 0.5pt solid #999; width: 60%; padding-top: 3pt }}
table {{ border-collapse: collapse; margin: 0 0 {look.after + 6}pt 0; width: 100%; clear: both; text-align: left }}
td, th {{ padding: 3pt 5pt; vertical-align: top; font-weight: normal; text-align: left }}
th {{ font-weight: bold }} tr {{ break-inside: avoid }}
{rules}
.columns {{ columns: 2; column-gap: 22pt }}
"""
