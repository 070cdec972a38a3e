"""The sheet for democratic services: on one page what they enter for an item of the agenda, as document and as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from moothall.documents.layouts.dates import weekday
from moothall.documents.layouts.resolutions import recommendation
from moothall.documents.writing.document import (
    BENCH_GREEN,
    Document,
    Items,
    Paragraph,
    Setting,
    Table,
    cell,
    plain,
    words,
)
from moothall.domain.agenda_items import Item, ItemRecommendation
from moothall.domain.exemptions import named
from moothall.domain.reports import CommitteeReport

NOT_SAID = "The report does not say"
MOST_LINES = 7
LONGEST_LINE = 260
_NOTE = "Each stands in item.json in full, with the size and fingerprint of every file."
_YES_NO = {True: "Yes", False: "No", None: NOT_SAID}


def rows(item: Item) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """(label, lines) of what is entered for an item, in the order in which it is asked for. No row is empty.

    Lines are shortened, and long lists cut with a count of what is left out, so that it stays on one page.
    """
    on = weekday(item.meeting_on) if item.meeting_on else ""
    found: tuple[tuple[str, Sequence[str]], ...] = (
        ("Title", [item.title]),
        ("Committee", [", ".join(one for one in (item.body, on) if one)]),
        ("Agenda item", [item.agenda_item] if item.agenda_item else ["Not numbered yet"]),
        ("Report of", [item.report_of]),
        ("Author", [", ".join(part for part in (one.name, one.role) if part) for one in item.authors]),
        ("Portfolio holder", [item.portfolio_holder]),
        ("Recommendation", _recommendations(item)),
        ("Key decision", [_key(item)]),
        ("Call-in", [{True: "Can be called in", False: "Cannot be called in", None: NOT_SAID}[item.call_in]]),
        ("Wards", [item.wards]),
        ("Exempt", [_exempt(item)]),
        ("Background papers", _papers(item)),
        ("For the agenda", [one.name for one in item.files if one.kind.is_for_the_agenda]),
    )
    return tuple((label, _fitting([line for line in lines if line.strip()]) or (NOT_SAID,)) for label, lines in found)


def asked(report: CommitteeReport) -> tuple[ItemRecommendation, ...]:
    """The report's recommendations as it prints them, each in one line with its limbs lettered."""
    return tuple(
        ItemRecommendation(one.number, " ".join(_lines(one_of)), one.alternative_to)
        for one in report.recommendations
        if (one_of := recommendation(one, report.body))
    )


def _lines(parts: Sequence[Paragraph | Items]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, Paragraph):
            yield plain(part.words)
        else:
            yield from (f"{one.label} {plain(one.words)}".strip() for one in part.items)


def compose(item: Item, *, colour: str = BENCH_GREEN) -> Document:
    """The sheet as a document of one page."""
    return Document(
        title="Sheet for democratic services",
        blocks=(
            Table(
                tuple((cell(label), cell(*lines)) for label, lines in rows(item)),
                widths=(24, 76),
                caption="What to enter for this item",
            ),
            Paragraph(words(_NOTE), setting=Setting.NOTE),
        ),
        owner=item.authority_name,
        corner="Not for the agenda",
        foot=f"{item.title or 'Untitled report'}. Not for the agenda",
        summary="What to enter for this item of the agenda",
        colour=colour,
        is_compact=True,
    )


def as_text(item: Item) -> str:
    """The same as plain text, to copy from: a label, then its lines, with an empty line between."""
    parts = [f"{label}\n" + "\n".join(f"  {line}" for line in lines) for label, lines in rows(item)]
    return (
        "\n\n".join((f"{item.authority_name}\nSheet for democratic services. Not for the agenda.", *parts, _NOTE))
        + "\n"
    )


def _recommendations(item: Item) -> list[str]:
    return [
        f"{one.number} {one.text}".strip() + (f" (instead of {one.alternative_to})" if one.alternative_to else "")
        for one in item.recommendations
    ]


def _key(item: Item) -> str:
    first = item.forward_plan_first_notified
    notice = f"Notice {item.forward_plan_number}" if item.forward_plan_number else "Notice" if first else ""
    given = f", first given {weekday(first)}" if first else ""
    parts = (_YES_NO[item.key_decision], item.key_decision_reason.rstrip("."), f"{notice}{given}")
    return ". ".join(part for part in parts if part)


def _exempt(item: Item) -> str:
    if item.exempt is None:
        return "No"
    if not item.exempt.paragraphs:
        return "A part is exempt. The paragraph is not given. It is in a folder of its own."
    return f"A part is exempt under {named(item.exempt.paragraphs)} of schedule 12A. It is in a folder of its own."


def _papers(item: Item) -> list[str]:
    if item.background_papers is None:
        return []
    said = [f"{one.title}: {one.file or one.address or 'no public copy given'}" for one in item.background_papers]
    return said or ["None"]


def _fitting(lines: list[str]) -> tuple[str, ...]:
    shown = [line if len(line) <= LONGEST_LINE else f"{line[:LONGEST_LINE].rpartition(' ')[0]} …" for line in lines]
    more = len(shown) - MOST_LINES
    return (*shown[:MOST_LINES], f"and {more} more") if more > 0 else tuple(shown)
