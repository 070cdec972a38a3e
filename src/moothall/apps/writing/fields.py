"""What every field of the covering report, and Part 2 of it, said at every revision: derived from what is kept.

The words of Part 2 are in no line of the record, so they come from its own revisions. They are only for those who may
read it: whoever asks for them has to be asked first.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from moothall.apps.audit.models import Entry
from moothall.apps.reports.models import ExemptText, Field, Report
from moothall.documents.limbs import limbs
from moothall.domain.fingerprints import plain

PART_2 = "part_2"
"""The name of Part 2 among the fields: ``report/part_2`` is its key among the parts."""
WRITTEN, EXEMPT_WRITTEN = "report.field_written", "report.exempt_written"


@dataclass(frozen=True, slots=True)
class FieldWritten:
    """What a field said at one revision, as plain data, who saved it, and when. Nobody and None at revision 0."""

    name: str
    revision: int
    value: Any
    by_name: str = ""
    at: datetime | None = None


def stands(report: Report, name: str) -> FieldWritten:
    """What a field, or Part 2, says now."""
    if name == PART_2:
        return next(reversed(_of_part_2(report)), FieldWritten(name, 0, None))
    row = Field.objects.filter(report=report, name=name).first()
    if row is None:
        return FieldWritten(name, 0, None)
    last = _lines(row).last()
    return FieldWritten(name, row.revision, row.value, last.by_name if last else "", last.at if last else None)


def history(report: Report, name: str) -> list[FieldWritten]:
    """Every revision of a field, or of Part 2, the first first; empty where nobody wrote it."""
    if name == PART_2:
        return _of_part_2(report)
    row = Field.objects.filter(report=report, name=name).first()
    lines = enumerate(_lines(row), 1) if row else ()
    return [FieldWritten(name, number, line.details["after"], line.by_name, line.at) for number, line in lines]


def at_revision(report: Report, name: str, revision: int) -> FieldWritten | None:
    """What a field, or Part 2, said at one revision, or None where it had no such revision."""
    if revision == 0:
        return FieldWritten(name, 0, None)
    return next((one for one in history(report, name) if one.revision == revision), None)


def _lines(row: Field) -> Any:
    return Entry.objects.filter(about_kind=Field._meta.label, about_id=str(row.pk), event=WRITTEN).order_by("id")


def _of_part_2(report: Report) -> list[FieldWritten]:
    """The revisions of Part 2 with their writers, who are named in the record where its words are not."""
    rows = list(ExemptText.objects.filter(report=report).order_by("revision"))
    ids = [str(row.pk) for row in rows]
    lines = Entry.objects.filter(about_kind=ExemptText._meta.label, about_id__in=ids, event=EXEMPT_WRITTEN)
    names = {line.about_id: line.by_name for line in lines}
    return [
        FieldWritten(PART_2, row.revision, row.value, names.get(str(row.pk), ""), row.written_at) for row in rows
    ]  # fmt: skip


def without_read_limbs(name: str, value: Any) -> Any:
    """The value with those limbs left out that are read from a recommendation's own words: they follow the words."""
    if name != "recommendations":
        return value
    return [_without(row) if row.get("limbs") == _read(row) else row for row in value or ()]


def with_read_limbs(name: str, value: Any) -> Any:
    """The value with the limbs of each recommendation that has none of its own read from its words."""
    if name != "recommendations":
        return value
    return [row if "limbs" in row else {**row, "limbs": _read(row)} for row in value]


def _without(row: Mapping[str, Any]) -> dict[str, Any]:
    return {part: said for part, said in row.items() if part != "limbs"}


def _read(row: Mapping[str, Any]) -> list[Any]:
    found: Iterable[Any] = limbs(row.get("text") or "")
    return [plain(one.limb) for one in found]
