"""The covering report as a domain value."""

from moothall.apps.reports.models import ExemptText, Field, Report
from moothall.apps.workspaces.models import Workspace
from moothall.domain.exempt_parts import ExemptPart
from moothall.domain.plain import build
from moothall.domain.reports import CommitteeReport


def report(workspace: Workspace) -> Report | None:
    """The report with its fields, or None where nobody has begun."""
    return Report.objects.filter(workspace=workspace).select_related("workspace").prefetch_related("fields").first()


def value(row: Report) -> CommitteeReport:
    """The report as it stands. Fields nobody filled have the domain's empty values."""
    filled = {field.name: field.value for field in row.fields.all()}
    needed = {"authority_name": row.workspace.official_name, "title": "", "body": "", "meeting_on": None}
    return build(CommitteeReport, needed | filled)


def exempt_text(row: Report) -> ExemptText | None:
    """The last revision of Part 2, or None. Only for those who may read it: nothing open asks for this."""
    return ExemptText.objects.filter(report=row).order_by("-revision").first()


def exempt_part(row: Report) -> ExemptPart | None:
    """Part 2 as a value of its own, or None."""
    kept = exempt_text(row)
    return build(ExemptPart, kept.value) if kept else None


def field(row: Report, name: str) -> Field | None:
    """One filled field, or None."""
    return next((one for one in row.fields.all() if one.name == name), None)
