"""The receipt of a return, to print or keep: who certified what was sent, when, and how anyone can check the text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from moothall.documents.layouts.dates import day, moment, weekday
from moothall.documents.layouts.paragraphs import paragraphs
from moothall.documents.layouts.resolutions import limb_items
from moothall.documents.writing.document import (
    BENCH_GREEN,
    Block,
    Cell,
    Document,
    Heading,
    Item,
    Items,
    Panel,
    Paragraph,
    Setting,
    Table,
    cell,
    words,
)
from moothall.domain.packs import PackFile, in_words
from moothall.domain.publications import PublishedDecision, agreement
from moothall.domain.returns import Return

CHECK_FILES = (
    "To check every file of the folder at once, unpack it and run: sha256sum --check SHA256SUMS. On Windows, "
    "certutil -hashfile NAME SHA256 gives the line of one file.",
)
EXPLAINED = (
    "A fingerprint is a line of 64 letters and digits worked out from a text. The same text always gives the same "
    "line, and changing a single comma gives another. Nobody can work backwards from the line to the text, or write "
    "another text that has the same line. So two texts with one fingerprint are the same text."
)


@dataclass(frozen=True, slots=True)
class Went:
    """One time that it went: how, to whom, when, and under which reference of the recipient's.

    ``came_back_on`` is the day it was returned undelivered, where it was.
    """

    channel: str
    recipient: str
    at: datetime | None
    reference: str = ""
    came_back_on: date | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What became of a return after it was certified, and what was in its pack.

    ``went`` is None where nobody recorded how it went apart from the return itself; ``acknowledged`` says by whom and
    when, and is empty without. ``due`` says by which day it was due and why, ``subject_to`` what the plan is still
    subject to, or that members resolved to send none; ``because`` in how many places the sent text differs from the
    agreed one, and on what that rests.
    """

    went: tuple[Went, ...] | None = None
    files: tuple[PackFile, ...] = ()
    folder_sha256: str = ""
    letter_sha256: str = ""
    acknowledged: str = ""
    is_sent: bool = True
    due: str = ""
    subject_to: str = ""
    because: str = ""


def compose(sent: Return, *, colour: str = BENCH_GREEN, told: Told | None = None) -> Document:
    """The receipt as a document, of one page where no pack was kept.

    Whether the texts agree is worked out from the fingerprints themselves.
    """
    told = told or Told()
    post = f", {sent.certified_by.post}" if sent.certified_by.post.strip() else ""
    rows = (
        ("Receipt number", sent.receipt_number),
        ("Council", f"{sent.authority_name} ({sent.authority})"),
        ("What was sent", f"{sent.plan.title}, published version {sent.publication_version}"),
        ("Certified by", f"{sent.certified_by.name}{post}"),
        *_ways(sent, told),
        ("Due", told.due),
        ("Acknowledged", told.acknowledged),
        ("In place of", f"Receipt {sent.replaces}" if sent.replaces else ""),
    )
    return Document(
        title="Receipt for a return",
        blocks=(
            *([Panel((Paragraph(words(told.subject_to, bold=True)),))] if told.subject_to else []),
            Table(_rows(rows), widths=(27, 73), caption="About this return"),
            Heading("What was certified"),
            *paragraphs(sent.certificate),
            *_decision(sent.decision),
            Heading("Is it one text?"),
            Paragraph(words(_verdict(sent, told.because), bold=True)),
            Table(_fingerprints(sent, told), widths=(27, 73), caption="Fingerprints"),
            *_pack(told),
            Heading("How to check"),
            Paragraph(words(EXPLAINED)),
            _how_to_check(has_pack=bool(told.files)),
            Paragraph(words("Keep this receipt with the decision record."), setting=Setting.NOTE),
        ),
        owner=sent.authority_name,
        corner=sent.receipt_number,
        subtitles=(f"{sent.plan.title}, {'sent' if told.is_sent else 'certified'} on {weekday(sent.sent_at.date())}",),
        foot=f"Receipt {sent.receipt_number}. {sent.authority_name}, {day(sent.sent_at.date())}",
        summary=f"Who certified the return of {sent.authority_name}, what was sent and when",
        colour=colour,
    )


