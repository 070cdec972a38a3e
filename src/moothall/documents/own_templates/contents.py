"""What each name of a template stands for in one report. It is handed the open report and nothing else."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from moothall.documents.layouts import implications, resolutions
from moothall.documents.layouts.dates import day
from moothall.documents.layouts.numbering import Numberer
from moothall.documents.layouts.paragraphs import paragraphs
from moothall.documents.layouts.report_slots import pieces
from moothall.documents.own_templates.names import IMPLICATION, NAMES
from moothall.documents.writing.document import Block, Paragraph, words
from moothall.domain.house_templates import HouseTemplate, Numbering, Shape, Slot
from moothall.domain.reports import CommitteeReport, Implication

Words = tuple[Block, ...]
RowWords = Mapping[str, Words]
_TABLES = frozenset({"options", "earlier_stages"})


@dataclass(frozen=True, slots=True)
class Contents:
    """The words for each name, and the rows for each kind of row, each with the words of its columns."""

    words: Mapping[str, Words]
    rows: Mapping[str, tuple[RowWords, ...]]

    def says(self, name: str) -> bool:
        """Whether the report says anything under a name or in a kind of row."""
        return bool(self.words.get(name) or self.rows.get(name))


def contents(report: CommitteeReport, house: HouseTemplate, used: Collection[str]) -> Contents:
    """What the names mean in this report. ``used`` are the names in the template, ``house`` gives the council's words.

    An implication that has a name of its own among those used is left out of those that stand together.
    """
    own = {name.removesuffix(IMPLICATION) for name in used if name.endswith(IMPLICATION)}
    apart = HouseTemplate("own", "", (), Numbering.HEADING, implication_labels=house.implication_labels)
    said = {
        name: _words(report, name, apart, own, has_risks=any(one == "risks" or one.startswith("risk.") for one in used))
        for name in NAMES
    }
    return Contents(said, _rows(report, apart, own))


def _words(
    report: CommitteeReport, name: str, house: HouseTemplate, own: set[str], *, has_risks: bool
) -> tuple[Block, ...]:
    if name == "council":
        return _line(report.authority_name)
    if name.startswith("lead_officer_"):
        officer, part = report.lead_officer, name.removeprefix("lead_officer_")
        return _line(getattr(officer, "role" if part == "post" else part) if officer else "")
    if name.endswith(IMPLICATION):
        return _implication(report, name.removesuffix(IMPLICATION), house)
    if name == "implications":
        return _implications_together(report, house, own, has_risks=has_risks)
    slot = Slot(NAMES[name].slot, "", Shape.TABLE if name in _TABLES else Shape.PROSE, numbering=_numbering(name))
    return tuple(Numberer(house).paragraphs(pieces(report, slot, house), slot))


def _numbering(name: str) -> Numbering | None:
    return Numbering.NONE if name == "recommendations" else None


def _implication(report: CommitteeReport, kind: str, house: HouseTemplate) -> Words:
    slot = Slot("implications", "", kinds=(kind,), none_text="None.")
    return tuple(piece.block for piece in pieces(report, slot, _with(house, slot)))


def _implications_together(
    report: CommitteeReport, house: HouseTemplate, own: set[str], *, has_risks: bool
) -> tuple[Block, ...]:
    slot = Slot("implications", "", none_text="None.")
    others = [Slot("implications", "", kinds=(kind,)) for kind in sorted(own)]
    others += [Slot("risks", "")] if has_risks else []
    return tuple(piece.block for piece in pieces(report, slot, _with(house, slot, *others)))


def _with(house: HouseTemplate, *slots: Slot) -> HouseTemplate:
    return HouseTemplate(house.id, "", slots, house.numbering, implication_labels=house.implication_labels)


def _line(text: str) -> Words:
    return (Paragraph(words(text.strip())),) if text.strip() else ()


def _rows(report: CommitteeReport, house: HouseTemplate, own: set[str]) -> dict[str, tuple[RowWords, ...]]:
    copies = {paper.strip(): address.strip() for paper, address in report.background_copies}
    return {
        "recommendation": tuple(
            {"number": _line(one.number), "text": tuple(resolutions.recommendation(one, report.body)),
             "alternative_to": _line(one.alternative_to or "")}
            for one in report.recommendations
        ),
        "option": () if report.no_options else tuple(
            {"title": _line(one.title), "appraisal": paragraphs(one.appraisal), "against": paragraphs(one.against),
             "recommended": _line("Recommended" if one.chosen else "")}
            for one in report.options
        ),
        "implication": tuple(
            _implication_row(one, house) for one in report.implications
            if one.kind not in own and (one.text.strip() or one.is_none)
        ),
        "risk": tuple(
            {"text": paragraphs(one.text), "reference": _line(one.reference), "response": paragraphs(one.response)}
            for one in report.risk_register if one.text.strip()
        ),
        "stage": tuple(
            {"body": _line(one.body), "date": _line(day(one.on) if one.on else ""), "engaged": _line(one.engaged),
             "outcome": paragraphs(one.outcome)}
            for one in report.earlier_stages if one.body.strip()
        ),
        "comment": tuple(
            {"officer": _line(one.officer), "text": paragraphs(one.text)}
            for one in report.officer_comments if one.text.strip()
        ),
        "officer": tuple(
            {"name": _line(one.name), "post": _line(one.role), "email": _line(one.email), "phone": _line(one.phone)}
            for one in report.contact_officers
        ),
        "paper": () if report.no_background_papers else tuple(
            {"title": _line(one), "copy": _line(copies.get(one.strip(), ""))}
            for one in report.background_papers if one.strip()
        ),
        "appendix": tuple({"title": _line(one)} for one in report.appendices if one.strip()),
        "step": tuple({"when": _line(when), "what": paragraphs(what)} for when, what in report.next_steps),
        "term": tuple({"term": _line(one), "meaning": paragraphs(means)} for one, means in report.glossary),
    }  # fmt: skip


def _implication_row(one: Implication, house: HouseTemplate) -> RowWords:
    promised = implications.promise(one).removeprefix("Promised for later: ") if one.promised.strip() else ""
    return {
        "kind": _line(implications.label(one.kind, house)),
        "text": paragraphs(one.text) or _line("None." if one.is_none else ""),
        "author": _line(one.author),
        "promised": _line(promised),
    }
