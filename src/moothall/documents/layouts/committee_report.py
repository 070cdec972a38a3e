"""The covering report to a committee in a council's own house style: its slots, labels and numbers, in its order."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from moothall.documents.layouts import implications, report_slots
from moothall.documents.layouts.dates import day
from moothall.documents.layouts.numbering import Numberer
from moothall.documents.layouts.report_slots import pieces, run_in
from moothall.documents.layouts.report_values import Pieces
from moothall.documents.writing.document import (
    BENCH_GREEN,
    Block,
    Cell,
    Document,
    Heading,
    Items,
    Panel,
    Paragraph,
    Table,
    plain,
    words,
)
from moothall.domain.house_templates import HouseTemplate, Numbering, Shape, Slot
from moothall.domain.reports import CommitteeReport


def compose(report: CommitteeReport, template: HouseTemplate, *, colour: str = BENCH_GREEN) -> Document:
    """The report set out by the template. A slot that was not filled in leaves no heading and no guidance behind."""
    template = implications.with_room_for_all(template, report)
    numberer = Numberer(template)
    blocks: list[Block] = []
    for part, group in groupby(template.slots, key=_table_of):
        slots = [slot for slot in group if slot.shape is not Shape.LINE]
        if part:
            blocks += _rows(report, part, slots, template)
        else:
            said: list[Block] = []
            before: Slot | None = None
            for slot in slots:
                joined = before if slot.joins and said else None
                said = _section(report, slot, template, numberer, joined=joined)
                before = joined or slot
                blocks += said
    return Document(
        title=report.title.strip() or "Untitled report",
        blocks=tuple(blocks),
        owner=report.authority_name,
        corner=f"Item {report.agenda_item.strip()}" if report.agenda_item.strip() else "",
        eyebrow=template.title_label,
        subtitles=_lines(report, template),
        foot=_foot(report),
        summary=report.purpose or report.summary,
        colour=colour,
    )


def missing(report: CommitteeReport, template: HouseTemplate) -> tuple[str, ...]:
    """What the template requires and the report does not say yet, by the template's own labels, in its order."""
    return tuple(dict.fromkeys(label for _, label in missing_fields(report, template)))


def missing_fields(report: CommitteeReport, template: HouseTemplate) -> tuple[tuple[str, str], ...]:
    """What the template requires and the report does not say yet, as (the slot's field, its label), in its order."""
    found: list[tuple[str, str]] = []
    if not report.title.strip():
        found.append(("title", "Title"))
    for slot in template.slots:
        if not is_required(slot, report):
            continue
        if slot.field == "implications" and len(slot.kinds) > 1 and not slot.any_kind:
            given = {one.kind for one in implications.of_slot(report, slot, template)}
            labels = [implications.label(kind, template) for kind in slot.kinds if kind not in given]
            found += [(slot.field, f"{_name(slot)}: {label}") for label in labels]
        elif not pieces(report, slot, template):
            found.append((slot.field, _name(slot)))
    return tuple(dict.fromkeys(found))


def is_required(slot: Slot, report: CommitteeReport) -> bool:
    """Whether the slot must say something in this report: always, or because of what another field says.

    Raises ValueError where the slot's condition names no field of a report.
    """
    if slot.required or not slot.required_if:
        return slot.required
    name = slot.required_if.removeprefix("not ")
    if not hasattr(report, name):
        raise ValueError(f"The slot “{slot.label}” is required if {name}, which is no field of a report.")
    return bool(getattr(report, name)) != slot.required_if.startswith("not ")


def left_out(report: CommitteeReport, template: HouseTemplate) -> tuple[str, ...]:
    """Fields that were filled in and have no place in this house's template, so that nothing is lost unseen."""
    placed = {name for slot in template.slots for name in COVERS.get(slot.field, (slot.field,))}
    unplaced = [name for name in OPTIONAL_FIELDS if name not in placed and getattr(report, name)]
    for name in ("risks", "risk_register"):
        if name in unplaced and placed & {"implications", "risks"}:
            unplaced.remove(name)
    if "public_interest" in unplaced and "is_open" in placed:
        unplaced.remove("public_interest")
    kept = {one.officer for slot in comment_slots(template) for one in report_slots.comments(report, slot)}
    if comment_slots(template) and any(one.officer not in kept for one in report_slots.comments(report, None)):
        unplaced.append("officer_comments")
    return tuple(unplaced)


def comment_slots(template: HouseTemplate) -> list[Slot]:
    """The slots of a house in which officers comment."""
    return [slot for slot in template.slots if slot.field == "officer_comments"]


