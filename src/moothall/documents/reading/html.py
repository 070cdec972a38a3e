"""Reads saved web pages: what a council's site or committee system says, without what stands around on every page."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

from moothall.documents.reading import html_main, html_tree
from moothall.documents.reading.document import Document
from moothall.documents.reading.one_page import OnePage
from moothall.documents.reading.text import decode_bytes, wide

MEDIA = "text/html"

_CHARSET = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?([\w-]+)""", re.IGNORECASE)
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)")
_SPACE = re.compile(r"[ \t\r\n\f\u00a0\u200b]+")
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_CONTAINERS = {
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "hr", "html", "legend", "li", "main",
    "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    *_HEADINGS,
}  # fmt: skip
_BOLD = {"b", "strong"}


def read(data: bytes, name: str, *, charset: str | None = None, whole: bool = False) -> Document:
    """A web page as a document of one page. ``charset`` names its letters where a mail or archive says them.

    ``whole`` for the words of a mail, which have nothing standing around them. Raises Unreadable when there are no
    words in it.
    """
    text = _decoded(data, charset)
    root = html_tree.tree(text, name)
    metadata = _metadata(root, text)
    plates = [] if whole else html_main.name_plates(root)
    main = html_main.find(root, whole=whole)
    writer = _Writer(str(metadata.get("address", "")))
    if not whole and (title := html_main.title_outside(root, main)) is not None:
        writer.element(title)
    writer.contents(main)
    beside = [*([str(metadata["title"])] if "title" in metadata and not whole else []), *plates]
    if beside:
        places = [(writer.page.aside(words), words) for words in beside]
        metadata["left_out"] = [{"page": 1, "start": at, "end": end, "text": words} for (at, end), words in places]
        metadata["notes"] = [
            "Menus, notices and feet are left out; the page's title for the browser and the name in its banner or foot "
            "stand last."
        ]
    page = writer.page.page()
    return Document(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        media=MEDIA,
        pages=(page,),
        metadata=metadata,
        links=tuple(writer.links),
    )


