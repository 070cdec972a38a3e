"""A document as entries: a heading or row label, the slot it stands for, and the lines under or beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from moothall.documents.entries import CONTACT, LONG, Entry, Gathering, bare
from moothall.documents.entry_headings import heads_between, heads_in_series, is_heading, join_implications
from moothall.documents.entry_rows import Rows
from moothall.documents.inline_labels import RUN_IN, RUNS_IN, split_label
from moothall.documents.labels import slot_of
from moothall.documents.lines import Line, lines_of
from moothall.documents.reading.document import BlockKind, Document

_HOLDS_TABLES = frozenset({"consultation", "options", "background", "proposal", "summary", "reasons"})
_LEADS = re.compile(r"\bimplications?\b[^.:;]{0,60}:\s*[-–]?$", re.IGNORECASE)
_ASKS = re.compile(
    r"\b(?:asked|invited|requested|recommended|recommends?|that|to|resolves?)\b"
    r"(?: (?:the )?(?:cabinet|executive|council|committee|board|members?|panel|mayor|leader)[\w ]{0,30})?\W*$",
    re.IGNORECASE,
)
# A bold label of one of these stands over a word or a line, not over a section.
_SHORT = frozenset({"key_decision", "call_in", "wards", "report_type", "date", "body", "portfolio_holder", "status"})


@dataclass(frozen=True, slots=True, eq=False)
class Outline:
    """What the finders look at: the document, its lines, and its entries in order. Each is equal to itself alone."""

    document: Document
    lines: tuple[Line, ...]
    entries: tuple[Entry, ...]

    def all(self, *slots: str) -> Iterator[Entry]:
        """The entries that stand for one of these slots, in document order."""
        return (entry for entry in self.entries if entry.slot in slots)

    def first(self, *slots: str) -> Entry | None:
        """The first entry with a value that stands for one of these slots."""
        return next((entry for entry in self.all(*slots) if entry.text), None)


def outline(document: Document) -> Outline:
    """The document's lines and entries."""
    lines = tuple(lines_of(document))
    return Outline(document, tuple(line for line in lines if line.text), entries_of(lines))


def entries_of(lines: Sequence[Line]) -> tuple[Entry, ...]:
    """The entries these lines make, empty table cells among them where the reader gave them."""
    return tuple(_Walk(lines).entries())


