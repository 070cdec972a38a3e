"""Measures in tables, of a workbook or any other document: the name, unit, period, value and target of each row.

A table counts only where its head says which column names the measure and which hold values or targets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from moothall.documents.periods import written_periods
from moothall.documents.reading.document import BlockKind, Document, Page
from moothall.domain.facts import Locator
from moothall.domain.measured import MeasureRead, ValueRead

_NAME = re.compile(
    r"^(?:(?:key |corporate |headline |success )?(?:performance )?(?:measures?|indicators?|metrics?)|kpis?|pis?)"
    r"(?:\s+(?:names?|titles?|descriptions?))?$|^(?:name|title|description) of (?:the )?(?:measure|indicator)$",
    re.IGNORECASE,
)
_UNIT = re.compile(r"^units?(?: of measure(?:ment)?)?$|^measured in$", re.IGNORECASE)
_PERIOD = re.compile(
    r"^(?:reporting )?(?:period|quarter|financial year|year|month|date|as at|period end(?:ing)?)$", re.I
)
_VALUE = re.compile(
    r"^(?:(?:current|latest|actual|reported|year[- ]end) )?(?:values?|actuals?|results?|outturn|performance|figure|"
    r"reading|latest|current|baseline)$",
    re.IGNORECASE,
)
_TARGET = re.compile(r"\btarget\b", re.IGNORECASE)
_VALUE_WORD = re.compile(
    r"\b(?:values?|actuals?|results?|outturn|performance|baseline|current|latest)\b", re.IGNORECASE
)
_NO_VALUE = re.compile(r"\b(?:rag|status|trend|direction|change|variance|comment|note|owner|lead|forecast)\b", re.I)
_QUARTER = re.compile(r"\bQ(?:uarter)?\s?(?P<q>[1-4])\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?P<first>(?:19|20)\d\d)\s?[/–-]\s?(?:(?:19|20)?\d\d)\b")
_NUMBER = re.compile(
    r"^(?P<pound>£)?\s?(?P<sign>[-−])?(?P<pound2>£)?(?P<figures>\d{1,3}(?:,\d{3})+|\d+)(?P<part>\.\d+)?\s?"
    r"(?P<unit>%|[A-Za-z][A-Za-z ]{0,30})?$"
)
_EMPTY = re.compile(r"^[\s.–—-]*$|^(?:n/?a|tbc|tba|none|not available|nil return)$", re.IGNORECASE)
_SCALED = re.compile(r"^(?:k|m|bn|mn|million|thousand|billion)\b", re.IGNORECASE)
_LONGEST_NAME = 250


@dataclass(frozen=True, slots=True)
class _Cell:
    text: str
    where: Locator


_Row = list[_Cell]


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of values: "value" or "target", and the period its head names, if it does."""

    at: int
    kind: str
    period: str


def measures_in(document: Document) -> tuple[MeasureRead, ...]:
    """Every measure the document's tables give, in its order. Rows of one name in one table are one measure.

    A row without a name, a value or a target is left out; a value that is no number is kept as it is written.
    """
    found: list[MeasureRead] = []
    for page in document.pages:
        for rows, above in _tables(page):
            found += _measures(rows, above)
    return tuple(found)


def _tables(page: Page) -> Iterator[tuple[list[_Row], str]]:
    """The tables of a page with the words that stand above them."""
    rows: list[_Row] = []
    above: list[str] = []
    for block in page.blocks:
        words = page.text[block.start : block.end]
        if block.kind is BlockKind.TABLE_ROW:
            last = rows[-1][-1].where.end if rows and rows[-1] else None
            if last is not None and "\n\n" in page.text[last : block.start]:
                yield rows, " ".join(above)
                rows = []
            rows.append([])
        elif block.kind is BlockKind.TABLE_CELL and rows:
            rows[-1].append(_Cell(" ".join(words.split()), Locator(page.number, block.start, block.end)))
        elif block.kind is not BlockKind.TABLE_CELL:
            if rows:
                yield rows, " ".join(above)
                rows = []
            above = [*above[-3:], " ".join(words.split())[:200]]
    if rows:
        yield rows, " ".join(above)


def _measures(rows: list[_Row], above: str) -> Iterator[MeasureRead]:
    for at, head in enumerate(rows[:5]):
        names = [column for column, cell in enumerate(head) if _NAME.match(cell.text)]
        columns = list(_columns(head))
        if names and columns:
            yield from _of_rows(rows[at + 1 :], head, names[0], columns, above)
            return


