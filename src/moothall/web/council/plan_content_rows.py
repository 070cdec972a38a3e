"""What a plan says, as the rows of the page: every statement under the round's themes and questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from moothall.domain.rounds import Question, Round
from moothall.domain.statements import Statement, StatementKind
from moothall.web.council.reading_rows import Sheet
from moothall.web.council.sheets import Span, pieces, squares
from moothall.web.council.statement_words import Words, words

NONE = "none"
_STATES = {
    "accepted": ("tick", "Right"),
    "corrected": ("tick", "Corrected"),
    "moved": ("tick", "Right, moved"),
    "rejected": ("square", "Rejected"),
    "": ("ring", "To check"),
}

_OUTER = frozenset(
    {StatementKind.COMMITMENT, StatementKind.BARRIER, StatementKind.ASK, StatementKind.NON_ANSWER,
     StatementKind.QUOTATION}
)  # fmt: skip
_INNER = frozenset({StatementKind.MILESTONE, StatementKind.FIGURE, StatementKind.TECHNOLOGY, StatementKind.PARTNERSHIP})


@dataclass(frozen=True, slots=True)
class Row:
    """One statement. ``number`` ties it to its mark; ``held`` is its row in the store, ``read`` what was read of it.

    ``put_in`` are the keys it got in the bank. ``inside`` are figures and others that stand within its words.
    """

    number: int
    held: Any
    value: Statement
    words: Words
    read: Words | None
    put_in: tuple[str, ...]
    inside: tuple[Row, ...] = ()

    @property
    def state(self) -> tuple[str, str]:
        """The shape and the word of its state."""
        return _STATES[self.held.verdict]

    @property
    def is_answered(self) -> bool:
        """Whether a person said something of it."""
        return bool(self.held.verdict)

    def is_inside(self, other: Row) -> bool:
        """Whether it is said within the words of the other: a figure or a step of a commitment, a date of a barrier."""
        if self.value.kind not in _INNER or other.value.kind not in _OUTER:
            return False
        mine, theirs = self.held, other.held
        return bool(mine.page == theirs.page and theirs.start <= mine.start and mine.end <= theirs.end)


@dataclass(frozen=True, slots=True)
class Group:
    """What stands under one question, under a theme as a whole, or under none. ``key`` is lasting: T1.Q2, a theme.

    ``not_said`` is a person's word that the document does not answer the question.
    """

    key: str
    title: str
    question: Question | None
    rows: tuple[Row, ...]
    not_said: Any = None

    @property
    def outer(self) -> tuple[Row, ...]:
        """The statements that stand within no other, each with those inside it."""
        found: list[Row] = []
        for row in self.rows:
            if found and row.is_inside(found[-1]):
                found[-1] = replace(found[-1], inside=(*found[-1].inside, row))
            else:
                found.append(row)
        return tuple(found)

    @property
    def rest(self) -> tuple[Row, ...]:
        """Those nobody has answered for."""
        return tuple(row for row in self.rows if not row.is_answered)


@dataclass(frozen=True, slots=True)
class Part:
    """A theme with its groups that hold something, and the questions for which nothing was found."""

    key: str
    title: str
    groups: tuple[Group, ...]
    empty: tuple[Group, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """Every statement of the theme."""
        return tuple(row for group in self.groups for row in group.rows)

    @property
    def answered(self) -> int:
        """How many of them somebody has answered for."""
        return sum(row.is_answered for row in self.rows)


@dataclass(frozen=True, slots=True)
class Content:
    """The whole page: a part for each theme in the round's order, and last what stands under none."""

    parts: tuple[Part, ...]

    @property
    def groups(self) -> tuple[Group, ...]:
        """Every group, in the order of the page."""
        return tuple(group for part in self.parts for group in part.groups)

    @property
    def rows(self) -> tuple[Row, ...]:
        """Every statement, in the order of the page."""
        return tuple(row for group in self.groups for row in group.rows)

    @property
    def answered(self) -> int:
        """How many somebody has answered for."""
        return sum(row.is_answered for row in self.rows)

    @property
    def confirmed(self) -> int:
        """How many a person stands behind."""
        return sum(row.held.is_confirmed for row in self.rows)

    @property
    def empty(self) -> tuple[Group, ...]:
        """The questions for which nothing was found."""
        return tuple(group for part in self.parts for group in part.empty)

    def group(self, key: str) -> Group | None:
        """The group of this key, or None."""
        return next((one for one in self.groups if one.key == key), None)

    def holding(self, statement_id: int) -> tuple[Group, Row] | None:
        """A statement with its group, or None."""
        return next(((one, row) for one in self.groups for row in one.rows if row.held.pk == statement_id), None)

    def next_after(self, statement_id: int) -> Row | None:
        """The first statement after this one, round again to the first, that nobody has answered for."""
        every = self.rows
        place = next((at for at, row in enumerate(every) if row.held.pk == statement_id), -1)
        return next((row for row in (*every[place + 1 :], *every[: place + 1]) if not row.is_answered), None)


def content(reading: Any, round_: Round) -> Content:
    """The rows of a reading, grouped as the round asks, whatever the plan's own headings are."""
    not_said = {one.question: one for one in reading.not_said.all()}
    under: dict[str, list[tuple[Any, Statement]]] = {}
    known = {theme.key: {one.id for one in theme.questions} for theme in round_.themes}
    for held in reading.statements.all():
        value = held.to_value()
        theme, question = value.place
        theme = next((key for key, ids in known.items() if question in ids), theme)
        is_asked = any(question in ids for ids in known.values())
        key = str(question) if is_asked else str(theme) if theme in known else NONE
        under.setdefault(key, []).append((held, value))
    parts = [
        _part(theme.key, theme.title, [(theme.key, "The theme as a whole", None), *_asked(theme.questions)], under,
              not_said)
        for theme in round_.themes
    ]  # fmt: skip
    if under.get(NONE):
        parts.append(_part(NONE, "Under none of the themes", [(NONE, "The rest of the document", None)], under, {}))
    return Content(tuple(parts))


def _asked(questions: Sequence[Question]) -> list[tuple[str, str, Question | None]]:
    return [(one.id, one.title, one) for one in questions]


def _part(
    key: str,
    title: str,
    asked: list[tuple[str, str, Question | None]],
    under: dict[str, list[tuple[Any, Statement]]],
    not_said: dict[str, Any],
) -> Part:
    groups = [
        Group(group, named, question, tuple(_rows(under.get(group, []))), not_said.get(group))
        for group, named, question in asked
    ]
    held = tuple(one for one in groups if one.rows)
    return Part(key, title, held, tuple(one for one in groups if not one.rows and one.question is not None))


def _rows(some: list[tuple[Any, Statement]]) -> list[Row]:
    return [
        Row(
            number,
            held,
            value,
            words(value),
            words(held.as_read()) if held.verdict == "corrected" else None,
            tuple(dict.fromkeys(one.item for one in held.origins.all())),
        )
        for number, (held, value) in enumerate(some, 1)
    ]


def sheet(page: dict[str, Any], last: int, group: Group, open_row: Row) -> Sheet:
    """A page of the document with the numbers of one group's statements on it; the open one's marks are drawn last."""
    rows = [row for row in group.rows if row.held.page == page["number"] and row.held.is_there]
    spans = tuple(
        Span(
            field=str(row.held.pk),
            label=row.words.label,
            number=row.number,
            start=row.held.start,
            end=row.held.end,
            boxes=tuple((a, b, c, d) for a, b, c, d in row.held.boxes),
            is_open=row is open_row,
        )
        for row in sorted(rows, key=lambda row: row is open_row)
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
