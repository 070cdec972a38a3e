"""An item of an agenda as JSON: what a committee system asks for beside the files, and the files by fingerprint."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from moothall.documents.exchange.checked import NotLoaded, checked
from moothall.documents.exchange.checked import to_bytes as json_bytes
from moothall.domain.agenda_items import Item
from moothall.domain.fingerprints import plain
from moothall.domain.plain import build

FORMAT = "moothall-agenda-item"
VERSION = 1
SCHEMA = "item"
FILE_NAME = "item.json"


def dump(item: Item) -> dict[str, Any]:
    """The item as plain JSON data. ``load`` gives it back."""
    return {"format": FORMAT, "version": VERSION, **plain(item)}


def to_bytes(item: Item) -> bytes:
    """The item as a JSON file in UTF-8, the same bytes for the same item."""
    return json_bytes(dump(item))


def load(data: bytes | str | Mapping[str, Any]) -> Item:
    """The item in a JSON file or in plain data. Raises NotLoaded, with the path of what is wrong."""
    found = checked(data, SCHEMA)
    try:
        return build(Item, {name: value for name, value in found.items() if name not in ("format", "version")})
    except ValueError as error:
        path, _, sentence = str(error).partition(": ")
        raise NotLoaded(path.removeprefix("Item").removeprefix("."), f"{sentence or path}.") from error
