"""A document as the passages it says, one after another, for comparing a copy with it."""

from __future__ import annotations

from collections.abc import Iterator

from moothall.documents.writing.document import Cell, Document, Heading, Items, Panel, Paragraph, Picture, Table, plain


def compose(document: Document) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The passages of a document in order, and what stands around them: title, heads, feet, headings of tables."""
    around = [document.title, document.owner, document.corner, document.eyebrow, document.foot, *document.subtitles]
    around += [name for block in document.blocks if isinstance(block, Table) for name in block.header]
    return tuple(one for one in _said(document) if one.strip()), tuple(around)


def _said(document: Document) -> Iterator[str]:
    for block in document.blocks:
        match block:
            case Heading():
                yield block.text
            case Paragraph() | Items():
                yield from _parts((block,))
            case Panel():
                yield from _parts(block.blocks)
            case Table():
                for row in block.rows:
                    for content in row:
                        yield from _parts(content)
            case Picture():
                continue


def _parts(parts: Cell) -> Iterator[str]:
    for part in parts:
        if isinstance(part, Items):
            yield from (plain(item.words) for item in part.items)
        else:
            yield plain(part.words)
