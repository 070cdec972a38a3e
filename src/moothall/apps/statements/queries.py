"""What a document says as a plan, what people stand behind, and what that would add to the council's bank."""

from django.db.models import Count, Q

from moothall.apps.intake.models import Upload
from moothall.apps.plans import queries as plans
from moothall.apps.statements.models import Origin, PlanReading, StatementRead
from moothall.apps.workspaces.models import Workspace
from moothall.domain.plan_additions import Addition, Mark, additions
from moothall.domain.plan_proposals import plan_from
from moothall.domain.rounds import Round
from moothall.domain.statements import Content, StatementKind


def reading(upload: Upload) -> PlanReading | None:
    """The reading of a document as a plan with its statements, or None where nobody asked for one."""
    return (
        PlanReading.objects.filter(upload=upload)
        .select_related("workspace", "upload__file", "upload__workspace")
        .prefetch_related("statements__origins", "not_said")
        .first()
    )


def confirmed(row: PlanReading) -> Content:
    """The statements a person stands behind, as that person left them, in the order of the text."""
    kept = [one.to_value() for one in row.statements.all() if one.is_confirmed]
    return Content(tuple(kept), row.dated_on)


def additions_of(row: PlanReading, round_: Round) -> tuple[Addition, ...]:
    """What the confirmed statements would add to the bank, beside what stands there now."""
    draft = plans.draft(row.workspace)
    plan = plans.plan(draft, round_) if draft else None
    return additions(plan_from(confirmed(row), round_), plan, put_in=_put_in(row), document=row.upload.name)


def _put_in(row: PlanReading) -> dict[Mark, str]:
    """The key in the bank of every statement of the reading that was put in, itself or as an earlier version had it."""
    return {
        (one.to_value().kind, one.where): origin.item
        for one in row.statements.all()
        for origin in one.origins.all()
    }  # fmt: skip


def counts(workspace: Workspace) -> dict[int, tuple[int, int]]:
    """For each document of a workspace that was read as a plan: how many statements were found, and are answered."""
    found = StatementRead.objects.filter(reading__workspace=workspace).values_list("reading__upload")
    counted = found.annotate(found=Count("pk"), answered=Count("pk", filter=~Q(verdict="")))
    return {upload: (some, answered) for upload, some, answered in counted}


def origins(workspace: Workspace, item: str) -> list[Origin]:
    """Where something in the bank of this key came from, the earliest first; empty where somebody wrote it here."""
    return list(Origin.objects.filter(workspace=workspace, item=item).select_related("statement__reading"))


def parts_said(workspace: Workspace) -> list[StatementRead]:
    """The parts of documents read as a plan that a person stands behind, with their documents; in the order read."""
    rows = StatementRead.objects.filter(reading__workspace=workspace, kind=StatementKind.SECTION.value)
    found = rows.select_related("reading__upload").order_by("reading_id", "page", "start")
    return [row for row in found if row.is_confirmed]
