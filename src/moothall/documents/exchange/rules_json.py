"""A council's rulebook in and out as a JSON file, in the full form that schemas/rules.schema.json publishes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from moothall.documents.exchange.checked import NotLoaded, parsed, schema_text, to_bytes
from moothall.domain import rulebook_plain
from moothall.domain.refusals import Refusal
from moothall.domain.rulebook import Rulebook

FORMAT = rulebook_plain.FORMAT


def load(data: bytes | str | Mapping[str, Any]) -> Rulebook:
    """The rulebook that a file in the full form describes.

    Raises a Refusal in a sentence for what is no JSON, for what cannot be read, and for a contradiction, which names
    both rules.
    """
    plain = data if isinstance(data, Mapping) else read(data)
    if not rulebook_plain.is_full(plain):
        raise Refusal(
            f"The file is not in the full form of rules, {FORMAT}.",
            next_step='Begin it with {"format": "moothall.rules/1", "rules": [...]}.',
        )
    return rulebook_plain.rulebook(plain)


def read(data: bytes | str) -> dict[str, Any]:
    """The object in a file of rules, in the full or the flat form. Raises a Refusal where there is none."""
    try:
        return parsed(data)
    except NotLoaded as problem:
        where = f" ({problem.path})" if problem.path else ""
        raise Refusal(
            f"The rules cannot be read{where}: {problem.sentence}", next_step="Correct the file and try again."
        ) from None
    except ValueError:  # a number of thousands of digits, which Python will not read
        raise Refusal("The rules hold a number that cannot be read.", next_step="Correct it and try again.") from None


def dump(book: Rulebook) -> bytes:
    """The rulebook as a UTF-8 file that ``load`` takes back unchanged, the same for the same rulebook."""
    return to_bytes(rulebook_plain.as_plain(book))


def schema() -> dict[str, Any]:
    """The published JSON Schema of a file of rules."""
    loaded: dict[str, Any] = json.loads(schema_text("rules"))
    return loaded
