"""The readings of a plan's measures as one table, safe to open in a spreadsheet."""

from moothall.documents.layouts.plan_parts import DIRECTIONS
from moothall.documents.writing import csv
from moothall.documents.writing.document import Document, Table, cell
from moothall.domain.publications import PublishedPlan

COLUMNS = (
    "measure", "title", "unit", "direction", "baseline", "baseline_period", "target",
    "period", "period_ends_on", "value", "note", "source", "recorded_at",
)  # fmt: skip


def measures_csv(shown: PublishedPlan) -> bytes:
    """One row for each reading, oldest first under its measure; a measure without any has one row with empty cells."""
    rows = []
    for one in shown.plan.measures:
        about = (one.key, one.title, one.unit, DIRECTIONS[one.direction], one.baseline, one.baseline_period, one.target)
        readings = [
            (
                reading.period,
                reading.period_ends_on.isoformat(),
                format(reading.value, "f"),
                reading.note,
                reading.source,
                reading.recorded_at.isoformat(timespec="seconds"),
            )
            for reading in shown.readings.get(one.key, ())
        ]
        rows += [(*about, *said) for said in readings or [("", "", "", "", one.source, "")]]
    table = Table(tuple(tuple(cell(text) for text in row) for row in rows), header=COLUMNS)
    return csv.write(Document(title=shown.plan.title, blocks=(table,)))
