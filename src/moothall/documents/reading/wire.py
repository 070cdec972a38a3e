"""Documents as plain JSON and back, so that they can pass between processes without anything that could run."""

from __future__ import annotations

from typing import Any

from moothall.documents.reading.document import Block, BlockKind, Document, Page


def dump(document: Document) -> dict[str, Any]:
    """The document as JSON objects and arrays."""
    return {
        "name": document.name,
        "sha256": document.sha256,
        "media": document.media,
        "metadata": document.metadata,
        "links": [list(link) for link in document.links],
        "pages": [
            {
                "number": page.number,
                "text": page.text,
                "width": page.width,
                "height": page.height,
                "blocks": [_dump_block(block) for block in page.blocks],
            }
            for page in document.pages
        ],
    }


def load(plain: dict[str, Any]) -> Document:
    """The document back from what ``dump`` gave. Raises ValueError, KeyError or TypeError if it is anything else."""
    return Document(
        name=str(plain["name"]),
        sha256=str(plain["sha256"]),
        media=str(plain["media"]),
        metadata=dict(plain["metadata"]),
        links=tuple((str(words), str(address)) for words, address in plain["links"]),
        pages=tuple(_load_page(page) for page in plain["pages"]),
    )


def _dump_block(block: Block) -> list[Any]:
    return [
        block.kind.value,
        block.start,
        block.end,
        block.level,
        block.number,
        block.table,
        block.row,
        block.column,
        block.bold,
        block.continues,
    ]


def _load_page(plain: dict[str, Any]) -> Page:
    text = str(plain["text"])
    blocks = tuple(_load_block(block, len(text)) for block in plain["blocks"])
    return Page(number=int(plain["number"]), text=text, blocks=blocks, width=plain["width"], height=plain["height"])


def _load_block(plain: list[Any], length: int) -> Block:
    kind, start, end, level, number, table, row, column, bold, continues = plain
    if not 0 <= start <= end <= length:
        raise ValueError(f"a block from {start} to {end} does not lie in a page of {length} characters")
    return Block(BlockKind(kind), start, end, level, number, table, row, column, bool(bold), bool(continues))
