"""Reads Word documents into one page: header, paragraphs, tables and text boxes in the order they stand.

Changes that were tracked are read as accepted. Numbers that Word prints by itself are written into the text, so that
a paragraph can be cited by them.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import docx
from docx.oxml.ns import qn

from moothall.documents.reading.document import Block, BlockKind, Document, Page, Unreadable
from moothall.documents.reading.docx_numbering import Numbering
from moothall.documents.reading.text import blocks_of

MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_HEADING_STYLE = re.compile(r"^(?:heading|überschrift)\s*(\d)$|^(title)$", re.IGNORECASE)
_SKIPPED = {qn("w:del"), qn("w:moveFrom"), qn("w:instrText"), qn("w:pPr"), qn("w:rPr"), qn("w:txbxContent")}
_SKIPPED_NAMES = {"Fallback"}


def read(data: bytes, name: str) -> Document:
    """A Word document as one page. Raises Unreadable when it is damaged or has no words."""
    try:
        package = docx.Document(io.BytesIO(data))
        page = _Writer(package).page()
    except Unreadable:
        raise
    except Exception as error:  # any fault of a stranger's file is the same answer to the person who gave it
        raise Unreadable(
            "damaged", f"{name} could not be opened as a Word document. Open it in Word, save it again and retry."
        ) from error
    if not page.text.strip():
        raise Unreadable("empty", f"{name} has no words in it. If it holds pictures of pages, give the original text.")
    properties = package.core_properties
    metadata = {"title": properties.title, "author": properties.author, **_left_in(package)}
    return Document(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        media=MEDIA,
        pages=(page,),
        metadata={key: value for key, value in metadata.items() if value},
        links=tuple(_links(package)),
    )


def _left_in(package: Any) -> dict[str, int]:
    """How many comments and tracked changes the file still holds; their words are not read."""
    body = package.element.body
    changes = sum(1 for tag in ("w:ins", "w:del", "w:moveTo") for _ in body.iter(qn(tag)))
    comments = {mark.get(qn("w:id")) for mark in body.iter(qn("w:commentReference"))}
    return {"comments": len(comments), "changes": changes}


class _Writer:
    """Writes the page's text and its blocks as it walks the package."""

    def __init__(self, package: Any) -> None:
        self.package = package
        self.numbering = Numbering(package)
        self.parts: list[str] = []
        self.length = 0
        self.blocks: list[Block] = []
        self.tables = 0

    def page(self) -> Page:
        for header in self._headers():
            self._contents(header)
        self._contents(self.package.element.body)
        return Page(number=1, text="".join(self.parts), blocks=tuple(self.blocks))

    def _headers(self) -> Iterator[Any]:
        seen: set[str] = set()
        for section in self.package.sections:
            for header in (section.first_page_header, section.header):
                words = " ".join(_words(p) for p in header._element.iter(qn("w:p"))).strip()
                if words and words not in seen:
                    seen.add(words)
                    yield header._element

    def _contents(self, parent: Any) -> None:
        for child in parent:
            if child.tag == qn("w:p"):
                self._paragraph(child)
                for box in child.iter(qn("w:txbxContent")):
                    if not _inside_fallback(box):
                        self._contents(box)
            elif child.tag == qn("w:tbl"):
                self._table(child)
            elif child.tag == qn("w:sdt"):
                for content in child.findall(qn("w:sdtContent")):
                    self._contents(content)
            elif child.tag in (qn("w:ins"), qn("w:customXml"), qn("w:smartTag")):
                self._contents(child)

    def _write(self, text: str) -> int:
        start = self.length
        self.parts.append(text)
        self.length += len(text)
        return start

    def _paragraph(self, element: Any) -> None:
        words = _words(element).strip(" \n")
        if not words.strip():
            return
        printed = self.numbering.printed(element)
        level = self._heading_level(element)
        whole = f"{printed} {words}" if printed else words
        start = self._write(whole)
        self._write("\n\n")
        number = printed.strip("(). ") if printed else None
        if level is not None:
            flat = blocks_of(words)
            number = number or (flat[0].number if flat else None)
            self.blocks.append(Block(BlockKind.HEADING, start, start + len(whole), level=level, number=number))
        elif printed is not None and "\t" not in words:
            kept = number if printed and not printed.startswith("•") else None
            self.blocks.append(
                Block(BlockKind.LIST_ITEM, start, start + len(whole), number=kept, bold=_all_bold(element))
            )
        else:
            self._plain(whole, start, bold=_all_bold(element))

    def _plain(self, words: str, start: int, *, bold: bool) -> None:
        """A paragraph with no style of its own: it may still be a typed list item, or a row set with tabs."""
        newest = self.tables
        for block in blocks_of(words):
            table = None if block.table is None else self.tables + block.table
            newest = max(newest, (table or 0) + 1) if table is not None else newest
            kind, is_bold = block.kind, bold or block.bold
            if bold and kind is BlockKind.PARAGRAPH and len(words) <= 120 and words.rstrip()[-1:] not in ".;,":
                kind = BlockKind.HEADING
            self.blocks.append(
                replace(block, kind=kind, start=block.start + start, end=block.end + start, table=table, bold=is_bold)
            )
        self.tables = newest

    def _table(self, element: Any) -> None:
        table, self.tables = self.tables, self.tables + 1
        for row, line in enumerate(element.iter(qn("w:tr"))):
            if next(line.iterancestors(qn("w:tbl"))) is not element:
                continue  # a row of a table inside a cell: its words stand in that cell
            cells: list[Block] = []
            first = self.length
            for column, cell in enumerate(line.findall(qn("w:tc"))):
                if column:
                    self._write("\t")
                words = "" if _carries_on(cell) else self._cell(cell)
                start = self._write(words)
                cells.append(
                    Block(BlockKind.TABLE_CELL, start, start + len(words), table=table, row=row, column=column)
                )
            self.blocks.append(Block(BlockKind.TABLE_ROW, first, self.length, table=table, row=row))
            self.blocks.extend(cells)
            self._write("\n")
        self._write("\n")

    def _cell(self, cell: Any) -> str:
        lines = []
        for paragraph in cell.iter(qn("w:p")):
            words = _words(paragraph).replace("\t", " ").strip()
            if words:
                printed = self.numbering.printed(paragraph)
                lines.append(f"{printed} {words}" if printed else words)
        return "\n".join(lines)

    def _heading_level(self, element: Any) -> int | None:
        style = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        if style is None:
            return None
        identifier = style.get(qn("w:val"), "")
        for candidate in self.package.styles:
            if candidate.style_id == identifier:
                match = _HEADING_STYLE.match(candidate.name or "")
                return None if match is None else int(match.group(1) or 1)
        return None


