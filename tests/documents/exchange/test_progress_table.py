"""The table of readings: made from the plan, filled in, and read back with a message for each wrong cell."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime
from decimal import Decimal

import openpyxl
import pytest

from moothall.documents.exchange import progress_table
from moothall.documents.reading.document import Unreadable
from moothall.domain.plans import Commitment, CommitmentStatus, Direction, Measure, Milestone, Plan
from moothall.domain.progress import MilestoneState, Reading

STEP = Milestone("C1.1", "Agreement signed", date(2024, 9, 30))
PLAN = Plan(
    authority="X07000090",
    authority_name="Ambermere District Council",
    round="savings-plans",
    title="Savings Plan",
    introduction="",
    answers=(),
    commitments=(Commitment("C1", "t", "Share a legal service", "", CommitmentStatus.PLANNED, (STEP,)),),
    measures=(Measure("M1", "t", "Agency spend", "% of the pay bill", Direction.DOWN, "Quarterly report"),),
)
TODAY = date(2024, 11, 22)
JUNE = date(2024, 6, 30)
HELD = {
    ("M1", JUNE): Reading("M1", "to June 2024", JUNE, Decimal("3.9"), "", "", datetime(2024, 7, 9, tzinfo=UTC)),
}  # fmt: skip


def brought(*rows: tuple[object, ...], as_workbook: bool = True) -> progress_table.Brought:
    if as_workbook:
        book = openpyxl.load_workbook(io.BytesIO(progress_table.as_xlsx(progress_table.rows_to_fill(PLAN, ()))))
        sheet = book.active
        assert sheet is not None
        for number, row in enumerate(rows, start=2):
            for place, said in enumerate(row, start=1):
                sheet.cell(number, place).value = said  # type: ignore[union-attr]
        kept = io.BytesIO()
        book.save(kept)
        data, name = kept.getvalue(), "quarter 2.xlsx"
    else:
        data, name = progress_table.as_csv([tuple(str(one) for one in row) for row in rows]), "quarter 2.csv"
    return progress_table.load(data, name, plan=PLAN, told=HELD, today=TODAY)


def test_a_filled_workbook_gives_its_readings_and_updates_whole() -> None:
    found = brought(
        ("M1", "Agency spend", "July to September 2024", datetime(2024, 9, 30), 3.35, "One contract ended.", "", ""),  # noqa: DTZ001 - a sheet knows no zone
        ("C1.1", "Agreement signed", "", "9 October 2024", "Done", "Both councils signed.", "", ""),
    )

    assert found.faults == []
    (reading,), (update,) = found.readings, found.updates
    assert (reading.value, reading.period_ends_on, reading.source) == (
        Decimal("3.35"), date(2024, 9, 30), "Quarterly report",
    )  # fmt: skip
    assert (update.state, update.done_on) == (MilestoneState.DONE, date(2024, 10, 9))


def test_each_wrong_cell_is_named_with_its_address_and_good_rows_stay_good() -> None:
    found = brought(
        ("M9", "", "", "30 September 2024", "3", "", "", ""),
        ("M1", "", "", "30 September 2024", "about three", "", "", ""),
        ("M1", "", "", "31 September 2024", "3.3", "", "", ""),
        ("M1", "", "to June 2024", "30 June 2024", "4.1", "", "", ""),
        ("C1.1", "", "", "", "nearly", "We wait.", "", ""),
        ("M1", "", "", "31 March 2027", "3.3", "", "", ""),
        ("agency spend", "", "", "30 September 2024", "3.3%", "Fewer posts are open.", "", ""),
        ("M1", "", "", "30 September 2024", "3.4", "", "", ""),
        as_workbook=False,
    )

    assert [one.address for one in found.faults] == ["A2", "E3", "D4", "H5", "E6", "D7", "A9"]
    assert "“about three” is not a figure." in str(found.faults[1])
    assert "Row 8 tells the same already." in found.faults[-1].sentence
    assert [one.row for one in found.readings] == [8]


def test_what_is_told_already_is_no_correction_and_an_empty_row_is_left_alone() -> None:
    found = brought(
        ("M1", "", "to June 2024", "30 June 2024", "3.9", "", "", ""),
        ("C1.1", "Agreement signed", "", "", "", "", "", ""),
    )

    assert (found.unchanged, found.count, found.faults) == (1, 0, [])


@pytest.mark.parametrize(
    ("data", "name", "says"),
    [
        (b"PK\x03\x04 not a workbook", "a.xlsx", "a.xlsx"),
        (b"%PDF-1.4 not a table", "a.pdf", "PDF"),
        (b"name,figure\nAgency,3\n", "a.csv", "has no row that names its columns"),
        (b"item,value\n" + b"M1,3\n" * 2_100, "a.csv", "more than 2,000 rows"),
    ],
    ids=["broken", "another kind", "another table", "too long"],
)
def test_a_file_that_is_no_such_table_is_refused_in_a_sentence(data: bytes, name: str, says: str) -> None:
    with pytest.raises(Unreadable) as refused:
        progress_table.load(data, name, plan=PLAN, told={}, today=TODAY)

    assert says in refused.value.sentence


def test_the_table_to_fill_in_is_the_same_for_good_and_opens_as_a_workbook() -> None:
    rows = progress_table.rows_to_fill(PLAN, ())

    data = progress_table.as_xlsx(rows)

    assert data == progress_table.as_xlsx(rows)
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    assert sheet is not None
    assert [cell.value for cell in next(iter(sheet.rows))] == list(progress_table.COLUMNS)
    assert sheet["A2"].value == "M1"
