"""Returns and their receipts."""

from moothall.apps.returns.models import Return
from moothall.apps.workspaces.models import Workspace


def returns(workspace: Workspace) -> list[Return]:
    """What a workspace has sent, newest first."""
    return list(Return.objects.filter(workspace=workspace).select_related("publication"))


def receipt(number: str) -> Return | None:
    """The return with this receipt number, or None."""
    return Return.objects.filter(receipt_number=number).select_related("publication", "workspace").first()
