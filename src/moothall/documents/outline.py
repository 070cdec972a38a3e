"""A document as entries: a heading or row label, the slot it stands for, and the lines under or beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from moothall.documents.implication_labels import implication_kinds
from moothall.documents.labels import slot_of
from moothall.documents.lines import Line, lines_of
from moothall.documents.reading.document import BlockKind, Document

# Slots whose value may run over paragraphs; the others are said in a line.
LONG = frozenset(
    [
        "recommendations",
        "decision",
        "resolved",
        "reasons",
        "options",
        "consultation",
        "summary",
        "purpose",
        "background",
        "proposal",
        "conclusion",
        "implications",
        "implication",
        "officer_comments",
        "officer_comment",
        "appendices",
        "background_papers",
        "exempt",
        "documents",
        "minutes",
        "glossary",
        "attendance",
        "interests",
        "forward_plan",
    ]
)
_CONTACT = frozenset({"officers", "portfolio_holder", "extension", "author"})
_MOST_LINES = {
    "key_decision": 3,
    "call_in": 2,
    "body": 2,
    "officers": 8,
    "portfolio_holder": 2,
    "wards": 4,
    "objectives": 6,
    "corporate_risks": 8,
}
_HOLDS_TABLES = frozenset({"consultation", "options", "background", "proposal", "summary", "reasons"})
_CONTAINERS = frozenset({"implications", "officer_comments"})
_STAYS_INSIDE = frozenset({"implication", "implication?", "officer_comment", "author", "extension", None})
_INLINE = re.compile(
    r"^(?P<label>(?:\(?[a-z]{1,4}[.)]\s+(?=[A-Z]))?[A-Z(“\"'\d][^:]{0,100}?)\s*"
    r"(?::-|:–|:|\?(?=\s+(?:(?:yes|no|not|n/a|key|non)\b|[☐☒☑✓✔■□\[])))\s*(?P<value>.*)$",
    re.I,
)
_DASHED = re.compile(r"^(?P<label>[A-Z][\w ()/]{2,40}?)\s+[-–—]\s+(?P<value>\S.*)$")
_DASHABLE = frozenset({"key_decision", "officers", "portfolio_holder", "wards", "date", "call_in", "report_type"})
# A label run into its text, as "Financial. There is ..." or "a) Legal implications - There are ...".
_RUN_IN = re.compile(
    r"^(?P<label>(?:\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-z]{1,4})[.)]?\s+)?[A-Z][\w ,/&()’'-]{2,70}?)"
    r"(?:\.\s+|\s+[-–—]\s*|\s*[–—]\s+)(?P<value>[A-Z\d(£“].*|none\b.*|no\b.*|n/a\b.*)$"
)
_RUNS_IN = frozenset({"implication", "implication?", "officer_comment"})
_LEADS = re.compile(r"\bimplications?\b[^.:;]{0,60}:\s*[-–]?$", re.IGNORECASE)
_ASKS = re.compile(
    r"\b(?:asked|invited|requested|recommended|recommends?|that|to|resolves?)\b"
    r"(?: (?:the )?(?:cabinet|executive|council|committee|board|members?|panel|mayor|leader)[\w ]{0,30})?\W*$",
    re.IGNORECASE,
)
# A bold label of one of these stands over a word or a line, not over a section.
_SHORT = frozenset({"key_decision", "call_in", "wards", "report_type", "date", "body", "portfolio_holder", "status"})
_HEADER_CELL = re.compile(
    r"(?:options?|advantages?|disadvantages?|pros|cons|benefits?|drawbacks?|risks?|appraisal|assessment|comments?|"
    r"descriptions?|details?|explanation|yes|no|n/?a|y/n|yes/no|relevant|implications?|areas?|considerations?|"
    r"considered|impact|summary|reasons?(?: for rejection)?|outcome|costs?|analysis|conclusion|type|category|"
    r"(?:applies|applicable)(?: yes/no)?|arguments? (?:for|against)|preferred)\W*",
    re.IGNORECASE,
)
_AN_OPTION = re.compile(r"option\s+(?:\d{1,2}|[A-H]|one|two|three)\b", re.IGNORECASE)
_AUTHORS = re.compile(r"(?:report )?authors?(?:\(s\))?|contact (?:officers?|details)(?:\(s\))?", re.IGNORECASE)
_TICK = re.compile(r"(?:[☐☒☑✓✔✗✘■□√xXyYnN]|yes|no|n/?a)\W*", re.IGNORECASE)
_END = ".,;!?"


@dataclass(slots=True, eq=False)
class Entry:
    """A label with what stands under or beside it.

    ``within`` is the slot of the heading that holds it ("implications", "officer_comments") or None; ``via`` is
    "heading", "label" or "row".
    """

    label: Line
    slot: str | None
    via: str
    within: str | None = None
    values: list[Line] = field(default_factory=list)
    is_heading: bool = False

    @property
    def text(self) -> str:
        """The value's words, its lines joined by line ends."""
        return "\n".join(line.text for line in self.values if line.text)

    @property
    def name(self) -> str:
        """The label's words without its number and the punctuation at its end."""
        return bare(self.label.text)


