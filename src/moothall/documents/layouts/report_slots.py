"""What a covering report says in one slot of a house template, before numbering. Nothing filled in gives nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from moothall.documents.layouts import implications, resolutions
from moothall.documents.layouts import report_standing as standing
from moothall.documents.layouts import report_values as values
from moothall.documents.layouts.paragraphs import paragraphs
from moothall.documents.layouts.report_values import NONE, Part, Piece, Pieces, counted
from moothall.documents.writing.document import (
    Heading,
    Item,
    Items,
    Paragraph,
    Span,
    Table,
    cell,
    words,
)
from moothall.domain.house_templates import HouseTemplate, Numbering, Shape, Slot
from moothall.domain.reports import CommitteeReport, OfficerComment, Option

LETTERED = re.compile(r"^\s*(?:option\s+)?\(?[a-z][.):]\s+", re.IGNORECASE)


def pieces(report: CommitteeReport, slot: Slot, template: HouseTemplate) -> Pieces:
    """What stands in the slot, or nothing where the field was not filled in."""
    if slot.field == "implications":
        return _implications(report, slot, template)
    special = SPECIAL.get(slot.field)
    found = special(report, slot) if special else counted(*_text(report, slot))
    if slot.shape is Shape.LIST:
        found = _as_list(found, slot)
    lead = counted(*paragraphs(slot.lead_in)) if found and slot.lead_in else ()
    return (*lead, *found)


def _text(report: CommitteeReport, slot: Slot) -> tuple[Part, ...]:
    value = getattr(report, slot.field, "")
    if isinstance(value, str):
        return paragraphs(value)
    raise ValueError(
        f"The house template's slot “{slot.label}” names {slot.field}, which is no text. Use another field."
    )


def _as_list(found: Pieces, slot: Slot) -> Pieces:
    items: list[Item] = []
    for piece in found:
        if isinstance(piece.block, Paragraph):
            items.append(Item(piece.block.words))
        elif isinstance(piece.block, Items):
            items += piece.block.items
    return (Piece(Items(tuple(items)), counts=False),) if items else ()


def _recommendations(report: CommitteeReport, slot: Slot) -> Pieces:
    asked = [resolutions.recommendation(one, report.body, slot.letters) for one in report.recommendations]
    found: list[Piece] = []
    for one, parts in zip(report.recommendations, asked, strict=True):
        if not parts:
            continue
        if one.alternative_to is not None and found:
            found.append(Piece(Paragraph(words("or", italic=True)), counts=False))
        found += [Piece(part, counts=place == 0) for place, part in enumerate(parts)]
    return tuple(found)


def _options(report: CommitteeReport, slot: Slot) -> Pieces:
    if report.no_options:
        return values.line(slot.none_text or NONE)
    if not report.options:
        return ()
    if slot.shape is Shape.TABLE:
        return (Piece(_options_table(report.options), counts=False),)
    if slot.shape is Shape.LIST:
        titled = (
            Item(words(LETTERED.sub("", one.title)), resolutions.letter(at, slot.letters))
            for at, one in enumerate(report.options)
        )
        return (Piece(Items(tuple(titled)), counts=False),)
    is_lettered = slot.numbering is Numbering.LETTERED
    options = (replace(one, title=LETTERED.sub("", one.title)) if is_lettered else one for one in report.options)
    return counted(*(part for one in options for part in _option(one)))


def _option(one: Option) -> tuple[Part, ...]:
    against = f"Against: {one.against.strip()}" if one.against.strip() else ""
    said = paragraphs("\n\n".join(part for part in (one.appraisal.strip(), against) if part))
    name = f"{one.title.strip()}{' (recommended)' if one.chosen else ''}"
    if not said or not isinstance(said[0], Paragraph):
        return (Paragraph(words(name)), *said)
    opening = () if not name else (Span(name if name.endswith(".") else f"{name}.", bold=True), Span(" "))
    return (Paragraph((*opening, *said[0].words)), *said[1:])


def _options_table(options: tuple[Option, ...]) -> Table:
    names = [f"{one.title.strip()}{' (recommended)' if one.chosen else ''}" for one in options]
    if any(one.against.strip() for one in options):
        both = tuple(
            (cell(name), paragraphs(one.appraisal), paragraphs(one.against))
            for name, one in zip(names, options, strict=True)
        )
        return Table(both, header=("Option", "For", "Against"), widths=(28, 36, 36), caption="Options considered")
    rows = tuple((cell(name), paragraphs(one.appraisal)) for name, one in zip(names, options, strict=True))
    return Table(rows, header=("Option", "Appraisal"), widths=(30, 70), caption="Options considered")


def _option_appraisal(report: CommitteeReport, slot: Slot) -> Pieces:
    if report.no_options:
        return values.line(slot.none_text or NONE)
    return counted(
        *(part for one in report.options if one.appraisal.strip() or one.against.strip() for part in _option(one))
    )


def _officer_comments(report: CommitteeReport, slot: Slot) -> Pieces:
    named = not slot.kinds
    found: list[Part] = []
    for one in comments(report, slot):
        said = paragraphs(one.text)
        found += run_in(one.officer, said) if named else said
    return counted(*found)


def comments(report: CommitteeReport, slot: Slot | None) -> tuple[OfficerComment, ...]:
    """The officers' comments that stand in a slot, or all where none is given.

    A slot for some officers takes those whose post holds one of its names: "Chief Finance Officer (section 151)".
    """
    given = tuple(one for one in report.officer_comments if one.text.strip())
    if slot is None or not slot.kinds:
        return given
    wanted = [name.casefold() for name in slot.kinds]
    return tuple(one for one in given if any(name in one.officer.casefold() for name in wanted))


def run_in(label: str, said: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts with a bold label at the head of the first paragraph: "Financial. The plan commits ..."."""
    opening = (Span(f"{label}.", bold=True), Span(" "))
    if said and isinstance(said[0], Paragraph):
        return (Paragraph((*opening, *said[0].words)), *said[1:])
    return (Paragraph(opening), *said)


