"""A base text as JSON, with all its editions: how a council outside this installation takes part. In is as out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from moothall.documents.exchange.checked import NotLoaded, checked
from moothall.documents.exchange.checked import to_bytes as json_bytes
from moothall.domain.base_texts import BaseText
from moothall.domain.fingerprints import plain
from moothall.domain.plain import build

FORMAT = "moothall-base-text"
VERSION = 1
SCHEMA = "base_text"


def dump(text: BaseText) -> dict[str, Any]:
    """The base text as plain JSON data. ``load`` gives it back."""
    return {"format": FORMAT, "version": VERSION, **plain(text)}


def to_bytes(text: BaseText) -> bytes:
    """The base text as a JSON file in UTF-8, the same bytes for the same text."""
    return json_bytes(dump(text))


def load(data: bytes | str | Mapping[str, Any]) -> BaseText:
    """The base text in a JSON file or in plain data. Raises NotLoaded, with the path of what is wrong."""
    found = checked(data, SCHEMA)
    try:
        text = build(BaseText, {name: value for name, value in found.items() if name not in ("format", "version")})
    except ValueError as error:
        path, _, sentence = str(error).partition(": ")
        raise NotLoaded(path.removeprefix("BaseText").removeprefix("."), f"{sentence or path}.") from error
    for at, one in enumerate(text.editions):
        if one.number != at + 1:
            raise NotLoaded(f"editions[{at}].number", f"Editions are numbered from 1; this one must be {at + 1}.")
        if one.made_at.utcoffset() is None:
            raise NotLoaded(f"editions[{at}].made_at", "The moment must say its time zone, as in 2024-05-01T09:00:00Z.")
        keys = [section.key for section in one.sections]
        if len(set(keys)) < len(keys):
            raise NotLoaded(f"editions[{at}].sections", "A key stands twice, and only one of them can be meant.")
    return text
