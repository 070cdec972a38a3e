"""Writing the covering report."""

from dataclasses import fields
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from moothall.apps.audit import actions as audit
from moothall.apps.freezes import queries as freezes
from moothall.apps.people.permissions import permit
from moothall.apps.plans.actions import WordsMoved
from moothall.apps.reports import queries
from moothall.apps.reports.models import ExemptText, Field, Report
from moothall.apps.workspaces.models import Workspace
from moothall.domain import parts
from moothall.domain.exempt_parts import ExemptPart, check_part
from moothall.domain.fingerprints import fingerprint, plain
from moothall.domain.plain import build
from moothall.domain.refusals import Refusal
from moothall.domain.reports import CommitteeReport, Implication, OfficerComment, check_taken
from moothall.domain.roles import Deed

TAKEN = "taken"
FIELDS = frozenset(one.name for one in fields(CommitteeReport)) - {TAKEN}


@transaction.atomic
def begin_report(*, workspace: Workspace, house_template: str, by: Any, at: datetime) -> Report:
    """Begin the covering report in a house template. One that was begun already stays as it is."""
    permit(by, Deed.WRITE_REPORT, workspace.pk)
    row, is_new = Report.objects.get_or_create(workspace=workspace, defaults={"house_template": house_template})
    if is_new:
        audit.record("report.begun", about=row, by=by, at=at, house_template=house_template)
    return row


@transaction.atomic
def choose_house_template(*, report: Report, house_template: str, by: Any, at: datetime) -> Report:
    """Set the report in another house template. No words are lost: a template only orders and labels them."""
    permit(by, Deed.WRITE_REPORT, report.workspace_id)
    before, report.house_template = report.house_template, house_template
    report.save(update_fields=["house_template"])
    audit.record("report.house_template_chosen", about=report, by=by, at=at, before=before, after=house_template)
    return report


@transaction.atomic
def write_field(*, report: Report, name: str, value: Any, revision: int, by: Any, at: datetime) -> Field:
    """Save one field of the report. ``revision`` is 0 where it was empty when the page was opened.

    Raises WordsMoved if it changed since, and a Refusal if the value does not fit the field.
    """
    permit(by, Deed.WRITE_REPORT, report.workspace_id)
    freezes.check_open(report.workspace_id, parts.part(parts.REPORT, name), by=by, at=at)
    if name not in FIELDS:
        raise Refusal(f"A report has no field called {name}.", next_step="Choose one of the fields on the page.")
    try:
        build(
            CommitteeReport, {"authority_name": "", "title": "", "body": "", "meeting_on": None} | {name: plain(value)}
        )
    except ValueError as error:
        raise Refusal(f"This does not fit: {error}.", next_step="Correct it and save again.") from error
    row = Field.objects.select_for_update().filter(report=report, name=name).first()
    if row is None:
        row = Field(report=report, name=name, value=None, revision=0)
    if row.revision != revision:
        raise WordsMoved(row)
    before, row.value, row.revision = row.value, plain(value), row.revision + 1
    row.save()
    audit.record(
        "report.field_written", about=row, by=by, at=at, workspace=report.workspace, field=name, before=before,
        after=row.value,
    )  # fmt: skip
    return row


@transaction.atomic
def record_taken(*, report: Report, numbers: tuple[str, ...], by: Any, at: datetime) -> Field:
    """Record which of the recommendations members took, by their numbers, once the meeting was held.

    Raises a Refusal before the meeting, for a number that is not there, and where two alternatives are both taken.
    """
    permit(by, Deed.RECORD_DECISION, report.workspace_id)
    check_taken(queries.value(report), numbers, today=timezone.localdate(at))
    row = Field.objects.select_for_update().filter(report=report, name=TAKEN).first()
    row = row or Field(report=report, name=TAKEN, value=[], revision=0)
    before, row.value, row.revision = row.value, list(numbers), row.revision + 1
    row.save()
    audit.record(
        "report.taken_recorded", about=row, by=by, at=at, workspace=report.workspace, before=before, after=row.value
    )
    return row


@transaction.atomic
def write_implication(*, report: Report, implication: Implication, by: Any, at: datetime) -> Field:
    """Put one kind of implication into the report, in the words of whoever was asked for it, and leave the others."""
    permit(by, Deed.ANSWER_REQUEST, report.workspace_id)
    freezes.check_open(report.workspace_id, parts.part(parts.REPORT, "implications"), by=by, at=at)
    row = _locked(report, "implications")
    before = row.value
    row.value = _with(before, plain(implication), "kind")
    row.revision += 1
    row.save()
    audit.record(
        "report.field_written", about=row, by=by, at=at, workspace=report.workspace, field=row.name, before=before,
        after=row.value,
    )  # fmt: skip
    return row


@transaction.atomic
def write_comment(*, report: Report, comment: OfficerComment, by: Any, at: datetime) -> Field:
    """Put what one officer says of the report into it, in that officer's words, and leave the others' comments."""
    permit(by, Deed.ANSWER_REQUEST, report.workspace_id)
    freezes.check_open(report.workspace_id, parts.part(parts.REPORT, "officer_comments"), by=by, at=at)
    row = _locked(report, "officer_comments")
    before = row.value
    row.value = _with(before, plain(comment), "officer")
    row.revision += 1
    row.save()
    audit.record(
        "report.field_written", about=row, by=by, at=at, workspace=report.workspace, field=row.name, before=before,
        after=row.value,
    )  # fmt: skip
    return row


def _locked(report: Report, name: str) -> Field:
    """The field as it stands, held until the deed is done; a new one, empty, where nobody filled it."""
    Report.objects.select_for_update().get(pk=report.pk)
    row = Field.objects.select_for_update().filter(report=report, name=name).first()
    return row or Field(report=report, name=name, value=[], revision=0)


def _with(rows: list[dict[str, Any]], new: dict[str, Any], key: str) -> list[dict[str, Any]]:
    """The rows with the new one in the place of that of the same key, or at the end."""
    if not any(one[key] == new[key] for one in rows):
        return [*rows, new]
    return [new if one[key] == new[key] else one for one in rows]


@transaction.atomic
def write_exempt(*, report: Report, part: ExemptPart, revision: int, by: Any, at: datetime) -> ExemptText:
    """Keep Part 2 as a new revision, apart from the open report. ``revision`` is 0 where there was none.

    The record says that it was written, under which paragraphs, and its fingerprint: never its words. Raises
    WordsMoved if it changed since, and a Refusal for a part that says too little to be exempt.
    """
    permit(by, Deed.WRITE_EXEMPT, report.workspace_id)
    freezes.check_open(report.workspace_id, parts.part(parts.REPORT, "part_2"), by=by, at=at)
    check_part(part, today=timezone.localdate(at))
    Report.objects.select_for_update().get(pk=report.pk)
    stands = queries.exempt_text(report)
    if (stands.revision if stands else 0) != revision:
        raise WordsMoved(stands)
    row = ExemptText.objects.create(report=report, revision=revision + 1, value=plain(part), written_at=at)
    audit.record(
        "report.exempt_written", about=row, by=by, at=at, workspace=report.workspace, revision=row.revision,
        paragraphs=part.paragraphs, fingerprint=fingerprint(part),
    )  # fmt: skip
    return row
