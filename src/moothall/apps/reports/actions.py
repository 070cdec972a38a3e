"""Writing the covering report."""

from dataclasses import fields
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from moothall.apps.audit import actions as audit
from moothall.apps.files import actions as files
from moothall.apps.freezes import queries as freezes
from moothall.apps.people.permissions import permit
from moothall.apps.plans.actions import WordsMoved
from moothall.apps.reports import queries
from moothall.apps.reports.models import ExemptText, Field, OwnTemplate, PaperCopy, Report
from moothall.apps.workspaces.models import Workspace
from moothall.documents.own_templates.checking import Checked
from moothall.domain import parts
from moothall.domain.background_papers import check_listed, check_may_go
from moothall.domain.exempt_parts import ExemptPart, check_part
from moothall.domain.fingerprints import fingerprint, plain
from moothall.domain.plain import build
from moothall.domain.refusals import Refusal
from moothall.domain.reports import CommitteeReport, Implication, OfficerComment, check_taken
from moothall.domain.roles import Deed

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TAKEN = "taken"
FIELDS = frozenset(one.name for one in fields(CommitteeReport)) - {TAKEN, "background_files"}


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


@transaction.atomic
def bring_template(*, report: Report, name: str, data: bytes, found: Checked, by: Any, at: datetime) -> OwnTemplate:
    """Keep the council's own Word file as a new version, beside the ones before. It is not used until it is chosen.

    ``found`` is what was found in it, once it had passed the gates.
    """
    permit(by, Deed.WRITE_REPORT, report.workspace_id)
    Report.objects.select_for_update().get(pk=report.pk)
    last = OwnTemplate.objects.filter(report=report).order_by("-number").first()
    row = OwnTemplate.objects.create(
        report=report,
        number=last.number + 1 if last else 1,
        file=files.keep(data, media_type=WORD, at=at),
        name=name.replace("\0", "")[:255],
        found=plain(found),
        brought_at=at,
        brought_by_name=getattr(by, "name", "Moothall"),
    )
    audit.record(
        "report.template_brought", about=row, by=by, at=at, workspace=report.workspace, number=row.number,
        name=row.name, sha256=row.file.sha256, faults=len(found.faults),
    )  # fmt: skip
    return row


@transaction.atomic
def choose_own_template(*, report: Report, number: int | None, by: Any, at: datetime) -> Report:
    """Set the report's Word file in this version of the council's own template; None for the house order again.

    Raises a Refusal for a version that is not there, and for one with faults: they would stand in the report.
    """
    permit(by, Deed.WRITE_REPORT, report.workspace_id)
    row = Report.objects.select_for_update().get(pk=report.pk)
    chosen = None if number is None else queries.own_template(row, number)
    if number is not None and chosen is None:
        raise Refusal(f"There is no version {number} of the template.", next_step="Choose one of those in the list.")
    if chosen is not None and queries.found_in(chosen).faults:
        raise Refusal(
            f"Version {number} has faults, which would stand in the report.",
            next_step="Mend them in Word, and bring the file in again as a new version.",
        )
    before = row.own_template.number if row.own_template else None
    row.own_template = chosen
    row.save(update_fields=["own_template"])
    audit.record("report.own_template_chosen", about=row, by=by, at=at, before=before, after=number)
    return row


@transaction.atomic
def keep_paper_copy(
    *, report: Report, paper: str, name: str, data: bytes, media_type: str, by: Any, at: datetime
) -> PaperCopy:
    """Keep a file as the public copy of a background paper. One that was kept for it before stays kept, behind it.

    Raises a Refusal for a paper that the report does not list.
    """
    permit(by, Deed.WRITE_REPORT, report.workspace_id)
    check_listed(queries.value(report), paper)
    row = PaperCopy.objects.create(
        report=report,
        paper=paper,
        file=files.keep(data, media_type=media_type, at=at),
        name=name.replace("\0", "")[:255],
        kept_at=at,
        kept_by_name=getattr(by, "name", "Moothall"),
    )
    audit.record(
        "report.paper_kept", about=row, by=by, at=at, workspace=report.workspace, paper=paper, name=row.name,
        sha256=row.file.sha256,
    )  # fmt: skip
    return row


@transaction.atomic
def take_paper_copy_back(*, copy: PaperCopy, by: Any, at: datetime) -> PaperCopy:
    """Take a file back that was the public copy of a background paper, before the meeting or after the rule's years.

    Raises a Refusal while the law keeps it open to inspection, and where it was taken back before.
    """
    permit(by, Deed.WRITE_REPORT, copy.report.workspace_id)
    row = PaperCopy.objects.select_for_update().get(pk=copy.pk)
    if row.taken_back_at is not None:
        raise Refusal(f"{row.name} was taken back before.", next_step="Nothing is left to do.")
    check_may_go(queries.value(row.report).meeting_on, today=timezone.localdate(at))
    row.taken_back_at = at
    row.save(update_fields=["taken_back_at"])
    audit.record(
        "report.paper_taken_back", about=row, by=by, at=at, workspace=row.report.workspace, paper=row.paper,
        name=row.name,
    )  # fmt: skip
    return row
