"""Writes a document as HTML: a fragment to stand inside a web page, or a whole page that prints well."""

from __future__ import annotations

from base64 import b64encode
from html import escape
from pathlib import Path
from urllib.parse import urlsplit

from moothall.documents.writing.document import (
    Block,
    Cell,
    Document,
    Heading,
    Item,
    Items,
    Panel,
    Paragraph,
    Picture,
    Setting,
    Span,
    Table,
    Words,
    in_text_column,
)
from moothall.documents.writing.text import clean

STYLE = Path(__file__).with_name("page.css")
SAFE_SCHEMES = frozenset({"http", "https", "mailto"})
DEEPEST = 6


def write(document: Document, *, standalone: bool = False, level: int = 1, head: bool = True) -> bytes:
    """The document as UTF-8 HTML. Every word of it is escaped: text never becomes markup.

    As a fragment, the title is a heading of the given ``level`` and the others follow from it; ``head=False`` leaves
    title and subtitles to the page around it. ``standalone`` gives a whole page with its own print style.
    """
    shift = level - 1
    parts = [_head(document, level)] if head else []
    placed = zip(document.blocks, in_text_column(document.blocks), strict=True)
    parts += [_block(block, shift, inside=inside) for block, inside in placed]
    body = "\n".join(parts)
    if standalone:
        return _page(document, body).encode()
    return f'<div class="mh-document" lang="{_attribute(document.language)}">\n{body}\n</div>\n'.encode()


def _page(document: Document, body: str) -> str:
    style = STYLE.read_text(encoding="utf-8").replace("COUNCIL_COLOUR", _attribute(document.colour))
    return (
        f'<!DOCTYPE html>\n<html lang="{_attribute(document.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_text(document.title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n"
        f'<main class="mh-document">\n{body}\n</main>\n'
        f'<footer class="mh-foot">{_text(document.foot or document.title)}</footer>\n</body>\n</html>\n'
    )


def _head(document: Document, level: int) -> str:
    parts = []
    if document.owner or document.corner:
        corner = f' <span class="mh-corner">{_text(document.corner)}</span>' if document.corner else ""
        parts.append(f'<p class="mh-owner">{_text(document.owner)}{corner}</p>')
    if document.eyebrow:
        parts.append(f'<p class="mh-eyebrow">{_text(document.eyebrow)}</p>')
    parts.append(f'<h{level} class="mh-title">{_text(document.title)}</h{level}>')
    parts += [f'<p class="mh-subtitle">{_text(line)}</p>' for line in document.subtitles if line]
    return f'<div class="mh-head">\n{chr(10).join(parts)}\n</div>'


def _block(block: Block, shift: int, *, inside: bool = False) -> str:
    match block:
        case Heading():
            return _heading(block, shift)
        case Paragraph():
            return _paragraph(block, inside=inside)
        case Items():
            return _items(block, inside=inside)
        case Table():
            return _table(block)
        case Picture():
            return _picture(block)
        case Panel():
            inner = "\n".join(_block(part, shift) for part in block.blocks)
            return f'<div class="mh-panel">\n{inner}\n</div>'


def _picture(block: Picture) -> str:
    """A drawing as an image of its own, in which nothing can run."""
    data = b64encode(clean(block.svg).encode()).decode()
    return f'<p class="mh-picture-of"><img alt="{_attribute(block.alt)}" src="data:image/svg+xml;base64,{data}"></p>'


def _heading(block: Heading, shift: int) -> str:
    level = min(block.level + shift, DEEPEST)
    number = f'<span class="mh-number">{_text(block.number)}</span> ' if block.number else ""
    return f"<h{level}{_id(block.anchor)}>{number}{_text(block.text)}</h{level}>"


def _paragraph(block: Paragraph, *, inside: bool = False) -> str:
    names = ["mh-numbered" if block.number else "mh-inside" if inside else ""]
    names += [f"mh-{block.setting}"] if block.setting is not Setting.BODY else []
    kind = _classes(names)
    return f"<p{_id(block.anchor)}{kind}>{_number(block)}{_words(block.words)}</p>"


def _number(block: Paragraph) -> str:
    if not block.number:
        return ""
    if block.anchor:
        return f'<a class="mh-number" href="#{_attribute(block.anchor)}">{_text(block.number)}</a> '
    return f'<span class="mh-number">{_text(block.number)}</span> '


def _classes(names: list[str]) -> str:
    said = " ".join(name for name in names if name)
    return f' class="{said}"' if said else ""


def _items(block: Items, *, inside: bool = False) -> str:
    labelled = any(item.label for item in block.items)
    rows = "\n".join(_item(item) for item in block.items)
    # Labels are the council's own and stand as text, so role=list keeps the list a list where CSS takes bullets off.
    kind = _classes(["mh-labelled" if labelled else "mh-bullets", "mh-inside" if inside else ""])
    role = ' role="list"' if labelled else ""
    return f"<ul{kind}{role}>\n{rows}\n</ul>"


def _item(item: Item) -> str:
    label = f'<span class="mh-label">{_text(item.label)}</span> ' if item.label else ""
    return f"<li>{label}{_words(item.words)}</li>"


def _table(block: Table) -> str:
    hidden = 'class="govuk-visually-hidden"'
    caption = f"<caption {hidden}>{_text(block.caption)}</caption>\n" if block.caption else ""
    header = ""
    if block.header:
        cells = "".join(f'<th scope="col">{_text(name)}</th>' for name in block.header)
        header = f"<thead>\n<tr>{cells}</tr>\n</thead>\n"
    rows = "\n".join(_row(row, first_is_heading=not block.header, header=block.header) for row in block.rows)
    kind = "mh-table" if block.header else "mh-table mh-facts"
    return f'<table class="{kind}">\n{caption}{header}<tbody>\n{rows}\n</tbody>\n</table>'


def _row(row: tuple[Cell, ...], *, first_is_heading: bool, header: tuple[str, ...]) -> str:
    parts = []
    for column, content in enumerate(row):
        inner = _cell(content)
        if column == 0 and first_is_heading:
            parts.append(f'<th scope="row">{inner}</th>')
        else:
            said = f' data-label="{_attribute(header[column])}"' if column < len(header) else ""
            parts.append(f"<td{said}>{inner}</td>")
    return f"<tr>{''.join(parts)}</tr>"


def _cell(content: Cell) -> str:
    if len(content) == 1 and isinstance(content[0], Paragraph) and not content[0].number:
        return _words(content[0].words)
    return "".join(_paragraph(part) if isinstance(part, Paragraph) else _items(part) for part in content)


def _words(spans: Words) -> str:
    return "".join(_span(span) for span in spans)


def _span(span: Span) -> str:
    said = _text(span.text).replace("\n", "<br>")
    for wanted, tag in ((span.italic, "em"), (span.bold, "strong")):
        said = f"<{tag}>{said}</{tag}>" if wanted else said
    if span.quiet:
        said = f'<span class="mh-quiet">{said}</span>'
    return f'<a href="{_attribute(span.link)}">{said}</a>' if is_safe_link(span.link) else said


def is_safe_link(address: str) -> bool:
    """Whether an address may become a link: the web and mail only, so that text cannot bring a script along."""
    try:
        return urlsplit(clean(address)).scheme in SAFE_SCHEMES
    except ValueError:
        return False


def _id(anchor: str) -> str:
    return f' id="{_attribute(anchor)}"' if anchor else ""


def _text(text: str) -> str:
    return escape(clean(text), quote=False)


def _attribute(text: str) -> str:
    return escape(clean(text), quote=True)
