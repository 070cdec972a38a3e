"""A notice as it goes up: what it is, whose decision or meeting, its particulars in order, and what it rests on."""

from __future__ import annotations

from moothall.documents.layouts.dates import moment, weekday
from moothall.documents.layouts.paragraphs import paragraphs
from moothall.documents.writing.document import (
    BENCH_GREEN,
    Block,
    Cell,
    Document,
    Items,
    Paragraph,
    Setting,
    Span,
    Table,
    words,
)
from moothall.domain.notice_kinds import KINDS, provisions_for
from moothall.domain.notices import Notice

NOT_FILLED = "Not filled in."


def compose(notice: Notice, *, colour: str = BENCH_GREEN) -> Document:
    """The notice as a document of its own, ready to be put up. What is optional and empty is left out."""
    kind = KINDS[notice.kind]
    optional = {one.code for one in kind.particulars if one.optional}
    rows = tuple(
        (_label(one.label), _said(one.words))
        for one in notice.particulars
        if one.words.strip() or one.code not in optional
    )
    day = weekday(notice.on) if notice.on else ""
    about = f"{notice.body}, {day}" if day and notice.body else notice.body or day
    return Document(
        title=kind.title,
        blocks=(Table(rows, widths=(30, 70), caption="What the notice says"), *_under(notice)),
        owner=notice.authority_name,
        eyebrow=f"Number {notice.number}",
        subtitles=tuple(one for one in (notice.title, about) if one),
        foot=f"{kind.title}, number {notice.number}. {about}",
        summary=f"{kind.title} of {notice.authority_name}",
        colour=colour,
    )


def _label(label: str) -> Cell:
    return (Paragraph((Span(label, bold=True),)),)


def _said(text: str) -> Cell:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if not lines:
        return (Paragraph(words(NOT_FILLED, italic=True)),)
    found = paragraphs(text)
    if len(lines) > 1 and "\n\n" not in text and not any(isinstance(one, Items) for one in found):
        return tuple(Paragraph(words(line)) for line in lines)
    return found


def _under(notice: Notice) -> tuple[Block, ...]:
    parts: dict[str, list[str]] = {}
    for one in provisions_for(notice.kind, notice.body_kind):
        parts.setdefault(one.instrument, []).append(one.part)
    rests = "; ".join(f"{instrument}, {', '.join(some)}" for instrument, some in parts.items())
    said = [f"Given under: {rests}."]
    if notice.replaces is not None:
        said.append(f"It takes the place of number {notice.replaces}: {notice.reason.rstrip('.')}.")
    if notice.given is not None:
        where = " and ".join(one for one in (notice.given.office, notice.given.address) if one)
        said.append(f"Given by {notice.given.by} on {moment(notice.given.at)}{f', at {where}' if where else ''}.")
    return tuple(Paragraph(words(one), setting=Setting.NOTE) for one in said)
