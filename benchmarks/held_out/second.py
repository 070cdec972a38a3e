"""A second writer and other designs, made after the reading was done: the words and the looks are others throughout.

Cover pages, running heads that change, hanging numbers, narrow columns, tables of wrapped cells with one line under
their head, with three or with none, tables on a turned page.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from html import escape

from benchmarks.held_out.works import Look, Part, Work

_TOPICS = (
    "Adult social care", "Public realm", "Customer services", "Reablement and early help", "Street lighting",
    "Treasury management", "Libraries and registrars", "Licensing", "Members' allowances", "Highways",
    "Temporary accommodation", "Sickness absence", "Legacy systems", "Parking", "Grounds maintenance",
)  # fmt: skip
_ACTS = (
    "We closed three buildings and let the space to the health service", "A shared post covers both districts",
    "Residents can now report a problem by photograph", "The contract was brought to an end eighteen months early",
    "Nine in ten invoices are matched without anybody touching them", "A pilot with two care providers began in May",
    "The panel found no fault with the way the money was spent", "Officers no longer type the same figures twice",
    "The number of agency social workers fell from 41 to 17", "Spend on consultants is published every quarter",
    "We will not take this further until the grant is confirmed", "Costs per household rose by 2.4% in the year",
)  # fmt: skip
_TAILS = (
    "and the saving of £310,000 was returned to reserves", "which is more than the budget allowed for",
    "although recruitment in the north of the county stays hard", "as Cabinet agreed on 12 March 2024",
    "so long as the two systems can be joined", "and a further review is due in the autumn",
    "because the ring-fence on the grant leaves no choice", "with the help of the combined authority",
)  # fmt: skip
_MEASURES = (
    "Average days to let a home again", "Share of calls answered first time", "Potholes mended within 28 days",
    "Households in bed and breakfast for more than six weeks", "Staff who would recommend us as a place to work",
    "Council tax collected in the year it fell due", "Debt older than ninety days", "Visits to libraries",
)  # fmt: skip
_WHO = ("Chief executive", "Section 151 officer", "Director of Place and Economy", "Monitoring officer")


@dataclass(frozen=True, slots=True)
class Design:
    """How a file of this set is laid out. Sizes are in points, margins in millimetres; ``rules`` is full, head (one
    line under the header), book (over, under the header and at the end), hair (between rows) or none."""

    name: str
    font: str
    size: float
    margin: float
    columns: int
    heading: str
    rules: str
    numbered: bool = False
    cover: bool = False
    turned: bool = False
    centred: bool = False
    figures: str = "left"


DESIGNS = (
    Design("board report", "DejaVu Serif", 10, 26, 1, "capitals", "full", numbered=True),
    Design("newsletter", "Liberation Sans Narrow", 9, 14, 2, "coloured", "head"),
    Design("action plan", "DejaVu Sans", 9.5, 22, 1, "bold", "hair", cover=True, turned=True),
    Design("plain letter", "Liberation Serif", 12, 30, 1, "bold", "none", numbered=True),
    Design("annual statement", "Liberation Sans", 10.5, 20, 1, "large", "book", centred=True, figures="right",
           cover=True),
    Design("bulletin", "Liberation Serif", 9.5, 16, 2, "bold", "none"),
)  # fmt: skip


def write(design: Design, seed: int) -> Work:
    """The words of a design and seed, in their order."""
    by = random.Random(f"{design.name} {seed}")  # noqa: S311 - not for secrets
    look = Look(
        serif="Serif" in design.font, size=design.size, heading=design.heading, colour="#26547c", rules=design.rules,
        columns=design.columns, justified=design.columns == 2 and seed % 2 == 0, leading=1.25, after=design.size * 0.7,
    )  # fmt: skip
    parts = [Part("heading", f"How we use what we have, {2024 + seed}", level=1)]
    topics = by.sample(_TOPICS, 8)
    for section, topic in enumerate(topics, start=1):
        label = str(section) if design.numbered else ""
        parts.append(Part("heading", topic, number=label, level=2))
        for paragraph in range(1, by.randint(3, 4)):
            number = f"{section}.{paragraph}" if design.numbered else ""
            parts.append(Part("paragraph", _prose(by), number=number))
        if section % 3 == 0:
            parts += [Part("bullet", _sentence(by)[:-1]) for _ in range(by.randint(2, 4))]
        if section % 3 == 1:
            parts.append(_table(by, design, wide=section == 7))
    return Work(f"{design.name}-{seed}", look, "Wexcombe and Stour Council", "{page}", tuple(parts))


def _sentence(by: random.Random) -> str:
    return f"{by.choice(_ACTS)}, {by.choice(_TAILS)}."


def _prose(by: random.Random) -> str:
    return " ".join(_sentence(by) for _ in range(by.randint(2, 4)))


def _table(by: random.Random, design: Design, *, wide: bool) -> Part:
    if wide and design.columns == 1:
        rows = [
            (by.choice(_TOPICS), by.choice(_ACTS), by.choice(_WHO), by.choice(("On track", "Late", "Not begun")))
            for _ in range(6)
        ]
        return Part("table", rows=(("Service", "What we will do", "Who answers for it", "Where it stands"), *rows))
    names = by.sample(_MEASURES, 5)
    rows_of_three = [(name, f"{by.randint(2, 9000):,}", f"{by.uniform(1, 99):.1f}%") for name in names]
    return Part("table", rows=(("What is measured", "This year", "Share"), *rows_of_three))


def as_html(work: Work, design: Design) -> str:
    """The work as a page that programs print; heads change where the program knows how."""
    body = [f'<section class="cover"><p>{escape(work.head)}</p></section>'] if design.cover else []
    for place, part in enumerate(work.parts):
        if place == 1 and design.columns == 2:
            body.append('<div class="columns">')
        body.append(_html(part, design))
    end = "</div>" if design.columns == 2 else ""
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(work.name)}</title><style>'
        f"{_css(work, design)}</style></head><body>{''.join(body)}{end}</body></html>"
    )


def _html(part: Part, design: Design) -> str:
    number = f'<span class="no">{part.number}</span> ' if part.number else ""
    if part.kind == "heading":
        return f"<h{part.level}>{number}{escape(part.text)}</h{part.level}>"
    if part.kind == "table":
        head, *rows = (
            "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in row)
            for row, tag in zip(part.rows, ("th", *("td",) * len(part.rows)), strict=False)
        )
        turned = ' class="turned"' if design.turned and len(part.rows[0]) == 4 else ""
        body = "".join(f"<tr>{row}</tr>" for row in rows)
        return f"<div{turned}><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    if part.kind == "bullet":
        return f"<ul><li>{escape(part.text)}</li></ul>"
    return f'<p class="{"hung" if number else ""}">{number}{escape(part.text)}</p>'


def _css(work: Work, design: Design) -> str:
    rules = {
        "full": "td,th{border:0.5pt solid #555}",
        "head": "thead th{border-bottom:1pt solid #000}",
        "book": "table{border-top:1.2pt solid #000;border-bottom:1.2pt solid #000}"
        "thead th{border-bottom:0.6pt solid #000}",
        "hair": "tbody td{border-top:0.25pt solid #999}",
        "none": "",
    }[design.rules]
    heads = {
        "capitals": "text-transform:uppercase;font-weight:bold",
        "coloured": f"color:{work.look.colour};font-weight:bold",
        "bold": "font-weight:bold",
        "large": "font-weight:normal",
    }[design.heading]
    aligned = "center" if design.centred else "left"
    justified = "text-align:justify" if work.look.justified else ""
    return (
        f"@page{{size:A4;margin:{design.margin}mm;@top-left{{content:string(part);font-size:7.5pt}}"
        "@bottom-right{content:counter(page);font-size:7.5pt}}@page turned{size:A4 landscape}"
        f"body{{font:{design.size}pt/1.25 '{design.font}';margin:0;{justified}}}"
        f"h1{{font-size:{design.size * 1.9}pt;text-align:{aligned}}}"
        f"h2{{string-set:part content();font-size:{work.heading_size(2)}pt;{heads};text-align:{aligned};"
        "break-after:avoid;margin:1.1em 0 0.4em}h1,h2{line-height:1.15}"
        "p{margin:0 0 0.7em}.hung{padding-left:14mm;text-indent:-14mm}.hung .no{display:inline-block;width:14mm;"
        "text-indent:0}.columns{column-count:2;column-gap:5mm}ul{margin:0 0 0.3em;padding-left:6mm}"
        f"table{{border-collapse:collapse;width:100%;margin:0.6em 0 1em}}{rules}"
        "td,th{padding:2pt 4pt;text-align:left;vertical-align:top}tr{break-inside:avoid}"
        f"td:nth-child(n+2){{text-align:{design.figures if design.figures == 'right' else 'left'}}}"
        ".cover{break-after:page;padding-top:90mm;font-size:22pt}.turned{page:turned}"
    )


def as_typst(work: Work, design: Design) -> tuple[str, dict[str, object]]:
    """Typst's markup for the work, and what it is given."""
    parts = [
        {"kind": part.kind, "text": part.text, "number": part.number, "level": part.level, "rows": part.rows}
        for part in work.parts
    ]
    said: dict[str, object] = {
        "head": work.head, "parts": parts, "font": design.font, "size": design.size, "margin": design.margin,
        "columns": design.columns, "heading": design.heading, "rules": design.rules, "cover": design.cover,
        "turned": design.turned, "centred": design.centred, "figures": design.figures,
        "justified": work.look.justified, "second": work.heading_size(2), "name": work.name,
    }  # fmt: skip
    return _MARKUP, said


