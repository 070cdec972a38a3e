"""Writes a feed as Atom (RFC 4287)."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from lxml import etree

from moothall.documents.writing.feed import Entry, Feed
from moothall.documents.writing.text import clean

MEDIA_TYPE = "application/atom+xml"
NAMESPACE = "http://www.w3.org/2005/Atom"


def write(feed: Feed) -> bytes:
    """The feed as an Atom file, the same bytes for the same feed. Every time is told in UTC."""
    nsmap: Any = {None: NAMESPACE}
    root: Any = etree.Element(f"{{{NAMESPACE}}}feed", nsmap=nsmap)
    root.set("{http://www.w3.org/XML/1998/namespace}lang", "en-GB")
    _add(root, "id", feed.self_address)
    _add(root, "title", feed.title)
    _add(root, "updated", _moment(feed.updated_at))
    _add(root, "link", rel="self", type=MEDIA_TYPE, href=feed.self_address)
    _add(root, "link", rel="alternate", type="text/html", href=feed.page)
    for one in feed.entries:
        _entry(_add(root, "entry"), one)
    etree.indent(root)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8")) + b"\n"


def _entry(entry: Any, one: Entry) -> None:
    _add(entry, "id", one.id)
    _add(entry, "title", one.title)
    _add(entry, "updated", _moment(one.at))
    _add(entry, "published", _moment(one.at))
    _add(_add(entry, "author"), "name", one.author)
    _add(entry, "category", term=one.kind)
    _add(entry, "link", rel="alternate", type="text/html", href=one.address)
    _add(entry, "summary", one.summary)


def _add(parent: Any, name: str, text: str = "", **attributes: str) -> Any:
    child = etree.SubElement(parent, f"{{{NAMESPACE}}}{name}", attributes)
    if text:
        child.text = clean(text)
    return child


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
