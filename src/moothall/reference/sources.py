"""The data files shipped in data/: how they are read, and where each came from.

data/sources.json says of every file what it holds, from where, under which licence, as of when, and what in it is
recalled rather than read.
"""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any


@dataclass(frozen=True, slots=True)
class Source:
    """Where one shipped file came from. ``recalled`` says what in it nobody has read in a source, or is empty."""

    file: str
    holds: str
    comes_from: str
    licence: str
    as_of: str
    recalled: str = ""


def read_rows(name: str) -> list[dict[str, str]]:
    """The rows of a shipped CSV file, by the names in its first line. ``name`` is the path below data/."""
    return list(csv.DictReader(read_text(name).splitlines()))


def read_json(name: str) -> Any:
    """What a shipped JSON file holds. ``name`` is the path below data/."""
    return json.loads(read_text(name))


def read_text(name: str) -> str:
    """The text of a shipped file. ``name`` is the path below data/."""
    return _place(name).read_text(encoding="utf-8")


def read_bytes(name: str) -> bytes:
    """The bytes of a shipped file that is no text. ``name`` is the path below data/."""
    return _place(name).read_bytes()


def _place(name: str) -> Traversable:
    return files("moothall.reference").joinpath("data", *name.split("/"))


@cache
def shipped_sources() -> tuple[Source, ...]:
    """The source of every shipped data file, in the order of the file names."""
    return tuple(sorted((Source(**row) for row in read_json("sources.json")), key=lambda source: source.file))
