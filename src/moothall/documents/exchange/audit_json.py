"""One table of an audit file as JSON Lines and as CSV, with a dictionary of its columns. A row at a time."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

_NUMBER = re.compile(r"^[-+]?[\d.,]+%?$")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def line(row: Mapping[str, Any]) -> bytes:
    """A row of plain values as one line of JSON in UTF-8, its keys in order."""
    return json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode() + b"\n"


def cells(values: Sequence[Any]) -> bytes:
    """A row of CSV (RFC 4180) in UTF-8. What a spreadsheet would take for a formula gets an apostrophe before it."""
    kept = io.StringIO()
    csv.writer(kept, lineterminator="\r\n").writerow([_cell(one) for one in values])
    return kept.getvalue().encode()


def dictionary(columns: Sequence[tuple[str, str, str]]) -> bytes:
    """The columns of a table as CSV: name, kind of value and what it means or which table it leads to."""
    return b"".join([cells(("column", "kind", "meaning")), *(cells(one) for one in columns)])


def _cell(value: Any) -> str:
    if value is None:
        return ""
    said = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True)
    return f"'{said}" if said.startswith(_FORMULA) and not _NUMBER.match(said) else said