def _decoded(data: bytes, charset: str | None = None) -> str:
    """The page's text: by its byte mark or its look, else as UTF-8, else as it is said to be, else Windows-1252.

    What is said is believed last, since pages that name the wrong letters are common.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    if (order := wide(data)) is not None:
        return data.decode(order, "replace")
    declared = _CHARSET.search(data[:4096])
    named = (declared.group(1).decode("ascii") if declared else charset or "cp1252").lower()
    if named.startswith(("utf", "ucs", "unicode")) or named in ("iso-8859-1", "latin1", "us-ascii"):
        named = "cp1252"
    try:
        return decode_bytes(data, named).removeprefix("\ufeff")
    except (LookupError, ValueError):
        return decode_bytes(data).removeprefix("\ufeff")


def _metadata(root: Any, text: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    title = root.find(".//title")
    if title is not None and (words := _SPACE.sub(" ", title.text_content()).strip()):
        found["title"] = words
    for meta in root.iter("meta"):
        said = str(meta.get("property") or meta.get("name") or "").lower()
        content = (meta.get("content") or "").strip()
        key = {"og:url": "address", "og:site_name": "site", "dcterms.publisher": "site", "description": "description"}
        if content and said in key:
            found.setdefault(key[said], content)
    for link in root.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split() and link.get("href"):
            found["address"] = link.get("href").strip()
    if saved := _SAVED_FROM.search(text[:5000]):
        found.setdefault("address", saved.group(1))
    base = root.find(".//base")
    if base is not None and base.get("href"):
        found.setdefault("address", base.get("href").strip())
    return found


class _Writer:
    """Walks the main part of a page and writes it."""

    def __init__(self, address: str) -> None:
        self.page = OnePage()
        self.links: list[tuple[str, str]] = []
        self._address = address

    def contents(self, element: Any) -> None:
        """Write what an element holds: runs of words as paragraphs, elements within it as what they are."""
        run: list[Any] = [element.text or ""]
        for child in element:
            if not isinstance(child.tag, str):
                run.append(child.tail or "")
            elif _is_block(child):
                self._paragraph(run)
                self.element(child)
                run = [child.tail or ""]
            else:
                run += [child, child.tail or ""]
        self._paragraph(run)

    def element(self, element: Any) -> None:
        """Write an element as what it is."""
        tag = element.tag
        if tag in _HEADINGS:
            self._note_links(element)
            self.page.heading(_line(element), _HEADINGS[tag])
        elif tag in ("ul", "ol"):
            self._list(element, ordered=tag == "ol")
        elif tag == "dl":
            self._note_links(element)
            self.page.table(list(_pairs(element)))
        elif tag == "table" and _is_data(element):
            self._note_links(element)
            rows = [[_line(cell) for cell in row if cell.tag in ("td", "th")] for row in _rows(element)]
            self.page.table(rows)
        else:
            self.contents(element)

    def _list(self, element: Any, *, ordered: bool) -> None:
        count = int(element.get("start")) if re.fullmatch("[0-9]{1,6}", element.get("start") or "") else 1
        for child in element:
            if child.tag != "li":
                if isinstance(child.tag, str):
                    self.element(child) if _is_block(child) else self._paragraph([child])
                continue
            blocks = [inner for inner in child if isinstance(inner.tag, str) and _is_block(inner)]
            words = _line(child, without=set(blocks)) if blocks else _line(child)
            if blocks and not words and blocks[0].tag in ("p", "div") and not _holds_blocks(blocks[0]):
                words = _line(blocks.pop(0))
            self._note_links(child)
            self.page.item(words, f"{count}." if ordered else "")
            count += 1
            for inner in blocks:
                self.element(inner)

    def _paragraph(self, run: list[Any]) -> None:
        for element in run:
            if not isinstance(element, str):
                self._note_links(element)
        words = "".join(piece if isinstance(piece, str) else _inline(piece) for piece in run)
        bold = _is_bold(run)
        for part in re.split(r"\n[ ]*(?:\n[ ]*)+", _tidy(words)):
            self.page.paragraph(part.strip(), bold=bold)

    def _note_links(self, element: Any) -> None:
        for link in element.iter("a"):
            address, words = (link.get("href") or "").strip(), _line(link)
            if address and words and not address.lower().startswith(("javascript:", "#")):
                try:
                    entry = (words, urljoin(self._address, address))
                except ValueError:
                    continue
                if entry not in self.links[-200:]:
                    self.links.append(entry)


def _is_block(element: Any) -> bool:
    return element.tag in _CONTAINERS or _holds_blocks(element)


def _holds_blocks(element: Any) -> bool:
    return any(isinstance(child.tag, str) and _is_block(child) for child in element)


def _inline(element: Any, without: frozenset[Any] | set[Any] = frozenset()) -> str:
    """The words of an element, line breaks kept."""
    if not isinstance(element.tag, str) or element in without:
        return ""
    if element.tag == "br":
        return "\v"
    parts = [element.text or ""]
    for child in element:
        inner = _inline(child, without)
        # Words of two cells or paragraphs never run together, however the source is laid out.
        parts += [f" {inner} " if child.tag in _CONTAINERS else inner, child.tail or ""]
    return "".join(parts)


def _line(element: Any, without: frozenset[Any] | set[Any] = frozenset()) -> str:
    return _SPACE.sub(" ", _inline(element, without).replace("\v", " ")).strip()


def _tidy(words: str) -> str:
    """Spaces as a browser shows them, and line breaks where the page asks for them."""
    return "\n".join(_SPACE.sub(" ", line).strip() for line in words.split("\v"))


def _is_bold(run: list[Any]) -> bool:
    """Whether all the words of a run stand in bold."""
    plain = "".join(piece for piece in run if isinstance(piece, str))
    elements = [piece for piece in run if not isinstance(piece, str) and _line(piece)]
    return bool(elements) and not plain.strip("\u00a0 \t\r\n:") and all(_is_strong(piece) for piece in elements)


def _is_strong(element: Any) -> bool:
    if element.tag in _BOLD or "font-weight:bold" in (element.get("style") or "").replace(" ", "").lower():
        return True
    inner = [child for child in element if _line(child)]
    outside = (element.text or "") + "".join(child.tail or "" for child in element)
    return bool(inner) and not outside.strip() and all(_is_strong(child) for child in inner)


def _rows(table: Any) -> Iterator[Any]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from _rows(child)


def _is_data(table: Any) -> bool:
    """Whether a table is one of data: more than one column, and no tables or headings laid out within it."""
    if (table.get("role") or "").lower() in ("presentation", "none"):
        return False
    if any(True for _ in table.iterdescendants("table", *_HEADINGS)):
        return False
    return any(sum(cell.tag in ("td", "th") for cell in row) > 1 for row in _rows(table))


def _pairs(element: Any) -> Iterator[list[str]]:
    """The rows of a definition list: what is named, and what is said of it."""
    names: list[str] = []
    said: list[str] = []
    for child in element.iter("dt", "dd"):
        if child.tag == "dt":
            if said:
                yield [" / ".join(names), *said]
                names, said = [], []
            names.append(_line(child))
        else:
            said.append(_line(child))
    if names or said:
        yield [" / ".join(names), *said]
