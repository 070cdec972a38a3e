"""What a covering report rests on: the power relied on, earlier stages, the risk register, the public interest."""

from __future__ import annotations

from moothall.documents.layouts.dates import day
from moothall.documents.layouts.implications import risk_words
from moothall.documents.layouts.paragraphs import paragraphs
from moothall.documents.layouts.report_values import Piece, Pieces, counted
from moothall.documents.writing.document import Table, cell
from moothall.domain.house_templates import Shape, Slot
from moothall.domain.reports import CommitteeReport, EarlierStage, Power


def power(report: CommitteeReport, slot: Slot) -> Pieces:
    """The function, its paragraph in the terms of reference, and whether it is reserved to Council."""
    return counted(*paragraphs(power_words(report.power))) if report.power else ()


def power_words(power: Power) -> str:
    """The power relied on as a sentence or two; empty where nothing is said of it."""
    reserved = {True: "It is reserved to Council.", False: "It is not reserved to Council.", None: ""}
    function = power.function.strip().rstrip(".")
    paragraph = power.paragraph.strip().rstrip(".")
    source = f"{function} (terms of reference, {paragraph})." if function and paragraph else ""
    source = source or (f"{function or f'Terms of reference, {paragraph}'}." if function or paragraph else "")
    return " ".join(part for part in (source, reserved[power.reserved_to_council]) if part)


def earlier_stages(report: CommitteeReport, slot: Slot) -> Pieces:
    """Each stage before this one, as a table where the slot is set as one and else a paragraph each."""
    stages = [one for one in report.earlier_stages if one.body.strip()]
    if slot.shape is not Shape.TABLE:
        return counted(*(part for one in stages for part in paragraphs(stage_words(one))))
    if not stages:
        return ()
    rows = tuple((cell(_when(one)), cell(one.engaged), cell(one.outcome)) for one in stages)
    header = ("Stage", "Who was engaged", "What came of it")
    return (Piece(Table(rows, header=header, widths=(34, 30, 36), caption="Earlier stages"), counts=False),)


def stage_words(one: EarlierStage) -> str:
    """One stage as a sentence or two: where and when, who was engaged, what came of it."""
    engaged = f" Engaged: {one.engaged.strip().rstrip('.')}." if one.engaged.strip() else ""
    outcome = f" {one.outcome.strip().rstrip('.')}." if one.outcome.strip() else ""
    return f"{_when(one)}.{engaged}{outcome}"


def _when(one: EarlierStage) -> str:
    return f"{one.body.strip()}, {day(one.on)}" if one.on else one.body.strip()


def risk_register(report: CommitteeReport, slot: Slot) -> Pieces:
    """Each risk with its reference and the response, as a table where the slot is set as one."""
    risks = [one for one in report.risk_register if one.text.strip()]
    if slot.shape is not Shape.TABLE:
        return counted(*(part for one in risks for part in paragraphs(risk_words(one))))
    if not risks:
        return ()
    rows = tuple((cell(one.text), cell(one.reference), cell(one.response)) for one in risks)
    header = ("Risk", "Risk register", "What is done about it")
    return (Piece(Table(rows, header=header, widths=(42, 16, 42), caption="Risks"), counts=False),)


def public_interest(report: CommitteeReport, slot: Slot) -> Pieces:
    """Why the public interest lies in keeping Part 2 closed. It is said in the open and tells nothing of Part 2."""
    return () if report.is_open else counted(*paragraphs(report.public_interest))