class _Walk:
    """Walks the lines once, opening an entry at each heading or label and filling the one that is open."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.into = Gathering()
        self.rows = Rows(self.into)
        self.series = heads_in_series(lines) | heads_between(lines)
        self.marked = any(line.kind is BlockKind.HEADING and not line.bold for line in lines)

    def entries(self) -> list[Entry]:
        self._walk()
        join_implications(self.into.done)
        return self.into.done

    def _walk(self) -> None:
        at = 0
        for is_cell, group in groupby(self.lines, key=lambda line: line.kind is BlockKind.TABLE_CELL):
            held = list(group)
            if is_cell:
                section = self.into.open if self.into.open is not None and self.into.open.is_heading else None
                for _, row in groupby(held, key=lambda line: (line.page, line.table, line.row)):
                    self.rows.row(list(row))
                if self.into.open is None and section is not None and section.slot in _HOLDS_TABLES:
                    self.into.open = section  # what follows a small table of labels is the section's again
            else:
                for offset, line in enumerate(held):
                    place = at + offset
                    if place in self.series and not self._asked() and split_label(line) is None:
                        self._head(line)
                        continue
                    self._line(line, self.lines[place + 1] if place + 1 < len(self.lines) else None)
            at += len(held)

    def _line(self, line: Line, following: Line | None) -> None:
        into = self.into
        split = self._label(line)
        if split is not None and not (split[2] is None and into.is_weak(split[1])):
            self._labelled(line, *split)
        elif is_heading(line, following, inside=into.within == "implications", marked=self.marked):
            self._head(line)
        elif self._ends_implication(line):
            into.open = None
        elif _LEADS.search(line.text) and (into.open is None or into.open.slot != "recommendations"):
            into.open = into.begin(line, "implications", "sentence", [])
        else:
            into.fill(line)

    def _head(self, line: Line) -> None:
        slot = slot_of(bare(line.text))
        over_a_word = line.bold and slot in _SHORT
        self.into.open = self.into.begin(line, slot, "label" if over_a_word else "heading", [], heading=not over_a_word)

    def _asked(self) -> bool:
        """Whether what comes is an item of what is recommended or resolved."""
        return self.into.open is not None and self.into.open.slot in ("recommendations", "resolved", "decision")

    def _labelled(self, line: Line, label: Line, slot: str | None, value: Line | None) -> None:
        """Take a line that opens with a label."""
        into = self.into
        if slot == "officer_comment" and self._inside_implication(line):
            return
        if slot == "appendices" and slot_of(bare(line.text)) == "implications":
            into.open = into.begin(line, "implications", "heading", [], heading=True)
        elif value is None:
            heading = self._heads(line, slot)
            into.open = into.begin(label, slot, "heading" if heading else "label", [], heading=heading)
        elif slot == "recommendations" and line.number and len(value.text.split()) <= 4 and label.text.isupper():
            # "2.0 RECOMMENDATION: That Council" stands over the recommendations.
            into.open = into.begin(line, slot, "heading", [], heading=True)
        else:
            self._said_beside(line, label, slot, value)

    def _said_beside(self, line: Line, label: Line, slot: str | None, value: Line) -> None:
        """Take a label with its words beside it, and leave what was open as it is where it runs on after them."""
        into, was = self.into, self.into.open
        inside = was is not None and was.slot == "implication"
        if slot == "officers" and inside and bare(label.text).lower() == "author":
            slot = "author"
        entry = into.begin(label, slot, "label", [value])
        if entry.slot in LONG:
            into.open = entry
        elif was is not None and (was.via == "heading" or was.slot in CONTACT or inside):
            if slot in CONTACT and was.slot in ("implication", *CONTACT):
                was.values.append(line)
        else:
            into.open = None

    def _label(self, line: Line) -> tuple[Line, str | None, Line | None] | None:
        """The label a line opens with. One run into its text counts only among others of its sort."""
        if (split := split_label(line)) is not None:
            return split
        match = RUN_IN.match(line.text)
        within = self.into.within
        within = "implications" if within == "implication" else within
        if match is None or len(match.group("label").split()) > 9:
            return None
        slot = slot_of(bare(match.group("label")))
        wanted = "officer_comments" if slot == "officer_comment" else "implications"
        if slot in RUNS_IN and wanted == "implications" != within and self.into.under_resources():
            self.into.container, within = self.into.open, wanted
        if slot not in RUNS_IN or within != wanted:
            return None
        return line.part(0, match.end("label")), slot, line.part(match.start("value"))

    def _inside_implication(self, line: Line) -> bool:
        """Take a statutory officer's comment under an implication's heading for what is said of it; False elsewhere."""
        if self.into.open is None or self.into.open.slot != "implication" or not self.into.open.is_heading:
            return False
        self.into.open.values.append(line)
        return True

    def _heads(self, line: Line, slot: str | None) -> bool:
        """Whether a label with nothing beside it is a heading, and not the words that lead into a list or a line."""
        was = self.into.open
        waits = was is not None and was.slot == slot == "recommendations" and was.is_heading and not was.values
        if waits and _ASKS.search(bare(line.text)):
            return False
        if line.kind is BlockKind.HEADING:
            return not (line.bold and slot in _SHORT)
        return slot in LONG

    def _ends_implication(self, line: Line) -> bool:
        """Whether a line opens with a label we do not know, among implications that are labels themselves."""
        was = self.into.open
        inside = was is not None and was.slot == "implication" and was.via == "label"
        return inside and re.match(r"[A-Z](?:[^:.]{2,70}:|[\w /&]{2,30} [-–—])\s", line.text) is not None
