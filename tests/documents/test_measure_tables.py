"""Measures found in the tables of workbooks and reports: name, unit, period, value and target, each with its place."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from moothall.documents.measure_tables import measures_in, number_in
from moothall.documents.reading import text, xlsx
from moothall.documents.reading.document import Document
from moothall.domain.measured import MeasureRead
from tests.samples import workbooks


def sheet(rows: list[list[Any]]) -> Document:
    return xlsx.read(workbooks.saved(workbooks.book({"KPIs": rows})), "kpi.xlsx")


def told(found: tuple[MeasureRead, ...]) -> list[tuple[str, str | None, list[tuple[str, str]], str | None]]:
    return [(one.title, one.unit, [(each.period, each.written) for each in one.values], one.target) for one in found]


def test_a_row_a_measure_with_its_period_value_and_target() -> None:
    found = measures_in(xlsx.read(workbooks.measures(), "kpi.xlsx"))

    assert told(found) == [
        ("Council tax collected in the year", "% of what was due", [("2023/24", "96.2%")], "97.0%"),
        ("Sickness absence", "days per post", [("31 March 2024", "9.4")], "8"),
        ("Spending on agency staff", "£", [("2023/24", "£1,250,000")], "£1,000,000"),
    ]
    assert [one.values[0].number for one in found] == [Decimal("96.2"), Decimal("9.4"), Decimal("1250000")]
    assert {one.values[0].ends_on for one in found} == {date(2024, 3, 31)}


def test_every_value_is_quoted_from_its_place() -> None:
    document = xlsx.read(workbooks.measures(), "kpi.xlsx")

    for one in measures_in(document):
        for value in one.values:
            assert document.pages[value.where.page - 1].text[value.where.start : value.where.end] == value.written


def test_a_column_a_period_gives_the_values_in_the_order_of_their_days() -> None:
    document = sheet([["Indicator", "2024/25 target", "2023/24", "2022/23"], ["Calls answered", "90%", "85%", "80%"]])

    (found,) = measures_in(document)

    assert [(each.period, each.written) for each in found.values] == [("2022/23", "80%"), ("2023/24", "85%")]
    assert (found.target, found.target_period) == ("90%", "2024/25")
    assert found.latest is not None
    assert found.latest.written == "85%"


def test_rows_of_one_name_are_one_measure_with_a_value_a_quarter() -> None:
    document = sheet(
        [["KPI", "Quarter", "Actual"], ["Calls answered", "Q2 2023/24", 85], ["Calls answered", "Q1 2023/24", 80]]
    )

    (found,) = measures_in(document)

    assert [(each.ends_on, each.number) for each in found.values] == [
        (date(2023, 6, 30), Decimal(80)),
        (date(2023, 9, 30), Decimal(85)),
    ]


def test_a_bare_quarter_takes_the_one_year_named_above_the_table_and_no_other() -> None:
    rows: list[list[Any]] = [["Measure", "Q1", "Q2"], ["Calls answered", 80, 85]]

    (one,) = measures_in(sheet([["Performance 2023/24"], *rows]))
    (two,) = measures_in(sheet([["Performance 2022/23 and 2023/24"], *rows]))

    assert [each.ends_on for each in one.values] == [date(2023, 6, 30), date(2023, 9, 30)]
    assert [each.ends_on for each in two.values] == [None, None]


@pytest.mark.parametrize(
    "rows",
    [
        [["Officer", "Telephone"], ["A clerk", "01632 960123"]],
        [["Measure", "Comment"], ["Calls answered", "Better"]],
        [["Option", "Value"], ["Do nothing", "5"]],
        [["Measure", "RAG status", "Direction of travel"], ["Calls answered", "Green", "Up"]],
    ],
)
def test_a_table_whose_head_names_no_measure_or_no_value_gives_none(rows: list[list[Any]]) -> None:
    assert measures_in(sheet(rows)) == ()


def test_a_cell_that_says_nothing_is_no_value() -> None:
    found = measures_in(
        sheet([["Measure", "2022/23", "2023/24"], ["Calls answered", "n/a", 85], ["Visits", "-", "TBC"]])
    )

    assert told(found) == [("Calls answered", None, [("2023/24", "85")], None)]


def test_a_table_in_a_report_is_read_like_one_in_a_workbook() -> None:
    words = "# Measures\n\n| Measure | Baseline | Target |\n|---|---|---|\n| Sickness absence | 9.4 days | 8 days |\n"

    found = measures_in(text.read(words.encode(), "plan.md"))

    assert told(found) == [("Sickness absence", "days", [("", "9.4 days")], "8 days")]


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("£1,250,000", "1250000"),
        ("-3.5%", "-3.5"),
        ("−£20", "-20"),
        ("12 days", "12"),
        ("1.2m", None),
        ("80-90", None),
        ("High", None),
    ],
)
def test_a_number_is_taken_only_where_the_cell_is_one(words: str, number: str | None) -> None:
    assert number_in(words) == (None if number is None else Decimal(number))
