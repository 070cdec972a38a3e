"""The words of a report as Word's XML, set as the placeholder was set: its style, its numbers, its letters."""

from __future__ import annotations

import copy
from typing import Any

from moothall.documents.own_templates.xml import (
    XML_SPACE,
    child,
    drop,
    local,
    make,
    own_texts,
    put_paragraph_property,
    put_run_property,
    said,
)
from moothall.documents.writing.document import Block, Heading, Items, Paragraph, Setting, Span, Table, Words, plain
from moothall.documents.writing.text import clean
from moothall.domain.refusals import Refusal

_INDENT = "567"  # in twentieths of a point: one centimetre


class TooLong(Refusal):
    """A filled template would be longer than any report."""

    def __init__(self) -> None:
        super().__init__(
            "Filled, this template would be far longer than any report.",
            next_step="Use each name once or twice, and leave long parts out of what repeats.",
        )


def numbered_styles(styles: Any) -> frozenset[str]:
    """The styles whose paragraphs Word numbers by itself, those that stand on such a style among them."""
    own: set[str] = set()
    based: dict[str, str] = {}
    for style in (one for one in styles if local(one) == "style"):
        name, properties, on = said(style, "styleId"), child(style, "pPr"), child(style, "basedOn")
        if properties is not None and child(properties, "numPr") is not None:
            own.add(name)
        based[name] = said(on, "val") if on is not None else ""
    for _ in range(12):
        own |= {name for name, on in based.items() if on in own}
    return frozenset(own)


def in_line(blocks: tuple[Block, ...]) -> str:
    """The words within a line: a paragraph, an item and a row of a table on a line each."""
    lines: list[str] = []
    for block in blocks:
        match block:
            case Paragraph():
                lines.append(f"{block.number} {plain(block.words)}".strip())
            case Items():
                lines += [f"{item.label or '–'} {plain(item.words)}" for item in block.items]
            case Table():
                for row in block.rows:
                    lines.append(": ".join(part for part in (in_line(cell) for cell in row) if part))
            case Heading():
                lines.append(block.text)
            case _:
                pass
    return "\n".join(clean(line) for line in lines)


def put_text(texts: list[Any], start: int, end: int, words: str) -> None:
    """Put words in place of the stretch from ``start`` to ``end``, which may be split over several runs."""
    at = 0
    for text in texts:
        length = len(text.text or "")
        first, last = max(start - at, 0), min(end - at, length)
        if first < last:
            text.text = (text.text or "")[:first] + words + (text.text or "")[last:]
            text.set(XML_SPACE, "preserve")
            words = ""
        at += length


def break_lines(text: Any) -> None:
    """Make each line end in a stretch of text a break as Word writes one."""
    first, *rest = (text.text or "").split("\n")
    if not rest:
        return
    text.text = first
    after = text
    for line in rest:
        broken, more = make(text, "br"), make(text, "t")
        more.text = line
        more.set(XML_SPACE, "preserve")
        after.addnext(broken)
        broken.addnext(more)
        after = more


def elements(blocks: tuple[Block, ...], like: Any, numbered: frozenset[str]) -> list[Any]:
    """Paragraphs and tables for the blocks, each set as the paragraph ``like``. Nothing to say makes none."""
    made: list[Any] = []
    has_numbers = is_numbered(like, numbered)
    for block in blocks:
        if made and isinstance(block, Paragraph) and block.setting is Setting.NOTE and local(made[-1]) == "p":
            put_paragraph_property(_properties(made[-1]), make(like, "keepNext"))
        match block:
            case Paragraph():
                made.append(_paragraph(block, like, is_first=not made, has_numbers=has_numbers))
            case Items():
                made += [_item(item.label, item.words, like, labelled=bool(item.label)) for item in block.items]
            case Heading():
                made.append(_line((Span(block.text, bold=True),), like, is_first=not made))
            case Table():
                made += [_table(block, like), make(like, "p")]
            case _:
                made.append(_line((Span(getattr(block, "alt", "")),), like, is_first=not made))
    return made


def is_numbered(like: Any, numbered: frozenset[str]) -> bool:
    """Whether Word numbers this paragraph by itself."""
    properties = child(like, "pPr")
    if properties is None:
        return False
    style = child(properties, "pStyle")
    return child(properties, "numPr") is not None or (style is not None and said(style, "val") in numbered)


def _paragraph(block: Paragraph, like: Any, *, is_first: bool, has_numbers: bool) -> Any:
    is_note = block.setting is Setting.NOTE
    spans = block.words
    if block.number and not has_numbers:
        spans = (Span(f"{block.number} "), *spans)
    line = _line(spans, like, is_first=is_first, italic=is_note)
    if is_note:
        _without_number(line, has_numbers)
    return line


def _line(spans: Words, like: Any, *, is_first: bool, italic: bool = False) -> Any:
    line = make(like, "p")
    properties = child(like, "pPr")
    if properties is not None:
        line.append(copy.deepcopy(properties))
        drop(line[0], "sectPr", *(() if is_first else ("pageBreakBefore",)))
    for span in spans:
        line.append(_run(span, like, italic=italic))
    return line