def _words(element: Any) -> str:
    """The words of a paragraph as printed, tracked changes accepted, text boxes left out."""
    out: list[str] = []

    def walk(node: Any) -> None:
        for child in node:
            if not isinstance(child.tag, str) or child.tag in _SKIPPED:
                continue
            name = child.tag.rsplit("}", 1)[-1]
            if name in _SKIPPED_NAMES:
                continue
            if child.tag == qn("w:t"):
                out.append(child.text or "")
            elif child.tag in (qn("w:tab"), qn("w:ptab")):
                out.append("\t")
            elif child.tag in (qn("w:br"), qn("w:cr")):
                out.append("\n")
            elif child.tag == qn("w:noBreakHyphen"):
                out.append("-")
            else:
                walk(child)

    walk(element)
    return "".join(out)


def _all_bold(element: Any) -> bool:
    runs = [run for run in element.iter(qn("w:r")) if any((t.text or "").strip() for t in run.iter(qn("w:t")))]
    return bool(runs) and all(_is_bold(run) for run in runs)


def _is_bold(run: Any) -> bool:
    mark = run.find(f"{qn('w:rPr')}/{qn('w:b')}")
    return mark is not None and mark.get(qn("w:val"), "1") not in ("0", "false")


def _carries_on(cell: Any) -> bool:
    merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
    return merge is not None and merge.get(qn("w:val"), "continue") == "continue"


def _inside_fallback(element: Any) -> bool:
    return any(ancestor.tag.rsplit("}", 1)[-1] in _SKIPPED_NAMES for ancestor in element.iterancestors())


def _links(package: Any) -> Iterator[tuple[str, str]]:
    for link in package.element.body.iter(qn("w:hyperlink")):
        relation = package.part.rels.get(link.get(qn("r:id"), ""))
        if relation is not None and relation.is_external:
            yield _words(link), relation.target_ref
