"""Writes a document as one PDF that is tagged (PDF/UA-1) and lasting (PDF/A-3a), with files attached where wanted."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import typst

from moothall.documents.writing.document import (
    Block,
    Document,
    Heading,
    Items,
    Panel,
    Paragraph,
    Picture,
    Table,
    Words,
    in_text_column,
    is_short,
    stay_with_notes,
)
from moothall.documents.writing.glyphs import showable
from moothall.documents.writing.html import is_safe_link
from moothall.documents.writing.pdf_row_headings import mark_row_headings
from moothall.documents.writing.text import clean

FONTS = Path(__file__).with_name("fonts")
TEMPLATE = Path(__file__).with_name("page.typ")
STANDARDS: list[typst.PDFStandard] = ["ua-1", "a-3a"]


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file carried inside the PDF, as the data it was made from. ``media_type`` is what it is."""

    name: str
    data: bytes
    media_type: str = "application/json"
    description: str = ""


class NotWritten(Exception):
    """The PDF could not be made as it should be; the message says why and what to do next."""


def write(
    document: Document,
    *,
    attachments: Sequence[Attachment] = (),
    timestamp: datetime,
    footer: str | None = None,
) -> bytes:
    """The document as a PDF. The same document, files and ``timestamp`` (aware) always give the same bytes.

    ``footer`` replaces the document's own foot. Raises NotWritten where the typesetter warns or fails: a missing font
    would otherwise be replaced in silence.
    """
    said = _document(document, footer)
    said["attachments"] = [_attachment(file) for file in attachments]
    compiler = typst.Compiler(
        TEMPLATE.read_bytes(),
        root=str(FONTS.parent),
        font_paths=fonts(),
        ignore_system_fonts=True,
        sys_inputs={"document": json.dumps(said, ensure_ascii=False)},
    )
    try:
        written, warnings = compiler.compile_with_warnings(
            format="pdf", pdf_standards=STANDARDS, timestamp=timestamp.astimezone(UTC).replace(microsecond=0)
        )
    except typst.TypstError as error:
        raise NotWritten(f"The PDF could not be made: {error.message}. The other formats are not affected.") from error
    if warnings:
        raise NotWritten(
            f"The PDF was not made, because it would not look as it should: {warnings[0].message}. "
            "If a font is missing, run the set-up again."
        )
    assert isinstance(written, bytes)
    tables = [not block.header for block in document.blocks if isinstance(block, Table) and block.rows]
    return mark_row_headings(written, tables)


@lru_cache(maxsize=1)
def fonts() -> typst.Fonts:
    """The fonts documents are set in, found once. Raises NotWritten where they are not there."""
    if not any(FONTS.glob("*.ttf")):
        raise NotWritten(f"The document fonts are not in {FONTS.name}. Run the set-up again to fetch them.")
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])


def _document(document: Document, footer: str | None) -> dict[str, Any]:
    language, _, region = document.language.partition("-")
    indented = in_text_column(document.blocks)
    return {
        "title": _shown(document.title) or "Untitled",
        "owner": _shown(document.owner),
        "corner": _shown(document.corner),
        "eyebrow": _shown(document.eyebrow),
        "subtitles": [_shown(line) for line in document.subtitles if line],
        "foot": _shown(footer if footer is not None else document.foot or document.title),
        "summary": _shown(document.summary),
        "colour": document.colour,
        "lang": language,
        "region": region or None,
        "compact": document.is_compact,
        "blocks": [
            _block(block, inside, level) | {"sticky": stays}
            for block, inside, level, stays in zip(
                document.blocks, indented, _levels(document.blocks), stay_with_notes(document.blocks), strict=True
            )
        ],
    }


def _shown(text: str) -> str:
    return showable(clean(text), FONTS)


def _levels(blocks: Sequence[Block]) -> list[int]:
    """For each block, the level of its heading in the PDF: the title has a tag of its own there, so 1 comes next.

    PDF/UA-1 7.4.2 lets no level be skipped on the way down.
    """
    levels: list[int] = []
    last = 0
    for block in blocks:
        if isinstance(block, Heading):
            last = max(1, min(block.level - 1, last + 1))
        levels.append(last)
    return levels


def _block(block: Block, inside: bool, level: int) -> dict[str, Any]:
    match block:
        case Heading():
            said = {"kind": "heading", "level": level, "number": _shown(block.number), "text": _shown(block.text)}
            return said | {"indented": False}
        case Paragraph():
            return _part(block) | {"indented": inside and not block.number}
        case Items():
            return _part(block) | {"indented": inside}
        case Panel():
            return {"kind": "panel", "blocks": [_part(part) for part in block.blocks], "indented": False}
        case Table():
            return _table(block)
        case Picture():
            return {"kind": "picture", "svg": block.svg, "alt": _shown(block.alt), "indented": False}


def _part(part: Paragraph | Items) -> dict[str, Any]:
    if isinstance(part, Paragraph):
        return {
            "kind": "paragraph",
            "number": _shown(part.number),
            "setting": part.setting.value,
            "words": _words(part.words),
        }
    return {
        "kind": "items",
        "labelled": any(item.label for item in part.items),
        "items": [{"label": _shown(item.label), "words": _words(item.words)} for item in part.items],
    }


def _table(block: Table) -> dict[str, Any]:
    return {
        "kind": "table",
        "indented": False,
        "header": [_shown(name) for name in block.header],
        "widths": list(block.widths) or [1] * block.columns,
        "rows": [[[_part(part) for part in content] for content in row] for row in block.rows],
        "together": [is_short(row) for row in block.rows],
    }


def _words(spans: Words) -> list[dict[str, Any]]:
    return [
        {
            "text": _shown(span.text),
            "bold": span.bold,
            "italic": span.italic,
            "quiet": span.quiet,
            "link": clean(span.link) if is_safe_link(span.link) else "",
        }
        for span in spans
    ]


def _attachment(file: Attachment) -> dict[str, Any]:
    try:
        data: str | list[int] = file.data.decode()
    except UnicodeDecodeError:
        data = list(file.data)
    return {"name": file.name, "data": data, "media": file.media_type, "description": file.description or file.name}
