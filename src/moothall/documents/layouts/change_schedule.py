"""The schedule of changes to the text since members had it: each with its words out and in, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from moothall.documents.layouts.dates import weekday
from moothall.documents.writing.document import (
    BENCH_GREEN,
    Block,
    Cell,
    Document,
    Heading,
    Paragraph,
    Setting,
    Table,
    cell,
    words,
)
from moothall.domain.lineage import Account, Change, Line, Placed, Text

WIDTHS = (24, 26, 26, 24)
HEADER = ("Place", "It said", "It says", "What it rests on")
NO_AUTHORITY = "No authority is on record for this change."


def compose(line: Line, *, owner: str, title: str, colour: str = BENCH_GREEN) -> Document:
    """The schedule as a document: the texts in order with their fingerprints, then the changes between neighbours."""
    blocks: list[Block] = [Heading("The texts"), Table(_texts(line), HEADER_OF_TEXTS, (22, 26, 20, 32), "The texts")]
    for change in line.changes:
        if change.placed:
            blocks += _change(change)
    if not any(change.placed for change in line.changes):
        blocks.append(Paragraph(words("Every text is the same, word for word.")))
    blocks.append(
        Paragraph(
            words("The differences are computed from the texts as kept. What each rests on was said by those named."),
            setting=Setting.NOTE,
        )
    )
    return Document(
        title="Schedule of changes to the text",
        blocks=tuple(blocks),
        owner=owner,
        subtitles=(title,),
        foot=f"{owner}. {title}: schedule of changes",
        summary="Every change to the text of the plan since members had it, and what each rests on",
        colour=colour,
    )


HEADER_OF_TEXTS = ("Text", "By", "Day", "Fingerprint")


def _texts(line: Line) -> tuple[tuple[Cell, ...], ...]:
    return tuple(
        (cell(moment(one)), cell(f"{one.by}{_version(one)}"), cell(weekday(one.on)), cell(one.fingerprint[:16]))
        for one in line.texts
    )


def moment(one: Text) -> str:
    """What a text is called in a list: Considered, Resolved, Finalised, Published, Submitted."""
    return {"sent": "Submitted"}.get(one.moment.value, one.moment.value.capitalize())


def _version(one: Text) -> str:
    return f", version {one.version}" if one.version else f", {one.name}" if one.name else ""


def _change(change: Change) -> Iterator[Block]:
    yield Heading(f"From {change.earlier.told} to {change.later.told}")
    yield Paragraph(words(change.sentence))
    rows = tuple(
        (
            cell(one.difference.place),
            _said(one.difference.before),
            _said(one.difference.after),
            cell(*authority(one)),
        )
        for one in change.placed
    )
    yield Table(rows, HEADER, WIDTHS, f"Changes from {change.earlier.told} to {change.later.told}")


def _said(text: str) -> Cell:
    return cell(*text.split("\n\n")) if text else cell("Nothing")


def authority(one: Placed) -> list[str]:
    """What a difference rests on, in sentences."""
    if one.is_before:
        by = one.decided_by
        return [f"Made before {by} decided; part of the text it had before it." if by else "Made before the decision."]
    return [sentence for account in one.accounts for sentence in said_of(account)] or [NO_AUTHORITY]


def said_of(account: Account) -> Iterator[str]:
    """An authority in sentences: what it rests on, in which words, who said and confirmed it, and who was told."""
    yield account.sentence
    if account.limb:
        yield f"Limb {account.limb.rstrip('.')}."
    if account.minute:
        yield f"Minute: “{account.minute}”"
    if account.within:
        yield f"Within the delegation: {account.within}"
    if account.words:
        yield account.words
    if account.is_confirmed:
        why = f": {account.confirmed_words}" if account.confirmed_words else "."
        yield f"Said by {account.said_by}, confirmed by {account.confirmed_by}{why}"
    else:
        yield f"Said by {account.said_by}; nobody has confirmed it."
    for one in account.reported:
        yield f"{one.to} told on {weekday(one.on)}{f': {one.words}' if one.words else '.'}"
