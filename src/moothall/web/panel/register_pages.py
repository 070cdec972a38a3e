"""What the register says at the top of its page, and the register as a file."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from moothall.documents.writing import csv
from moothall.documents.writing.document import Document, Table, cell
from moothall.domain.register import Known, RegisterRow

COLUMNS = (
    "Code",
    "Authority",
    "Type",
    "Region",
    "State",
    "State in words",
    "Sent at",
    "Receipt",
    "Plan",
    "Later day agreed",
)


def answer(real: Sequence[RegisterRow], invented: Sequence[RegisterRow], *, is_invented: bool) -> str:
    """The answer at the top: how many returns are known here. Of an invented round no authority is counted."""
    returned = sum(row.known is Known.RETURNED for row in real)
    if not is_invented:
        return f"{returned} of {len(real)} returns known here"
    known = sum(row.known is Known.RETURNED for row in invented)
    if not known:
        return "No return known here"
    return f"{known} {'return' if known == 1 else 'returns'} known here, from invented councils only"


def counts(real: Sequence[RegisterRow]) -> list[tuple[str, str]]:
    """How many authorities each state is known of, in words; a later date only where one was agreed."""
    found = [(known, sum(row.known is known for row in real)) for known in Known]
    return [(f"{count} of {len(real)}", known.words) for known, count in found if real and (count or not known.is_rare)]


@dataclass(frozen=True, slots=True)
class InRegion:
    """How many returns are known here of one region's authorities."""

    region: str
    returned: int
    total: int


def by_region(real: Sequence[RegisterRow]) -> list[InRegion]:
    """How many returns are known here in each region, in order of the regions' names."""
    return [
        InRegion(
            region=region,
            returned=sum(row.region == region and row.known is Known.RETURNED for row in real),
            total=sum(row.region == region for row in real),
        )
        for region in sorted({row.region for row in real if row.region})
    ]


def by_letter(rows: Sequence[RegisterRow]) -> list[tuple[str, tuple[RegisterRow, ...]]]:
    """The rows under the first letter of their names, in the order they stand."""
    return [(letter, tuple(some)) for letter, some in groupby(rows, key=lambda row: row.name[:1].upper())]


def as_csv(rows: Sequence[RegisterRow], *, title: str, plans: dict[str, str]) -> bytes:
    """The rows as CSV that opens safely in a spreadsheet. ``plans`` gives the address of a plan by its slug."""
    lines = tuple(
        tuple(
            cell(text)
            for text in (
                row.gss,
                row.name,
                "invented" if row.is_fictional else row.kind,
                row.region,
                row.known.value,
                row.known.words,
                row.sent_at.isoformat(timespec="seconds") if row.sent_at else "",
                row.receipt_number,
                plans.get(row.slug, ""),
                row.later_on.isoformat() if row.later_on else "",
            )
        )
        for row in rows
    )
    return csv.write(Document(title=title, blocks=(Table(lines, header=COLUMNS, caption="Register of returns"),)))
