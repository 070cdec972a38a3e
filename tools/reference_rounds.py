"""The reference page of rounds: the format of their file, printed from its schema, and what amendments must say."""

from __future__ import annotations

from typing import Any

from moothall.documents.exchange import round_json
from moothall.domain.amendments import ASKED_OF

_PARTS = ("letter", "theme", "question", "requirement", "asked", "successor", "further_date", "amendment", "change")
_DOES = {
    "deadline_moved": "The deadline becomes another day",
    "date_moved": "A further date becomes another day",
    "length_changed": "The soft length becomes another, or none",
    "question_reworded": "A question is put in other words; its answers stay",
    "question_added": "A question is asked as well",
    "question_dropped": "A question is asked no longer; its answers are kept and said so",
    "requirement_reworded": "A requirement reads otherwise",
    "requirement_added": "Something is required as well",
    "requirement_dropped": "Something is required no longer",
}


def round_format(table: Any) -> list[str]:
    """The parts of the page on the format. ``table`` prints heads and rows."""
    schema = round_json.schema()
    parts = [
        "## The file",
        "A round is one JSON file, in UTF-8. It says what the letter said; what changed since stands in `amendments`,"
        " each with its day and who made it, and is carried out when the round is read. So the round as it stood on"
        " any day can be asked for: `stood_on` in `moothall.domain.amendments`, and `?on=` at the round's public"
        " address. Questions may hold questions, to any depth. Format 1 named no kinds of requirement and had no"
        " nested questions; it is read as well, and written in format 2. No key is known beside these.",
        "The JSON Schema is shipped as `src/moothall/documents/exchange/schemas/round.schema.json` and served at"
        " `/schemas/round.schema.json`. `moothall round check FILE` says everything that is wrong with a file, each"
        " fault with its place; so does the page **Check a file of a round**, without an account.",
        table(("Field", "Holds", "Must be there"), _rows(schema, schema)),
    ]
    for name in _PARTS:
        parts += [
            f"### {name.replace('_', ' ').capitalize()}",
            table(("Field", "Holds", "Must be there"), _rows(schema["$defs"][name], schema)),
        ]
    changes = [(f"`{kind.value}`", _DOES[kind.value], _code(fields)) for kind, fields in ASKED_OF.items()]
    parts += ["### What a change must say", table(("what", "What it does", "Beside it"), changes)]
    return parts


def _rows(part: dict[str, Any], schema: dict[str, Any]) -> list[tuple[str, str, str]]:
    required = set(part.get("required", ()))
    return [
        (f"`{name}`", _holds(field, schema), "yes" if name in required else "")
        for name, field in part["properties"].items()
    ]


def _holds(field: dict[str, Any], schema: dict[str, Any]) -> str:
    """What a field holds, in words: its description, and the values or kind it must be of."""
    kind = _kind(field, schema)
    said = str(field.get("description", "")).rstrip(".")
    return f"{said} ({kind})" if said and kind else said or kind


def _kind(field: dict[str, Any], schema: dict[str, Any]) -> str:
    if "enum" in field:
        return ", ".join("null" if one is None else f"`{one}`" for one in field["enum"])
    if "items" in field and "$ref" in field["items"]:
        return f"a list: {_kind(field['items'], schema)}"
    name = str(field.get("$ref", "")).rpartition("/")[2]
    return {"words": "text", "day": "a day", "id": "an id", "key": "a key", "slug": "a name in addresses"}.get(
        name, name.replace("_or_none", "").replace("_", " ")
    )


def _code(fields: tuple[str, ...]) -> str:
    return ", ".join(f"`{one}`" for one in fields) or "`pages`, or nothing"