@dataclass(frozen=True, slots=True)
class Outline:
    """What the finders look at: the document, its lines, and its entries in order."""

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
    return tuple(_Builder(lines).entries())


def bare(words: str) -> str:
    """A heading's words without the number before it and the punctuation after it."""
    plain = re.sub(r"^(?:\(?\d{1,3}(?:\.\d+)*[.):]?|[A-Z]\.|\(?[a-z]\)|\(?[ivx]{1,4}[.)])\s+(?=\S)", "", words)
    return plain.strip().rstrip(":-–. ").strip() or words.strip()


class _Builder:
    """Walks the lines once, opening an entry at each heading or label and filling the one that is open."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.done: list[Entry] = []
        self.open: Entry | None = None
        self.container: Entry | None = None
        self.columns: dict[int | None, Entry] = {}
        self.compared: tuple[int, int | None] | None = None
        self.marked = any(line.kind is BlockKind.HEADING and not line.bold for line in lines)

    def entries(self) -> Iterable[Entry]:
        self._walk()
        _join_implications(self.done)
        return self.done

    def _walk(self) -> None:
        at = 0
        for is_cell, group in groupby(self.lines, key=lambda line: line.kind is BlockKind.TABLE_CELL):
            held = list(group)
            if is_cell:
                section = self.open if self.open is not None and self.open.is_heading else None
                for _, row in groupby(held, key=lambda line: (line.page, line.table, line.row)):
                    self._row(list(row))
                if self.open is None and section is not None and section.slot in _HOLDS_TABLES:
                    self.open = section  # what follows a small table of labels is the section's again
            else:
                for offset, line in enumerate(held):
                    self._line(line, self.lines[at + offset + 1] if at + offset + 1 < len(self.lines) else None)
            at += len(held)

    def _begin(self, label: Line, slot: str | None, via: str, values: list[Line], *, heading: bool = False) -> Entry:
        among = slot == "consultation" and label.number is None and self.container is not None
        if not among and (slot not in _STAYS_INSIDE or (slot is None and self._leaves(label))):
            self.container = None
        within = self.container.slot if self.container else None
        if slot == "implication?":
            slot = "implication" if within in ("implications", "implication") else None
        entry = Entry(label, slot, via, within, values, heading)
        if slot in _CONTAINERS:
            self.container = entry
        self.done.append(entry)
        return entry

    def _leaves(self, label: Line) -> bool:
        """Whether an unknown heading stands beside the container's, not under it."""
        if self.container is None or label.kind is BlockKind.TABLE_CELL:
            return False
        outer = self.container.label
        if outer.number and label.number:
            return label.number.rstrip(".0").count(".") <= outer.number.rstrip(".0").count(".")
        return outer.level is not None and label.level is not None and label.level <= outer.level

    def _line(self, line: Line, following: Line | None) -> None:
        split = self._label(line)
        if split is not None and not (split[2] is None and self._weak(split[1])):
            label, slot, value = split
            if slot == "officer_comment" and self._inside_implication(line):
                return
            if slot == "appendices" and slot_of(bare(line.text)) == "implications":
                self.open = self._begin(line, "implications", "heading", [], heading=True)
                return
            if value is None:
                heading = self._heads(line, slot)
                self.open = self._begin(label, slot, "heading" if heading else "label", [], heading=heading)
                return
            if (
                slot == "officers"
                and self.open is not None
                and self.open.slot == "implication"
                and bare(label.text).lower() == "author"
            ):
                slot = "author"
            if slot == "recommendations" and line.number and len(value.text.split()) <= 4 and label.text.isupper():
                self.open = self._begin(line, slot, "heading", [], heading=True)  # "2.0 RECOMMENDATION: That Council"
                return
            entry = self._begin(label, slot, "label", [value])
            if entry.slot in LONG:
                self.open = entry
            elif self.open is not None and (
                self.open.via == "heading" or self.open.slot in _CONTACT or self.open.slot == "implication"
            ):
                if slot in _CONTACT and self.open.slot in ("implication", *_CONTACT):
                    self.open.values.append(line)
            else:
                self.open = None
            return
        if self._is_heading(line, following):
            slot = slot_of(bare(line.text))
            over_a_word = line.bold and slot in _SHORT
            self.open = self._begin(line, slot, "label" if over_a_word else "heading", [], heading=not over_a_word)
            return
        if self._ends_implication(line):
            self.open = None
            return
        if _LEADS.search(line.text) and (self.open is None or self.open.slot != "recommendations"):
            self.open = self._begin(line, "implications", "sentence", [])
            return
        self._content(line)

    def _label(self, line: Line) -> tuple[Line, str | None, Line | None] | None:
        """The label a line opens with. One run into its text counts only among others of its sort."""
        if (split := split_label(line)) is not None:
            return split
        match = _RUN_IN.match(line.text)
        within = self.container.slot if self.container else None
        within = "implications" if within == "implication" else within
        if match is None or len(match.group("label").split()) > 9:
            return None
        slot = slot_of(bare(match.group("label")))
        wanted = "officer_comments" if slot == "officer_comment" else "implications"
        if slot in _RUNS_IN and wanted == "implications" != within and self._under_resources():
            self.container, within = self.open, wanted
        if slot not in _RUNS_IN or within != wanted:
            return None
        return line.part(0, match.end("label")), slot, line.part(match.start("value"))

    def _inside_implication(self, line: Line) -> bool:
        """Take a statutory officer's comment under an implication's heading for what is said of it; False elsewhere."""
        if self.open is None or self.open.slot != "implication" or not self.open.is_heading:
            return False
        self.open.values.append(line)
        return True

    def _under_resources(self) -> bool:
        """Whether the open heading is one for resources of every kind, which says each under a label of its own."""
        return (
            self.open is not None
            and self.open.slot == "implication"
            and self.open.is_heading
            and implication_kinds(self.open.label.text) == ("resource",)
        )

    def _heads(self, line: Line, slot: str | None) -> bool:
        """Whether a label with nothing beside it is a heading, and not the words that lead into a list or a line."""
        waiting = self.open is not None and self.open.slot == slot == "recommendations" and self.open.is_heading
        if waiting and not self.open.values and _ASKS.search(bare(line.text)):  # type: ignore[union-attr]
            return False
        if line.kind is BlockKind.HEADING:
            return not (line.bold and slot in _SHORT)
        return slot in LONG

    def _ends_implication(self, line: Line) -> bool:
        """Whether a line opens with a label we do not know, among implications that are labels themselves."""
        inside = self.open is not None and self.open.slot == "implication" and self.open.via == "label"
        return inside and re.match(r"[A-Z](?:[^:.]{2,70}:|[\w /&]{2,30} [-–—])\s", line.text) is not None

    def _weak(self, slot: str | None) -> bool:
        return slot == "implication?" and (self.container is None or self.container.slot != "implications")

    def _content(self, line: Line) -> None:
        if self.open is None:
            return
        short = self.open.via == "label" and self.open.slot not in LONG
        if short and len(self.open.values) >= _MOST_LINES.get(self.open.slot or "", 1):
            self.open = None
            return
        self.open.values.append(line)

    def _is_heading(self, line: Line, following: Line | None) -> bool:
        text = line.text
        words = len(text.split())
        if line.kind is BlockKind.HEADING:
            return words <= 24 and (text[-1:] not in ".;," or words <= 6)
        if words > 14 or text[-1:] in _END or not re.match(r"[A-Z(\d]", text) or "@" in text:
            return False
        slot = slot_of(bare(text))
        if line.number is not None:
            return self._numbered_heading(line, slot, following)
        if slot == "implication?":
            return words <= 6 and self.container is not None and self.container.slot == "implications"
        if slot == "officers" and line.kind is BlockKind.PARAGRAPH and _AUTHORS.fullmatch(bare(text)):
            return True
        if slot is not None and slot not in (
            "body",
            "resolved",
            "author",
            "extension",
            "decision",
            "officers",
            "officer_comment",
            "portfolio_holder",
        ):
            return words <= 10 and line.kind is BlockKind.PARAGRAPH
        if line.kind is not BlockKind.PARAGRAPH:
            return False
        if text.isupper() and ":" not in text and sum(letter.isalpha() for letter in text) > 4:
            return words <= 10
        return not self.marked and self._stands_alone(line, following)

    def _numbered_heading(self, line: Line, slot: str | None, following: Line | None) -> bool:
        number = line.number or ""
        if re.fullmatch(r"\d{1,2}\.[1-9]\d?", number) and slot in ("implication", "implication?"):
            inside = self.container is not None and self.container.slot == "implications"
            return inside and len(line.text.split()) <= 13
        if not re.fullmatch(r"\d{1,2}(?:\.0)?", number):
            return False
        rest = bare(line.text)
        if not rest[:1].isupper() or re.match(r"(?:That|To|Approve|Note|Agree|Endorse|Delegate|Adopt)\b", rest):
            return False
        under = following is not None and (following.number or "").startswith(
            number.removesuffix("0").rstrip(".") + "."
        )
        return slot is not None or under or rest.isupper()

    def _stands_alone(self, line: Line, following: Line | None) -> bool:
        """A short line before a long one, in a text where nothing marks its headings."""
        text = line.text
        if following is None or len(text) > 70 or len(text.split()) > 9 or re.search(r"[:,;|@]|\d{4,}", text):
            return False
        return len(following.text) >= 90 and following.text[-1:] in ".:" and not text[:1].isdigit()

    def _row(self, cells: list[Line]) -> None:
        columns = [list(group) for _, group in groupby(cells, key=lambda line: line.column)]
        filled = [column for column in columns if any(line.text for line in column)]
        if not filled:
            return
        if len(filled) == 1 and len(filled[0]) == 1:
            self._lone_cell(filled[0][0], beside_nothing=len(columns) > 1)
            return
        if any(_AN_OPTION.match(column[0].text) for column in filled[1:]):
            self.compared = (cells[0].page, cells[0].table)
        if self.compared == (cells[0].page, cells[0].table):
            for line in cells:  # options side by side: "Risks" is what is weighed there, no label of the report
                self._content(line)
            return
        if self._is_header(filled):
            return
        if self._of_implication(filled) or self._labelled(filled):
            self.open = None
        elif self.columns and all(column[0].column in self.columns for column in filled):
            for column in filled:
                self.columns[column[0].column].values.extend(column)
        elif len(filled) == 2 and len(filled[0]) == 1 and len(filled[0][0].text) < 80:
            self._begin(filled[0][0], None, "row", filled[1])
            if self.open is not None:
                self.open.values.extend(line for column in filled for line in column)
        elif self.open is not None:
            self.open.values.extend(line for column in filled for line in column)

    def _is_header(self, filled: list[list[Line]]) -> bool:
        """Whether a row names its table's columns: what stands in them ("Option | Advantages"), or whose they are."""
        heads = [column[0] for column in filled]
        if len(filled) < 2 or any(len(column) > 1 for column in filled):
            return False
        if all(_HEADER_CELL.fullmatch(bare(head.text)) for head in heads):
            slot = slot_of(bare(heads[0].text))
            if slot in ("implications", "options") and (self.open is None or self.open.slot != slot):
                self.open = self._begin(heads[0], slot, "row", [])
            if self.open is not None and self.open.slot == "options":
                self.open.values.extend(heads)
            return True
        slots = [slot_of(head.text) for head in heads]
        if all(slot in _CONTACT for slot in slots) and all(head.text.rstrip().endswith(":") for head in heads):
            self.columns = {
                head.column: self._begin(head, slot, "row", []) for head, slot in zip(heads, slots, strict=True)
            }
            self.open = None
            return True
        return False

    def _of_implication(self, filled: list[list[Line]]) -> bool:
        """Take a row of a table of implications: its kind, ticks, and what is said. False for any other row."""
        head = filled[0][0]
        inside = self.container is not None and self.container.slot == "implications"
        if not inside or len(filled) < 3 or len(filled[0]) > 1 or slot_of(bare(head.text)) not in _RUNS_IN:
            return False
        rest = [line for column in filled[1:] for line in column if line.text]
        said = [line for line in rest if not _TICK.fullmatch(line.text)]
        self._begin(head, slot_of(bare(head.text)), "row", said or rest)
        return True

    def _labelled(self, filled: list[list[Line]]) -> bool:
        """Take the labels of a row, each with the cell beside it or the words in it; False where there are none."""
        at, found = 0, False
        while at < len(filled):
            head = filled[at][0]
            rest = filled[at][1:]
            slot = slot_of(head.text)
            ends = head.text.rstrip(" -–").endswith(":")
            if not rest and at + 1 < len(filled) and (ends or (slot and slot_of(filled[at + 1][0].text) is None)):
                values = filled[at + 1]
                if slot == "implication?" or slot is not None or at == 0:
                    self._begin(head, slot, "row", values)
                    found = True
                at += 2
                continue
            split = split_label(head)
            if split is not None and (split[2] is not None or rest):
                label, known, value = split
                self._begin(label, known, "row", [*([value] if value else []), *rest])
                found = True
            at += 1
        self.columns = {} if found else self.columns
        return found

    def _lone_cell(self, cell: Line, *, beside_nothing: bool) -> None:
        """Take a cell that stands alone in its row. ``beside_nothing`` where the row has more cells, all empty."""
        split = split_label(cell)
        if split is not None and split[2] is not None:
            self._begin(split[0], split[1], "row", [split[2]])
            self.open = None
            return
        slot = slot_of(bare(cell.text))
        if slot is not None and not self._weak(slot) and cell.text[-1:] not in ".;":
            entry = self._begin(cell, slot, "row", [])
            self.open = None if beside_nothing and slot not in LONG else entry
            return
        self._content(cell)


