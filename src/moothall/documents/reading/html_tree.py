"""A web page's tree from its source: frames and views of the source told apart, and no deeper than can be walked."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree
from lxml import html as markup

from moothall.documents.reading.document import Unreadable

DEEPEST = 120
_XML = re.compile(r"^\ufeff?\s*<\?xml[^>]*\?>")
_SOURCE = re.compile(r"^\s*(?:\d+\s+)?<(?:!doctype\s+html|html\b)", re.IGNORECASE)
_NO_LETTER = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]"
    r"|&#(?:x0*(?:[0-8be]|1[0-9a-f]|7f|d[89a-f][0-9a-f]{2}|fff[ef])|0*(?:[0-8]|11|1[4-9]|2\d|3[01]|127));?(?![0-9a-f])",
    re.IGNORECASE,
)
_FEW_LETTERS = 40
_SHOWN_FRAME = re.compile(r"^(?!about:|javascript:|data:)\S", re.IGNORECASE)
_NO_PAGE = re.compile(r"googletagmanager|doubleclick|recaptcha|youtube|facebook|cookie", re.IGNORECASE)


def tree(text: str, name: str) -> Any:
    """The root of a page's tree. Of a view of a page's source, saved as a page, it is the page itself.

    Raises Unreadable for a page without anything in it, for one that only frames another file, and for one whose
    elements lie thousands deep in one another.
    """
    root = _parsed(_XML.sub("", text), name)
    source = _viewed_source(root)
    if source is not None:
        root = _parsed(_XML.sub("", source), name)
    _refuse_frame(root, name)
    _flatten(root)
    return root


def _parsed(text: str, name: str) -> Any:
    parser = markup.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True, remove_pis=True)
    try:
        root = markup.document_fromstring(_NO_LETTER.sub("", text).encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable("empty", f"{name} holds no web page. Save the page again with its text.") from error
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        raise Unreadable(
            "bomb",
            f"{name} nests its parts thousands deep, which no page written for readers does, and was not read. "
            "Open the page in a browser, print it to a PDF, and upload that.",
        )
    return root


def _viewed_source(root: Any) -> str | None:
    """The source a browser shows as a page of its own, or None for every other page."""
    body = root.find(".//body")
    if body is None:
        return None
    lines = [cell.text_content() for cell in body.iter("td") if "line-content" in (cell.get("class") or "")]
    if not lines:
        shown = [child for child in body if isinstance(child.tag, str) and child.tag != "script"]
        if len(shown) != 1 or shown[0].tag != "pre":
            return None
    text = "\n".join(lines) if lines else body.text_content()
    return text if _SOURCE.match(text) else None


def _refuse_frame(root: Any, name: str) -> None:
    frames = [
        each.get("src", "")
        for each in root.iter("frame", "iframe")
        if _SHOWN_FRAME.match((each.get("src") or "").strip())
    ]
    frames = [each for each in frames if not _NO_PAGE.search(each)]
    if not frames:
        return
    is_set = next(root.iter("frameset"), None) is not None
    body = root.find(".//body")
    letters = 0 if body is None else sum(map(_letters, body.iter()))
    if is_set or letters < _FEW_LETTERS:
        raise Unreadable(
            "empty",
            f"{name} holds only the frame around a page; the words are in another file ({frames[0][:120]}). "
            "Open that page by itself, or the page's version for printing, save it, and upload that.",
        )


def _letters(element: Any) -> int:
    is_said = isinstance(element.tag, str) and element.tag not in ("script", "style", "noscript", "iframe")
    said = (element.text or "") if is_said else ""
    return sum(map(str.isalnum, said + (element.tail or "")))


def _flatten(root: Any) -> None:
    """Take the marks off elements that lie too deep to be walked, and keep their words where they stand."""
    deep, depth = [], 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if event == "start" and depth > DEEPEST and isinstance(element.tag, str):
            deep.append(element)
    for element in reversed(deep):
        element.drop_tag()
