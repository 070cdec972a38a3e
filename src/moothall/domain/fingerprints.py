"""A short proof that two texts are the same: SHA-256 over one canonical form."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from typing import Any


def plain(value: Any) -> Any:
    """A domain value as plain JSON data: dataclasses to objects, dates to ISO 8601, tuples to lists.

    A field that a class names in LATER is left out at its default: what was kept before it was known stays the same.
    """
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        later: frozenset[str] = getattr(type(value), "LATER", frozenset())
        fields = [(field, getattr(value, field.name)) for field in dataclasses.fields(value)]
        return {
            field.name: plain(held) for field, held in fields if not (field.name in later and held == field.default)
        }
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(item) for item in value]
    return value


def canonical(value: Any) -> bytes:
    """The one byte form a fingerprint is taken of: sorted keys, no spaces, UTF-8."""
    return json.dumps(plain(value), sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def fingerprint(value: Any) -> str:
    """64 hexadecimal digits that change when anything in the value changes."""
    return hashlib.sha256(canonical(value)).hexdigest()