def _columns(head: _Row) -> Iterator[_Column]:
    for at, cell in enumerate(head):
        if not cell.text or _NO_VALUE.search(cell.text) or _NAME.match(cell.text) or _PERIOD.match(cell.text):
            continue
        period = _period_in(cell.text)
        if _TARGET.search(cell.text):
            yield _Column(at, "target", period)
        elif _VALUE.match(cell.text) or (period and (_VALUE_WORD.search(cell.text) or _is_only(period, cell.text))):
            yield _Column(at, "value", period)


def _period_in(words: str) -> str:
    quarter, year = _QUARTER.search(words), _YEAR.search(words)
    if quarter:
        return f"{quarter.group()} {year.group()}" if year else quarter.group()
    first = next(iter(written_periods(words)), None)
    return first.period.written if first else ""


def _is_only(period: str, words: str) -> bool:
    """Whether a head says nothing besides its period."""
    left = re.sub(r"[\W_]+", " ", words).lower().split()
    return sorted(left) == sorted(re.sub(r"[\W_]+", " ", period).lower().split())


def _of_rows(rows: list[_Row], head: _Row, name: int, columns: list[_Column], above: str) -> Iterator[MeasureRead]:
    unit_at = next((at for at, cell in enumerate(head) if _UNIT.match(cell.text)), None)
    period_at = next((at for at, cell in enumerate(head) if _PERIOD.match(cell.text)), None)
    held: dict[str, MeasureRead] = {}
    for row in rows:
        title = _at(row, name)
        if title is None or not re.search(r"[A-Za-z]{3}", title.text) or len(title.text) > _LONGEST_NAME:
            continue
        if sum(bool(cell.text) for cell in row) < 2:
            continue
        stated = _at(row, period_at)
        values = [
            _value(cell, column.period or (stated.text if stated else ""), above)
            for column in columns
            if column.kind == "value" and (cell := _at(row, column.at)) is not None
        ]
        targets = [
            (cell.text, column.period)
            for column in columns
            if column.kind == "target" and (cell := _at(row, column.at)) is not None
        ]
        if not values and not targets:
            continue
        unit = _at(row, unit_at)
        read = MeasureRead(
            title.text,
            unit.text if unit else _unit([one.written for one in values] + [words for words, _ in targets]),
            tuple(values),
            targets[-1][0] if targets else None,
            (targets[-1][1] or (stated.text if stated else "")) or None if targets else None,
            title.where,
        )
        before = held.get(title.text.casefold())
        held[title.text.casefold()] = _together(before, read) if before else read
    for each in held.values():
        yield _in_order(each)


def _at(row: _Row, at: int | None) -> _Cell | None:
    """The cell of a column, None where there is none or it says nothing."""
    if at is None or at >= len(row) or _EMPTY.match(row[at].text):
        return None
    return row[at]


def _value(cell: _Cell, period: str, above: str) -> ValueRead:
    return ValueRead(period, cell.text, _ends_on(period, above), number_in(cell.text), cell.where)


def number_in(words: str) -> Decimal | None:
    """The number a cell shows, without its unit; None for a range, a scale ("1.2m") or words."""
    match = _NUMBER.match(words)
    if match is None or _SCALED.match(match.group("unit") or ""):
        return None
    number = Decimal(match.group("figures").replace(",", "") + (match.group("part") or ""))
    return -number if match.group("sign") else number


def _unit(written: list[str]) -> str | None:
    for words in written:
        match = _NUMBER.match(words)
        if match:
            unit = (match.group("unit") or "").strip()
            return unit or ("£" if match.group("pound") or match.group("pound2") else None)
    return None


def _ends_on(period: str, above: str) -> date | None:
    """The last day of a period; that of a bare quarter by the one financial year that the words above name."""
    quarter = _QUARTER.search(period)
    if quarter:
        years = {match.group("first") for match in _YEAR.finditer(period)} or {
            match.group("first") for match in _YEAR.finditer(above)
        }
        return _quarter_end(int(years.pop()), int(quarter.group("q"))) if len(years) == 1 else None
    first = next(iter(written_periods(period)), None)
    return first.period.last_on if first else None


def _quarter_end(year: int, quarter: int) -> date:
    return (date(year, 6, 30), date(year, 9, 30), date(year, 12, 31), date(year + 1, 3, 31))[quarter - 1]


def _together(before: MeasureRead, more: MeasureRead) -> MeasureRead:
    return MeasureRead(
        before.title,
        before.unit or more.unit,
        (*before.values, *more.values),
        more.target or before.target,
        more.target_period if more.target else before.target_period,
        before.where,
    )


def _in_order(read: MeasureRead) -> MeasureRead:
    """The values by the days their periods end, where every one of them shows its day."""
    if any(one.ends_on is None for one in read.values):
        return read
    values = tuple(sorted(read.values, key=lambda one: one.ends_on or date.min))
    return MeasureRead(read.title, read.unit, values, read.target, read.target_period, read.where)