# Kinds that a bare heading names beyond doubt, where other headings of the same sort are for implications.
_PLAIN_KINDS = frozenset(
    [
        "equalities",
        "risk",
        "legal",
        "financial",
        "human_rights",
        "health_and_safety",
        "data_protection",
        "safeguarding",
        "social_value",
        "climate_environment",
        "sustainability",
    ]
)


def _join_implications(entries: list[Entry]) -> None:
    """Take a bare heading such as "Equality and Diversity" for an implication where it stands beside one, or where
    two others of its level are for implications and its words name a kind beyond doubt."""
    heads = [entry for entry in entries if entry.via == "heading"]
    for order in (heads, heads[::-1]):
        for before, entry in pairwise(order):
            if before.slot == "implication" and entry.slot is None and _could_be(entry):
                entry.slot = "implication"
    known = [_sort(entry) for entry in heads if entry.slot == "implication"]
    for entry in heads:
        kinds = implication_kinds(entry.label.text)
        if entry.slot is None and known.count(_sort(entry)) >= 2 and _could_be(entry) and set(kinds) <= _PLAIN_KINDS:
            entry.slot = "implication"


def _could_be(entry: Entry) -> bool:
    return slot_of(bare(entry.label.text)) == "implication?"


def _sort(entry: Entry) -> tuple[int | None, str]:
    """The level of a heading and the shape of its number."""
    return entry.label.level, re.sub(r"\d+", "0", (entry.label.number or "").removesuffix(".0").rstrip("."))


def split_label(line: Line) -> tuple[Line, str, Line | None] | None:
    """A line's label, its slot and the words after it (None where the label stands alone), or None for other lines."""
    match = _INLINE.match(line.text)
    if match is not None:
        slot = slot_of(bare(match.group("label")))
        if slot is not None and not (match.group("value") and slot == "implication?" and len(line.text) > 4000):
            label = line.part(match.start("label"), match.end("label"))
            value = line.part(match.start("value")) if match.group("value").strip(" -–:*") else None
            return label, slot, value
    if (dashed := _DASHED.match(line.text)) and len(dashed.group("label").split()) <= 4:
        slot = slot_of(dashed.group("label"))
        if slot in _DASHABLE or slot in ("implication", "implication?"):
            return line.part(0, dashed.end("label")), slot, line.part(dashed.start("value"))
    return None
