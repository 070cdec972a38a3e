"""Workbooks and plain tables: every sheet a page, cells as they are shown, and what was left out said."""

from __future__ import annotations

import io

import pytest
from openpyxl import load_workbook

from moothall.documents.reading import csv, ods, xlsx
from moothall.documents.reading.cell_formats import is_date, shown
from moothall.documents.reading.document import BlockKind, Document
from tests.samples import workbooks


def rows(document: Document, page: int = 1) -> list[list[str]]:
    made: dict[tuple[int, int], list[str]] = {}
    text = document.pages[page - 1].text
    for block in document.pages[page - 1].blocks:
        if block.kind is BlockKind.TABLE_CELL:
            made.setdefault((block.table or 0, block.row or 0), []).append(text[block.start : block.end])
    return list(made.values())


def headings(document: Document) -> list[str]:
    return [
        page.text[each.start : each.end]
        for page in document.pages
        for each in page.blocks
        if each.kind is BlockKind.HEADING
    ]


def test_a_sheet_is_a_page_with_its_name_and_title_and_a_table_of_what_is_shown() -> None:
    document = xlsx.read(workbooks.measures(), "kpi.xlsx")

    assert headings(document) == ["KPI report", "Corporate performance report"]
    assert rows(document) == [
        ["Measure", "Unit", "Period", "Value", "Target"],
        ["Council tax collected in the year", "% of what was due", "2023/24", "96.2%", "97.0%"],
        ["Sickness absence", "days per post", "31 March 2024", "9.4", "8"],
        ["Spending on agency staff", "£", "2023/24", "£1,250,000", "£1,000,000"],
    ]


def test_every_visible_sheet_is_a_page_and_its_tables_are_counted_on() -> None:
    document = xlsx.read(workbooks.saved(workbooks.book({"One": [["a", "b"]], "Two": [["c", "d"]]})), "two.xlsx")

    assert [page.number for page in document.pages] == [1, 2]
    assert [block.table for page in document.pages for block in page.blocks if block.kind is BlockKind.TABLE_ROW] == [
        0,
        1,
    ]


def test_hidden_sheets_rows_and_columns_are_left_out_and_said() -> None:
    document = xlsx.read(workbooks.with_hidden(), "hidden.xlsx")

    assert rows(document) == [["Measure", "Value"], ["Kept", "2"]]
    assert document.metadata["not_read"] == [
        "On the sheet “Shown” 1 row is hidden and was not read.",
        "On the sheet “Shown” 1 column is hidden and was not read.",
        "The sheet “Not shown” is hidden and was not read.",
    ]


def test_a_name_merged_over_two_rows_is_said_in_both() -> None:
    document = xlsx.read(workbooks.with_merged(), "merged.xlsx")

    assert rows(document)[1:3] == [["Calls answered", "Q1", "80"], ["Calls answered", "Q2", "85"]]


def test_a_formula_gives_the_value_kept_with_it_and_one_without_is_said() -> None:
    document = xlsx.read(workbooks.with_formulas(), "sums.xlsx")

    assert rows(document)[1:] == [["Total", "2"], ["Never", ""], ["Wrong", "#DIV/0!"]]
    assert "never worked out" in document.metadata["not_read"][0]
    assert "shows an error" in document.metadata["not_read"][1]


def test_days_are_read_as_their_format_shows_them() -> None:
    document = xlsx.read(workbooks.with_days(), "days.xlsx")

    assert [row[1] for row in rows(document)[1:]] == ["19 July 2024", "July 2024", "3 July 2024 17:15"]


def test_every_cell_is_what_another_reader_of_workbooks_sees() -> None:
    made = workbooks.book({"Plain": [["Measure", "Value"], *[[f"Measure {n}", n * 1.5] for n in range(40)]]})
    data = workbooks.saved(made)

    theirs = [[str(cell).removesuffix(".0") for cell in row] for row in load_workbook(io.BytesIO(data))["Plain"].values]

    assert rows(xlsx.read(data, "plain.xlsx")) == theirs


@pytest.mark.parametrize(
    ("raw", "code", "words"),
    [
        ("0.062", "0.0%", "6.2%"),
        ("1250000", '"£"#,##0', "£1,250,000"),
        ("-1250.5", "#,##0.00;(#,##0.00)", "(1,250.50)"),
        ("-3", "#,##0", "-3"),
        ("1250000", '#,##0,"k"', "1,250k"),
        ("2.50", "0.##", "2.5"),
        ("0.1", "General", "0.1"),
        ("0.30000000000000004", "General", "0.3"),
        ("1e21", "General", "1000000000000000000000"),
        ("12", '[$£-809]#,##0.00', "£12.00"),
        ("45492", "dd/mm/yyyy", "19 July 2024"),
        ("45492", "yyyy", "2024"),
        ("0.5", "h:mm", "12:00"),
        ("12", '0 "days"', "12 days"),
        ("-1", "dd/mm/yyyy", "-1"),
        ("no number", "0", "no number"),
    ],
)  # fmt: skip
def test_a_number_is_shown_as_its_format_shows_it(raw: str, code: str, words: str) -> None:
    assert shown(raw, code) == words


@pytest.mark.parametrize(
    ("code", "answer"),
    [("dd/mm/yyyy", True), ('0 "days"', False), ("General", False), ("[Red]0", False), ("[$-809]d mmmm", True)],
)
def test_a_format_of_days_is_told_from_one_of_numbers(code: str, answer: bool) -> None:
    assert is_date(code) is answer


def test_a_workbook_counted_from_1904_gives_the_same_days() -> None:
    assert shown("44030", "dd/mm/yyyy", from_1904=True) == "19 July 2024"


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_a_plain_table_is_read_whatever_parts_its_cells(separator: str) -> None:
    text = f'Measure{separator}Value\n"Calls{separator} answered"{separator}80%\nBins{separator}3\n'

    document = csv.read(text.encode("cp1252"), "kpi.csv")

    assert headings(document) == ["kpi"]
    assert rows(document) == [
        ["Measure", "Value"],
        [" ".join(f"Calls{separator} answered".split()), "80%"],
        ["Bins", "3"],
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
def test_a_plain_table_is_read_in_the_letters_it_was_saved_in(encoding: str) -> None:
    document = csv.read("Measure,Value\nAgency spending,£5m\n".encode(encoding), "kpi.csv")

    assert rows(document)[1] == ["Agency spending", "£5m"]


def test_an_open_document_spreadsheet_is_read_and_its_hidden_sheet_said() -> None:
    document = ods.read(workbooks.open_document(), "kpi.ods")

    assert rows(document) == [["Measure", "Value"], ["Calls answered", "80%"]]
    assert document.metadata["not_read"] == ["The sheet “Not shown” is hidden and was not read."]
