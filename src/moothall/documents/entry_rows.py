"""Tables as entries: rows of labels and what they say, rows of implications with ticks, and options side by side."""

from __future__ import annotations

import re
from itertools import groupby

from moothall.documents.entries import CONTACT, LONG, Entry, Gathering, bare
from moothall.documents.inline_labels import RUNS_IN, split_label
from moothall.documents.labels import slot_of
from moothall.documents.lines import Line

_HEADER_CELL = re.compile(
    r"(?:options?|advantages?|disadvantages?|pros|cons|benefits?|drawbacks?|risks?|appraisal|assessment|comments?|"
    r"descriptions?|details?|explanation|yes|no|n/?a|y/n|yes/no|relevant|implications?|areas?|considerations?|"
    r"considered|impact|summary|reasons?(?: for rejection)?|outcome|costs?|analysis|conclusion|type|category|"
    r"(?:applies|applicable)(?: yes/no)?|arguments? (?:for|against)|preferred)\W*",
    re.IGNORECASE,
)
_AN_OPTION = re.compile(r"option\s+(?:\d{1,2}|[A-H]|one|two|three)\b", re.IGNORECASE)
_LONGEST_LABEL = 8
_OVER_COLUMNS = frozenset({"background_papers", "appendices"})
_WHO = frozenset({"body", "portfolio_holder", "officers"})
_OFFICES = frozenset({"portfolio_holder", "officer_comment", "officers", "implication?"})
# An office with what it is for or who holds it, or one that is never a label: what stands behind "Decision taken by".
_OFFICE = re.compile(
    r"(?:the )?(?:(?:lead |deputy )?(?:cabinet|executive|lead|portfolio) (?:member|holder|councillor|lead)\W+\w|"
    r"(?:deputy )?leader\b|mayor\b|(?:deputy |assistant )?chief executive\b|head of paid service\b|"
    r"monitoring officer\b|"
    r"(?:[a-z]+ )?director\b(?: |$)|head of \w|section 151 officer\b|chief finance officer\b)",
    re.IGNORECASE,
)
_TICK = re.compile(r"(?:[☐☒☑✓✔✗✘■□√xXyYnN]|yes|no|n/?a)\W*", re.IGNORECASE)


def _is_label(cell: Line, beside: str) -> bool:
    """Whether a cell is a label beside another, and not a sentence that opens as one ("Cabinet is asked to ...").

    ``beside`` is the slot of the label before it: of one who decides, an office is what is said ("Chief Executive").
    """
    if len(cell.text.split()) > _LONGEST_LABEL or cell.text[-1:] == ".":
        return False
    slot = slot_of(cell.text)
    if beside in _WHO and slot in _OFFICES and cell.text[-1:] != ":" and _OFFICE.match(cell.text):
        return False
    return slot is not None


