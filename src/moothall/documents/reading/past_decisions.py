"""Past decisions from a file or a paste: JSON Lines, a table with headings or without, or lines with labelled dates.

Each line is understood or told why not; nothing is taken silently, so that a person can check the whole list.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import pairwise
from typing import Any

from moothall.documents.reading.meeting_tables import decoded
from moothall.domain import given
from moothall.domain.days import Holidays
from moothall.domain.meeting_days import DATE, TIME, clock_time, days, has_year
from moothall.domain.past_decisions import PastDecision, past_decision
from moothall.domain.refusals import Refusal

LARGEST = 1_000_000
MOST = 300
LONGEST_LINE = 400
COLUMNS = {
    "published": (
        *("published", "publication", "publication date", "date published", "date of publication", "published on"),
        *("publish date", "date of publishing"),
    ),
    "decided": (
        *("decided", "decision", "decision date", "date of decision", "date decided", "decided on", "decision taken"),
        *("decision made", "date", "meeting date", "date of meeting", "taken"),
    ),
    "listed": (
        *("listed", "effective", "effective from", "effective date", "effective on", "date effective", "in force"),
        *("in effect", "takes effect", "in force from", "comes into force", "implementation date", "implementation"),
        *("can be implemented from", "implemented from", "listed on"),
    ),
    "case": ("case", "reference", "ref", "id", "title", "decision title", "subject", "name", "issue", "item", "number"),
}
EXAMPLE = "Write it as 10 July 2019, 11 July 2019, 19 July 2019: decided, published, listed."
_MEANS = {heading: column for column, headings in COLUMNS.items() for heading in headings}
_LABEL = re.compile(
    r"(?P<listed>effective|in force|in effect|into force|take[sn]? effect|implement|listed)"
    r"|(?P<published>publi(?:sh|cation))|(?P<decided>decided|decision|taken|meeting)",
    re.IGNORECASE,
)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?")
_NOTHING = frozenset({"", "-", "–", "—", "n/a", "na", "none", "null", "not known", "unknown"})
Day = date | datetime


@dataclass(frozen=True, slots=True)
class PastLine:
    """One line that was brought in: where it stands from 1, its words, and the decision, or a sentence why not."""

    number: int
    words: str
    decision: PastDecision | None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class PastList:
    """Every line in its order. ``read_as`` says in a sentence how dates without a heading were told apart.

    ``text`` is what was read, as text, so that a slip in a file can be put right where it is shown.
    """

    lines: tuple[PastLine, ...]
    read_as: str = ""
    text: str = ""

    @property
    def decisions(self) -> tuple[PastDecision, ...]:
        """What was understood, in the order given."""
        return tuple(line.decision for line in self.lines if line.decision is not None)

    @property
    def problems(self) -> tuple[PastLine, ...]:
        """The lines that could not be used."""
        return tuple(line for line in self.lines if line.decision is None)


def read(data: bytes, *, holidays: Holidays) -> PastList:
    """The past decisions of a file, in the encodings spreadsheets save. Raises a Refusal as ``read_text`` does."""
    if len(data) > LARGEST:
        raise Refusal("The file is larger than 1 MB.", next_step=f"Give at most {MOST} decisions.")
    text = decoded(data)
    if "\0" in text:
        raise Refusal(
            "The file is neither a table nor lines of text.",
            next_step="Save it from the spreadsheet as CSV, or paste the rows.",
        )
    return replace(read_text(text, holidays=holidays), text=text)


def read_text(text: str, *, holidays: Holidays) -> PastList:
    """The past decisions of a text, line by line, each understood or with a sentence why not.

    Three dates without a heading or a label are published, decided and listed; where the first comes before the
    second they are decided, published and listed, since nothing is published before it is decided. Two are published
    and listed. Raises a Refusal for a text with no line, or with more lines than a person could check.
    """
    lines = [(number, line.strip()) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    if not lines:
        raise Refusal("There is no past decision in it.", next_step=EXAMPLE)
    if len(lines) > MOST + 1:
        raise Refusal(f"There are {len(lines)} lines.", next_step=f"Give at most {MOST} decisions of one council.")
    if lines[0][1].startswith("{"):
        return PastList(tuple(_json_line(number, line, holidays) for number, line in lines))
    headed = _headings(lines[0][1])
    if headed:
        delimiter, columns = headed
        return PastList(tuple(_row(number, line, delimiter, columns, holidays) for number, line in lines[1:]))
    return _free(lines, holidays)


def _json_line(number: int, line: str, holidays: Holidays) -> PastLine:
    try:
        plain = json.loads(line)
        if not isinstance(plain, dict):
            raise ValueError
    except (ValueError, RecursionError):
        return _problem(number, line, 'This line is not JSON. Write it as {"published": "2024-07-03", "listed": ...}.')
    return _understood(number, line, plain, holidays)


def _headings(line: str) -> tuple[str, tuple[str, ...]] | None:
    """What parts the cells, and what each column means; None where the line does not head dates."""
    for delimiter in ("\t", ";", ",", "|"):
        said = [re.sub(r"[^a-z]+", " ", cell.lower()).strip() for cell in _cells(line, delimiter)]
        columns = tuple(_MEANS.get(heading, "") for heading in said)
        if "listed" in columns and {"published", "decided"} & set(columns):
            return delimiter, columns
    return None


def _row(number: int, line: str, delimiter: str, columns: tuple[str, ...], holidays: Holidays) -> PastLine:
    cells = _cells(line, delimiter)
    if any(cell.strip() for cell in cells[len(columns) :]):
        return _problem(
            number, line, "There are more values than headings. Put a value with commas in quotation marks."
        )
    plain: dict[str, Any] = {}
    for column, cell in zip(columns, cells, strict=False):
        said = cell.strip()
        if not column or column in plain or said.lower() in _NOTHING:
            continue
        if column == "case":
            plain[column] = said
            continue
        found, problem = _dates(said)
        if problem or len(found) != 1:
            told = f"“{said}” is not one day with a month and a year. Write it like 11 July 2019 or 2019-07-11."
            return _problem(number, line, problem or told)
        plain[column] = found[0][0]
    return _understood(number, line, plain, holidays)


def _free(lines: Sequence[tuple[int, str]], holidays: Holidays) -> PastList:
    """Lines without a heading: dates told apart by the labels before them, else by their order in all the lines."""
    read = [(number, line, *_dates(line)) for number, line in lines]
    threes = [found for _, line, found, _ in read if len(found) == 3 and not _labels(line, found)]
    decided_first = any(_on(found[0][0]) < _on(found[1][0]) for found in threes)
    order = ("decided", "published", "listed") if decided_first else ("published", "decided", "listed")
    done = tuple(_free_line(number, line, found, problem, order, holidays) for number, line, found, problem in read)
    said = f"Three dates on a line are read as {order[0]}, {order[1]} and listed" if threes else ""
    if threes and decided_first:
        said += ", because nothing is published before it is decided"
    told = [said] if said else []
    if any(len(found) == 2 and not _labels(line, found) for _, line, found, _ in read):
        told.append("Two dates on a line are read as published and listed")
    odd = sum(one.decision.published_before_decision for one in done if one.decision)
    if threes and odd:
        told.append(
            f"On {odd} line{'' if odd == 1 else 's'} that puts publication before the decision: check the order"
        )
    return PastList(done, ". ".join(told) + "." if told else "")


def _free_line(
    number: int, line: str, found: list[tuple[Day, int, int]], problem: str, order: tuple[str, ...], holidays: Holidays
) -> PastLine:
    if problem:
        return _problem(number, line, problem)
    labels = _labels(line, found)
    if labels is None and len(found) not in (2, 3):
        has = "no date" if not found else "one date" if len(found) == 1 else f"{len(found)} dates"
        return _problem(
            number, line, f"This line has {has} with day, month and year, and needs two or three. {EXAMPLE}"
        )
    columns = labels or (order if len(found) == 3 else ("published", "listed"))
    plain: dict[str, Any] = {column: day for column, (day, _, _) in zip(columns, found, strict=True)}
    case = _case(line, found) if labels is None else ""
    return _understood(number, line, {**plain, **({"case": case} if case else {})}, holidays)


def _labels(line: str, found: list[tuple[Day, int, int]]) -> tuple[str, ...] | None:
    """What the words before each date call it, or None where a date has none or two have the same."""
    starts = [0, *(end for _, _, end in found)]
    called = []
    for (_, start, _), after in zip(found, starts, strict=False):
        labels = list(_LABEL.finditer(line[after:start]))
        called.append(labels[-1].lastgroup or "" if labels else "")
    is_told = bool(called) and all(called) and len(set(called)) == len(called)
    return tuple(called) if is_told else None


def _case(line: str, found: list[tuple[Day, int, int]]) -> str:
    """What stands on the line besides its dates: the council's own name for the decision."""
    edges = [0, *(edge for _, start, end in found for edge in (start, end)), len(line)]
    parts = [line[first:last].strip(" \t,;|.:–—-\"'()") for first, last in list(pairwise(edges))[::2]]
    return ", ".join(part for part in parts if re.search(r"\w", part))[:120]


