"""The forward plan of a council: what is to be decided, by whom and when, and how each entry has changed."""

from __future__ import annotations

from moothall.documents.layouts.dates import day, weekday
from moothall.documents.writing.document import (
    BENCH_GREEN,
    Block,
    Document,
    Heading,
    Item,
    Items,
    Paragraph,
    Table,
    cell,
    words,
)
from moothall.domain.forward_plans import Entry, EntryChange, ForwardPlan

TABLE = "The forward plan"
EMPTY = "Nothing has been notified."
HEADER = (
    *("Matter", "Who decides", "When", "Key decision", "In private", "Documents", "Whom to ask"),
    *("First notified", "State"),
)


def compose(plan: ForwardPlan, *, colour: str = BENCH_GREEN) -> Document:
    """The forward plan as a document: one table for each matter, and the history of each under it."""
    blocks: list[Block] = []
    for one in plan.entries:
        blocks += [Heading(one.matter or "Untitled matter"), _facts(one), Paragraph(words("History", bold=True))]
        blocks.append(Items(tuple(Item(words(in_words(each))) for each in one.history)))
    return Document(
        title="Forward plan",
        blocks=tuple(blocks) or (Paragraph(words(EMPTY)),),
        owner=plan.authority_name,
        subtitles=(f"As it stands on {weekday(plan.as_of)}",),
        foot=f"Forward plan, {day(plan.as_of)}",
        summary=f"What {plan.authority_name} has given notice of deciding",
        colour=colour,
    )


def as_table(plan: ForwardPlan) -> Document:
    """The forward plan as one table, a row for each matter, for a spreadsheet."""
    rows = tuple(
        tuple(cell(text) for text in (
            one.matter, one.decision_maker, one.due, "Yes" if one.is_key else "No", one.private, one.documents,
            one.contact, one.first_notified_on.isoformat() if one.first_notified_on else "", state(one),
        ))
        for one in plan.entries
    )  # fmt: skip
    return Document(title=TABLE, blocks=(Table(rows, header=HEADER, caption=TABLE),))


def state(entry: Entry) -> str:
    """How an entry stands, in a word."""
    return "Stands" if entry.stands else "Withdrawn"


def in_words(change: EntryChange) -> str:
    """One line of an entry's history as a sentence."""
    said = f"{day(change.at.date())}: {change.what}"
    if change.changed:
        said += f" ({', '.join(change.changed)})"
    return f"{said}. {change.why}".rstrip() if change.why else f"{said}."


def _facts(one: Entry) -> Table:
    rows = [
        ("Who decides", one.decision_maker),
        ("When", one.due),
        ("Key decision", "Yes" if one.is_key else "No"),
        ("In private", one.private),
        ("Documents", one.documents),
        ("Whom to ask", one.contact),
        ("Where the notice stands", one.address),
        ("First notified", day(one.first_notified_on) if one.first_notified_on else ""),
        ("State", state(one)),
    ]
    return Table(
        tuple((cell(label), cell(*text.splitlines())) for label, text in rows if text.strip()),
        widths=(27, 73),
        caption=f"The entry: {one.matter}",
    )
