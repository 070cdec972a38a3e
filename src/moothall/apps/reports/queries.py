"""The covering report as a domain value."""

from moothall.apps.reports.models import Field, Report
from moothall.apps.workspaces.models import Workspace
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


def field(row: Report, name: str) -> Field | None:
    """One filled field, or None."""
    return next((one for one in row.fields.all() if one.name == name), None)