def _run(span: Span, like: Any, *, italic: bool) -> Any:
    run = make(like, "r")
    look = _look(like)
    for wanted, name in ((span.bold, "b"), (span.italic or italic, "i")):
        if wanted:
            look = make(like, "rPr") if look is None else look
            put_run_property(look, make(like, name))
    if look is not None:
        run.append(look)
    text = make(like, "t")
    text.text = clean(span.text)
    text.set(XML_SPACE, "preserve")
    run.append(text)
    break_lines(text)
    return run


def _look(like: Any) -> Any:
    """How the placeholder's own run is set, or None."""
    texts = own_texts(like)
    run = next((one for one in texts if (one.text or "").strip()), None)
    look = child(run.getparent(), "rPr") if run is not None else None
    return copy.deepcopy(look) if look is not None else None


def _item(label: str, words: Words, like: Any, *, labelled: bool) -> Any:
    line = _line((Span(f"{label if labelled else '–'}\t"), *words), like, is_first=False)
    properties = _properties(line)
    drop(properties, "numPr")
    put_paragraph_property(properties, make(line, "numPr"))
    properties_of_number = child(properties, "numPr")
    properties_of_number.append(make(line, "numId", val="0"))
    put_paragraph_property(properties, make(line, "ind", left=str(2 * int(_INDENT)), hanging=_INDENT))
    _tabs_as_marks(line)
    return line


def _tabs_as_marks(line: Any) -> None:
    """A tab is an element of its own in Word, within its run."""
    for text in own_texts(line):
        before, tab, after = (text.text or "").partition("\t")
        if tab:
            text.text = before
            mark = make(text, "tab")
            text.addnext(mark)
            if after:
                more = make(text, "t")
                more.text = after
                more.set(XML_SPACE, "preserve")
                mark.addnext(more)


def _without_number(line: Any, has_numbers: bool) -> None:
    if has_numbers:
        properties = _properties(line)
        none = make(line, "numPr")
        none.append(make(line, "numId", val="0"))
        put_paragraph_property(properties, none)


def _properties(line: Any) -> Any:
    properties = child(line, "pPr")
    if properties is None:
        properties = make(line, "pPr")
        line.insert(0, properties)
    return properties


def _table(block: Table, like: Any) -> Any:
    """A ruled table as wide as the text, its first row repeated on each page where it names the columns."""
    table, about, borders = make(like, "tbl"), make(like, "tblPr"), make(like, "tblBorders")
    about.append(make(like, "tblW", w="5000", type="pct"))
    for side in ("top", "bottom", "insideH"):
        borders.append(make(like, side, val="single", sz="4", space="0", color="808080"))
    about.append(borders)
    about.append(make(like, "tblLayout", type="fixed"))
    about.append(_margins(like))
    about.append(make(like, "tblLook", val="0020" if block.header else "0080"))
    if block.caption:
        about.append(make(like, "tblCaption", val=clean(block.caption)))
    table.append(about)
    shares = block.widths or (1,) * block.columns
    widths = [str(round(9000 * share / sum(shares))) for share in shares]
    grid = make(like, "tblGrid")
    for width in widths:
        grid.append(make(like, "gridCol", w=width))
    table.append(grid)
    if block.header:
        named = tuple((Paragraph((Span(name, bold=True),)),) for name in block.header)
        table.append(_row(named, widths, like, is_header=True))
    for row in block.rows:
        table.append(_row(row, widths, like, is_header=False))
    return table


def _margins(like: Any) -> Any:
    """The table's words begin where the text does."""
    margins = make(like, "tblCellMar")
    margins.append(make(like, "left", w="0", type="dxa"))
    margins.append(make(like, "right", w="115", type="dxa"))
    return margins


def _row(row: tuple[Any, ...], widths: list[str], like: Any, *, is_header: bool) -> Any:
    line, about = make(like, "tr"), make(like, "trPr")
    about.append(make(like, "cantSplit"))
    if is_header:
        about.append(make(like, "tblHeader"))
    line.append(about)
    for width, content in zip(widths, row, strict=True):
        box, size = make(like, "tc"), make(like, "tcPr")
        size.append(make(like, "tcW", w=width, type="dxa"))
        box.append(size)
        inside = elements(content, _bare(like), frozenset())
        for one in inside or [make(like, "p")]:
            box.append(one)
        line.append(box)
    return line


def _bare(like: Any) -> Any:
    """The paragraph's letters without its numbers and indents, as a table's cell is set."""
    bare = copy.deepcopy(like)
    properties = child(bare, "pPr")
    if properties is not None:
        drop(properties, "numPr", "ind", "sectPr", "keepNext", "pageBreakBefore", "framePr", "pBdr", "outlineLvl")
    put_paragraph_property(_properties(bare), make(bare, "spacing", before="40", after="40"))
    return bare
