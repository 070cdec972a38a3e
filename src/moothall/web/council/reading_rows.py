"""What was read in one document, as the rows and marks of the page that asks whether it is right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import SimpleNamespace
from typing import Any

from moothall.domain.drafting import WANTED
from moothall.domain.rounds import Round
from moothall.domain.whose import Whose
from moothall.web.council.record_fields import RecordField, in_words, shown
from moothall.web.council.sheets import Piece, Quotation, Span, Square, pieces, quotation, squares

RIGHT, CORRECTED, NOT_SAID, REJECTED, CHOSEN, BOTH = "right", "corrected", "not_said", "rejected", "chosen", "both"
KEPT = "kept"
STATES = {
    RIGHT: ("tick", "Right"),
    CORRECTED: ("tick", "Corrected"),
    NOT_SAID: ("tick", "It does not say"),
    REJECTED: ("square", "Rejected"),
    CHOSEN: ("tick", "Chosen"),
    BOTH: ("half", "Both kept"),
    None: ("ring", "To check"),
}
_ABSENT, _EMPTY, _UNREAD = ("ring", "Not found"), ("broken", "Left empty"), ("square", "Not all was read")
_RIVALS, _NEWS = ("half", "Says two things"), ("half", "Something new")
_WHOSE = {
    Whose.OURS: ("tick", "This council"),
    Whose.ANOTHERS: ("broken", "Another council"),
    Whose.NOT_KNOWN: ("ring", "To check"),
}
_ONLY_FROM = {
    "email_domain": "Known only from an e-mail address. The document does not name its council.",
    "host": "Known only from the address of the page. The document does not name its council.",
    "partnership_name": "Known only from the name of a partnership. The document does not name its council.",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the values a document gives for a field: in words, with the words it stands on."""

    said: tuple[str, ...]
    quotation: Quotation


@dataclass(frozen=True, slots=True)
class Beside:
    """What is known beside the record, by field. ``places`` says of a page how a person calls it, where it has a name.

    ``between`` are the values a document gives where they are more than one, ``empty`` labels with nothing beside them,
    ``news`` what is found now and was not when it was answered. ``unread`` says in a sentence what could not be read.
    """

    between: Mapping[str, Sequence[Any]] = field(default_factory=dict)
    empty: Mapping[str, Any] = field(default_factory=dict)
    news: Mapping[str, Any] = field(default_factory=dict)
    places: Mapping[int, str] = field(default_factory=dict)
    unread: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One field. ``number`` ties it to its marks and is None where nothing was found.

    ``said`` is the value that now stands, in words; ``read`` what the reader found, where a person put it right.
    ``verdict`` is what was last said of it, or None; ``page`` is where its first words stand. ``choices`` are the
    values the document gives, where they are more than one. ``news`` is what is found now in words, where ``is_new``.
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
    choices: tuple[Choice, ...] = ()
    remark: str = ""
    empty: Quotation | None = None
    unread: str = ""
    is_new: bool = False
    news: tuple[str, ...] = ()
    only_from: str = ""

    @property
    def state(self) -> tuple[str, str]:
        """The shape and the word of its state. Of the council it is whose document it is."""
        if self.whose is not None:
            return _WHOSE[self.whose]
        if self.verdict is not None:
            return _NEWS if self.is_new else STATES[self.verdict]
        if self.number is None:
            return _EMPTY if self.empty else _UNREAD if self.unread else _ABSENT
        return _RIVALS if self.choices else STATES[None]

    @property
    def is_answered(self) -> bool:
        """Whether nobody needs to be asked about it any more."""
        return self.verdict is not None if self.whose is None else self.whose is Whose.OURS

    @property
    def are_rivals_open(self) -> bool:
        """Whether the document says two things here and nobody has chosen."""
        return bool(self.choices) and self.verdict is None


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

    def beside(self, name: str) -> tuple[Row | None, Row | None]:
        """The rows before and after the row of a field, in the order of the page."""
        rows = self.all()
        at = next((at for at, row in enumerate(rows) if row.field.name == name), None)
        if at is None:
            return None, rows[0] if rows else None
        return rows[at - 1] if at else None, rows[at + 1] if at + 1 < len(rows) else None

    @property
    def answered(self) -> int:
        """How many of the found ones somebody has answered."""
        return sum(row.is_answered for row in self.found)

    @property
    def unanswered(self) -> tuple[Row, ...]:
        """The found ones nobody has answered, in the order of the page; whose it is, is asked elsewhere."""
        return tuple(row for row in self.found if not row.is_answered and row.whose is None)

    @property
    def rest(self) -> tuple[Row, ...]:
        """The unanswered ones that can be confirmed together: where a document says two things, a person chooses."""
        return tuple(row for row in self.unanswered if not row.are_rivals_open)

    @property
    def new(self) -> tuple[Row, ...]:
        """Those where this reading finds something that was not found before."""
        return tuple(row for row in self.all() if row.is_new)

    @property
    def pages(self) -> int:
        """On how many pages they stand."""
        return len({one.page for row in self.found for one in row.quotations})


