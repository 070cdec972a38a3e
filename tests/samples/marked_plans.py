"""Invented plans with what they say marked in the text, and how much of it a reading finds.

A mark is {LETTER arguments|words}; marks may hold marks. C status, M last day due, F value and unit (and any of
before, upper, change, per, recurrence, basis, terms, bound, approximate), P, T name, B, A, N status, Q side, K, and S
theme (or -) with a question.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from moothall.documents.content import find_content
from moothall.documents.outline import outline
from moothall.documents.reading import text as reader
from moothall.domain.statements import FigureFound, Period, Statement
from moothall.reference import rounds

FOLDER = Path(__file__).parent / "plans"
KINDS = {
    "C": "commitment", "M": "milestone", "F": "figure", "P": "partnership", "T": "technology", "B": "barrier",
    "A": "ask", "N": "non_answer", "Q": "quotation", "K": "measure", "S": "section",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mark:
    """One statement a plan makes: its kind, what is said of it, and where it stands."""

    kind: str
    said: dict[str, Any]
    start: int
    end: int


@dataclass(slots=True)
class Tally:
    """What was found of one kind: right, found though not said, and said though not found."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    slips: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """The share of what was found that is said."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """The share of what is said that was found."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


def plans(half: str) -> Iterator[tuple[str, str, tuple[Mark, ...]]]:
    """The plans of one half ("tuned" or "held_out"): name, plain text, marks."""
    for path in sorted((FOLDER / half).iterdir()):
        yield (path.name, *parse(path.read_text(encoding="utf-8")))


def parse(marked: str) -> tuple[str, tuple[Mark, ...]]:
    """The text without its marks, and the marks. Raises ValueError where a brace is not closed."""
    letters: list[str] = []
    open_: list[tuple[str, int]] = []
    marks: list[Mark] = []
    at = length = 0
    while at < len(marked):
        letter = marked[at]
        if letter == "{":
            bar = marked.index("|", at)
            open_.append((marked[at + 1 : bar], length))
            at = bar + 1
        elif letter == "}":
            words, start = open_.pop()
            marks.append(_mark(words, start, length))
            at += 1
        else:
            letters.append(letter)
            length += 1
            at += 1
    if open_:
        raise ValueError(f"A mark is not closed: {open_[-1][0]}")
    return "".join(letters), tuple(marks)


def _mark(words: str, start: int, end: int) -> Mark:
    letter, *arguments = words.split()
    kind, said = KINDS[letter], {}
    named = {part.split("=")[0]: part.split("=")[1] for part in arguments if "=" in part}
    plain = [part for part in arguments if "=" not in part]
    if kind == "figure":
        said = {"value": plain[0], "unit": " ".join(plain[1:])}
    elif kind == "section":
        said = {"theme": None if plain[0] == "-" else plain[0], "question": plain[1] if len(plain) > 1 else None}
    elif plain:
        name = {"commitment": "status", "milestone": "due", "technology": "name", "non_answer": "status"}
        said = {name.get(kind, "side"): " ".join(plain)}
    return Mark(kind, said | named, start, end)


def read(text: str, name: str = "plan.txt") -> tuple[Statement, ...]:
    """The statements read from a plan's text, against the shipped round."""
    document = reader.read(text.encode(), name)
    return find_content(outline(document), rounds.shipped()[0]).statements


def tally(half: str) -> dict[str, Tally]:
    """For each kind, what was found in the plans of one half."""
    found: dict[str, Tally] = {kind: Tally() for kind in KINDS.values()}
    for name, text, marks in plans(half):
        statements = read(text, name)
        for kind, each in found.items():
            _compare(
                each, name, text, [m for m in marks if m.kind == kind], [s for s in statements if s.kind.value == kind]
            )
    return found


def _compare(tally: Tally, name: str, text: str, marks: list[Mark], statements: Iterable[Statement]) -> None:
    left = [mark for mark in marks if mark.kind != "section" or mark.said["theme"]]
    statements = [each for each in statements if each.kind.value != "section" or each.theme]
    for statement in statements:
        match = next((mark for mark in left if fits(mark, statement)), None)
        if match is not None:
            left.remove(match)
            tally.right += 1
        else:
            tally.wrong += 1
            tally.slips.append(f"{name}: found “{statement.quote}” {seen(statement)}")
    tally.missed += len(left)
    tally.slips += [f"{name}: missed “{text[mark.start : mark.end]}” {mark.said}" for mark in left]


def fits(mark: Mark, statement: Statement) -> bool:
    """Whether a statement is the marked one: half of either's words are the other's, and what is said agrees."""
    shared = min(mark.end, statement.where.end) - max(mark.start, statement.where.start)
    shorter = min(mark.end - mark.start, statement.where.end - statement.where.start)
    if shared <= 0 or shared < shorter / 2:
        return False
    said = seen(statement)
    for key, value in mark.said.items():
        if mark.kind == "figure" and key not in ("value", "unit"):
            continue
        if said.get(key) != value:
            return False
    return True


def seen(statement: Statement) -> dict[str, Any]:
    """What a statement says, under the names the marks use."""
    value = statement.value
    if statement.kind.value == "section":
        return {"theme": statement.theme, "question": statement.question}
    if statement.kind.value == "quotation":
        return {"side": statement.voice.side.value if statement.voice else None}
    if isinstance(due := getattr(value, "due", None), Period):
        return {"due": due.last_on.isoformat() if due.last_on else due.first_on and month_end(due)}
    names = ("status", "value", "unit", "name", "recurrence", "basis", "change", "per", "bound", "terms")
    plain = {key: str(part) for key in names if (part := getattr(value, key, None)) is not None}
    if isinstance(value, FigureFound):
        plain |= {key: _text(part) for key in ("before", "upper") if (part := getattr(value, key)) is not None}
        plain |= {"approximate": "True"} if value.approximate else {}
        plain["value"] = _text(value.value)
    return plain


def month_end(due: Period) -> str:
    """Where only the first day is known ("from April 2025"), the last day of its month."""
    from moothall.documents.periods import month_of

    assert due.first_on is not None
    return month_of(due.first_on.year, due.first_on.month)[1].isoformat()


def _text(value: Decimal) -> str:
    return format(value.normalize(), "f")


def details(half: str) -> Counter[tuple[str, str]]:
    """For figures that were found, how often each further word on them is (right, wrong, missed)."""
    counted: Counter[tuple[str, str]] = Counter()
    for name, text, marks in plans(half):
        statements = [each for each in read(text, name) if each.kind.value == "figure"]
        for mark in (each for each in marks if each.kind == "figure"):
            found = next((each for each in statements if fits(mark, each)), None)
            if found is None:
                continue
            said = seen(found)
            for key in ("before", "upper", "change", "per", "recurrence", "basis", "terms", "bound", "approximate"):
                wanted, got = mark.said.get(key), said.get(key)
                if wanted is not None or (got is not None and key != "basis"):
                    counted[key, "right" if wanted == got else "missed" if got is None else "wrong"] += 1
    return counted