OPTIONAL_FIELDS = (
    "report_of",
    "portfolio_holder",
    "lead_officer",
    "contact_officers",
    "forward_plan_number",
    "wards",
    "corporate_objectives",
    "purpose",
    "summary",
    "recommendations",
    "reasons",
    "options",
    "consultation",
    "background",
    "proposals",
    "relevant_considerations",
    "implications",
    "officer_comments",
    "risks",
    "conclusion",
    "appendices",
    "background_papers",
    "glossary",
    "file_reference",
    "vision_and_values",
    "next_steps",
    "power",
    "earlier_stages",
    "risk_register",
    "public_interest",
)
# What a slot is called that goes on in the section of another and has no label of its own.
JOINED = {"power": "Power relied on", "earlier_stages": "Earlier stages"}
COVERS = {
    "forward_plan": ("forward_plan_number", "forward_plan_first_notified"),
    "option_appraisal": (),
    "appendix_count": (),
    "meeting": ("body", "meeting_on"),
    "report_type": ("key_decision", "is_open"),
}


def _table_of(slot: Slot) -> str:
    return slot.part if slot.shape is Shape.ROW else ""


def _rows(report: CommitteeReport, part: str, slots: list[Slot], template: HouseTemplate) -> list[Block]:
    rows: list[tuple[Cell, ...]] = []
    for slot in slots:
        for named, content in _row(report, slot, template):
            if slot.joins and rows:
                rows[-1] = (rows[-1][0], (*rows[-1][1], *content))
            else:
                rows.append((named, content))
    if not rows:
        return []
    label = template.part_labels.get(part, "")
    heading: list[Block] = [Heading(_cased(label, template))] if label else []
    return [*heading, Table(tuple(rows), widths=(27, 73), caption=label or "About this report")]


def _row(report: CommitteeReport, slot: Slot, template: HouseTemplate) -> list[tuple[Cell, Cell]]:
    found = _pieces(report, slot, template, joined=slot.joins)
    if not found:
        return []
    blocks: list[Block] = [piece.block for piece in found]
    if slot.field == "recommendations":
        blocks = Numberer(template).paragraphs(found, replace(slot, numbering=Numbering.NONE))
    content = tuple(block for block in blocks if isinstance(block, Paragraph | Items))
    return [((Paragraph(words(_cased(slot.label, template))),), content)]


def _pieces(report: CommitteeReport, slot: Slot, template: HouseTemplate, *, joined: bool) -> Pieces:
    """What stands in the slot; one that joins another says in bold what it is."""
    found = pieces(report, slot, template)
    if not joined or not found or not isinstance(found[0].block, Paragraph):
        return found
    (opening,) = run_in(_name(slot), (found[0].block,))
    return (replace(found[0], block=opening), *found[1:])


def _section(
    report: CommitteeReport, slot: Slot, template: HouseTemplate, numberer: Numberer, *, joined: Slot | None
) -> list[Block]:
    """A slot under its heading; one ``joined`` to the section of another has none and goes on in that one's numbers."""
    found = _pieces(report, slot, template, joined=joined is not None)
    if not found:
        return []
    if joined is not None:
        return list(numberer.paragraphs(found, replace(slot, numbering=joined.numbering), goes_on=True))
    label = slot.label or (_name(slot) if slot.joins else "")
    blocks: list[Block] = [Heading(_cased(label, template), number=numberer.heading(slot))] if label else []
    done = numberer.paragraphs(found, slot)
    return [*blocks, *(_panel(done) if slot.field == "recommendations" else done)]


def _panel(blocks: list[Block]) -> list[Block]:
    return [Panel(tuple(block for block in blocks if isinstance(block, Paragraph | Items)))]


def _lines(report: CommitteeReport, template: HouseTemplate) -> tuple[str, ...]:
    lines = []
    for slot in template.slots:
        if slot.shape is Shape.LINE and (found := pieces(report, slot, template)):
            said = " ".join(plain(piece.block.words) for piece in found if isinstance(piece.block, Paragraph))
            lines.append(f"{slot.label} {said}".strip())
    return tuple(lines)


def _foot(report: CommitteeReport) -> str:
    when = day(report.meeting_on) if report.meeting_on else ""
    met = ", ".join(part for part in (report.body.strip(), when) if part)
    item = f"Item {report.agenda_item.strip()}" if report.agenda_item.strip() else ""
    return ". ".join(part for part in (report.title.strip(), met, item) if part)


def _name(slot: Slot) -> str:
    return slot.label.rstrip(":- ") or JOINED.get(slot.field) or slot.field.replace("_", " ").capitalize()


def _cased(text: str, template: HouseTemplate) -> str:
    if template.heading_case == "upper":
        return text.upper()
    return text.title() if template.heading_case == "title" else text