def rows(record: dict[str, Any], facts: Mapping[str, Sequence[Any]], verdicts: Mapping[str, Any], texts: dict[int, str],
         round_: Round, whose: Whose, beside: Beside | None = None) -> Rows:  # fmt: skip
    """The rows of a record. ``facts`` and ``verdicts`` go by field, ``texts`` are the pages by number.

    ``whose`` says whose document it is, which has a question of its own on the page.
    """
    beside = beside or Beside()
    found: list[Row] = []
    wanted: list[Row] = []
    others: list[Row] = []
    for one in shown(record):
        number = len(found) + 1 if record.get(one.name) is not None else None
        row = _row(one, number, record, facts, verdicts.get(one.name), texts, round_, beside)
        if one.name == "authority":
            only_from = _ONLY_FROM.get((record.get("authority") or {}).get("basis", ""), "")
            row = replace(row, whose=whose, only_from=only_from)
        if number is not None:
            found.append(row)
        elif one.name in WANTED or row.verdict is not None or row.empty is not None or row.is_new:
            wanted.append(row)
        elif one.name != "authority":
            others.append(row)
    return Rows(tuple(found), tuple(wanted), tuple(others))


def _row(one: RecordField, number: int | None, record: dict[str, Any], facts: Mapping[str, Sequence[Any]], answer: Any,
         texts: dict[int, str], round_: Round, beside: Beside) -> Row:  # fmt: skip
    given, value = facts.get(one.name, ()), record.get(one.name)
    choices = tuple(_choice(one, each, texts, round_, beside) for each in beside.between.get(one.name, ()))
    empty = beside.empty.get(one.name)
    is_both = answer is not None and answer.verdict == BOTH
    said = tuple(line for each in choices for line in each.said) if is_both else _stands(one, value, answer, round_)
    differs = answer is not None and answer.value != value
    return Row(
        field=one,
        number=number,
        said=said,
        read=in_words(one, value, round_) if differs and not is_both else (),
        quotations=tuple(_quoted(each, texts, beside) for each in given),
        verdict=answer.verdict if answer else None,
        by_name=answer.by_name if answer else "",
        page=given[0].page if given else 1,
        choices=choices if len(choices) > 1 else (),
        remark=answer.remark if answer else "",
        empty=_quoted(SimpleNamespace(**empty), texts, beside) if empty and number is None else None,
        unread=beside.unread if number is None else "",
        is_new=one.name in beside.news,
        news=in_words(one, beside.news.get(one.name), round_),
    )


def _stands(one: RecordField, value: Any, answer: Any, round_: Round) -> tuple[str, ...]:
    return in_words(one, value if answer is None else answer.value, round_)


def _choice(one: RecordField, given: Any, texts: dict[int, str], round_: Round, beside: Beside) -> Choice:
    said = in_words(one, given["value"], round_) if given["value"] is not None else (f"Status: “{given['quote']}”",)
    return Choice(said, _quoted(SimpleNamespace(**given), texts, beside))


def _quoted(one: Any, texts: dict[int, str], beside: Beside) -> Quotation:
    return quotation(texts.get(one.page, ""), one, beside.places.get(one.page, ""))


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


def sheet(page: dict[str, Any], last: int, facts: Sequence[Any], found: Rows, open_field: str | None,
          rivals: Sequence[Any] = ()) -> Sheet:  # fmt: skip
    """A page with the numbers of ``found`` on it. ``facts`` are all of the document, each with its position.

    ``rivals`` are values the document gives against them, marked under the same numbers.
    """
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
        for fact in (*facts, *rivals)
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
