"""The record of a decision as a document: every field under its label, in the order of councils' pages."""

from __future__ import annotations

from moothall.documents.layouts.dates import day
from moothall.documents.layouts.paragraphs import paragraphs
from moothall.documents.layouts.resolutions import limb_items
from moothall.documents.writing.document import (
    BENCH_GREEN,
    Cell,
    Document,
    Items,
    Paragraph,
    Setting,
    Table,
    words,
)
from moothall.domain.decision_records import FIELDS, UNKNOWN, DecisionRecord, Field, Kind, in_plain_words, unknown

TO_SAY = "Fields that say “Not known” are not filled in yet. Nothing was put in their place."


def compose(record: DecisionRecord, *, colour: str = BENCH_GREEN) -> Document:
    """The record with each label and what stands under it. A field nobody knows says so where one should say it."""
    asked = {one.name for one in unknown(record)}
    rows = tuple(
        ((Paragraph(words(one.label)),), _said(record, one))
        for one in FIELDS
        if record.value(one.name) is not None or one.name in asked
    )
    title = (record.title or "").strip() or "Decision"
    maker = record.decision_maker or ""
    decided = f", {day(record.decided_on)}" if record.decided_on else ""
    notes = (Paragraph(words(TO_SAY), setting=Setting.NOTE),) if asked else ()
    return Document(
        title=title,
        blocks=(Table(rows, widths=(27, 73), caption="The record of the decision"), *notes),
        owner=record.authority_name,
        eyebrow="Record of a decision",
        subtitles=(f"{maker}{decided}",) if maker else (),
        foot=f"{title}. {maker}{decided}",
        summary=f"The record of what {maker or record.authority_name} decided",
        colour=colour,
    )


def _said(record: DecisionRecord, one: Field) -> Cell:
    value = record.value(one.name)
    if value is None:
        return (Paragraph(words(UNKNOWN, quiet=True)),)
    if one.kind is Kind.LIMBS and record.limbs:
        return (Items(limb_items(record.limbs, resolved=True)),)
    if one.kind in (Kind.TEXT, Kind.LINE):
        return paragraphs(in_plain_words(value)) or (Paragraph(words(UNKNOWN, quiet=True)),)
    return tuple(Paragraph(words(line)) for line in in_plain_words(value).split("\n"))
