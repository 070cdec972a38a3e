"""A forward plan as JSON: each matter as it was last notified, with every change since the first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from moothall.documents.exchange.checked import NotLoaded, checked
from moothall.documents.exchange.checked import to_bytes as json_bytes
from moothall.domain.fingerprints import plain
from moothall.domain.forward_plans import ForwardPlan
from moothall.domain.plain import build

FORMAT = "moothall-forward-plan"
VERSION = 1
SCHEMA = "forward_plan"


def dump(plan: ForwardPlan) -> dict[str, Any]:
    """The forward plan as plain JSON data. ``load`` gives it back."""
    return {"format": FORMAT, "version": VERSION, **plain(plan)}


def to_bytes(plan: ForwardPlan) -> bytes:
    """The forward plan as a JSON file in UTF-8, the same bytes for the same plan."""
    return json_bytes(dump(plan))


def load(data: bytes | str | Mapping[str, Any]) -> ForwardPlan:
    """The forward plan in a JSON file or in plain data. Raises NotLoaded, with the path of what is wrong."""
    found = checked(data, SCHEMA)
    try:
        return build(ForwardPlan, {name: value for name, value in found.items() if name not in ("format", "version")})
    except ValueError as error:
        path, _, sentence = str(error).partition(": ")
        raise NotLoaded(path.removeprefix("ForwardPlan").removeprefix("."), f"{sentence or path}.") from error
