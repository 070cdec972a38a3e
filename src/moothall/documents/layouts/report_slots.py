"""What a covering report says in one slot of a house template, before numbering. Nothing filled in gives nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from moothall.documents.layouts import implications, resolutions
from moothall.documents.layouts.dates import day, weekday
from moothall.documents.layouts.paragraphs import paragraphs
from moothall.documents.writing.document import (
    Block,
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
from moothall.domain.reports import CommitteeReport, Officer, Option

NONE = "None."
LETTERED = re.compile(r"^\s*(?:option\s+)?\(?[a-z][.):]\s+", re.IGNORECASE)
Part = Paragraph | Items


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a slot. ``counts`` is False for what never takes a number: lead-ins, "or", notes."""

    block: Block
    counts: bool = True


Pieces = tuple[Piece, ...]


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


def counted(*blocks: Block) -> Pieces:
    """The blocks as pieces: paragraphs take a number unless they are notes."""
    return tuple(Piece(block, isinstance(block, Paragraph) and block.setting == "body") for block in blocks)


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


def _meeting(report: CommitteeReport, slot: Slot) -> Pieces:
    on = weekday(report.meeting_on) if report.meeting_on else ""
    return _line(", ".join(part for part in (report.body.strip(), on) if part))


def _meeting_on(report: CommitteeReport, slot: Slot) -> Pieces:
    return _line(day(report.meeting_on) if report.meeting_on else "")


def _key_decision(report: CommitteeReport, slot: Slot) -> Pieces:
    if report.key_decision is None:
        return counted(*paragraphs(report.key_decision_reason))
    reason = report.key_decision_reason.strip()
    answer = "Yes" if report.key_decision else "No"
    return _line(f"{answer}. {reason}" if reason else answer)


def _call_in(report: CommitteeReport, slot: Slot) -> Pieces:
    if report.subject_to_call_in is None:
        return ()
    return _line(
        "This item is subject to call-in."
        if report.subject_to_call_in
        else slot.none_text or "This item is not subject to call-in."
    )


def _forward_plan(report: CommitteeReport, slot: Slot) -> Pieces:
    parts = []
    if report.forward_plan_number.strip():
        parts.append(f"Forward Plan number {report.forward_plan_number.strip()}.")
    if report.forward_plan_first_notified:
        parts.append(f"First notified to the public on {day(report.forward_plan_first_notified)}.")
    reason = paragraphs(report.key_decision_reason) if slot.shape is Shape.PROSE else ()
    return counted(*reason, *paragraphs(" ".join(parts))) if parts else ()


def _report_type(report: CommitteeReport, slot: Slot) -> Pieces:
    openness = "Open report" if report.is_open else f"Exempt report: {report.exempt_paragraphs.strip()}".rstrip(": ")
    kind = {True: "Key decision", False: "Non-key decision", None: ""}[report.key_decision]
    return counted(*(Paragraph(words(text)) for text in (openness, kind) if text))


def _is_open(report: CommitteeReport, slot: Slot) -> Pieces:
    if report.is_open:
        return _line(slot.none_text or "None. The report and its appendices are open to the public.")
    return _line(f"This report is exempt from publication. {report.exempt_paragraphs.strip()}".strip())


def _lead_officer(report: CommitteeReport, slot: Slot) -> Pieces:
    return counted(_officer(report.lead_officer)) if report.lead_officer else ()


def _contacts(report: CommitteeReport, slot: Slot) -> Pieces:
    return counted(*(_officer(one) for one in report.contact_officers))


def _officer(one: Officer) -> Paragraph:
    said = ", ".join(part for part in (one.name, one.role, one.phone) if part.strip())
    if not one.email.strip():
        return Paragraph(words(said))
    before = f"{said}, " if said else ""
    return Paragraph((Span(before), Span(one.email, link=f"mailto:{one.email}")))


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
        return _line(slot.none_text or NONE)
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
    said = paragraphs(one.appraisal)
    name = f"{one.title.strip()}{' (recommended)' if one.chosen else ''}"
    if not said or not isinstance(said[0], Paragraph):
        return (Paragraph(words(name)), *said)
    opening = () if not name else (Span(name if name.endswith(".") else f"{name}.", bold=True), Span(" "))
    return (Paragraph((*opening, *said[0].words)), *said[1:])


def _options_table(options: tuple[Option, ...]) -> Table:
    rows = tuple(
        (cell(f"{one.title.strip()}{' (recommended)' if one.chosen else ''}"), paragraphs(one.appraisal))
        for one in options
    )
    return Table(rows, header=("Option", "Appraisal"), widths=(30, 70), caption="Options considered")


def _option_appraisal(report: CommitteeReport, slot: Slot) -> Pieces:
    if report.no_options:
        return _line(slot.none_text or NONE)
    return counted(*(part for one in report.options if one.appraisal.strip() for part in _option(one)))


def _officer_comments(report: CommitteeReport, slot: Slot) -> Pieces:
    wanted = [name.casefold() for name in slot.kinds]
    given = [one for one in report.officer_comments if one.text.strip()]
    if wanted:
        given = [one for one in given if one.officer.casefold() in wanted]
    named = not slot.kinds
    found: list[Part] = []
    for one in given:
        said = paragraphs(one.text)
        found += run_in(one.officer, said) if named else said
    return counted(*found)


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
    return counted(*paragraphs(implications.risks(report) or ""))


def _appendices(report: CommitteeReport, slot: Slot) -> Pieces:
    return counted(*(Paragraph(words(text.strip())) for text in report.appendices if text.strip()))


def _appendix_count(report: CommitteeReport, slot: Slot) -> Pieces:
    count = len([text for text in report.appendices if text.strip()])
    return _line(str(count) if count else slot.none_text or "None")


def _background_papers(report: CommitteeReport, slot: Slot) -> Pieces:
    if report.no_background_papers:
        return _line(slot.none_text or NONE)
    return counted(*(Paragraph(words(text.strip())) for text in report.background_papers if text.strip()))


def _glossary(report: CommitteeReport, slot: Slot) -> Pieces:
    return counted(
        *(Paragraph((Span(term, bold=True), Span(f": {meaning}"))) for term, meaning in report.glossary if term.strip())
    )


def _next_steps(report: CommitteeReport, slot: Slot) -> Pieces:
    rows = tuple((cell(when), cell(what)) for when, what in report.next_steps)
    return (Piece(Table(rows, widths=(27, 73), caption=slot.label), counts=False),) if rows else ()


def _line(text: str) -> Pieces:
    return counted(*paragraphs(text))


SPECIAL: dict[str, Callable[[CommitteeReport, Slot], Pieces]] = {
    "meeting": _meeting,
    "meeting_on": _meeting_on,
    "key_decision": _key_decision,
    "subject_to_call_in": _call_in,
    "forward_plan": _forward_plan,
    "report_type": _report_type,
    "is_open": _is_open,
    "lead_officer": _lead_officer,
    "contact_officers": _contacts,
    "recommendations": _recommendations,
    "options": _options,
    "option_appraisal": _option_appraisal,
    "officer_comments": _officer_comments,
    "risks": _risks,
    "appendices": _appendices,
    "appendix_count": _appendix_count,
    "background_papers": _background_papers,
    "glossary": _glossary,
    "next_steps": _next_steps,
}
