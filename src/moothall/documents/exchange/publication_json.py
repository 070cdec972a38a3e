"""The public record of a published plan as JSON: text, decision, corrections, withdrawal and progress in one file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from moothall.documents.exchange import plan_json
from moothall.documents.exchange.checked import NotLoaded, checked
from moothall.documents.exchange.checked import to_bytes as json_bytes
from moothall.domain.fingerprints import plain
from moothall.domain.plain import build
from moothall.domain.publication_records import PublicationRecord

FORMAT = "moothall-publication"
VERSION = 1
SCHEMA = "publication"
FILE_NAME = "publication.json"


def dump(record: PublicationRecord) -> dict[str, Any]:
    """The record as plain JSON data; its plan is a whole file of the plan's own format. ``load`` gives it back."""
    plan = plan_json.dump(record.plan) if record.plan is not None else None
    return {"format": FORMAT, "version": VERSION, **plain(record), "plan": plan}


def to_bytes(record: PublicationRecord) -> bytes:
    """The record as a JSON file in UTF-8, the same bytes for the same record."""
    return json_bytes(dump(record))


def load(data: bytes | str | Mapping[str, Any]) -> PublicationRecord:
    """The record in a JSON file or in plain data. Raises NotLoaded, with the path of what is wrong."""
    found = checked(data, SCHEMA)
    fields = {name: value for name, value in found.items() if name not in ("format", "version")}
    if found["plan"] is not None:
        try:
            fields["plan"] = plain(plan_json.load(found["plan"]))
        except NotLoaded as error:
            raise NotLoaded(f"plan.{error.path}".rstrip("."), error.sentence) from error
    try:
        return build(PublicationRecord, fields)
    except ValueError as error:
        path, _, sentence = str(error).partition(": ")
        raise NotLoaded(path.removeprefix("PublicationRecord").removeprefix("."), f"{sentence or path}.") from error
