"""Uploads, the facts read in them, and what people said of each."""

from typing import Any

from moothall.apps.intake.models import Confirmation, FactRead, Upload
from moothall.apps.workspaces.models import Workspace


def uploads(workspace: Workspace) -> list[Upload]:
    """Every document brought into a workspace, newest first."""
    return list(Upload.objects.filter(workspace=workspace).select_related("file"))


def upload(workspace: Workspace, pk: int) -> Upload | None:
    """One upload with its facts and confirmations, or None."""
    return (
        Upload.objects.filter(workspace=workspace, pk=pk)
        .select_related("file", "workspace")
        .prefetch_related("facts", "confirmations")
        .first()
    )


def facts_by_field(row: Upload) -> dict[str, list[FactRead]]:
    """The facts of each field of the record, in the order they stand in the document."""
    out: dict[str, list[FactRead]] = {}
    for fact in row.facts.all():
        out.setdefault(fact.kind, []).append(fact)
    return out


def verdicts(row: Upload) -> dict[str, Confirmation]:
    """What was last said of each field."""
    return {one.field: one for one in row.confirmations.all()}


def confirmed(row: Upload) -> dict[str, Any]:
    """The values a person stands behind. A field confirmed as not said is None; others are not there."""
    record = row.record or {}
    out: dict[str, Any] = {}
    for field, verdict in verdicts(row).items():
        if verdict.verdict == Confirmation.Verdict.RIGHT:
            out[field] = record.get(field)
        else:
            out[field] = verdict.value
    return out
