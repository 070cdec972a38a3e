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
    HEADING = "heading"  # the heading numbered, its paragraphs not


class Shape(StrEnum):
    """How a slot is set: running text, a row of a table, a line under the title, a list, or a table of its own."""

    PROSE = "prose"
    ROW = "row"
    LINE = "line"
    LIST = "list"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Slot:
    """One place in the report. ``field`` is a field of CommitteeReport; ``label`` is the council's own word for it.

    ``field`` may also be drawn from several fields: meeting, report_type, forward_plan, appendix_count and
    option_appraisal. ``part`` groups rows into the same table ("header", "summary", ...). ``required`` slots are
    missing when empty; optional slots vanish when empty. ``kinds`` limits an implications slot to some kinds, and a
    slot of officer comments to some officers, in this order. ``numbering`` is the slot's own where it differs from the
    template's. ``lead_in`` is said before what was filled in. ``letters`` shows how limbs and options are lettered.
    ``any_kind`` says that one of the kinds is enough where the slot is required. ``required_if`` names a field of the
    report that makes the slot required where it says anything, or "not" and a field where it must not: "key_decision",
    "not is_open". A slot that ``joins`` the one before goes on in its section or row, in its numbers, and stands apart
    only where the one before says nothing.
    """

    field: str
    label: str
    shape: Shape = Shape.PROSE
    part: str = "body"
    required: bool = False
    none_text: str = ""
    kinds: tuple[str, ...] = ()
    numbering: Numbering | None = None
    lead_in: str = ""
    letters: str = "(a)"
    any_kind: bool = False
    required_if: str = ""
    joins: bool = False


@dataclass(frozen=True, slots=True)
class HouseTemplate:
    """An order of headings with its labels and numbering. ``seen_in`` names councils it was seen in, as facts.

    ``part_labels`` gives the heading over the rows of a part. ``heading_stop`` and ``paragraph_stop`` say whether a
    full stop follows the numbers ("1." or "1"). ``source`` says where the order was read.
    """

    id: str
    name: str
    slots: tuple[Slot, ...]
    numbering: Numbering
    heading_case: str = "sentence"  # sentence, upper or title
    title_label: str = ""
    seen_in: tuple[str, ...] = ()
    implication_labels: dict[str, str] = field(default_factory=dict)
    part_labels: dict[str, str] = field(default_factory=dict)
    heading_stop: bool = False
    paragraph_stop: bool = False
    source: str = ""
