"""What the two ways of reading a page (by its tags, by its looks) both give: pieces in reading order, made of words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from operator import attrgetter

from moothall.documents.reading.document import BlockKind
from moothall.documents.reading.pdf_words import Word

Line = list[Word]
_LEFT: Callable[[Word], float] = attrgetter("left")
_TOP: Callable[[Word], float] = attrgetter("top")
_RIGHT: Callable[[Word], float] = attrgetter("right")
_BOTTOM: Callable[[Word], float] = attrgetter("bottom")
_SIZE: Callable[[Word], float] = attrgetter("size")
_GLUED: Callable[[Word], bool] = attrgetter("glued")
_WORDS: Callable[[Word], str] = attrgetter("text")


@dataclass(slots=True, eq=False)
class Piece:
    """A heading, paragraph, list item or table row: its lines of words, or for a row its cells.

    ``furniture`` marks running heads, page numbers and other matter that stands outside the text. ``certain`` is
    true where the file's own tags said what the piece is.
    """

    kind: BlockKind
    lines: list[Line] = field(default_factory=list)
    cells: list[list[Line]] = field(default_factory=list)
    level: int | None = None
    table: int | None = None
    row: int | None = None
    furniture: bool = False
    certain: bool = False
    continues: bool = False  # carries on the last piece of the page before
    loose: bool = False  # a list's or table's next piece follows without an empty line

    def words(self) -> Iterator[Word]:
        """Every word of the piece, cells included, in reading order."""
        for lines in (self.lines, *self.cells):
            for line in lines:
                yield from line

    def text(self) -> str:
        """The words with single spaces, for looking at; the page's own text is built elsewhere."""
        return joined(self.words())


@dataclass(frozen=True, slots=True)
class Measures:
    """The edges of a line, and the height of most of its words, in points; and whether it is set in bold."""

    left: float
    top: float
    right: float
    bottom: float
    size: float
    bold: bool


@dataclass(slots=True)
class Flow:
    """Lines that follow one another within the same two edges; their right edge tells where a line is full."""

    lines: list[Line]
    left: float
    right: float
    _measures: list[Measures] = field(default_factory=list)

    def measures(self) -> list[Measures]:
        """The measures of each line, taken once."""
        if len(self._measures) != len(self.lines):
            self._measures = [measured(line) for line in self.lines]
        return self._measures


def measured(line: Line) -> Measures:
    """The measures of a line."""
    return Measures(left(line), top(line), right(line), bottom(line), size(line), is_bold(line))


def split_lines(words: list[Word]) -> list[Line]:
    """Words in drawn order parted where the next one starts lower down, or back at the left."""
    lines: list[Line] = []
    for word in words:
        if lines and _same_line(lines[-1][-1], word):
            lines[-1].append(word)
        else:
            lines.append([word])
    return lines


def _same_line(before: Word, word: Word) -> bool:
    overlap = min(before.bottom, word.bottom) - max(before.top, word.top)
    if overlap < 0.4 * min(before.size, word.size):
        return False
    return word.left > before.left - 0.5 * word.size


def left(line: Line) -> float:
    """The left edge of a line."""
    return min(map(_LEFT, line))


def right(line: Line) -> float:
    """The right edge of a line."""
    return max(map(_RIGHT, line))


def top(line: Line) -> float:
    """The upper edge of a line."""
    return min(map(_TOP, line))


def bottom(line: Line) -> float:
    """The lower edge of a line."""
    return max(map(_BOTTOM, line))


def size(line: Line) -> float:
    """The height of most of a line's words."""
    return sorted(map(_SIZE, line))[len(line) // 2]


def first_width(line: Line) -> float:
    """How wide the first word of a line is, with every part that is glued to it."""
    last = line[0]
    for word in line[1:]:
        if not word.glued:
            break
        last = word
    return last.right - line[0].left


def is_bold(words: list[Word]) -> bool:
    """Whether nearly all the letters are set in bold."""
    letters = bold = 0
    for word in words:
        count = len(word.text)
        letters += count
        if word.bold:
            bold += count
    return bold > 0 and bold >= 0.9 * letters


def text(line: Line) -> str:
    """The words of a line with single spaces."""
    return joined(line)


def joined(words: Iterable[Word]) -> str:
    """Words with single spaces, but for those glued to the one before."""
    kept = list(words)
    if not any(map(_GLUED, kept)):
        return " ".join(map(_WORDS, kept))
    return "".join(word.text if word.glued or not place else f" {word.text}" for place, word in enumerate(kept))
