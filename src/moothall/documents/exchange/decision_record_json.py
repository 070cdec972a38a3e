"""The record of a decision as JSON: the fields of councils' pages, and where what each says was taken from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from moothall.documents.exchange.checked import NotLoaded, checked
from moothall.documents.exchange.checked import to_bytes as json_bytes
from moothall.domain.decision_records import DecisionRecord
from moothall.domain.fingerprints import plain
from moothall.domain.plain import build

FORMAT = "moothall-decision-record"
VERSION = 1
SCHEMA = "decision-record"


def dump(record: DecisionRecord) -> dict[str, Any]:
    """The record as plain JSON data: null is not known, an empty list says that there are none. ``load`` reads it."""
    return {"format": FORMAT, "version": VERSION, **plain(record)}


def to_bytes(record: DecisionRecord) -> bytes:
    """The record as a JSON file in UTF-8, the same bytes for the same record."""
    return json_bytes(dump(record))


def load(data: bytes | str | Mapping[str, Any]) -> DecisionRecord:
    """The record in a JSON file or in plain data. Raises NotLoaded, with the path of what is wrong."""
    found = checked(data, SCHEMA)
    try:
        return build(
            DecisionRecord, {name: value for name, value in found.items() if name not in ("format", "version")}
        )
    except ValueError as error:
        path, _, sentence = str(error).partition(": ")
        raise NotLoaded(path.removeprefix("DecisionRecord").removeprefix("."), f"{sentence or path}.") from error
