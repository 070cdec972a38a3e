"""What was sent."""

from django.conf import settings
from django.db.models import QuerySet

from moothall.apps.mail.models import Message
from moothall.apps.workspaces.models import Workspace


def of_workspace(workspace: Workspace) -> QuerySet[Message]:
    """Every message about a workspace, newest first, with its person and digest fetched."""
    return Message.objects.filter(workspace=workspace).select_related("person", "digest")


def goes_out() -> bool:
    """Whether a mail server is set here, so that what is put out reaches anybody outside."""
    return not settings.EMAIL_BACKEND.endswith(".console.EmailBackend")
