"""Fields of a covering report that are said in a line or a list of lines: body, day, people, key decision, papers."""

from __future__ import annotations

from dataclasses import dataclass

from moothall.documents.layouts.dates import day, weekday
from moothall.documents.layouts.paragraphs import paragraphs
from moothall.documents.writing.document import Block, Items, Paragraph, Span, Table, cell, words
from moothall.domain.house_templates import Shape, Slot
from moothall.domain.reports import CommitteeReport, Officer

NONE = "None."
Part = Paragraph | Items


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a slot. ``counts`` is False for what never takes a number: lead-ins, "or", notes."""

    block: Block
    counts: bool = True


Pieces = tuple[Piece, ...]


def counted(*blocks: Block) -> Pieces:
    """The blocks as pieces: paragraphs take a number unless they are notes."""
    return tuple(Piece(block, isinstance(block, Paragraph) and block.setting == "body") for block in blocks)


def line(text: str) -> Pieces:
    return counted(*paragraphs(text))


def meeting(report: CommitteeReport, slot: Slot) -> Pieces:
    """The body and the day it meets."""
    on = weekday(report.meeting_on) if report.meeting_on else ""
    return line(", ".join(part for part in (report.body.strip(), on) if part))


def meeting_on(report: CommitteeReport, slot: Slot) -> Pieces:
    """The day of the meeting."""
    return line(day(report.meeting_on) if report.meeting_on else "")


def key_decision(report: CommitteeReport, slot: Slot) -> Pieces:
    """Yes or No with the reason, or the reason alone where the council leaves it open."""
    if report.key_decision is None:
        return counted(*paragraphs(report.key_decision_reason))
    reason = report.key_decision_reason.strip()
    answer = "Yes" if report.key_decision else "No"
    return line(f"{answer}. {reason}" if reason else answer)


def call_in(report: CommitteeReport, slot: Slot) -> Pieces:
    """Whether the item can be called in; nothing where that is not known."""
    if report.subject_to_call_in is None:
        return ()
    return line(
        "This item is subject to call-in."
        if report.subject_to_call_in
        else slot.none_text or "This item is not subject to call-in."
    )


def forward_plan(report: CommitteeReport, slot: Slot) -> Pieces:
    """The notice in the Forward Plan and since when; in running text the reason comes first."""
    parts = []
    if report.forward_plan_number.strip():
        parts.append(f"Forward Plan number {report.forward_plan_number.strip()}.")
    if report.forward_plan_first_notified:
        parts.append(f"First notified to the public on {day(report.forward_plan_first_notified)}.")
    reason = paragraphs(report.key_decision_reason) if slot.shape is Shape.PROSE else ()
    return counted(*reason, *paragraphs(" ".join(parts))) if parts else ()


def report_type(report: CommitteeReport, slot: Slot) -> Pieces:
    """Open or exempt, and whether it is a key decision."""
    openness = "Open report" if report.is_open else f"Exempt report: {report.exempt_paragraphs.strip()}".rstrip(": ")
    kind = {True: "Key decision", False: "Non-key decision", None: ""}[report.key_decision]
    return counted(*(Paragraph(words(text)) for text in (openness, kind) if text))


def is_open(report: CommitteeReport, slot: Slot) -> Pieces:
    """That all of it is public, or under what it is exempt."""
    if report.is_open:
        return line(slot.none_text or "None. The report and its appendices are open to the public.")
    said = f"This report is exempt from publication. {report.exempt_paragraphs.strip()}".strip()
    return line("\n\n".join(part for part in (said, report.public_interest.strip()) if part))


def lead_officer(report: CommitteeReport, slot: Slot) -> Pieces:
    """The lead officer."""
    return counted(_officer(report.lead_officer)) if report.lead_officer else ()


def contacts(report: CommitteeReport, slot: Slot) -> Pieces:
    """Every officer to ask, a line each."""
    return counted(*(_officer(one) for one in report.contact_officers))


def _officer(one: Officer) -> Paragraph:
    said = ", ".join(part for part in (one.name, one.role, one.phone) if part.strip())
    if not one.email.strip():
        return Paragraph(words(said))
    before = f"{said}, " if said else ""
    return Paragraph((Span(before), Span(one.email, link=f"mailto:{one.email}")))


def appendices(report: CommitteeReport, slot: Slot) -> Pieces:
    """The appendices, a line each."""
    return counted(*(Paragraph(words(text.strip())) for text in report.appendices if text.strip()))


def appendix_count(report: CommitteeReport, slot: Slot) -> Pieces:
    """How many appendices there are."""
    count = len([text for text in report.appendices if text.strip()])
    return line(str(count) if count else slot.none_text or "None")


def background_papers(report: CommitteeReport, slot: Slot) -> Pieces:
    """The background papers, or that there are none."""
    if report.no_background_papers:
        return line(slot.none_text or NONE)
    copies = {paper.strip(): address.strip() for paper, address in report.background_copies}
    return counted(*(_paper(text.strip(), copies) for text in report.background_papers if text.strip()))


def _paper(title: str, copies: dict[str, str]) -> Paragraph:
    address = copies.get(title, "")
    if not address:
        return Paragraph(words(title))
    return Paragraph((Span(f"{title}, "), Span(address, link=address)))


def glossary(report: CommitteeReport, slot: Slot) -> Pieces:
    """Terms and what they mean."""
    return counted(
        *(Paragraph((Span(term, bold=True), Span(f": {meaning}"))) for term, meaning in report.glossary if term.strip())
    )


def next_steps(report: CommitteeReport, slot: Slot) -> Pieces:
    """What happens next and when, as a table."""
    rows = tuple((cell(when), cell(what)) for when, what in report.next_steps)
    return (Piece(Table(rows, widths=(27, 73), caption=slot.label), counts=False),) if rows else ()
