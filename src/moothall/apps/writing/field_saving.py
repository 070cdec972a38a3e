"""Saving a field of the covering report, or Part 2, that someone else may have saved meanwhile.

The deeds themselves are the report's.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from moothall.apps.people.permissions import permit
from moothall.apps.reports import actions as reports
from moothall.apps.reports.models import Report
from moothall.apps.writing import field_keeping, fields
from moothall.apps.writing.fields import PART_2, FieldWritten
from moothall.domain.exempt_parts import ExemptPart
from moothall.domain.field_merging import FieldMerge, merged
from moothall.domain.fingerprints import plain
from moothall.domain.merging import Merge, merge, merge_whole
from moothall.domain.plain import build
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed

PART_2_PROSE = frozenset({"public_interest", "text"})
"""Parts of Part 2 whose words are merged. Its paragraphs and its day are taken whole from one side."""


class FieldsMeet(Refusal):
    """Two people changed the same of one field. ``merge`` holds its pieces, ``theirs`` what stands now.

    For Part 2 ``merge`` has a Merge for each of its parts.
    """

    def __init__(self, merge: FieldMerge | dict[str, Merge], theirs: FieldWritten, *, revision: int) -> None:
        super().__init__(
            f"{theirs.by_name or 'Someone else'} changed the same words while you were writing.",
            next_step="Both texts are below. Choose what stays, then save.",
        )
        self.merge, self.theirs, self.revision = merge, theirs, revision


@dataclass(frozen=True, slots=True)
class SavedField:
    """What a field says now; ``beside`` is what another saved meanwhile and is merged in, if somebody did."""

    value: Any
    beside: FieldWritten | None


@transaction.atomic
def save_field(
    *, report: Report, name: str, value: Any, revision: int, sitting: str = "", by: Any, at: datetime
) -> SavedField:
    """Save a field of the report, written over ``revision``, as plain data.

    What another person saved meanwhile is merged in: prose by its words, rows by their rows. What was kept of this
    ``sitting`` is forgotten in the same transaction. Raises FieldsMeet where both changed the same, and a Refusal where
    the value does not fit. A value that stands already is not saved twice.
    """
    permit(by, Deed.WRITE_REPORT, report.workspace_id)
    # One save of a report at a time, so that two who first fill a field meet here and not in a constraint.
    Report.objects.select_for_update().get(pk=report.pk)
    theirs = fields.stands(report, name)
    found, beside = plain(value), None
    if theirs.revision != revision:
        made = met(report, name, found, revision=revision, theirs=theirs)
        if made.conflicts:
            raise FieldsMeet(made, theirs, revision=revision)
        found, beside = chosen(made), theirs
    if theirs.revision == 0 or found != theirs.value:
        reports.write_field(report=report, name=name, value=found, revision=theirs.revision, by=by, at=at)
    field_keeping.let_go(report=report, section=name, sitting=sitting, by=by)
    return SavedField(found, beside)


def met(report: Report, name: str, value: Any, *, revision: int, theirs: FieldWritten) -> FieldMerge:
    """The pieces where ``value`` was written over ``revision`` and ``theirs`` stands.

    Limbs that are read from a recommendation's words are left out: they follow from the words that stay. Raises a
    Refusal where the field never had that revision.
    """
    base = _base(report, name, revision)
    return merged(name, *(fields.without_read_limbs(name, one) for one in (base.value, plain(value), theirs.value)))


def chosen(made: FieldMerge, choices: Any = ()) -> Any:
    """The value of a field under these choices, with the limbs that follow from its words."""
    return fields.with_read_limbs(made.name, made.chosen(choices))


@transaction.atomic
def save_exempt(
    *, report: Report, part: ExemptPart, revision: int, sitting: str = "", by: Any, at: datetime
) -> SavedField:
    """Save Part 2, written over ``revision``, as `save_field` saves a field; its words are merged in the same way."""
    permit(by, Deed.WRITE_EXEMPT, report.workspace_id)
    Report.objects.select_for_update().get(pk=report.pk)
    theirs = fields.stands(report, PART_2)
    found, beside = part, None
    if theirs.revision != revision:
        merges = met_exempt(report, part, revision=revision, theirs=theirs)
        if any(one.conflicts for one in merges.values()):
            raise FieldsMeet(merges, theirs, revision=revision)
        found, beside = exempt_of({name: one.chosen() for name, one in merges.items()}), theirs
    if theirs.revision == 0 or plain(found) != theirs.value:
        reports.write_exempt(report=report, part=found, revision=theirs.revision, by=by, at=at)
    field_keeping.let_go(report=report, section=PART_2, sitting=sitting, by=by)
    return SavedField(plain(found), beside)


def met_exempt(report: Report, part: ExemptPart, *, revision: int, theirs: FieldWritten) -> dict[str, Merge]:
    """As `met`, for each part of Part 2."""
    base, mine, now = (_in_texts(one) for one in (_base(report, PART_2, revision).value, plain(part), theirs.value))
    return {
        name: (merge if name in PART_2_PROSE else merge_whole)(base[name], mine[name], now[name]) for name in mine
    }  # fmt: skip


def exempt_of(words: Mapping[str, str]) -> ExemptPart:
    """Part 2 from the texts of its parts."""
    paragraphs = [int(one) for one in words["paragraphs"].split(", ") if one]
    return build(ExemptPart, {**words, "paragraphs": paragraphs})


def _in_texts(value: Any) -> dict[str, str]:
    said = value or {}
    listed = {"paragraphs": ", ".join(str(one) for one in said.get("paragraphs", ()))}
    return listed | {name: str(said.get(name) or "") for name in ("public_interest", "review_on", "text")}


def _base(report: Report, name: str, revision: int) -> FieldWritten:
    base = fields.at_revision(report, name, revision)
    if base is None:
        raise Refusal(
            "Moothall cannot tell from which words you began.",
            next_step="Copy your words, open the page again, and put them in.",
        )
    return base
