"""Workbooks made while the tests run, by openpyxl or by hand where no program would write them so."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from typing import Any

import openpyxl
from openpyxl.styles import Font

MEASURES: list[list[Any]] = [
    ["Measure", "Unit", "Period", "Value", "Target"],
    ["Council tax collected in the year", "% of what was due", "2023/24", 0.962, 0.97],
    ["Sickness absence", "days per post", date(2024, 3, 31), 9.4, 8],
    ["Spending on agency staff", "£", "2023/24", 1_250_000, 1_000_000],
]


def book(sheets: dict[str, list[list[Any]]] | None = None) -> openpyxl.Workbook:
    """A workbook with these sheets; with one of measures where none are given."""
    made = openpyxl.Workbook()
    made.remove(made.active)
    for title, rows in (sheets or {"Measures": MEASURES}).items():
        sheet = made.create_sheet(title)
        for row in rows:
            sheet.append(row)
    return made


def saved(made: openpyxl.Workbook) -> bytes:
    """The workbook as a file."""
    kept = io.BytesIO()
    made.save(kept)
    return kept.getvalue()


def measures() -> bytes:
    """A sheet of measures under a title, with the formats a council uses."""
    rows = [["Corporate performance report"], ["Quarter 4 of 2023/24"], [], *MEASURES]
    made = book({"KPI report": rows})
    sheet = made["KPI report"]
    sheet["A1"].font = Font(bold=True)
    for cell in ("D5", "E5"):
        sheet[cell].number_format = "0.0%"
    for cell in ("D7", "E7"):
        sheet[cell].number_format = '"£"#,##0'
    sheet["C6"].number_format = "dd/mm/yyyy"
    return saved(made)


def with_hidden() -> bytes:
    """A workbook with a hidden sheet, a hidden row and a hidden column."""
    made = book(
        {"Shown": [["Measure", "Workings", "Value"], ["Kept", 1, 2], ["Left out", 3, 4]], "Not shown": [["x", "y"]]}
    )
    made["Not shown"].sheet_state = "hidden"
    made["Shown"].row_dimensions[3].hidden = True
    made["Shown"].column_dimensions["B"].hidden = True
    return saved(made)


def with_merged() -> bytes:
    """A name merged down over two quarters, and a heading merged across."""
    made = book(
        {
            "Quarters": [
                ["Measure", "Quarter", "Value"],
                ["Calls answered", "Q1", 80],
                [None, "Q2", 85],
                ["Visits", "Q1", 5],
            ]
        }
    )
    made["Quarters"].merge_cells("A2:A3")
    return saved(made)


def with_formulas() -> bytes:
    """One formula whose value was kept, one that was never worked out, and one that went wrong."""
    made = book({"Sums": [["Measure", "Value"], ["Total", "=1+1"], ["Never", "=2+2"], ["Wrong", "=1/0"]]})
    data = saved(made)
    return put(
        data,
        "xl/worksheets/sheet1.xml",
        lambda part: (
            part.replace(b"<f>1+1</f><v />", b"<f>1+1</f><v>2</v>")
            .replace(b"<f>1+1</f><v></v>", b"<f>1+1</f><v>2</v>")
            .replace(b'<c r="B4"><f>1/0</f><v /></c>', b'<c r="B4" t="e"><f>1/0</f><v>#DIV/0!</v></c>')
            .replace(b'<c r="B4"><f>1/0</f><v></v></c>', b'<c r="B4" t="e"><f>1/0</f><v>#DIV/0!</v></c>')
        ),
    )


def with_days() -> bytes:
    """Days and times in several formats."""
    made = book(
        {
            "Days": [
                ["What", "Shown"],
                ["Day", date(2024, 7, 19)],
                ["Month", date(2024, 7, 1)],
                ["Moment", datetime(2024, 7, 3, 17, 15)],  # noqa: DTZ001 - a sheet knows no time zone
            ]
        }
    )
    sheet = made["Days"]
    sheet["B2"].number_format, sheet["B3"].number_format, sheet["B4"].number_format = (
        "dd/mm/yyyy",
        "mmm-yy",
        "dd/mm/yyyy hh:mm",
    )
    return saved(made)


def all_empty() -> bytes:
    """A workbook with words only on a sheet that is hidden."""
    made = book({"Shown": [[]], "Not shown": [["x"]]})
    made["Not shown"].sheet_state = "hidden"
    return saved(made)


def put(data: bytes, part: str, change: Any) -> bytes:
    """The file with one of its parts changed."""
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as target:
        for member in source.namelist():
            content = source.read(member)
            target.writestr(member, change(content) if member == part else content)
    return kept.getvalue()


def with_rows(rows: bytes) -> bytes:
    """A workbook whose only sheet holds these rows, written as XML."""
    space = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sheet = b'<worksheet xmlns="' + space + b'"><sheetData>' + rows + b"</sheetData></worksheet>"
    return put(saved(book()), "xl/worksheets/sheet1.xml", lambda _: sheet)


def open_document() -> bytes:
    """An OpenDocument spreadsheet with a hidden sheet, its rows and columns repeated to the end of the sheet."""
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    rows = "".join(
        "<table:table-row>"
        + "".join(cell.format(words) for words in row)
        + '<table:table-cell table:number-columns-repeated="16000"/></table:table-row>'
        for row in (("Measure", "Value"), ("Calls answered", "80%"))
    )
    rest = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
    space = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<office:document-content xmlns:office="{space}:office:1.0" xmlns:table="{space}:table:1.0" '
        f'xmlns:text="{space}:text:1.0" xmlns:style="{space}:style:1.0"><office:automatic-styles>'
        '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/>'
        "</style:style></office:automatic-styles><office:body><office:spreadsheet>"
        f'<table:table table:name="Shown">{rows}{rest}</table:table>'
        f'<table:table table:name="Not shown" table:style-name="ta2">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    return kept.getvalue()
