"""The frozen table of bank holidays in England and Wales, with the day each late one became known."""

from __future__ import annotations

import json
from datetime import date
from functools import lru_cache
from importlib import resources
from typing import Any

from moothall.domain.days import Holiday, Holidays, in_words


@lru_cache(maxsize=64)
def england(as_known_on: date | None = None) -> Holidays:
    """The bank holidays of England and Wales, 1995 to 2028: as they are, or as they were known on a day.

    A table as known on a day leaves out what was proclaimed later and keeps a day that was moved only afterwards. Its
    version says so, because a count that was made on that day must be found again.
    """
    table = _table()
    rows = tuple(_holiday(row) for row in table["rows"])
    version = str(table["version"])
    if as_known_on is not None:
        version += f" as known on {in_words(as_known_on)}"
    return Holidays(
        name=table["name"],
        version=version,
        rows=tuple(row for row in rows if _stood(row, as_known_on)),
        known_from=date.fromisoformat(table["known_from"]),
        known_to=date.fromisoformat(table["known_to"]),
    )


def _stood(row: Holiday, as_known_on: date | None) -> bool:
    if as_known_on is None:
        return row.withdrawn_on is None
    proclaimed = row.proclaimed_on is None or row.proclaimed_on <= as_known_on
    return proclaimed and (row.withdrawn_on is None or as_known_on < row.withdrawn_on)


def _holiday(row: dict[str, Any]) -> Holiday:
    return Holiday(
        on=date.fromisoformat(row["on"]),
        name=row["name"],
        proclaimed_on=date.fromisoformat(row["proclaimed_on"]) if row["proclaimed_on"] else None,
        withdrawn_on=date.fromisoformat(row["withdrawn_on"]) if row["withdrawn_on"] else None,
        source=row["source"] or _table()["source"],
    )


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    text = resources.files("moothall.reference").joinpath("data/bank_holidays.json").read_text(encoding="utf-8")
    table: dict[str, Any] = json.loads(text)
    return table
