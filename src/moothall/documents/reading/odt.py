"""Reads OpenDocument texts into one page: running head, headings, paragraphs, lists and tables in their order."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree

from moothall.documents.reading.document import Document, Unreadable
from moothall.documents.reading.odt_styles import Styles, counted, local
from moothall.documents.reading.one_page import OnePage

MEDIA = "application/vnd.oasis.opendocument.text"

_NOT_READ = {"tracked-changes", "annotation", "annotation-end", "sequence-decls", "forms", "table-of-content", "image"}
_MOST_REPEATED = 50
_DEEPEST = 40


def read(data: bytes, name: str) -> Document:
    """An OpenDocument text as one page. Changes that were tracked are read as accepted. Raises Unreadable."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            content = _parsed(archive, "content.xml")
            styles = _parsed(archive, "styles.xml") if "styles.xml" in archive.namelist() else None
            meta = _parsed(archive, "meta.xml") if "meta.xml" in archive.namelist() else None
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError, EOFError, OSError, ValueError) as error:
        raise Unreadable(
            "damaged",
            f"{name} could not be opened as an OpenDocument text. "
            "Open it in LibreOffice, save it again, and upload the new copy.",
        ) from error
    writer = _Writer(Styles(content, styles))
    for head in _running_heads(styles):
        writer.contents(head, 0)
    body = next((element for element in content.iter() if local(element) == "body"), None)
    for text in body if body is not None else ():
        writer.contents(text, 0)
    return Document(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        media=MEDIA,
        pages=(writer.page.page(),),
        metadata={**_metadata(meta), **{key: some for key, some in _left_in(content).items() if some}},
        links=tuple(writer.links),
    )


def _parsed(archive: zipfile.ZipFile, part: str) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True)
    return etree.fromstring(archive.read(part), parser)


def _running_heads(styles: Any) -> Iterator[Any]:
    """The heads of the page styles, each wording once."""
    seen = set()
    for element in styles.iter() if styles is not None else ():
        if local(element) in ("header", "header-first"):
            words = "".join(element.itertext()).strip()
            if words and words not in seen:
                seen.add(words)
                yield element


def _left_in(content: Any) -> dict[str, int]:
    """How many comments and tracked changes the file still holds; their words are not read."""
    names = [local(element) for element in content.iter() if isinstance(element.tag, str)]
    return {"comments": names.count("annotation"), "changes": names.count("changed-region")}


def _metadata(meta: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for element in meta.iter() if meta is not None else ():
        key = {"title": "title", "initial-creator": "author", "generator": "producer"}.get(local(element))
        if key and element.text and element.text.strip():
            found[key] = element.text.strip()
    return found


class _Writer:
    """Walks the body and writes the page."""

    def __init__(self, styles: Styles) -> None:
        self.page = OnePage()
        self.links: list[tuple[str, str]] = []
        self._styles = styles

    def contents(self, parent: Any, depth: int) -> None:
        """Write everything an element holds."""
        for child in parent:
            self._element(child, depth)

    def _element(self, element: Any, depth: int) -> None:
        kind = local(element)
        if kind in _NOT_READ or depth > _DEEPEST:
            return
        if kind == "h":
            self._heading(element, number_of(element, "outline-level"))
        elif kind == "p":
            self._paragraph(element)
            for box in _boxes(element):
                self.contents(box, depth + 1)
        elif kind == "list":
            self._list(element, attribute(element, "style-name"), 1, depth)
        elif kind == "table":
            self.page.table([_cells(row) for row in rows_of(element)])
        else:
            self.contents(element, depth + 1)

    def _heading(self, element: Any, level: int) -> None:
        words = self._words(element)
        printed = self._styles.heading_number(level) if words and attribute(element, "is-list-header") != "true" else ""
        self.page.heading(f"{printed} {words}".strip(), level)

    def _paragraph(self, element: Any) -> None:
        words = self._words(element)
        level = self._styles.heading_level(attribute(element, "style-name"))
        if level is not None:
            self.page.heading(words, level)
        else:
            self.page.paragraph(words, bold=self._styles.is_bold(element))

    def _list(self, element: Any, style: str, level: int, depth: int) -> None:
        style = attribute(element, "style-name") or style
        if attribute(element, "continue-numbering") != "true":
            self._styles.begin_list(style, level)
        for item in element:
            printed = None if local(item) == "list-header" else self._styles.list_label(style, level)
            for child in item:
                kind = local(child)
                if kind == "list" and depth < _DEEPEST:
                    self._list(child, style, level + 1, depth + 1)
                elif kind == "h":
                    words = self._words(child)
                    self.page.heading(f"{printed or ''} {words}".strip(), number_of(child, "outline-level", level))
                    printed = None
                elif kind == "p" and printed is not None:
                    self.page.item(self._words(child), printed)
                    printed = None
                else:
                    self._element(child, depth + 1)

    def _words(self, element: Any) -> str:
        for link in element.iter():
            if local(link) == "a" and attribute(link, "href"):
                self.links.append((words_of(link).strip(), attribute(link, "href")))
        return words_of(element).strip(" \n")


def words_of(element: Any) -> str:
    """The words of a paragraph as printed: spaces, tabs and line breaks spelled out, notes and boxes left out."""
    parts = [element.text or ""]
    for child in element:
        kind = local(child)
        if kind == "s":
            parts.append(" " * min(number_of(child, "c"), _MOST_REPEATED))
        elif kind == "tab":
            parts.append("\t")
        elif kind == "line-break":
            parts.append("\n")
        elif kind not in _NOT_READ and kind not in ("note", "frame", "custom-shape", "soft-page-break", "g"):
            parts.append(words_of(child))
        parts.append(child.tail or "")
    return "".join(parts).replace("\u00ad", "")


def _boxes(element: Any) -> Iterator[Any]:
    return (child for child in element.iter() if local(child) == "text-box")


def rows_of(table: Any) -> Iterator[Any]:
    """The rows of a table in their order, those of its head and groups among them."""
    for child in table:
        kind = local(child)
        if kind == "table-row":
            yield child
        elif kind in ("table-header-rows", "table-rows", "table-row-group"):
            yield from rows_of(child)


def _cells(row: Any) -> list[str]:
    found: list[str] = []
    for cell in row:
        if local(cell) not in ("table-cell", "covered-table-cell"):
            continue
        paragraphs = [words_of(each) for each in cell.iter() if local(each) in ("p", "h")]
        times = min(number_of(cell, "number-columns-repeated"), _MOST_REPEATED)
        found += [" ".join(paragraphs)] * times
    while found and not found[-1].strip():
        found.pop()
    return found


def number_of(element: Any, name: str, otherwise: int = 1) -> int:
    """An attribute that counts something; ``otherwise`` where there is none or it is no such number."""
    return counted(attribute(element, name), otherwise)


def attribute(element: Any, name: str) -> str:
    """An attribute by its name, whatever namespace it is in."""
    return next((str(value) for key, value in element.attrib.items() if etree.QName(key).localname == name), "")