_MARKUP = """
#let d = json(bytes(sys.inputs.work))
#set document(title: d.name)
#set page(paper: "a4", margin: d.margin * 1mm, footer: context align(right, text(7.5pt)[#counter(page).display()]),
  header: context { let past = query(selector(heading.where(level: 2)).before(here()))
    if past.len() > 0 { text(7.5pt, past.last().body) } })
#set text(lang: "en", font: d.font, size: d.size * 1pt)
#set par(justify: d.justified, leading: 0.6em, spacing: 1.1em)
#show heading: set align(if d.centred { center } else { left })
#show heading.where(level: 1): set text(size: d.size * 1.9pt)
#show heading.where(level: 2): set text(size: d.second * 1pt,
  weight: if d.heading == "large" { "regular" } else { "bold" },
  fill: if d.heading == "coloured" { rgb("#26547c") } else { black })
#let lines = if d.rules == "full" { 0.5pt } else if d.rules == "hair" {
  (x, y) => if y > 0 { (top: 0.25pt + gray) } } else if d.rules == "head" {
  (x, y) => if y == 0 { (bottom: 1pt) } } else { none }
#let shown(part) = {
  let label = if part.number != "" { part.number + " " } else { "" }
  if part.kind == "heading" {
    heading(level: part.level, if d.heading == "capitals" and part.level == 2 { upper(label + part.text) }
      else { label + part.text })
  } else if part.kind == "bullet" { list(part.text) }
  else if part.kind == "table" {
    let cells = part.rows.slice(1).flatten().map(cell => [#cell])
    let book = d.rules == "book"
    let made = table(columns: (2fr,) + (1fr,) * (part.rows.first().len() - 1), stroke: lines, inset: 4pt,
      align: (x, y) => if x > 0 and y > 0 and d.figures == "right" { right } else { left },
      ..if book { (table.hline(stroke: 1.2pt),) },
      table.header(..part.rows.first().map(cell => strong(cell))),
      ..if book { (table.hline(stroke: 0.6pt),) }, ..cells, ..if book { (table.hline(stroke: 1.2pt),) })
    if d.turned and part.rows.first().len() == 4 { page(flipped: true, made) } else { made }
  } else if part.number != "" { par(hanging-indent: 14mm, [#box(width: 14mm, part.number)#part.text]) }
  else { par(part.text) }
}
#if d.cover { page(header: none, align(horizon, text(22pt, d.head))) }
#shown(d.parts.first())
#let body = for part in d.parts.slice(1) { shown(part) }
#if d.columns == 2 { columns(2, gutter: 5mm, body) } else { body }
"""
