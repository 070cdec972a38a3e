"""A council's house style for covering reports, as data: which slots, in what order, under which labels."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Numbering(StrEnum):
    """How headings and paragraphs are numbered."""

    NONE = "none"
    DECIMAL = "decimal"  # 1, 1.1
    DECIMAL_ZERO = "decimal_zero"  # 1.0, 1.1
    RUNNING = "running"  # headings bare, paragraphs 1, 2, 3 to the end
    LETTERED = "lettered"  # paragraphs A, B under each heading


class Shape(StrEnum):
    """How a slot is set: running text, a row of an opening table, or a list."""

    PROSE = "prose"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Slot:
    """One place in the report. ``field`` is a field of CommitteeReport; ``label`` is the council's own word for it.

    ``part`` groups rows into the same opening table ("header", "summary", ...). ``required`` slots are missing when
    empty; optional slots vanish when empty. ``kinds`` limits an implications slot to some kinds, in this order.
    """

    field: str
    label: str
    shape: Shape = Shape.PROSE
    part: str = "body"
    required: bool = False
    none_text: str = ""
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HouseTemplate:
    """An order of headings with its labels and numbering. ``seen_in`` names the councils it was seen in, as facts."""

    id: str
    name: str
    slots: tuple[Slot, ...]
    numbering: Numbering
    heading_case: str = "sentence"  # sentence, upper or title
    title_label: str = ""
    seen_in: tuple[str, ...] = ()
    implication_labels: dict[str, str] = field(default_factory=dict)
