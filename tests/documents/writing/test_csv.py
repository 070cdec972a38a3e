"""CSV: one table, safe to open in a spreadsheet."""

from __future__ import annotations

import csv as reader

import pytest

from moothall.documents.layouts import plan_table
from moothall.documents.writing import csv
from moothall.documents.writing.document import Document, Table, cell
from tests.documents.invented import PLAN, ROUND


def rows(data: bytes) -> list[list[str]]:
    return list(reader.reader(data.decode("utf-8-sig").splitlines(keepends=True)))


def test_the_measures_of_a_plan_come_out_as_rows_under_their_columns() -> None:
    found = rows(csv.write(plan_table.compose(PLAN, ROUND), caption="Measures"))

    assert found[0] == ["Measure", "Started from", "Our target", "Reported in"]
    assert found[1] == [
        "Agency staff\n% of the pay bill",
        "5.6% in 2021/22",
        "None set\nLower is better",
        "Quarterly report",
    ]


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "+cmd", "-cmd", "@SUM(A1)", "  =1+1"])
def test_a_cell_that_a_spreadsheet_would_run_is_kept_as_words(text: str) -> None:
    document = Document("T", (Table(((cell(text),),), header=("A",)),))

    assert rows(csv.write(document))[1][0] == f"'{text.strip()}"


@pytest.mark.parametrize("text", ["-5", "+3.2%", "1,000", "2024"])
def test_a_number_stays_a_number(text: str) -> None:
    document = Document("T", (Table(((cell(text),),), header=("A",)),))

    assert rows(csv.write(document))[1][0] == text


def test_a_table_that_is_not_there_is_named_with_those_that_are() -> None:
    with pytest.raises(ValueError, match=r"no table called Options.*Measures"):
        csv.write(plan_table.compose(PLAN, ROUND), caption="Options")


def test_tables_of_different_columns_are_not_run_together() -> None:
    with pytest.raises(ValueError, match="differ in columns"):
        csv.write(plan_table.compose(PLAN, ROUND))
