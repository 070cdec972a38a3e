"""The files that were asked for, and their bytes."""

from typing import Any

from django.core.files.storage import default_storage

from moothall.apps.audit_files.models import AuditFile
from moothall.apps.workspaces.models import Workspace
from moothall.domain.refusals import Refusal


def audit_files(workspace: Workspace) -> list[AuditFile]:
    """Every file that was asked for, the latest first."""
    return list(AuditFile.objects.filter(workspace=workspace))


def audit_file(workspace: Workspace, number: int) -> AuditFile | None:
    """The file of this number, or None."""
    return AuditFile.objects.filter(workspace=workspace, number=number).first()


def opened(row: AuditFile) -> Any:
    """The bytes of a file, open to be read in pieces. Raises a Refusal where they are not, or no longer, there."""
    if row.state != AuditFile.State.MADE:
        raise Refusal("The bytes of this file are not kept.", next_step="Ask for a new one.")
    try:
        return default_storage.open(row.path)
    except OSError as error:
        raise Refusal("The file cannot be opened.", next_step="Ask for a new one.") from error