def _implications(report: CommitteeReport, slot: Slot, template: HouseTemplate) -> Pieces:
    given = implications.of_slot(report, slot, template)
    many = len(slot.kinds) != 1
    bare = (slot.numbering or template.numbering) in BARE
    found: list[Piece] = []
    for one in given:
        said = implications.said(one, slot)
        name = implications.label(one.kind, template)
        if many and bare and slot.shape is not Shape.ROW:
            found.append(Piece(Heading(name, level=3), counts=False))
        elif many:
            said = run_in(name, said)
        found += counted(*said)
    lead = counted(*paragraphs(slot.lead_in)) if slot.lead_in and found else ()
    return (*lead, *found)


BARE = frozenset({"none", "running", "lettered"})


def _risks(report: CommitteeReport, slot: Slot) -> Pieces:
    if slot.shape is Shape.TABLE and report.risk_register:
        return (*counted(*paragraphs(report.risks)), *standing.risk_register(report, slot))
    return counted(*paragraphs(implications.risks(report) or ""))


SPECIAL: dict[str, Callable[[CommitteeReport, Slot], Pieces]] = {
    "meeting": values.meeting,
    "meeting_on": values.meeting_on,
    "key_decision": values.key_decision,
    "subject_to_call_in": values.call_in,
    "forward_plan": values.forward_plan,
    "report_type": values.report_type,
    "is_open": values.is_open,
    "lead_officer": values.lead_officer,
    "contact_officers": values.contacts,
    "recommendations": _recommendations,
    "options": _options,
    "option_appraisal": _option_appraisal,
    "officer_comments": _officer_comments,
    "risks": _risks,
    "appendices": values.appendices,
    "appendix_count": values.appendix_count,
    "background_papers": values.background_papers,
    "glossary": values.glossary,
    "next_steps": values.next_steps,
    "power": standing.power,
    "earlier_stages": standing.earlier_stages,
    "risk_register": standing.risk_register,
    "public_interest": standing.public_interest,
}
