"""The parts of the covering report as its house template orders and labels them, and how far each is written."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from moothall.documents.layouts import committee_report
from moothall.domain.house_templates import HouseTemplate
from moothall.domain.reports import CommitteeReport
from moothall.web.council.forms.report_fields import FIELDS, SLOT_FIELDS

_NO_IS_NOTHING_SAID = frozenset({"no_options", "no_background_papers"})


@dataclass(frozen=True, slots=True)
class Part:
    """One part under its label: the fields it is written in, whether anything is, and what it lacks by name."""

    label: str
    fields: tuple[str, ...]
    is_filled: bool
    lacks: tuple[str, ...]


def parts(row: Any, value: CommitteeReport, template: HouseTemplate) -> list[Part]:
    """Every part in the template's order, the title first. ``row`` is the report with its fields."""
    filled = {one.name for one in row.fields.all() if _says(one.name, one.value)}
    missing = committee_report.missing(value, template)
    return [
        Part(label, fields, bool(filled & set(covers)), _lacks(label, missing))
        for label, fields, covers in _labelled(template)
    ]


def _labelled(template: HouseTemplate) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """(label, the fields not shown before, all its fields) for each slot that a person writes."""
    yield "Title", ("title",), ("title",)
    seen = {"title"}
    for slot in template.slots:
        covers = tuple(name for name in SLOT_FIELDS.get(slot.field, (slot.field,)) if name in FIELDS)
        fresh = tuple(name for name in covers if name not in seen)
        if fresh:
            seen.update(fresh)
            yield slot.label.rstrip(":- ") or FIELDS[fresh[0]].label, fresh, covers


def _says(name: str, value: Any) -> bool:
    """Whether a field says anything. No is an answer, but not where the field says that there is none of something."""
    return value not in (None, "", []) and not (value is False and name in _NO_IS_NOTHING_SAID)


def _lacks(label: str, missing: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(one for one in missing if one == label or one.startswith(f"{label}: "))
