"""A neutral tree of what a document says, apart from how HTML, PDF or DOCX set it. Layouts make it, writers read it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

BENCH_GREEN = "#17594a"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of words set in one way. ``quiet`` is for names, dates and notes; ``link`` is an address or empty."""

    text: str
    bold: bool = False
    italic: bool = False
    quiet: bool = False
    link: str = ""


Words = tuple[Span, ...]


class Setting(StrEnum):
    """How a paragraph is set: as running text, as the line that opens a document, or as a small note."""

    BODY = "body"
    LEDE = "lede"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading. The document's title is level 1, so a heading's own level is 2 or more. ``number`` is as printed."""

    text: str
    level: int = 2
    number: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, with its number as printed ("3.2") where it has one, and a lasting ``anchor`` to link to."""

    words: Words
    number: str = ""
    anchor: str = ""
    setting: Setting = Setting.BODY


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list. ``label`` is as printed ("(a)"); without one the item has a bullet."""

    words: Words
    label: str = ""


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[Item, ...]


Cell = tuple[Paragraph | Items, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table. ``header`` names the columns; without it, the first cell of each row is the heading of that row.

    ``widths`` are shares of the width, one a column, or empty for equal columns. ``caption`` names the table for
    those who do not see it. Every row has as many cells as there are columns.
    """

    rows: tuple[tuple[Cell, ...], ...]
    header: tuple[str, ...] = ()
    widths: tuple[int, ...] = ()
    caption: str = ""

    @property
    def columns(self) -> int:
        """How many columns the table has."""
        return len(self.header) if self.header else max((len(row) for row in self.rows), default=0)


@dataclass(frozen=True, slots=True)
class Panel:
    """The one tinted part of a page: what members are asked to resolve, or what was resolved."""

    blocks: tuple[Paragraph | Items, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing as SVG, with the words that stand for it (``alt``) where it cannot be seen or shown.

    ``is_drawn`` has Word show it as a picture; else its words stand there for it.
    """

    svg: str
    alt: str
    is_drawn: bool = False


Block = Heading | Paragraph | Items | Table | Panel | Picture


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document. ``owner`` is the council on its head, ``corner`` the words on the right of it ("Item 7").

    ``eyebrow`` stands over the title, ``subtitles`` under it, ``foot`` on the left of every page's foot. ``colour`` is
    the council's own, as ``#rrggbb``. ``language`` is a BCP 47 tag. ``is_compact`` sets it small and close, so that
    what belongs on one page stays on one.
    """

    title: str
    blocks: tuple[Block, ...]
    owner: str = ""
    corner: str = ""
    eyebrow: str = ""
    subtitles: tuple[str, ...] = ()
    foot: str = ""
    summary: str = ""
    colour: str = BENCH_GREEN
    language: str = "en-GB"
    is_compact: bool = False

    def __post_init__(self) -> None:
        """Raise ValueError where the colour is not ``#rrggbb``: a style sheet would take anything else as code."""
        if not re.fullmatch(r"#[0-9a-fA-F]{6}", self.colour):
            raise ValueError(f"A document's colour is written #rrggbb, and this one is {self.colour!r}.")


def words(text: str, *, bold: bool = False, italic: bool = False, quiet: bool = False) -> Words:
    """The text as one span, or no span at all where it is empty."""
    return (Span(text, bold=bold, italic=italic, quiet=quiet),) if text else ()


def cell(*texts: str, bold: bool = False) -> Cell:
    """A table cell holding one paragraph for each text that is not empty."""
    return tuple(Paragraph(words(text, bold=bold)) for text in texts if text)


def plain(spans: Iterable[Span]) -> str:
    """The words alone, without how they are set."""
    return "".join(span.text for span in spans)


def in_text_column(blocks: tuple[Block, ...]) -> tuple[bool, ...]:
    """For each block, whether it stands in the text column, clear of the margin in which numbers hang.

    A section keeps that margin when its heading or any of its paragraphs is numbered.
    """
    hangs: list[bool] = []
    start = 0
    for end in range(1, len(blocks) + 1):
        if end == len(blocks) or isinstance(blocks[end], Heading):
            section = blocks[start:end]
            numbered = any(isinstance(block, Heading | Paragraph) and block.number for block in section)
            hangs += [numbered] * len(section)
            start = end
    return tuple(hangs)


def stay_with_notes(blocks: tuple[Block, ...]) -> tuple[bool, ...]:
    """For each block, whether it stays on one page with the next: a note belongs to what it is a note on."""
    after = (*blocks, None)[1:]
    return tuple(
        isinstance(one, Paragraph) and isinstance(next_, Paragraph) and next_.setting is Setting.NOTE
        for one, next_ in zip(blocks, after, strict=True)
    )


def length(row: tuple[Cell, ...]) -> int:
    """How many characters the longest cell of a row holds."""
    return max((sum(_length(part) for part in content) for content in row), default=0)


def is_short(row: tuple[Cell, ...]) -> bool:
    """Whether a row of a table is short enough to be kept on one page: a third of one at the narrowest."""
    return length(row) <= 900


def _length(part: Paragraph | Items) -> int:
    spans = part.words if isinstance(part, Paragraph) else tuple(span for item in part.items for span in item.words)
    return len(plain(spans))
