"""A notice as JSON: what it says particular by particular, and when and where it was given."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from moothall.documents.exchange.checked import NotLoaded, checked
from moothall.documents.exchange.checked import to_bytes as json_bytes
from moothall.domain.fingerprints import plain
from moothall.domain.notices import Notice
from moothall.domain.plain import build

FORMAT = "moothall-notice"
VERSION = 1
SCHEMA = "notice"


def dump(notice: Notice) -> dict[str, Any]:
    """The notice as plain JSON data. ``load`` gives it back."""
    return {"format": FORMAT, "version": VERSION, **plain(notice)}


def to_bytes(notice: Notice) -> bytes:
    """The notice as a JSON file in UTF-8, the same bytes for the same notice."""
    return json_bytes(dump(notice))


def load(data: bytes | str | Mapping[str, Any]) -> Notice:
    """The notice in a JSON file or in plain data. Raises NotLoaded, with the path of what is wrong."""
    found = checked(data, SCHEMA)
    try:
        return build(Notice, {name: value for name, value in found.items() if name not in ("format", "version")})
    except ValueError as error:
        path, _, sentence = str(error).partition(": ")
        raise NotLoaded(path.removeprefix("Notice").removeprefix("."), f"{sentence or path}.") from error
