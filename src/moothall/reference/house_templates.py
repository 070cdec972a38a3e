"""House styles for covering reports, one JSON file each in data/house_templates, under neutral names."""

from __future__ import annotations

from functools import cache

from moothall.domain.house_templates import HouseTemplate
from moothall.domain.plain import build
from moothall.reference.sources import read_json

TEMPLATES: tuple[str, ...] = (
    "plain",
    "recommendation_first",
    "summary_table",
    "numbered_in_capitals",
    "lettered_recommendations",
    "two_tables",
)
"""Every house template that is shipped, the plain one first; each is a file of that name."""


@cache
def all_templates() -> tuple[HouseTemplate, ...]:
    """Every house template, the plain one first."""
    return tuple(by_id(name) for name in TEMPLATES)


@cache
def by_id(template_id: str) -> HouseTemplate:
    """The house template of this name. Raises KeyError, with a sentence, where there is none."""
    if template_id not in TEMPLATES:
        raise KeyError(f"There is no house template {template_id}. Choose one of {', '.join(TEMPLATES)}.")
    return build(HouseTemplate, read_json(f"house_templates/{template_id}.json"))


def plain() -> HouseTemplate:
    """The template for a council that has not chosen one."""
    return by_id(TEMPLATES[0])
