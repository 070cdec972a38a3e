"""Implications in a covering report: which slot says which kind, in the council's words, each with its author."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from moothall.documents.layouts.dates import day
from moothall.documents.layouts.paragraphs import paragraphs
from moothall.documents.writing.document import Items, Paragraph, Setting, words
from moothall.domain.house_templates import HouseTemplate, Shape, Slot
from moothall.domain.reports import CommitteeReport, Implication, Risk

LABELS: Mapping[str, str] = {
    "financial": "Financial",
    "legal": "Legal",
    "risk": "Risk",
    "resource": "Resource",
    "equalities": "Equalities",
    "human_rights": "Human rights",
    "human_resources": "Human resources",
    "health_and_safety": "Health and safety",
    "climate_environment": "Climate and environment",
    "social_value": "Social value",
    "data_protection": "Data protection",
    "digital_cyber": "Digital and cyber security",
    "safeguarding": "Safeguarding",
    "sustainability": "Sustainability",
    "governance": "Governance",
}
RISK = "risk"


def label(kind: str, template: HouseTemplate) -> str:
    """What the council calls this kind of implication."""
    return template.implication_labels.get(kind) or LABELS.get(kind) or kind.replace("_", " ").capitalize()


def with_room_for_all(template: HouseTemplate, report: CommitteeReport) -> HouseTemplate:
    """The template with room for every implication in the report, so that none is dropped for want of a slot.

    Where the house gives each kind a slot of its own, each further kind gets one too, after the last; otherwise the
    last slot takes them all.
    """
    places = [place for place, slot in enumerate(template.slots) if slot.field == "implications"]
    named = {kind for place in places for kind in template.slots[place].kinds}
    more = tuple(dict.fromkeys(one.kind for one in _given(report, template) if one.kind not in named))
    if not places or not more:
        return template
    last = template.slots[places[-1]]
    if not last.kinds:
        return template
    if len(last.kinds) > 1:
        wider: tuple[Slot, ...] = (replace(last, kinds=(*last.kinds, *more)),)
    else:
        wider = (last, *(_slot_for(kind, last, template) for kind in more))
    slots = (*template.slots[: places[-1]], *wider, *template.slots[places[-1] + 1 :])
    return replace(template, slots=slots)


def _slot_for(kind: str, like: Slot, template: HouseTemplate) -> Slot:
    name = label(kind, template)
    said = f"{name}:" if like.shape is Shape.ROW else f"{name} implications"
    return replace(like, label=said, kinds=(kind,), required=False, none_text="None.")


def of_slot(report: CommitteeReport, slot: Slot, template: HouseTemplate) -> tuple[Implication, ...]:
    """The implications that stand in this slot, in the slot's order. A slot without kinds takes all no other claims."""
    given = _given(report, template)
    if slot.kinds:
        return tuple(one for kind in slot.kinds for one in given if one.kind == kind)
    named = {kind for other in template.slots if other.field == "implications" for kind in other.kinds}
    return tuple(one for one in given if one.kind not in named)


def said(one: Implication, slot: Slot) -> tuple[Paragraph | Items, ...]:
    """What is said of one kind: its text, or that there is none, and who says so."""
    text = one.text.strip() or (slot.none_text or "None." if one.is_none else "")
    if not text:
        return ()
    notes = [promise(one)] if one.promised.strip() else []
    notes += [f"Author: {one.author.strip()}"] if one.author.strip() else []
    return (*paragraphs(text), *(Paragraph(words(note), setting=Setting.NOTE) for note in notes))


def promise(one: Implication) -> str:
    """The later assessment that an implication promises, with its day where it has one."""
    by = f", by {day(one.promised_by)}" if one.promised_by else ""
    return f"Promised for later: {one.promised.strip().rstrip('.')}{by}"


def _written_risks(report: CommitteeReport) -> str:
    """The report's risks in words: its own paragraphs, then each risk of its register with reference and response."""
    rows = [risk_words(one) for one in report.risk_register if one.text.strip()]
    return "\n\n".join(part for part in (report.risks.strip(), *rows) if part)


def risk_words(one: Risk) -> str:
    """One risk as a paragraph, with its reference in the register and what is done about it."""
    reference = f" (risk register {one.reference.strip()})" if one.reference.strip() else ""
    response = f" {one.response.strip().rstrip('.')}." if one.response.strip() else ""
    return f"{one.text.strip().rstrip('.')}{reference}.{response}"


def _given(report: CommitteeReport, template: HouseTemplate) -> tuple[Implication, ...]:
    """The implications with something to say, the report's risks among them where the house treats risk as one."""
    given = tuple(one for one in report.implications if one.text.strip() or one.is_none)
    has_own_slot = any(slot.field == "risks" for slot in template.slots)
    if has_own_slot:
        return tuple(one for one in given if one.kind != RISK)
    if all(one.kind != RISK for one in given) and (said := _written_risks(report)):
        return (*given, Implication(RISK, said))
    return given


def risks(report: CommitteeReport) -> str:
    """The report's risks, or what its risk implication says, for a house that gives risk a section of its own."""
    if said := _written_risks(report):
        return said
    found = next((one for one in report.implications if one.kind == RISK), None)
    return "" if found is None else found.text
