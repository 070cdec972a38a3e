"""A return as JSON: what was sent, by whom and when, with the plan inside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from moothall.documents.exchange import plan_json
from moothall.documents.exchange.checked import NotLoaded, checked
from moothall.documents.exchange.checked import to_bytes as json_bytes
from moothall.domain.fingerprints import plain
from moothall.domain.plain import build
from moothall.domain.returns import Return

FORMAT = "moothall-return"
VERSION = 1
SCHEMA = "return"
FILE_NAME = "return.json"


def dump(sent: Return) -> dict[str, Any]:
    """The return as plain JSON data; its plan is a whole file of the plan's own format. ``load`` gives it back."""
    return {"format": FORMAT, "version": VERSION, **plain(sent), "plan": plan_json.dump(sent.plan)}


def to_bytes(sent: Return) -> bytes:
    """The return as a JSON file in UTF-8, the same bytes for the same return."""
    return json_bytes(dump(sent))


def load(data: bytes | str | Mapping[str, Any]) -> Return:
    """The return in a JSON file or in plain data. Raises NotLoaded, with the path of what is wrong."""
    found = checked(data, SCHEMA)
    try:
        plan = plan_json.load(found["plan"])
    except NotLoaded as error:
        raise NotLoaded(f"plan.{error.path}".rstrip("."), error.sentence) from error
    fields = {name: value for name, value in found.items() if name not in ("format", "version")}
    try:
        return build(Return, {**fields, "plan": plain(plan)})
    except ValueError as error:
        path, _, sentence = str(error).partition(": ")
        raise NotLoaded(path.removeprefix("Return").removeprefix("."), f"{sentence or path}.") from error
