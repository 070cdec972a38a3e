"""The table in which readings and updates are filled in: made from the plan's own measures, and read back cell by cell.

One long table, a row for each thing told. What a cell says wrongly is told with its address ("E7").
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from moothall.documents.measure_tables import number_in
from moothall.documents.periods import written_periods
from moothall.documents.reading import gate, media, xlsx
from moothall.documents.reading.csv import separator_of
from moothall.documents.reading.document import Unreadable
from moothall.documents.reading.limits import MEGABYTE, Limits
from moothall.documents.reading.text import decode
from moothall.documents.writing import csv as csv_writer
from moothall.documents.writing import xlsx as xlsx_writer
from moothall.documents.writing.document import Document, Table, cell
from moothall.documents.writing.xlsx import column_letters
from moothall.documents.written_dates import written_dates
from moothall.domain.following import Wait
from moothall.domain.plans import Measure, Milestone, Plan
from moothall.domain.progress import MilestoneState, Reading, check_reading, check_update, check_why
from moothall.domain.refusals import Refusal

COLUMNS = ("item", "what it is", "period", "ends on", "value", "words", "source", "why corrected")
WIDTHS = (8, 34, 26, 18, 16, 50, 34, 30)
LIMITS = Limits(
    bytes=2 * MEGABYTE, unpacked_bytes=30 * MEGABYTE, part_bytes=20 * MEGABYTE, parts=200, rows=2_000, columns=40,
    cells=30_000,
)  # fmt: skip
"""What a table may cost: a plan with a hundred measures told every month of a year has 1,200 rows."""
LONGEST = {"period": 60, "words": 5_000, "source": 300, "why corrected": 1_000}
STATES = {
    "not started": MilestoneState.NOT_STARTED,
    "in hand": MilestoneState.IN_HAND,
    "done": MilestoneState.DONE,
    "stopped": MilestoneState.STOPPED,
}
_MOST = Decimal(10) ** 14


@dataclass(frozen=True, slots=True)
class Fault:
    """What one cell says wrongly: its address, and a sentence with what to do."""

    address: str
    sentence: str
    row: int = 0

    def __str__(self) -> str:
        return f"{self.address}: {self.sentence}"


@dataclass(frozen=True, slots=True)
class ReadingGiven:
    """A reading as one row gives it. ``was`` is what was told for the period before."""

    row: int
    measure: str
    title: str
    period: str
    period_ends_on: date
    value: Decimal
    note: str
    source: str
    why: str
    was: Decimal | None


@dataclass(frozen=True, slots=True)
class UpdateGiven:
    """A word on a milestone as one row gives it."""

    row: int
    milestone: str
    title: str
    state: MilestoneState
    words: str
    done_on: date | None
    expected_on: date | None


@dataclass(slots=True)
class Brought:
    """What a table holds: readings and updates that can be taken, what is wrong, and how many rows say nothing new."""

    readings: list[ReadingGiven] = field(default_factory=list)
    updates: list[UpdateGiven] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    unchanged: int = 0

    @property
    def count(self) -> int:
        """How many rows can be taken."""
        return len(self.readings) + len(self.updates)


def rows_to_fill(plan: Plan, waiting: Collection[Wait]) -> list[tuple[str, ...]]:
    """The rows of the table to fill in: what waits first, then one empty row for each other measure and milestone."""
    found: list[tuple[str, ...]] = [
        (one.item, one.title, one.period.words, one.period.ends_on.isoformat(), "", "", "", "")
        if one.period
        else (one.item, one.title, "", "", "", "", "", "")
        for one in waiting
    ]
    named = {one.item for one in waiting}
    found += [(one.key, one.title, "", "", "", "", one.source, "") for one in plan.measures if one.key not in named]
    steps = [step for one in plan.commitments for step in one.milestones]
    return found + [(one.key, one.title, "", "", "", "", "", "") for one in steps if one.key not in named]


def as_xlsx(rows: Sequence[Sequence[str]]) -> bytes:
    """The table as a workbook."""
    return xlsx_writer.write(COLUMNS, rows, name="Progress", widths=WIDTHS)


def as_csv(rows: Sequence[Sequence[str]]) -> bytes:
    """The table as CSV that opens safely in a spreadsheet."""
    table = Table(tuple(tuple(cell(text) for text in row) for row in rows), header=COLUMNS)
    return csv_writer.write(Document(title="Progress", blocks=(table,)))


def load(data: bytes, name: str, *, plan: Plan, told: Mapping[tuple[str, date], Reading], today: date) -> Brought:
    """What a filled table says, each row checked against the plan and what was ``told`` of each measure and period.

    Raises Unreadable where the file is no table of this shape at all; a fault of one cell stands in ``faults``.
    """
    rows, notes = _rows(data, name)
    places, first = _head(rows, name)
    reader = _Reader(plan, told, today, places, Brought(notes=notes))
    for number in sorted(rows):
        if number > first:
            reader.take(number, rows[number])
    reader.found.faults.sort(key=lambda one: (one.row, one.address))
    return reader.found


def _rows(data: bytes, name: str) -> tuple[dict[int, dict[int, str]], list[str]]:
    kind = gate.examine(data, name, LIMITS).media
    if kind is media.XLSX:
        return xlsx.cells(data, name, LIMITS)
    if kind not in (media.CSV, media.TEXT):
        raise Unreadable("unknown_format", f"{name} is {kind.called}. Bring the table as a workbook (.xlsx) or as CSV.")
    text = decode(data).lstrip("\ufeff")
    found = {}
    try:
        for number, row in enumerate(csv.reader(io.StringIO(text), delimiter=separator_of(text)), start=1):
            if number > LIMITS.rows or len(row) > LIMITS.columns:
                raise Unreadable("oversized", f"{name} has more than {LIMITS.rows:,} rows or {LIMITS.columns} columns.")
            found[number] = {place: _bare(words) for place, words in enumerate(row, start=1) if words.strip()}
    except csv.Error as error:
        raise Unreadable(
            "damaged", f"{name} is no table that can be followed. Open it in a spreadsheet, and save it again as CSV."
        ) from error
    return found, []


def _bare(words: str) -> str:
    """The words without the apostrophe that keeps a spreadsheet from taking them for a formula."""
    return words[1:] if words[:1] == "'" and words[1:2] in ("=", "+", "-", "@") else words


def _head(rows: Mapping[int, Mapping[int, str]], name: str) -> tuple[dict[str, int], int]:
    for number in sorted(rows)[:10]:
        said = {" ".join(words.lower().split()): place for place, words in rows[number].items()}
        if "item" in said and "value" in said:
            return {column: said[column] for column in COLUMNS if column in said}, number
    raise Unreadable(
        "no_table",
        f"{name} has no row that names its columns. The first row says: {', '.join(COLUMNS)}. Take the table to fill"
        " in from this page, and put your figures into that.",
    )


class _Reader:
    """One table being read, row by row; what it holds is in ``found``."""

    def __init__(
        self,
        plan: Plan,
        told: Mapping[tuple[str, date], Reading],
        today: date,
        places: Mapping[str, int],
        found: Brought,
    ) -> None:
        self.found = found
        self._told, self._today, self._places = told, today, places
        self._items: dict[str, Measure | Milestone] = {}
        steps = [step for one in plan.commitments for step in one.milestones]
        known: tuple[Measure | Milestone, ...] = (*steps, *plan.measures)
        for one in known:
            self._items[one.key.casefold()] = one
            self._items.setdefault(one.title.casefold(), one)
        self._seen: dict[tuple[str, date | None], int] = {}

    def take(self, number: int, cells: Mapping[int, str]) -> None:
        """Take one row, or tell what is wrong with it. A row without a value and without words is left alone."""
        said = {column: " ".join(cells.get(place, "").split()) for column, place in self._places.items()}
        if not said.get("value") and not said.get("words"):
            return
        item = self._items.get(said.get("item", "").casefold())
        if item is None:
            self._wrong(
                number, "item", f"The plan has no measure or milestone “{said.get('item', '')}”. {self._known()}"
            )
            return
        before = len(self.found.faults)
        for column, most in LONGEST.items():
            if len(said.get(column, "")) > most:
                self._wrong(number, column, f"There are more than {most:,} letters. Say it in fewer.")
        if isinstance(item, Measure):
            self._reading(number, item, said, before)
        else:
            self._update(number, item, said, before)

    def _reading(self, number: int, measure: Measure, said: Mapping[str, str], before: int) -> None:
        value, ends_on = self._value(number, said), self._ends_on(number, said)
        if value is None or ends_on is None:
            return
        held = self._told.get((measure.key, ends_on))
        period = said.get("period") or (held.period if held else f"to {ends_on.day} {ends_on:%B %Y}")
        note, source = said.get("words", ""), said.get("source", "") or measure.source
        if held and held.value == value and note in ("", held.note):
            self.found.unchanged += 1
            return
        why = said.get("why corrected", "")
        self._checked(number, "ends on", lambda: check_reading(period_ends_on=ends_on, today=self._today))
        self._checked(number, "why corrected", lambda: check_why(why, is_correction=held is not None))
        self._once(number, measure.key, ends_on)
        if len(self.found.faults) == before:
            was = held.value if held else None
            self.found.readings.append(
                ReadingGiven(number, measure.key, measure.title, period, ends_on, value, note, source, why, was)
            )

    def _update(self, number: int, step: Milestone, said: Mapping[str, str], before: int) -> None:
        state = STATES.get(said.get("value", "").lower().replace("_", " "))
        if state is None:
            words = ", ".join(one.capitalize() for one in STATES)
            self._wrong(
                number, "value", f"“{said.get('value', '')}” is not where a milestone can stand. Write one of: {words}."
            )
            return
        day = self._ends_on(number, said) if said.get("ends on") else None
        done_on, expected_on = (day, None) if state is MilestoneState.DONE else (None, day)
        if len(self.found.faults) == before:
            self._checked(
                number, "ends on" if said.get("words") else "words",
                lambda: check_update(
                    state, words=said.get("words", ""), done_on=done_on, today=self._today, expected_on=expected_on
                ),
            )  # fmt: skip
            self._once(number, step.key, None)
        if len(self.found.faults) == before:
            self.found.updates.append(
                UpdateGiven(number, step.key, step.title, state, said["words"], done_on, expected_on)
            )

    def _value(self, number: int, said: Mapping[str, str]) -> Decimal | None:
        text = said.get("value", "")
        value = number_in(text)
        exponent = value.normalize().as_tuple().exponent if value is not None else 0
        if value is None:
            self._wrong(number, "value", f"“{text}” is not a figure. Give the figure alone, such as 3.3.")
        elif abs(value) >= _MOST or (isinstance(exponent, int) and exponent < -4):
            self._wrong(number, "value", f"{text} is too large or too fine to be kept. Give at most four places.")
            return None
        return value

    def _ends_on(self, number: int, said: Mapping[str, str]) -> date | None:
        text = said.get("ends on", "")
        days = {one.on for one in written_dates(text)}
        if len(days) == 1:
            return days.pop()
        if text:
            self._wrong(number, "ends on", f"“{text}” is not one date. Write it like 30 September 2024.")
            return None
        period = next(iter(written_periods(said.get("period", ""))), None)
        if period is None or period.period.last_on is None:
            self._wrong(number, "ends on", "The day the period ends is missing. Write it like 30 September 2024.")
            return None
        return period.period.last_on

    def _once(self, number: int, key: str, day: date | None) -> None:
        first = self._seen.setdefault((key, day), number)
        if first != number:
            self._wrong(number, "item", f"Row {first} tells the same already. Leave one of the two.")

    def _checked(self, number: int, column: str, check: Callable[[], None]) -> None:
        try:
            check()
        except Refusal as refusal:
            self._wrong(number, column, str(refusal))

    def _wrong(self, number: int, column: str, sentence: str) -> None:
        place = self._places.get(column) or self._places["item"]
        self.found.faults.append(Fault(f"{column_letters(place)}{number}", sentence, number))

    def _known(self) -> str:
        keys = [one.key for one in dict.fromkeys(self._items.values())]
        return f"Its items are: {', '.join(keys[:12])}{' and others' if len(keys) > 12 else ''}."
