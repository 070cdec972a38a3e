"""A page read by its structure tree: what the program that made the PDF said each stretch of words is."""

from __future__ import annotations

import ctypes
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from moothall.documents.reading.document import BlockKind
from moothall.documents.reading.pdf_letters import plainly
from moothall.documents.reading.pdf_pieces import Line, Piece, split_lines
from moothall.documents.reading.pdf_words import Word

_INLINE = {
    "Span", "Link", "Em", "Strong", "Sub", "Quote", "Code", "Reference", "BibEntry", "Annot", "Ruby", "Warichu",
    "Lbl", "NonStruct", "Note", "FENote", "Formula", "Form",
}  # fmt: skip
_HEADINGS = {"H": 1, "Title": 1, **{f"H{depth}": depth for depth in range(1, 10)}}
_DEEPEST = 60
_MOST_ELEMENTS = 50_000
_LONGEST_KIND = 128  # bytes

_count_children = plainly(raw.FPDF_StructElement_CountChildren, ctypes.c_int, ctypes.c_void_p)
_child_mark = plainly(raw.FPDF_StructElement_GetChildMarkedContentID, ctypes.c_int, ctypes.c_void_p, ctypes.c_int)
_child = plainly(raw.FPDF_StructElement_GetChildAtIndex, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
_type = plainly(raw.FPDF_StructElement_GetType, ctypes.c_ulong, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_ulong)


@dataclass(slots=True)
class Element:
    """One element of the tree: its type, and its children, which are elements or marked-content ids."""

    kind: str
    children: list[Element | int] = field(default_factory=list)


class Tags:
    """The structure tree of one page."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self._left = _MOST_ELEMENTS
        self.roots: list[Element] = []
        tree = raw.FPDF_StructTree_GetForPage(page.raw)
        if not tree:
            return
        try:
            for index in range(max(0, raw.FPDF_StructTree_CountChildren(tree))):
                child = raw.FPDF_StructTree_GetChildAtIndex(tree, index)
                if child:
                    self.roots.append(self._element(ctypes.cast(child, ctypes.c_void_p).value, 0))
        finally:
            raw.FPDF_StructTree_Close(tree)

    def _element(self, handle: int | None, depth: int) -> Element:
        self._left -= 1
        element = Element(_kind(handle))
        if depth > _DEEPEST or self._left < 0:
            return element
        for index in range(max(0, _count_children(handle))):
            mark = _child_mark(handle, index)
            if mark >= 0:
                element.children.append(mark)
                continue
            child = _child(handle, index)
            if child:
                element.children.append(self._element(child, depth + 1))
        return element


def _kind(handle: int | None) -> str:
    buffer = (ctypes.c_char * _LONGEST_KIND)()
    _type(handle, ctypes.addressof(buffer), _LONGEST_KIND)
    return buffer.raw.decode("utf-16-le", "replace").split("\x00", 1)[0]


class TagReader:
    """Turns trees into pieces. Kept for a whole document, so that tables are counted through it."""

    def __init__(self) -> None:
        self.tables = 0
        self._by_mark: dict[int, list[Word]] = {}

    def pieces(self, tags: Tags, words: list[Word]) -> tuple[list[Piece], list[Word]]:
        """The pieces of a page in the tree's order, and the words that stand outside the tree."""
        by_mark: dict[int, list[Word]] = defaultdict(list)
        for word in words:
            by_mark[word.mark].append(word)
        outside = by_mark.pop(-1, [])
        self._by_mark = by_mark
        found = [piece for root in tags.roots for piece in self._block(root)]
        for rest in by_mark.values():
            outside.extend(rest)
        outside.sort(key=lambda word: word.first)
        return found, outside

    def _take(self, element: Element | int) -> list[Word]:
        """Every word under an element, each given out once."""
        if isinstance(element, int):
            return self._by_mark.pop(element, [])
        return [word for child in element.children for word in self._take(child)]

    def _block(self, element: Element, kind: BlockKind = BlockKind.PARAGRAPH) -> Iterator[Piece]:
        if element.kind == "Artifact":
            yield from _piece(BlockKind.PARAGRAPH, self._take(element), furniture=True)
        elif element.kind in _HEADINGS:
            yield from _piece(BlockKind.HEADING, self._take(element), level=_HEADINGS[element.kind])
        elif element.kind == "Table":
            yield from self._table(element)
        elif element.kind == "LI":
            yield from self._mixed(element, BlockKind.LIST_ITEM)
        else:
            yield from self._mixed(element, kind)

    def _mixed(self, element: Element, kind: BlockKind) -> Iterator[Piece]:
        """Runs of words directly inside an element are a paragraph each; elements between them speak for themselves."""
        run: list[Word] = []
        for child in element.children:
            if isinstance(child, int) or _is_inline(child) or _is_item_body(child, kind):
                run.extend(self._take(child))
            else:
                inner = list(self._block(child, kind))
                if run and inner and kind is BlockKind.LIST_ITEM and len(run) <= 2 and inner[0].lines:
                    inner[0].lines[0][:0] = run  # a label stands before the first words of its item
                    run = []
                yield from _piece(kind, run)
                run = []
                yield from inner
        yield from _piece(kind, run)

    def _table(self, element: Element) -> Iterator[Piece]:
        rows = [row for row in _rows(element) if row.children]
        said = [child for child in element.children if isinstance(child, Element) and child.kind == "Caption"]
        for caption in said:
            yield from self._block(caption)
        found = []
        for row in rows:
            cells = [split_lines(self._take(cell)) for cell in row.children]
            if any(cells):
                found.append(Piece(BlockKind.TABLE_ROW, cells=cells, certain=True))
        if found and max(len(piece.cells) for piece in found) > 1:
            for number, piece in enumerate(found):
                piece.table, piece.row, piece.loose = self.tables, number, number < len(found) - 1
            self.tables += 1
            yield from found
        else:  # one cell a row is a box around text
            for piece in found:
                yield from _piece(BlockKind.PARAGRAPH, list(piece.words()))
        yield from _piece(BlockKind.PARAGRAPH, self._take(element))


def _rows(element: Element) -> Iterator[Element]:
    for child in element.children:
        if isinstance(child, int):
            continue
        if child.kind == "TR":
            yield child
        elif child.kind in ("THead", "TBody", "TFoot", "NonStruct", "Div", "Sect"):
            yield from _rows(child)


def _is_inline(element: Element) -> bool:
    return element.kind in _INLINE and not _has_blocks(element)


def _is_item_body(element: Element, kind: BlockKind) -> bool:
    return kind is BlockKind.LIST_ITEM and element.kind in ("LBody", "P", "Div") and not _has_blocks(element)


def _has_blocks(element: Element) -> bool:
    return any(isinstance(child, Element) and not _is_inline(child) for child in element.children)


def _piece(kind: BlockKind, words: list[Word], *, level: int | None = None, furniture: bool = False) -> Iterator[Piece]:
    lines: list[Line] = split_lines(words)
    if lines:
        yield Piece(kind, lines=lines, level=level, furniture=furniture, certain=kind is not BlockKind.PARAGRAPH)
