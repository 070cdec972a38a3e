"""Reading the record."""

from django.db.models import QuerySet

from moothall.apps.audit.models import Entry


def of_workspace(workspace_id: int) -> QuerySet[Entry]:
    """Every line about one workspace, newest first."""
    return Entry.objects.filter(workspace_id=workspace_id).order_by("-id")
