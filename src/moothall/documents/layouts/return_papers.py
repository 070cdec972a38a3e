"""The papers that go with a return besides the plan: the certificate, and the decision it rests on."""

from __future__ import annotations

from dataclasses import replace

from moothall.documents.layouts import decision_record
from moothall.documents.layouts.dates import day, moment, weekday
from moothall.documents.layouts.paragraphs import paragraphs
from moothall.documents.layouts.receipt import in_groups
from moothall.documents.layouts.resolutions import limb_items
from moothall.documents.writing.document import (
    BENCH_GREEN,
    Block,
    Document,
    Heading,
    Items,
    Panel,
    Paragraph,
    Setting,
    Table,
    cell,
    words,
)
from moothall.domain.decision_records import DecisionRecord
from moothall.domain.publications import PublishedDecision
from moothall.domain.returns import Return


def certificate(sent: Return, *, colour: str = BENCH_GREEN) -> Document:
    """What was certified of the plan, by whom and in what post, with the fingerprint of the words that were meant."""
    post = f", {sent.certified_by.post}" if sent.certified_by.post.strip() else ""
    rows = [
        ("Council", f"{sent.authority_name} ({sent.authority})"),
        ("Plan", f"{sent.plan.title}, published version {sent.publication_version}"),
        ("Certified by", f"{sent.certified_by.name}{post}"),
        ("Certified on", moment(sent.sent_at)),
        ("Fingerprint of the words", in_groups(sent.plan_fingerprint)),
        ("The PDF (SHA-256)", in_groups(sent.pdf_sha256)),
    ]
    if sent.replaces:
        rows.append(("In place of", f"Receipt {sent.replaces}"))
    return Document(
        title="Certificate",
        blocks=(
            Panel(tuple(paragraphs(sent.certificate))),
            Table(tuple((cell(label), cell(value)) for label, value in rows), widths=(27, 73), caption="What it is of"),
        ),
        owner=sent.authority_name,
        corner=sent.receipt_number,
        subtitles=(f"{sent.plan.title}, {weekday(sent.sent_at.date())}",),
        foot=f"Receipt {sent.receipt_number}. {sent.authority_name}, {day(sent.sent_at.date())}",
        summary=f"What {sent.certified_by.name} certified of the plan of {sent.authority_name}",
        colour=colour,
    )


def decision(
    sent: Return, decided: PublishedDecision, record: DecisionRecord | None, *, colour: str = BENCH_GREEN
) -> Document:
    """The record of the decision as councils' pages show it; as the plan's page has it where no record is kept.

    Under it stand the dates that the proper officer put, and what else is on record: scrutiny, call-in, waiver.
    """
    made = decision_record.compose(record, colour=colour) if record else _published(sent, decided, colour)
    notes = [Paragraph(words(said), setting=Setting.NOTE) for said in (one.sentence for one in decided.put)]
    notes += [Paragraph(words(said)) for said in decided.further]
    return replace(
        made, blocks=(*made.blocks, *notes), corner=sent.receipt_number, eyebrow="", title="Record of the decision",
        subtitles=(decided.sentence,),
    )  # fmt: skip


def _published(sent: Return, decided: PublishedDecision, colour: str) -> Document:
    """What members resolved, as the public page has it: body, day, limbs, minute, and from when it holds."""
    rows = [("Body", decided.body), ("Decided on", weekday(decided.decided_on))]
    if decided.published_on:
        rows.append(("Decision published on", weekday(decided.published_on)))
    if decided.in_force_on:
        rows.append(("In force on", weekday(decided.in_force_on)))
    blocks: list[Block] = [
        Table(tuple((cell(label), cell(value)) for label, value in rows), widths=(27, 73), caption="The decision")
    ]
    if decided.limbs:
        blocks += [Heading("Resolved"), Panel((Items(limb_items(decided.limbs, resolved=True)),))]
    if decided.minute.strip():
        blocks += [Heading("The minute"), *paragraphs(decided.minute)]
    return Document(
        title="Record of the decision",
        blocks=tuple(blocks),
        owner=sent.authority_name,
        corner=sent.receipt_number,
        subtitles=(decided.sentence,),
        foot=f"{decided.body}, {day(decided.decided_on)}",
        summary=f"What {decided.body} resolved on {day(decided.decided_on)}",
        colour=colour,
    )