def _ways(sent: Return, told: Told) -> list[tuple[str, str]]:
    """When it was certified and each time it went; as the return itself says where nobody recorded more."""
    if told.went is None and told.is_sent:
        return [
            ("Sent on", moment(sent.sent_at)), ("Sent to", sent.recipient), ("How", in_words(sent.channel)),
        ]  # fmt: skip
    rows = [("Certified on", moment(sent.sent_at))]
    for one in told.went or ():
        reference = f". Their reference: {one.reference}" if one.reference else ""
        when = f", {moment(one.at)}" if one.at else ""
        back = f". Returned undelivered on {weekday(one.came_back_on)}" if one.came_back_on else ""
        rows.append(("Sent", f"To {one.recipient}, {in_words(one.channel)}{when}{reference}{back}"))
    return rows if told.went else [*rows, ("Sent", f"Not yet. It is to go to {sent.recipient}")]


def _pack(told: Told) -> list[Block]:
    """Every file of the pack with its size, its fingerprint and what it is."""
    if not told.files:
        return []
    rows = tuple(
        (cell(one.name), cell(one.what), cell(f"{one.size:,} bytes"), cell(in_groups(one.sha256))) for one in told.files
    )
    header = ("File", "What it is", "Size", "SHA-256")
    return [
        Heading("What was in it"),
        Table(rows, header=header, widths=(22, 28, 14, 36), caption="The files that went with it"),
    ]


def _rows(rows: tuple[tuple[str, str], ...]) -> tuple[tuple[Cell, ...], ...]:
    return tuple((cell(label), cell(value)) for label, value in rows if value.strip())


def _decision(decision: PublishedDecision | None) -> list[Block]:
    if decision is None:
        return []
    opening = f"On {weekday(decision.decided_on)}, {decision.body}"
    blocks: list[Block] = [Heading("The decision it rests on"), Paragraph(words(opening))]
    return [*blocks, Items(limb_items(decision.limbs, resolved=True))] if decision.limbs else blocks


def _verdict(sent: Return, because: str) -> str:
    found = agreement(resolved=sent.resolved_fingerprint, published=sent.plan_fingerprint, sent=sent.plan_fingerprint)
    if not found.resolved:
        return "No agreed text is on record, so there is nothing to compare the sent text with."
    if found.agrees:
        return "Yes. The text that was sent is the text that members agreed."
    how = because or "The public page says who changed it and why."
    return f"No. The text that was sent is not the text that members agreed. {how}"


def _fingerprints(sent: Return, told: Told) -> tuple[tuple[Cell, ...], ...]:
    rows = (
        ("The text members agreed", sent.resolved_fingerprint or "Not on record"),
        ("The text that was sent", sent.plan_fingerprint),
        ("The PDF that was sent", sent.pdf_sha256),
        ("The folder (SHA-256)", told.folder_sha256),
        ("The message (SHA-256)", told.letter_sha256),
    )
    return tuple((cell(label), cell(in_groups(mark))) for label, mark in rows if mark)


def in_groups(mark: str) -> str:
    """A fingerprint in groups of eight, so that two can be compared by eye; other words are left alone."""
    if len(mark) != 64:
        return mark
    return " ".join(mark[at : at + 8] for at in range(0, 64, 8))


def _how_to_check(*, has_pack: bool) -> Items:
    steps = (
        "Open the council's public page of the plan. It shows the fingerprint of the text that stands there.",
        "Compare it with the two lines above. If all three are the same, it is one text.",
        "The data inside the PDF gives that fingerprint too, as the plan format describes. The PDF file itself "
        "gives the third line, by the same reckoning (SHA-256).",
        *(CHECK_FILES if has_pack else ()),
    )
    return Items(tuple(Item(words(step), f"{place}.") for place, step in enumerate(steps, start=1)))
