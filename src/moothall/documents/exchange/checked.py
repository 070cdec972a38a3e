"""Reads a file of one of our own formats: JSON, of the right format and version, and as its schema says."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

SCHEMAS = Path(__file__).with_name("schemas")


class NotLoaded(ValueError):
    """The data is not what the format asks for. ``path`` says where ("commitments[2].due_on"), empty for the whole."""

    def __init__(self, path: str, sentence: str) -> None:
        super().__init__(f"{path}: {sentence}" if path else sentence)
        self.path = path
        self.sentence = sentence


def checked(data: bytes | str | Mapping[str, Any], schema: str) -> dict[str, Any]:
    """The data as an object that fits the named schema. Raises NotLoaded with the place of what does not."""
    found = dict(data) if isinstance(data, Mapping) else parsed(data)
    validator = _validator(schema)
    properties = json.loads(schema_text(schema))["properties"]
    named, version = properties["format"]["const"], properties["version"]["const"]
    if found.get("format") != named:
        raise NotLoaded("format", f"This is not a {named} file. Choose a file whose format is {named}.")
    if found.get("version") != version:
        raise NotLoaded(
            "version", f"Version {found.get('version')!r} of {named} is not known here; version {version} is."
        )
    errors = sorted(validator.iter_errors(found), key=lambda error: [str(part) for part in error.absolute_path])
    if errors:
        raise NotLoaded(_path(errors[0]), _sentence(errors[0]))
    return found


def parsed(data: bytes | str) -> dict[str, Any]:
    """The JSON object in the data. Raises NotLoaded where it is no UTF-8, no JSON or no object, or says a key twice."""
    try:
        found = json.loads(data if isinstance(data, str) else data.decode("utf-8-sig"), object_pairs_hook=_once)
    except UnicodeDecodeError:
        raise NotLoaded("", "The file is not UTF-8 text. Save it as UTF-8 and try again.") from None
    except json.JSONDecodeError as error:
        raise NotLoaded(f"line {error.lineno}", f"The file is not JSON: {error.msg}. Correct it there.") from None
    except RecursionError:
        raise NotLoaded("", "The file is nested too deep to be one of ours.") from None
    if not isinstance(found, dict):
        raise NotLoaded("", "The file holds no JSON object at its top. Choose another file.")
    return found


def to_bytes(data: Mapping[str, Any]) -> bytes:
    """The data as a UTF-8 JSON file that a person can read, the same for the same data."""
    # A lone surrogate is no UTF-8, but its backslash form is JSON: backslashreplace writes just that.
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "backslashreplace")


def schema_text(schema: str) -> str:
    """The published schema of this name, as text."""
    return (SCHEMAS / f"{schema}.schema.json").read_text(encoding="utf-8")


@cache
def _validator(schema: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads(schema_text(schema)))


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise NotLoaded(twice, "The key stands twice in one object, and only one of them can be meant.")
    return found


def _path(error: ValidationError) -> str:
    path = ""
    for part in error.absolute_path:
        path += f"[{part}]" if isinstance(part, int) else f".{part}"
    return path.removeprefix(".")


def _sentence(error: ValidationError) -> str:
    """What is wrong and what would be right, without quoting a long value back."""
    wanted: Any = error.validator_value
    instance: Any = error.instance
    scheme: Any = error.schema
    match error.validator:
        case "required":
            missing = [name for name in wanted if name not in instance]
            return f"{', '.join(missing)} must be given."
        case "additionalProperties":
            known = scheme.get("properties", {})
            return f"{', '.join(sorted(set(instance) - set(known)))} is not known. Known are {', '.join(known)}."
        case "enum":
            return f"The value must be one of {', '.join(map(str, wanted))}."
        case "type":
            return f"The value must be of type {wanted}."
        case "pattern":
            return "The value must be a date, written as 2024-07-19."
        case _:
            return f"{error.message}."
