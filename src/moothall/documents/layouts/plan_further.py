"""What a plan holds beside its answers and commitments: own points, partnerships, figures, objectives, documents."""

from __future__ import annotations

from collections.abc import Iterable

from moothall.documents.layouts.dates import day
from moothall.documents.layouts.paragraphs import paragraphs
from moothall.documents.layouts.plan_parts import Count, linked, with_links
from moothall.documents.writing.document import Block, Cell, Heading, Items, Paragraph, Span, Table, cell, words
from moothall.domain.plans import (
    DocumentKind,
    Figure,
    FigureKind,
    LinkedDocument,
    OwnPoint,
    Partnership,
    Plan,
    Recurrence,
    Standing,
)

DOCUMENT_KINDS = {
    DocumentKind.CORPORATE_PLAN: "Corporate plan",
    DocumentKind.FINANCIAL_STRATEGY: "Medium-term financial strategy",
    DocumentKind.STRATEGY: "Strategy",
    DocumentKind.OTHER: "Other document",
}
RECURRENCES = {Recurrence.UNSAID: "", Recurrence.ONE_OFF: "one-off", Recurrence.RECURRING: "every year"}


def further(plan: Plan, count: Count, leave_out: frozenset[str] = frozenset()) -> list[Block]:
    """Everything further that the plan holds, each kind under a heading; keys in ``leave_out`` stand elsewhere."""
    blocks: list[Block] = []
    for point in plan.own_points:
        if point.key not in leave_out:
            blocks += [Heading(point.title), *count.number(point_blocks(point))]
    together = [one for one in plan.partnerships if one.key not in leave_out]
    if together:
        blocks.append(Heading("Who we work with"))
        for one in together:
            blocks += count.number(partnership_blocks(one))
    figures = figures_table(one for one in plan.figures if one.key not in leave_out)
    documents = documents_table(one for one in plan.documents if one.key not in leave_out)
    for table in (figures, objectives_table(plan, leave_out), documents):
        if table is not None:
            blocks += [Heading(table.caption), table]
    if plan.length_reason.strip():
        blocks += [Heading("Why this plan is longer than asked"), *count.number(paragraphs(plan.length_reason))]
    return blocks


def point_blocks(one: OwnPoint) -> tuple[Paragraph | Items, ...]:
    """The paragraphs of a point of the council's own."""
    return tuple(with_links(paragraphs(one.text)))


def partnership_blocks(one: Partnership) -> tuple[Paragraph | Items, ...]:
    """A partnership: its title in bold, with whom, and what is said of it."""
    title = one.title.strip().rstrip(".")
    opening = Paragraph((Span(f"{title}.", bold=True), Span(f" With {one.partners.strip().rstrip('.')}.")))
    return (opening, *with_links(paragraphs(one.text)))


def figures_table(figures: Iterable[Figure]) -> Table | None:
    """The figures with unit, period, whether actual or target, baseline and source, or None where there are none."""
    rows = tuple(_figure_row(one) for one in figures)
    header = ("Figure", "Value", "Started from", "Source")
    return Table(rows, header, (32, 26, 18, 24), "Figures") if rows else None


def _figure_row(one: Figure) -> tuple[Cell, ...]:
    kind = "Target" if one.kind is FigureKind.TARGET else "Actual"
    said = ", ".join(part for part in (kind, one.period.strip(), RECURRENCES[one.recurrence]) if part)
    started = " in ".join(part for part in (one.baseline.strip(), one.baseline_period.strip()) if part)
    value = Paragraph(words(f"{one.value.strip()} {one.unit.strip()}".strip()))
    return (
        cell(one.title),
        (value, Paragraph(words(said, quiet=True))),
        cell(started or "Not stated"),
        (Paragraph(linked(one.source)),),
    )


def objectives_table(plan: Plan, leave_out: frozenset[str] = frozenset()) -> Table | None:
    """Each strategic objective with the commitments that serve it, or None where there are none."""
    rows = tuple(
        (
            cell(one.title, one.source),
            cell(*(each.title for each in plan.commitments if each.objective == one.key))
            or cell("No commitment names it"),
        )
        for one in plan.objectives
        if one.key not in leave_out
    )
    return Table(rows, ("Objective", "What serves it"), (45, 55), "Our objectives") if rows else None


def documents_table(documents: Iterable[LinkedDocument]) -> Table | None:
    """The documents the plan leans on, with what they are and whether they are adopted, or None."""
    rows = tuple(
        (
            (Paragraph((Span(one.title, link=one.address),)),),
            cell(DOCUMENT_KINDS[one.kind]),
            cell(standing_in_words(one)),
        )
        for one in documents
    )
    return (
        Table(rows, ("Document", "What it is", "Standing"), (48, 27, 25), "Documents this plan rests on")
        if rows
        else None
    )


def standing_in_words(one: LinkedDocument) -> str:
    """Whether a document is adopted or a draft, with the day where it is known: "Adopted on 21 February 2024"."""
    if one.standing is Standing.ADOPTED:
        return f"Adopted on {day(one.standing_on)}" if one.standing_on else "Adopted"
    return f"Draft of {day(one.standing_on)}" if one.standing_on else "Draft"