class Rows:
    """Takes a table's rows into what is gathered. ``columns`` are those that a row of labels has opened."""

    def __init__(self, into: Gathering) -> None:
        self.into = into
        self.columns: dict[int | None, Entry] = {}
        self.compared: tuple[int, int | None] | None = None

    def row(self, cells: list[Line]) -> None:
        """Take the cells of one row."""
        columns = [list(group) for _, group in groupby(cells, key=lambda line: line.column)]
        filled = [column for column in columns if any(line.text for line in column)]
        if not filled:
            return
        if len(filled) == 1 and (over := self.columns.get(filled[0][0].column)) and split_label(filled[0][0]) is None:
            over.values.extend(filled[0])
            return
        if len(filled) == 1 and len(filled[0]) == 1:
            self._lone_cell(filled[0][0], beside_nothing=len(columns) > 1)
            return
        beside = len(filled) == 2 and slot_of(bare(filled[0][0].text)) == "options"
        if not beside and any(_AN_OPTION.match(column[0].text) for column in filled[1:]):
            self.compared = (cells[0].page, cells[0].table)
        if self.compared == (cells[0].page, cells[0].table):
            for line in cells:  # options side by side: "Risks" is what is weighed there, no label of the report
                self.into.fill(line)
            return
        if self._is_header(filled):
            return
        if self._of_implication(filled) or self._labelled(filled):
            self.into.open = None
        elif self.columns and all(column[0].column in self.columns for column in filled):
            for column in filled:
                self.columns[column[0].column].values.extend(column)
        elif len(filled) == 2 and len(filled[0]) == 1 and len(filled[0][0].text) < 80:
            self.into.begin(filled[0][0], None, "row", filled[1])
            if self.into.open is not None:
                self.into.open.values.extend(line for column in filled for line in column)
        elif self.into.open is not None:
            self.into.open.values.extend(line for column in filled for line in column)

    def _is_header(self, filled: list[list[Line]]) -> bool:
        """Whether a row names its table's columns: what stands in them ("Option | Advantages"), or whose they are."""
        heads = [column[0] for column in filled]
        if len(filled) < 2 or any(len(column) > 1 for column in filled):
            return False
        if all(_HEADER_CELL.fullmatch(bare(head.text)) for head in heads):
            slot = slot_of(bare(heads[0].text))
            if slot in ("implications", "options") and (self.into.open is None or self.into.open.slot != slot):
                self.into.open = self.into.begin(heads[0], slot, "row", [])
            if self.into.open is not None and self.into.open.slot == "options":
                self.into.open.values.extend(heads)
            return True
        slots = [slot_of(head.text) for head in heads]
        if all(slot in CONTACT for slot in slots) and all(head.text.rstrip().endswith(":") for head in heads):
            self.columns = {
                head.column: self.into.begin(head, slot, "row", []) for head, slot in zip(heads, slots, strict=True)
            }
            self.into.open = None
            return True
        return False

    def _of_implication(self, filled: list[list[Line]]) -> bool:
        """Take a row of a table of implications: its kind, ticks, and what is said. False for any other row."""
        if self._pairs(filled):
            return True
        head = filled[0][0]
        inside = self.into.container is not None and self.into.container.slot == "implications"
        if not inside or len(filled) < 3 or len(filled[0]) > 1 or slot_of(bare(head.text)) not in RUNS_IN:
            return False
        rest = [line for column in filled[1:] for line in column if line.text]
        said = [line for line in rest if not _TICK.fullmatch(line.text)]
        self.into.begin(head, slot_of(bare(head.text)), "row", said or rest)
        return True

    def _pairs(self, filled: list[list[Line]]) -> bool:
        """Take a row of several kinds, each with its tick: "Equalities | No | Risk | Yes". False for any other row."""
        container = self.into.container
        inside = container is not None and container.slot == "implications"
        if not inside or len(filled) < 4 or len(filled) % 2 or any(len(column) > 1 for column in filled):
            return False
        pairs = [(filled[at][0], filled[at + 1][0]) for at in range(0, len(filled), 2)]
        if any(_TICK.fullmatch(head.text) or not _TICK.fullmatch(tick.text) for head, tick in pairs):
            return False
        for head, tick in pairs:
            slot = slot_of(bare(head.text))
            of_the_report = slot == "exempt" and re.search(r"\b(?:exempt|confidential)", head.text, re.IGNORECASE)
            self.into.begin(head, slot if slot in RUNS_IN or of_the_report else None, "row", [tick])
            self.into.container = container
        return True

    def _labelled(self, filled: list[list[Line]]) -> bool:
        """Take the labels of a row, each with the cell beside it or the words in it; False where there are none."""
        at, found = 0, False
        if self._over_columns(filled):
            return True
        while at < len(filled):
            head = filled[at][0]
            rest = filled[at][1:]
            slot = slot_of(head.text)
            ends = head.text.rstrip(" -–").endswith(":")
            if not rest and at + 1 < len(filled) and (ends or (slot and not _is_label(filled[at + 1][0], slot))):
                values = filled[at + 1]
                if slot == "implication?" or slot is not None or at == 0:
                    self.into.begin(head, slot, "row", values)
                    found = True
                at += 2
                continue
            split = split_label(head)
            if split is None and at == 0 and len(filled) == 2 and (over := self.columns.get(head.column)) is not None:
                over.values.extend(filled[at])
                beside = split_label(filled[1][0])
                if beside is not None and beside[2] is not None:
                    self.into.begin(beside[0], beside[1], "row", [beside[2], *filled[1][1:]])
                return True
            if split is not None and (split[2] is not None or rest):
                label, known, value = split
                self.into.begin(label, known, "row", [*([value] if value else []), *rest])
                found = True
            at += 1
        self.columns = {} if found else self.columns
        return found

    def _over_columns(self, filled: list[list[Line]]) -> bool:
        """Take "BACKGROUND PAPERS | Contact officer: ..." for a section over its column, with the contact beside it."""
        if len(filled) != 2 or len(filled[0]) != 1 or slot_of(bare(filled[0][0].text)) not in _OVER_COLUMNS:
            return False
        beside = split_label(filled[1][0])
        if beside is None or beside[1] not in CONTACT or beside[2] is None:
            return False
        head = filled[0][0]
        self.columns = {head.column: self.into.begin(head, slot_of(bare(head.text)), "row", [])}
        self.into.begin(beside[0], beside[1], "row", [beside[2], *filled[1][1:]])
        return True

    def _lone_cell(self, cell: Line, *, beside_nothing: bool) -> None:
        """Take a cell that stands alone in its row. ``beside_nothing`` where the row has more cells, all empty."""
        split = split_label(cell)
        if split is not None and split[2] is not None:
            self.into.begin(split[0], split[1], "row", [split[2]])
            self.into.open = None
            return
        slot = slot_of(bare(cell.text))
        if slot is not None and not self.into.is_weak(slot) and cell.text[-1:] not in ".;":
            entry = self.into.begin(cell, slot, "row", [])
            self.into.open = None if beside_nothing and slot not in LONG else entry
            return
        self.into.fill(cell)
