"""A label with what stands under or beside it, and the gathering of such entries as a document's lines are walked."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from moothall.documents.implication_labels import implication_kinds
from moothall.documents.lines import Line
from moothall.documents.reading.document import BlockKind

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
CONTACT = frozenset({"officers", "portfolio_holder", "extension", "author"})
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
_CONTAINERS = frozenset({"implications", "officer_comments"})
_STAYS_INSIDE = frozenset({"implication", "implication?", "officer_comment", "author", "extension", None})


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


def bare(words: str) -> str:
    """A heading's words without the number before it and the punctuation after it."""
    plain = re.sub(r"^(?:\(?\d{1,3}(?:\.\d+)*[.):]?|[A-Z]\.|\(?[a-z]\)|\(?[ivx]{1,4}[.)])\s+(?=\S)", "", words)
    return plain.strip().rstrip(":-–. ").strip() or words.strip()


class Gathering:
    """The entries so far, the one that is open, and the heading for implications or comments that holds it."""

    def __init__(self) -> None:
        self.done: list[Entry] = []
        self.open: Entry | None = None
        self.container: Entry | None = None

    @property
    def within(self) -> str | None:
        """The slot of the heading that holds what comes, or None."""
        return self.container.slot if self.container else None

    def begin(self, label: Line, slot: str | None, via: str, values: list[Line], *, heading: bool = False) -> Entry:
        """Begin an entry at a label. One that may be of an implication is, inside a heading for them; else unknown."""
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

    def under_resources(self) -> bool:
        """Whether the open heading is one for resources of every kind, which says each under a label of its own."""
        return (
            self.open is not None
            and self.open.slot == "implication"
            and self.open.is_heading
            and implication_kinds(self.open.label.text) == ("resource",)
        )

    def is_weak(self, slot: str | None) -> bool:
        """Whether a label that could be of an implication stands where none is expected."""
        return slot == "implication?" and (self.container is None or self.container.slot != "implications")

    def fill(self, line: Line) -> None:
        """Put a line into the open entry, or close that where it holds all that one of its sort can."""
        if self.open is None:
            return
        short = self.open.via == "label" and self.open.slot not in LONG
        if short and len(self.open.values) >= _MOST_LINES.get(self.open.slot or "", 1):
            self.open = None
            return
        self.open.values.append(line)

    def _leaves(self, label: Line) -> bool:
        """Whether an unknown heading stands beside the container's, not under it."""
        if self.container is None or label.kind is BlockKind.TABLE_CELL:
            return False
        outer = self.container.label
        if outer.number and label.number:
            return label.number.rstrip(".0").count(".") <= outer.number.rstrip(".0").count(".")
        return outer.level is not None and label.level is not None and label.level <= outer.level
