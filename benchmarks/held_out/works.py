"""What a held-out file says and how it looks, before any program makes a file of it."""

from __future__ import annotations

from dataclasses import dataclass, field

SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True, slots=True)
class Part:
    """One piece: heading, paragraph, bullet, table, caption, box or footnote.

    ``number`` stands before the words as printed. A table's ``rows`` are its cells; an empty cell is "". ``head`` is
    how many of them are header rows; ``spans`` gives, for the first row, how many columns each of its cells covers.
    """

    kind: str
    text: str = ""
    number: str = ""
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()
    head: int = 1
    spans: tuple[int, ...] = ()

    def words(self) -> str:
        """The words as a reader should give them back: with the number, without soft hyphens."""
        return f"{self.number} {self.text}".strip().replace(SOFT_HYPHEN, "")


@dataclass(frozen=True, slots=True)
class Look:
    """How a file is set. ``heading`` is bold, large, coloured, spaced, small_caps, capitals or plain (body size and
    weight, told by colour alone); ``rules`` is full, rows, shaded or none; sizes are in points."""

    serif: bool
    size: float
    heading: str
    colour: str
    rules: str
    columns: int
    justified: bool
    leading: float
    after: float


@dataclass(frozen=True, slots=True)
class Work:
    """A whole document: its looks, its running head and foot, and its parts in reading order.

    Parts of a two-column work stand in two columns, all but the title and the tables.
    """

    name: str
    look: Look
    head: str
    foot: str
    parts: tuple[Part, ...] = field(default=())
    landscape_from: int | None = None

    def heading_size(self, level: int) -> float:
        """The size of a heading's letters, in points."""
        if self.look.heading in ("plain", "capitals"):
            return self.look.size + (6 if level == 1 else 0)
        if self.look.heading == "bold":
            return self.look.size + (6, 1.5, 0, 0)[level - 1]
        return self.look.size + (10, 5, 2.5, 1)[level - 1]

    def is_bold_heading(self) -> bool:
        """Whether headings are set in bold."""
        return self.look.heading in ("bold", "coloured", "small_caps")

    def heading_words(self, part: Part) -> str:
        """A heading's words as drawn: some looks set them in capitals."""
        shown = part.text.upper() if self.look.heading in ("spaced", "capitals") else part.text
        return f"{part.number} {shown}".strip()
