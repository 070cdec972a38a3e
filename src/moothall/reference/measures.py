"""The library of measures councils already keep, each with its definition and a note on using it fairly."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from moothall.domain.plain import build
from moothall.domain.plans import Direction
from moothall.reference.sources import read_json


@dataclass(frozen=True, slots=True)
class LibraryMeasure:
    """One measure of the library. ``direction`` is CONTEXT where neither up nor down is meant.

    ``denominator`` is empty for plain counts and sums; ``frequency`` is how often the usual source has it;
    ``fair_use`` says what the figure does not show; ``basis`` says whether the definition was read or is recalled.
    """

    id: str
    title: str
    unit: str
    direction: Direction
    definition: str
    denominator: str
    frequency: str
    usual_source: str
    fair_use: str
    basis: str


@cache
def library() -> tuple[LibraryMeasure, ...]:
    """Every measure of the library, in the order of its ids (K01, K02, ...)."""
    return tuple(build(LibraryMeasure, row) for row in read_json("measures.json")["measures"])


def by_id(id: str) -> LibraryMeasure | None:
    """The measure with this id, or None."""
    return next((measure for measure in library() if measure.id == id), None)
