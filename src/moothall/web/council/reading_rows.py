"""What was read in one document, as the rows and marks of the page that asks whether it is right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from moothall.domain.drafting import WANTED
from moothall.domain.rounds import Round
from moothall.domain.whose import Whose
from moothall.web.council.record_fields import RecordField, in_words, shown
from moothall.web.council.sheets import Piece, Quotation, Span, Square, pieces, quotation, squares

RIGHT, CORRECTED, NOT_SAID = "right", "corrected", "not_said"
STATES = {
    RIGHT: ("tick", "Right"),
    CORRECTED: ("tick", "Corrected"),
    NOT_SAID: ("tick", "It does not say"),
    None: ("ring", "To check"),
}
_WHOSE = {
    Whose.OURS: ("tick", "This council"),
    Whose.ANOTHERS: ("broken", "Another council"),
    Whose.NOT_KNOWN: ("ring", "To check"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One field. ``number`` ties it to its marks and is None where nothing was found.

    ``said`` is the value that now stands, in words; ``read`` what the reader found, where a person put it right.
    ``verdict`` is what was last said of it, or None; ``page`` is where its first words stand.
    """

    field: RecordField
    number: int | None
    said: tuple[str, ...]
    read: tuple[str, ...]
    quotations: tuple[Quotation, ...]
    verdict: str | None
    by_name: str
    page: int
    whose: Whose | None = None

    @property
    def state(self) -> tuple[str, str]:
        """The shape and the word of its state. Of the council it is whose document it is."""
        return STATES[self.verdict] if self.whose is None else _WHOSE[self.whose]

    @property
    def is_answered(self) -> bool:
        """Whether nobody needs to be asked about it any more."""
        return self.verdict is not None if self.whose is None else self.whose is Whose.OURS


@dataclass(frozen=True, slots=True)
class Rows:
    """All rows of a document: ``found`` with a number, ``wanted`` and not found, ``others`` not found either."""

    found: tuple[Row, ...]
    wanted: tuple[Row, ...]
    others: tuple[Row, ...]

    def all(self) -> tuple[Row, ...]:
        """Every row, in the order of the page."""
        return (*self.found, *self.wanted, *self.others)

    def row(self, name: str | None) -> Row | None:
        """The row of a field, or None."""
        return next((row for row in self.all() if row.field.name == name), None)

    @property
    def answered(self) -> int:
        """How many of the found ones somebody has answered."""
        return sum(row.is_answered for row in self.found)

    @property
    def unanswered(self) -> tuple[Row, ...]:
        """The found ones nobody has answered, in the order of the page; whose it is, is asked elsewhere."""
        return tuple(row for row in self.found if not row.is_answered and row.whose is None)

    @property
    def pages(self) -> int:
        """On how many pages they stand."""
        return len({one.page for row in self.found for one in row.quotations})


def rows(record: dict[str, Any], facts: Mapping[str, Sequence[Any]], verdicts: Mapping[str, Any], texts: dict[int, str],
         round_: Round, whose: Whose) -> Rows:  # fmt: skip
    """The rows of a record. ``facts`` and ``verdicts`` go by field, ``texts`` are the pages by number.

    ``whose`` says whose document it is, which has a question of its own on the page.
    """
    found: list[Row] = []
    wanted: list[Row] = []
    others: list[Row] = []
    for field in shown(record):
        given = facts.get(field.name, ())
        value, answer = record.get(field.name), verdicts.get(field.name)
        number = len(found) + 1 if value is not None else None
        row = Row(
            field=field,
            number=number,
            said=in_words(field, _stands(value, answer), round_),
            read=in_words(field, value, round_) if answer and answer.value != value else (),
            quotations=tuple(quotation(texts.get(one.page, ""), one) for one in given),
            verdict=answer.verdict if answer else None,
            by_name=answer.by_name if answer else "",
            page=given[0].page if given else 1,
            whose=whose if field.name == "authority" else None,
        )
        if number is not None:
            found.append(row)
        elif field.name in WANTED or row.verdict is not None:
            wanted.append(row)
        elif field.name != "authority":
            others.append(row)
    return Rows(tuple(found), tuple(wanted), tuple(others))


def _stands(value: Any, answer: Any) -> Any:
    return value if answer is None else answer.value


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page to look at: a picture's size in points with marks and numbers on it, or the text cut into pieces."""

    number: int
    last: int
    width: float | None
    height: float | None
    spans: tuple[Span, ...]
    squares: tuple[Square, ...]
    pieces: tuple[Piece, ...]

    @property
    def is_picture(self) -> bool:
        """Whether the page has a picture."""
        return self.width is not None


def sheet(page: dict[str, Any], last: int, facts: Sequence[Any], found: Rows, open_field: str | None) -> Sheet:
    """A page with the numbers of ``found`` on it. ``facts`` are all of the document, each with its position."""
    numbers = {row.field.name: row for row in found.found}
    spans = tuple(
        Span(
            field=fact.kind,
            label=numbers[fact.kind].field.label,
            number=numbers[fact.kind].number or 0,
            start=fact.start,
            end=fact.end,
            boxes=tuple((a, b, c, d) for a, b, c, d in page.get("marks", {}).get(str(fact.position), ())),
            is_open=fact.kind == open_field,
        )
        for fact in facts
        if fact.page == page["number"] and fact.kind in numbers
    )
    width, height = page.get("width"), page.get("height")
    return Sheet(
        number=page["number"],
        last=last,
        width=width,
        height=height,
        spans=spans,
        squares=tuple(squares(spans, width, height)) if width and height else (),
        pieces=tuple(pieces(page["text"], spans)),
    )
