"""Returns and their receipts."""

from moothall.apps.returns.models import Return
from moothall.apps.workspaces.models import Workspace
from moothall.documents.exchange import return_json
from moothall.documents.layouts import receipt as layout
from moothall.documents.writing import pdf


def returns(workspace: Workspace) -> list[Return]:
    """What a workspace has sent, newest first."""
    return list(Return.objects.filter(workspace=workspace).select_related("publication"))


def receipt(number: str) -> Return | None:
    """The return with this receipt number, or None."""
    return Return.objects.filter(receipt_number=number).select_related("publication", "workspace").first()


def receipt_pdf(row: Return) -> bytes:
    """The receipt as a PDF with the return itself inside it as JSON."""
    value = return_json.load(row.pack)
    inside = pdf.Attachment(return_json.FILE_NAME, return_json.to_bytes(value), description="The return as data")
    document = layout.compose(value, colour=row.workspace.colour)
    return pdf.write(document, attachments=(inside,), timestamp=row.sent_at)
