"""A route that a council put together, as JSON: what is exported is what is brought in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from moothall.documents.exchange.checked import NotLoaded, checked
from moothall.documents.exchange.checked import to_bytes as json_bytes
from moothall.domain.fingerprints import plain
from moothall.domain.own_routes import OwnRoute
from moothall.domain.plain import build

FORMAT = "moothall-route"
VERSION = 1
SCHEMA = "route"


def dump(route: OwnRoute) -> dict[str, Any]:
    """The route as plain JSON data. ``load`` gives it back."""
    return {"format": FORMAT, "version": VERSION, **plain(route)}


def to_bytes(route: OwnRoute) -> bytes:
    """The route as a JSON file in UTF-8, the same bytes for the same route."""
    return json_bytes(dump(route))


def load(data: bytes | str | Mapping[str, Any]) -> OwnRoute:
    """The route in a JSON file or in plain data. Raises NotLoaded, with the path of what is wrong.

    Whether it can be walked to its end is asked elsewhere (`domain.own_routes.faults`).
    """
    found = checked(data, SCHEMA)
    try:
        return build(OwnRoute, {name: value for name, value in found.items() if name not in ("format", "version")})
    except ValueError as error:
        path, _, sentence = str(error).partition(": ")
        raise NotLoaded(path.removeprefix("OwnRoute").removeprefix("."), f"{sentence or path}.") from error
