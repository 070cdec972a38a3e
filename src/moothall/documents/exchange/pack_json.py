"""The list of a return's files as JSON: name, size, SHA-256 and what each is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from moothall.documents.exchange.checked import NotLoaded, checked
from moothall.documents.exchange.checked import to_bytes as json_bytes
from moothall.domain.fingerprints import plain
from moothall.domain.packs import Pack
from moothall.domain.plain import build

FORMAT = "moothall-pack"
VERSION = 1
SCHEMA = "pack"
FILE_NAME = "manifest.json"


def dump(pack: Pack) -> dict[str, Any]:
    """The list as plain JSON data. ``load`` gives it back."""
    return {"format": FORMAT, "version": VERSION, **plain(pack)}


def to_bytes(pack: Pack) -> bytes:
    """The list as a JSON file in UTF-8, the same bytes for the same pack."""
    return json_bytes(dump(pack))


def load(data: bytes | str | Mapping[str, Any]) -> Pack:
    """The list in a JSON file or in plain data. Raises NotLoaded, with the path of what is wrong."""
    found = checked(data, SCHEMA)
    try:
        return build(Pack, {name: value for name, value in found.items() if name not in ("format", "version")})
    except ValueError as error:
        path, _, sentence = str(error).partition(": ")
        raise NotLoaded(path.removeprefix("Pack").removeprefix("."), f"{sentence or path}.") from error
