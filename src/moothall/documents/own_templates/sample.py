"""A template to begin from: a house order in Word, each label with the name that will be filled in under it."""

from __future__ import annotations

from itertools import groupby

from moothall.documents.own_templates.names import IMPLICATION, NAMES
from moothall.documents.writing import docx
from moothall.documents.writing.document import Block, Cell, Document, Heading, Paragraph, Table, words
from moothall.domain.house_templates import HouseTemplate, Shape, Slot

TITLE = "{{ title }}"
SAME_CELL = "\n"
_TABLES = {
    "options": (
        ("Option", "For", "Against"),
        (
            f"{{{{ option.title }}}}{SAME_CELL}{{{{ option.recommended }}}}",
            "{{ option.appraisal }}",
            "{{ option.against }}",
        ),
    ),
    "earlier_stages": (
        ("Stage", "When", "Who was engaged", "What came of it"),
        ("{{ stage.body }}", "{{ stage.date }}", "{{ stage.engaged }}", "{{ stage.outcome }}"),
    ),
    "risk_register": (
        ("Risk", "Register", "What is done about it"),
        ("{{ risk.text }}", "{{ risk.reference }}", "{{ risk.response }}"),
    ),
}
OTHERS: tuple[Cell, ...] = (
    (Paragraph(words("{{ implication.kind }}:")),),
    (Paragraph(words("{{ implication.text }}")), Paragraph(words("{{ implication.author }}"))),
)
_BY_SLOT = {one.slot: one.name for one in reversed(NAMES.values()) if not one.name.startswith("lead_officer_")}


def write(house: HouseTemplate) -> bytes:
    """A house order as a template in Word, to change there and bring back."""
    blocks: list[Block] = []
    last = next((slot for slot in reversed(house.slots) if slot.field == "implications" and len(slot.kinds) == 1), None)
    last = None if any(slot.field == "implications" and len(slot.kinds) != 1 for slot in house.slots) else last
    for part, group in groupby(house.slots, key=lambda slot: slot.part if slot.shape is Shape.ROW else ""):
        slots = [slot for slot in group if slot.shape is not Shape.LINE]
        if part:
            label = house.part_labels.get(part, "")
            blocks += [Heading(label)] if label else []
            rows = [_fact(slot) for slot in slots] + [OTHERS] * any(slot is last for slot in slots)
            blocks.append(Table(tuple(rows), widths=(27, 73), caption=label or "Facts"))
        else:
            for slot in slots:
                blocks += _section(slot) + (_others() if slot is last else [])
    lines = tuple(f"{slot.label} {_marks(slot)[0]}".strip() for slot in house.slots if slot.shape is Shape.LINE)
    return docx.write(
        Document(TITLE, tuple(blocks), owner="{{ council }}", corner="Item {{ agenda_item }}", subtitles=lines,
                 foot="{{ title }}. {{ meeting }}")
    )  # fmt: skip


def _marks(slot: Slot) -> list[str]:
    if slot.field == "implications" and len(slot.kinds) == 1:
        return [f"{{{{ {slot.kinds[0]}{IMPLICATION} }}}}"]
    return [f"{{{{ {_BY_SLOT[slot.field]} }}}}"]


def _fact(slot: Slot) -> tuple[Cell, ...]:
    return ((Paragraph(words(slot.label)),), tuple(Paragraph(words(mark)) for mark in _marks(slot)))


def _others() -> list[Block]:
    """Room for the kinds of implication that the order has no heading for."""
    marks = ("{{ if implication }}", "{{ implications }}", "{{ end }}")
    opened, body, closed = (Paragraph(words(mark)) for mark in marks)
    return [opened, Heading("Other implications"), body, closed]


def _section(slot: Slot) -> list[Block]:
    """A slot under its label. One that may be empty stands between marks, so that it leaves no heading behind."""
    name = _BY_SLOT[slot.field] if slot.field != "implications" else ""
    body: list[Block] = [Heading(slot.label)] if slot.label and not slot.joins else []
    if slot.shape is Shape.TABLE and slot.field in _TABLES:
        header, row = _TABLES[slot.field]
        cells = tuple(tuple(Paragraph(words(mark)) for mark in marks.split(SAME_CELL)) for marks in row)
        widths = (28, 42, 30) if len(header) == 3 else ()
        body.append(Table((cells,), header=header, widths=widths, caption=slot.label))
        if slot.field == "options":  # where there are no options, the report says so
            body += [Paragraph(words(mark)) for mark in ("{{ if not option }}", "{{ options }}", "{{ end }}")]
    else:
        body += [Paragraph(words(mark)) for mark in _marks(slot)]
    if slot.required or not name:
        return body
    return [Paragraph(words(f"{{{{ if {name} }}}}")), *body, Paragraph(words("{{ end }}"))]
