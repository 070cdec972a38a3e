"""A plan as JSON: what is kept, published, carried inside its PDF, and read back without loss."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from moothall.documents.exchange.checked import NotLoaded, checked
from moothall.documents.exchange.checked import to_bytes as json_bytes
from moothall.domain.fingerprints import plain
from moothall.domain.plain import build
from moothall.domain.plans import Plan

FORMAT = "moothall-plan"
VERSION = 1
SCHEMA = "plan"
FILE_NAME = "plan.json"


def dump(plan: Plan) -> dict[str, Any]:
    """The plan as plain JSON data, with the name and version of its format; ``load`` gives the same plan back."""
    return {"format": FORMAT, "version": VERSION, **plain(plan)}


def to_bytes(plan: Plan) -> bytes:
    """The plan as a JSON file in UTF-8, the same bytes for the same plan."""
    return json_bytes(dump(plan))


def load(data: bytes | str | Mapping[str, Any]) -> Plan:
    """The plan in a JSON file or in plain data. Raises NotLoaded, with the path of what is wrong."""
    found = checked(data, SCHEMA)
    try:
        return build(Plan, {name: value for name, value in found.items() if name not in ("format", "version")})
    except ValueError as error:
        path, _, sentence = str(error).partition(": ")
        raise NotLoaded(path.removeprefix("Plan").removeprefix("."), f"{sentence or path}.") from error
