"""A work as flat ODT: headings numbered by their outline, real footnotes, sections in columns."""

from __future__ import annotations

from xml.sax.saxutils import escape

from benchmarks.held_out.works import Part, Work

_SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}"'
    for short, long in (
        ("office", "office:1.0"), ("style", "style:1.0"), ("text", "text:1.0"), ("table", "table:1.0"),
        ("fo", "xsl-fo-compatible:1.0"), ("svg", "svg-compatible:1.0"),
    )
)  # fmt: skip


def make(work: Work) -> bytes:
    """The file's bytes."""
    body, in_list, in_columns = [], False, False
    for index, part in enumerate(work.parts):
        if index == 1 and work.look.columns == 2:
            body.append('<text:section text:style-name="Two" text:name="Two">')
            in_columns = True
        if in_list and part.kind != "bullet":
            body.append("</text:list>")
            in_list = False
        if part.kind == "bullet" and not in_list:
            body.append('<text:list text:style-name="Dots">')
            in_list = True
        body.append(_part(work, part, index))
    body.append("</text:list>" if in_list else "")
    body.append("</text:section>" if in_columns else "")
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {_SPACES} office:version="1.2" '
        'office:mimetype="application/vnd.oasis.opendocument.text">'
        f"{_styles(work)}<office:body><office:text>{''.join(body)}</office:text></office:body></office:document>"
    ).encode()


def _part(work: Work, part: Part, index: int) -> str:
    words = escape(part.text)
    if part.kind == "heading":
        label = f"{part.number}<text:tab/>" if part.number else ""
        words = escape(work.heading_words(part).removeprefix(part.number).strip())
        style = "Wide" if index == work.landscape_from else f"H{part.level}"
        return f'<text:h text:style-name="{style}" text:outline-level="{part.level}">{label}{words}</text:h>'
    if part.kind == "bullet":
        return f'<text:list-item><text:p text:style-name="Item">{words}</text:p></text:list-item>'
    if part.kind == "table":
        return _table(work, part, index)
    if part.kind == "footnote":
        return (
            '<text:p text:style-name="Body">The source is given below.<text:note text:note-class="footnote">'
            f"<text:note-citation>{part.number}</text:note-citation><text:note-body>"
            f'<text:p text:style-name="Note">{words}</text:p></text:note-body></text:note></text:p>'
        )
    if part.number:
        return f'<text:p text:style-name="Numbered">{part.number}<text:tab/>{words}</text:p>'
    style = {"caption": "Caption", "box": "Box"}.get(part.kind, "Body")
    return f'<text:p text:style-name="{style}">{words}</text:p>'


def _table(work: Work, part: Part, index: int) -> str:
    rows = []
    for place, row in enumerate(part.rows):
        style = "Head" if place < part.head else "Even" if place % 2 else "Odd"
        cells = []
        for cell, span in zip(row, part.spans if place == 0 and part.spans else (1,) * len(row), strict=True):
            spanned = f' table:number-columns-spanned="{span}"' if span > 1 else ""
            cells.append(
                f'<table:table-cell table:style-name="{style}"{spanned}><text:p text:style-name='
                f'"{"CellHead" if place < part.head else "Cell"}">{escape(cell)}</text:p></table:table-cell>'
                + "<table:covered-table-cell/>"
                * (span - 1)
            )
        rows.append(f"<table:table-row>{''.join(cells)}</table:table-row>")
    head = f"<table:table-header-rows>{''.join(rows[: part.head])}</table:table-header-rows>"
    columns = f'<table:table-column table:number-columns-repeated="{len(part.rows[-1])}"/>'
    return (
        f'<table:table table:name="T{index}" table:style-name="Tab">{columns}{head}{"".join(rows[part.head :])}'
        '</table:table><text:p text:style-name="Gap"/>'
    )


def _paragraph_style(name: str, paragraph: str = "", letters: str = "", more: str = "") -> str:
    return (
        f'<style:style style:name="{name}" style:family="paragraph"{more}><style:paragraph-properties {paragraph}/>'
        f"<style:text-properties {letters}/></style:style>"
    )


