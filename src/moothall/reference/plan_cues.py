"""The words by which plans of a round show which theme or question a part speaks to, from data/plan_cues."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from moothall.domain.plain import build
from moothall.reference.sources import read_json


@dataclass(frozen=True, slots=True)
class ThemeCues:
    """Patterns over lower-case words: ``headings`` are sought in a heading, ``words`` are counted in its paragraphs."""

    key: str
    headings: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlanCues:
    """The cues of one round. ``outside`` are headings of parts that answer no theme; ``questions`` go by their id.

    ``whole`` are questions that a heading of the whole theme speaks of too, so that it does not single them out.
    """

    round: str
    themes: tuple[ThemeCues, ...]
    whole: tuple[str, ...]
    outside: tuple[str, ...]
    questions: dict[str, tuple[str, ...]]
    note: str = ""


@cache
def of_round(slug: str) -> PlanCues | None:
    """The cues shipped for the round with this slug, or None where there are none."""
    place = files("moothall.reference").joinpath("data", "plan_cues", f"{slug}.json")
    return build(PlanCues, read_json(f"plan_cues/{slug}.json")) if place.is_file() else None
