"""A value and the place it was read. A fact is a candidate until a named person confirms it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Locator:
    """Where words stand: a page counted from 1, and character offsets in that page's text (end exclusive)."""

    page: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Fact:
    """One value read from a document.

    ``kind`` is the name of the record's field, ``value`` is plain JSON (what the record holds, or the part of it
    this fact supports), ``quote`` is exactly the words at ``where``, ``found_by`` names the finder.
    """

    kind: str
    value: Any
    where: Locator
    quote: str
    found_by: str