def _styles(work: Work) -> str:
    look = work.look
    family = 'fo:font-family="Liberation Serif"' if look.serif else 'fo:font-family="Liberation Sans"'
    base = f'{family} fo:font-size="{look.size}pt"'
    set_as = f'fo:margin-bottom="{look.after}pt" fo:line-height="{look.leading * 100:.0f}%"'
    aligned = f'{set_as} fo:text-align="{"justify" if look.justified else "start"}"'
    extra = {"small_caps": ' fo:font-variant="small-caps"', "spaced": ' fo:letter-spacing="2pt"'}.get(look.heading, "")
    weight = "bold" if work.is_bold_heading() else "normal"
    heads = "".join(
        _paragraph_style(
            name,
            f'fo:margin-top="{look.after + 4}pt" fo:margin-bottom="{look.after / 2 + 2}pt" fo:keep-with-next="always"'
            + (' fo:break-before="page"' if name == "Wide" else ""),
            f'{family} fo:font-size="{work.heading_size(level)}pt" fo:font-weight="{weight}" '
            f'fo:color="{look.colour}"{extra}',
            ' style:master-page-name="Landscape"' if name == "Wide" else "",
        )
        for name, level in (("H1", 1), ("H2", 2), ("H3", 3), ("Wide", 2))
    )
    numbered = f'{aligned} fo:margin-left="1.25cm" fo:text-indent="-1.25cm"'
    boxed = f'{set_as} fo:border="1pt solid {look.colour}" fo:padding="6pt" fo:margin-left="2cm"'
    bold = f'{base} fo:font-weight="bold"'
    caption = f'{family} fo:font-style="italic" fo:font-size="{look.size - 1}pt"'
    note = f'{family} fo:font-size="{look.size - 2.5}pt"'
    foot = work.foot.replace("{pages}", "<text:page-count/>").replace("{page}", "<text:page-number/>")
    masters = "".join(
        f'<style:master-page style:name="{name}" style:page-layout-name="{layout}"><style:header><text:p>'
        f"{escape(work.head)}</text:p></style:header><style:footer><text:p>{foot}</text:p></style:footer>"
        "</style:master-page>"
        for name, layout in (("Standard", "Tall"), ("Landscape", "Wide"))
    )
    layouts = "".join(
        f'<style:page-layout style:name="{name}"><style:page-layout-properties fo:page-width="{width}" '
        f'fo:page-height="{height}" fo:margin="2cm"/><style:header-style><style:header-footer-properties '
        'fo:min-height="0.8cm" fo:margin-bottom="0.5cm"/></style:header-style><style:footer-style>'
        '<style:header-footer-properties fo:min-height="0.8cm" fo:margin-top="0.5cm"/></style:footer-style>'
        "</style:page-layout>"
        for name, width, height in (("Tall", "21cm", "29.7cm"), ("Wide", "29.7cm", "21cm"))
    )
    return (
        f"<office:styles>{_paragraph_style('Body', aligned, base)}{_paragraph_style('Numbered', numbered, base)}"
        f"{_paragraph_style('Item', set_as, base)}{_paragraph_style('Cell', '', base)}{heads}"
        f"{_paragraph_style('CellHead', '', bold)}"
        f"{_paragraph_style('Caption', set_as, caption)}"
        f"{_paragraph_style('Note', '', note)}"
        f"{_paragraph_style('Box', boxed, base)}{_paragraph_style('Gap', '', base)}"
        '<text:list-style style:name="Dots"><text:list-level-style-bullet text:level="1" text:bullet-char="•">'
        '<style:list-level-properties text:space-before="0.6cm" text:min-label-width="0.6cm"/>'
        "</text:list-level-style-bullet></text:list-style></office:styles>"
        f"<office:automatic-styles>{layouts}{_cells(work)}"
        '<style:style style:name="Two" style:family="section"><style:section-properties><style:columns '
        'fo:column-count="2" fo:column-gap="0.8cm"/></style:section-properties></style:style>'
        "</office:automatic-styles>"
        f"<office:master-styles>{masters}</office:master-styles>"
    )


def _cells(work: Work) -> str:
    drawn = {
        "full": ('fo:border="0.75pt solid #333333"',) * 3,
        "rows": ('fo:border-bottom="0.75pt solid #888888"',) * 3,
        "none": ("", "", ""),
        "shaded": ('fo:background-color="#ddddee"', 'fo:background-color="#f2f2f2"', ""),
    }[work.look.rules]
    return (
        '<style:style style:name="Tab" style:family="table"><style:table-properties table:border-model="collapsing"/>'
        "</style:style>"
        + "".join(
            f'<style:style style:name="{name}" style:family="table-cell"><style:table-cell-properties '
            f'fo:padding="3pt" {drawn[place]}/></style:style>'
            for place, name in enumerate(("Head", "Even", "Odd"))
        )
    )