def _dates(text: str) -> tuple[list[tuple[Day, int, int]], str]:
    """Every day of a text, with its time where one follows, and where each stands; or what is wrong with one."""
    found: list[tuple[Day, int, int]] = []
    for match in DATE.finditer(text):
        moment = _MOMENT.match(text, match.start("iso")) if match["iso"] else None
        if moment:
            try:
                found.append((given.day_or_moment(moment.group(), "date"), match.start(), moment.end()))
                continue
            except Refusal as refusal:
                return [], str(refusal)
        if not has_year(match):
            return [], f"“{match.group().strip()}” has no year. Write the day like 11 July 2019."
        read = list(days(match, date.min, date.min))
        if len(read) != 1:
            return [], f"“{match.group().strip()}” is more than one day. Give each decision a line of its own."
        day, problem = read[0]
        if day is None:
            return [], problem
        end, at = match.end(), TIME.match(text, match.end())
        time = clock_time(at) if at else None
        if at and time:
            found.append((datetime.combine(day, time), match.start(), at.end()))
        else:
            found.append((day, match.start(), end))
    return found, ""


def _understood(number: int, line: str, plain: Mapping[str, Any], holidays: Holidays) -> PastLine:
    said = {key: _iso(value) for key, value in plain.items()}
    try:
        decision = past_decision(said, holidays=holidays)
    except Refusal as refusal:
        return _problem(number, line, str(refusal))
    return PastLine(number, line[:LONGEST_LINE], decision)


def _problem(number: int, line: str, sentence: str) -> PastLine:
    return PastLine(number, line[:LONGEST_LINE], None, sentence)


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        return next(iter(csv.reader(io.StringIO(line), delimiter=delimiter, skipinitialspace=True)), [])
    except csv.Error:
        return [line]


def _iso(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    return value.isoformat() if isinstance(value, date) else value


def _on(day: Day) -> date:
    return day.date() if isinstance(day, datetime) else day
