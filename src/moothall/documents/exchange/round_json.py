"""Rounds in and out as JSON, in the form that schemas/round.schema.json publishes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from moothall.documents.exchange.checked import parsed
from moothall.documents.exchange.checked import to_bytes as json_bytes
from moothall.domain.amendments import lost_in
from moothall.domain.round_files import from_file, to_file
from moothall.domain.rounds import Round


class InvalidRound(ValueError):
    """The data is no round. ``faults`` are sentences, one for each thing wrong, with its path."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__(" ".join(faults))
        self.faults = faults


def load(data: Any) -> Round:
    """The round that this JSON data describes. Raises InvalidRound with every fault in it."""
    faults = [_sentence(error) for error in sorted(_validator().iter_errors(data), key=_place)]
    if not faults:
        faults = list(_contradictions(data))
    if faults:
        raise InvalidRound(tuple(faults))
    return _with_sound_amendments(from_file(data))


def read(content: bytes) -> Round:
    """The round in a file. Raises NotLoaded where it is no JSON, InvalidRound with every fault where it is no round."""
    return load(parsed(content))


def kept(data: dict[str, Any]) -> Round:
    """The round in data that was checked when it was kept: the same as ``load``, without asking again."""
    return from_file(data)


def dump(round_: Round) -> dict[str, Any]:
    """The round as JSON data that ``load`` takes back unchanged, always in the newest format."""
    return to_file(round_)


def to_bytes(round_: Round) -> bytes:
    """The round as a JSON file in UTF-8, the same bytes for the same round."""
    return json_bytes(dump(round_))


def schema_text() -> str:
    """The published JSON Schema of a round file, as it is shipped."""
    return files("moothall.documents.exchange").joinpath("schemas", "round.schema.json").read_text(encoding="utf-8")


@cache
def schema() -> dict[str, Any]:
    """The published JSON Schema of a round file."""
    loaded: dict[str, Any] = json.loads(schema_text())
    return loaded


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)


def _place(error: ValidationError) -> tuple[str, ...]:
    return tuple(f"{part:06}" if isinstance(part, int) else part for part in error.absolute_path)


def _path(parts: Iterable[str | int]) -> str:
    path = ""
    for part in parts:
        path += f"[{part}]" if isinstance(part, int) else f".{part}" if path else part
    return path


def _sentence(error: ValidationError) -> str:
    """What is wrong, where, and what would be right. Indexes count from 0, as JSON tools do."""
    here = _path(error.absolute_path)
    path, inside = here or "The round", f"{here}." if here else ""
    given: Any = error.instance
    wanted: Any = error.validator_value
    match error.validator:
        case "required":
            return f"{inside}{error.message.split(chr(39))[1]} is missing. Add it."
        case "additionalProperties":
            known: Any = error.schema
            unknown = ", ".join(inside + name for name in sorted(set(given) - set(known["properties"])))
            return f"{unknown} is not known here. Known are: {', '.join(sorted(known['properties']))}."
        case "enum":
            allowed = ", ".join("null" if value is None else str(value) for value in wanted)
            return f"{path} is {given!r}. It must be one of: {allowed}."
        case "const":
            return f"{path} is {given!r}. It must be {wanted}."
        case "type":
            return f"{path} is {_type_of(given)}. It must be {_type_words(wanted)}."
        case "format":
            return f"{path} is {given!r}, which is no day. Write it like 2024-07-19."
        case "minItems" | "maxItems":
            return f"{path} has {len(given)} items, which is too {'few' if len(given) < wanted else 'many'}."
        case "minimum":
            return f"{path} is {given}. It must be at least {wanted}."
        case "maxLength":
            return f"{path} has {len(given)} characters. It may have at most {wanted}."
        case "pattern":
            return f"{path} is {given!r}. {_pattern_words(wanted)}"
    return f"{path} does not fit: {error.message}."


_TYPES = {
    "object": "an object",
    "array": "a list",
    "string": "text",
    "integer": "a whole number",
    "boolean": "true or false",
    "null": "null",
}


def _type_words(allowed: str | list[str]) -> str:
    return " or ".join(_TYPES[name] for name in ([allowed] if isinstance(allowed, str) else allowed))


def _type_of(value: Any) -> str:
    names = {dict: "an object", list: "a list", str: "text", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")


def _pattern_words(pattern: str) -> str:
    kinds = {
        "\\S": "It must not be empty.",
        "^[0-9]{4}": "Write the day like 2024-07-19.",
        "^[a-z0-9]+(-": "Use small letters and digits with hyphens between them, as in an-example-2024.",
        "^[a-z][a-z0-9_]*$": "Use small letters, digits and underscores, as in better_data.",
        "^[A-Z][0-9]": "Write the code of an authority, a capital letter and eight digits.",
        "^([0-9a-f]": "Write the 64 digits of a SHA-256, 0 to 9 and a to f, or leave it empty.",
        "^(https?": "Write a web address that begins with https://, or leave it empty.",
        "^[A-Za-z]": "Begin with a letter; letters, digits, full stops, hyphens and underscores may follow.",
    }
    return next(words for start, words in kinds.items() if pattern.startswith(start))


def _contradictions(data: dict[str, Any]) -> Iterator[str]:
    """What the schema cannot say: ids used twice, and dates and lengths the wrong way round."""
    if data["deadline_on"] < data["letter_on"]:
        yield f"deadline_on ({data['deadline_on']}) is before letter_on ({data['letter_on']}). Correct one of them."
    if data.get("pages") and data["pages"][0] > data["pages"][1]:
        yield f"pages is {data['pages']}. The least comes first."
    themes = data["themes"]
    ids = [(f"themes[{i}].id", theme["id"]) for i, theme in enumerate(themes)]
    for i, theme in enumerate(themes):
        ids += _ids(theme, f"themes[{i}]")
    # A question and a requirement are answered in one place of the plan: one id may not mean both.
    ids += [(f"requirements[{i}].id", one["id"]) for i, one in enumerate(data.get("requirements", ()))]
    yield from _twice([(f"themes[{i}].key", theme["key"]) for i, theme in enumerate(themes)])
    yield from _twice(ids)
    yield from _twice([(f"dates[{i}].id", one["id"]) for i, one in enumerate(data.get("dates", ()))])
    for i, one in enumerate(data.get("amendments", ())):
        if one["on"] < data["letter_on"]:
            yield f"amendments[{i}].on ({one['on']}) is before letter_on ({data['letter_on']}). Correct one of them."


def _ids(holder: dict[str, Any], path: str) -> Iterator[tuple[str, str]]:
    for j, one in enumerate(holder.get("questions", ())):
        yield f"{path}.questions[{j}].id", one["id"]
        yield from _ids(one, f"{path}.questions[{j}]")


def _with_sound_amendments(round_: Round) -> Round:
    faults = tuple(f"amendments[{at}].changes[{place}]: {why}" for at, place, why in lost_in(round_))
    if faults:
        raise InvalidRound(faults)
    return round_


def _twice(named: list[tuple[str, str]]) -> Iterator[str]:
    seen: set[str] = set()
    for path, value in named:
        if value in seen:
            yield f"{path} is {value!r}, which is used already. Give it a name of its own."
        seen.add(value)
