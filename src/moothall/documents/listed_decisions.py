"""One decision among several that a page lists: a row under headed columns, or a block of labels that begins again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from moothall.documents.entries import Entry, bare
from moothall.documents.labels import slot_of
from moothall.documents.lines import Line
from moothall.documents.outline import Outline, entries_of
from moothall.documents.reading.document import BlockKind

_FEWEST = 3  # columns or labels that we know
_WHO_OR_WHEN = frozenset({"body", "date", "decision_date", "decision_due", "decided_at", "portfolio_holder"})
_OUTCOMES = frozenset({"decision", "resolved"})
_COUNTS = re.compile(r"(?:no|number|item|minute|agenda item|report|ref)\W*(?:no|number)?\W*", re.IGNORECASE)
_FEWEST_ROWS = 2
_LONGEST_HEAD = 80
_MOST_WORDS = 18


def decision_listed(outline: Outline, subject: str) -> Outline | None:
    """What a page that lists several decisions says of the one that names the subject; None where it lists none so."""
    about = re.compile(rf"\b{re.escape(subject)}s?\b", re.IGNORECASE)
    return _row(outline, about) or _decided_row(outline, about) or _block(outline, about)


def _row(outline: Outline, about: re.Pattern[str]) -> Outline | None:
    """The row of a table with headed columns, each cell as what its column's head says it is."""
    for rows in _tables(outline):
        for at, heads in enumerate(rows[:3]):
            slots = {head.column: slot_of(bare(head.text)) for head in heads if len(head.text) <= _LONGEST_HEAD}
            known = [slot for slot in slots.values() if slot is not None]
            if len(known) < _FEWEST or not _WHO_OR_WHEN & set(known) or len(set(known)) < _FEWEST:
                continue
            row = next((row for row in rows[at + 1 :] if _is_about(row, about)), None)
            return _of_row(outline, heads, row, about) if row is not None else None
    return None


def _decided_row(outline: Outline, about: re.Pattern[str]) -> Outline | None:
    """The row of a table of one meeting's decisions, "Item | Title | Decision | Reason", with what is said of all.

    The rows of the other items are left out; what stands before and after the table is of the meeting.
    """
    for rows in _tables(outline):
        for at, heads in enumerate(rows[:2]):
            slots = {head.column: slot_of(bare(head.text)) for head in heads if len(head.text) <= _LONGEST_HEAD}
            decided = [column for column, slot in slots.items() if slot in _OUTCOMES]
            counts = any(
                slot == "file_ref" or _COUNTS.fullmatch(bare(head.text))
                for head, slot in zip(heads, slots.values(), strict=False)
            )
            if len(decided) != 1 or len(heads) < _FEWEST or not (counts or slots.get(heads[0].column) == "title"):
                continue
            under = [row for row in rows[at + 1 :] if any(cell.column in decided and cell.text for cell in row)]
            named = [row for row in under if any(about.search(cell.text) and _is_short(cell) for cell in row)]
            if len(under) < _FEWEST_ROWS or len(named) != 1:
                return None
            of_row = _of_row(outline, heads, named[0], about)
            cells = {id(cell) for row in rows for cell in row}
            around = [line for line in outline.lines if id(line) not in cells]
            return replace(outline, lines=(*around, *of_row.lines), entries=(*entries_of(around), *of_row.entries))
    return None


def _is_short(cell: Line) -> bool:
    return len(cell.text.split()) <= _MOST_WORDS


def _tables(outline: Outline) -> Iterator[list[list[Line]]]:
    """The rows of each table of the page."""
    cells = [line for line in outline.lines if line.kind is BlockKind.TABLE_CELL]
    for _, table in groupby(cells, key=lambda line: (line.table, None if line.table is not None else line.page)):
        yield [list(row) for _, row in groupby(table, key=lambda line: (line.page, line.row))]


def _is_about(row: Sequence[Line], about: re.Pattern[str]) -> bool:
    return any(about.search(cell.text) for cell in row)


def _of_row(outline: Outline, heads: Sequence[Line], row: Sequence[Line], about: re.Pattern[str]) -> Outline:
    named = next(cell for cell in row if about.search(cell.text))
    entries = []
    for head in heads:
        values = [cell for cell in row if cell.column == head.column and cell.text]
        if values:
            slot = "title" if named in values else slot_of(bare(head.text))
            entries.append(Entry(head, slot, "row", None, values))
    return replace(outline, lines=tuple(row), entries=tuple(entries))


def _block(outline: Outline, about: re.Pattern[str]) -> Outline | None:
    """The labels from one title to the next, and those that stand before each title alike."""
    entries = outline.entries
    ours = next((at for at, entry in enumerate(entries) if _names(entry) and about.search(entry.text)), None)
    if ours is None:
        return None
    title = entries[ours].name.lower()
    titles = [at for at, entry in enumerate(entries) if _names(entry) and entry.name.lower() == title]
    lead = _leads(entries, titles)
    starts = [at - lead for at in titles]
    blocks = [entries[start:end] for start, end in pairwise([*starts, len(entries)])]
    if sum(bool(_WHO_OR_WHEN & {entry.slot for entry in block}) for block in blocks) < 2:
        return None
    held = list(blocks[titles.index(ours)])
    if len({entry.slot for entry in held if entry.slot}) < _FEWEST:
        return None
    lines = tuple(line for entry in held for line in (entry.label, *entry.values) if line.text)
    held[lead] = replace(held[lead], slot="title")
    return replace(outline, lines=lines, entries=tuple(held))


def _names(entry: Entry) -> bool:
    """Whether an entry may be what a decision is called: a label or a row with a few words."""
    return entry.via != "heading" and 0 < len(entry.text.split()) <= _MOST_WORDS


def _leads(entries: Sequence[Entry], titles: Sequence[int]) -> int:
    """How many labels stand before each title, the same before all."""
    most = 0
    while most < min(titles):
        names = {(entries[at - most - 1].slot, entries[at - most - 1].name.lower()) for at in titles}
        if len(names) > 1 or next(iter(names))[0] is None:
            break
        most += 1
    return most
