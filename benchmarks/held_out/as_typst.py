"""A work set by Typst, with its tags: real headings, lists, tables with header rows, footnotes and columns."""

from __future__ import annotations

import json

import typst

from benchmarks.held_out.works import Work

_MARKUP = """
#let work = json(bytes(sys.inputs.work))
#set document(title: work.name)
#set page(paper: "a4", margin: 20mm, header: text(size: 8pt, work.head),
  footer: context text(size: 8pt, work.foot.replace("{pages}", str(counter(page).final().first()))
    .replace("{page}", str(counter(page).get().first()))))
#set text(lang: "en", font: work.font, size: work.size * 1pt, hyphenate: false)
#set par(justify: work.justified, leading: work.leading * 1em, spacing: work.after * 1pt + 0.65em)
#show heading: set text(weight: work.weight, fill: rgb(work.colour), tracking: work.tracking * 1pt)
#show heading.where(level: 1): set text(size: work.sizes.at(0) * 1pt)
#show heading.where(level: 2): set text(size: work.sizes.at(1) * 1pt)
#show heading.where(level: 3): set text(size: work.sizes.at(2) * 1pt)
#let stroke = if work.rules == "full" { 0.6pt } else if work.rules == "rows" { (bottom: 0.6pt + gray) } else { none }
#let fill = (x, y) => if work.rules == "shaded" and calc.even(y) { luma(235) }
#let cells(part) = part.rows.enumerate().map(((y, row)) => row.enumerate().map(((x, words)) => table.cell(
  colspan: if y == 0 and part.spans.len() > 0 { part.spans.at(x) } else { 1 },
  if y < part.head { strong(words) } else { [#words] }))).flatten()
#let shown(part) = {
  if part.kind == "heading" { heading(level: part.level, [#part.label]) }
  else if part.kind == "bullet" { list([#part.text]) }
  else if part.kind == "table" {
    let inside = cells(part)
    let head = part.rows.slice(0, part.head).map(row => row.len()).sum()
    table(columns: (2fr,) + (1fr,) * (part.rows.last().len() - 1), stroke: stroke, fill: fill,
      table.header(..inside.slice(0, head)), ..inside.slice(head))
  }
  else if part.kind == "footnote" [#par[The source is given below.#footnote[#part.text]]]
  else if part.kind == "box" { block(stroke: 1pt + rgb(work.colour), inset: 6pt, width: 80%, [#part.text]) }
  else if part.kind == "caption" { par(emph(part.text)) }
  else if part.number != "" { par(hanging-indent: 36pt, [#box(width: 36pt, part.number)#part.text]) }
  else { par([#part.text]) }
}
#shown(work.parts.first())
#let rest = work.parts.slice(1, work.landscape)
#let body = for part in rest { shown(part) }
#if work.columns == 2 { columns(2, gutter: 20pt, body) } else { body }
#if work.landscape < work.parts.len() [
  #set page(flipped: true)
  #for part in work.parts.slice(work.landscape) { shown(part) }
]
"""


def make(work: Work) -> bytes:
    """The PDF's bytes."""
    look = work.look
    said = {
        "name": work.name,
        "head": work.head,
        "foot": work.foot,
        "font": "Liberation Serif" if look.serif else "Liberation Sans",
        "size": look.size,
        "leading": look.leading - 0.55,
        "after": look.after,
        "justified": look.justified,
        "weight": "bold" if work.is_bold_heading() else "regular",
        "colour": look.colour,
        "tracking": 2 if look.heading == "spaced" else 0,
        "sizes": [work.heading_size(level) for level in (1, 2, 3)],
        "rules": look.rules,
        "columns": look.columns,
        "landscape": work.landscape_from or len(work.parts),
        "parts": [
            {
                "kind": part.kind,
                "text": part.text,
                "number": part.number,
                "level": part.level,
                "label": work.heading_words(part),
                "rows": part.rows,
                "head": part.head,
                "spans": part.spans,
            }
            for part in work.parts
        ],
    }
    return typst.compile(_MARKUP.encode(), sys_inputs={"work": json.dumps(said)})
