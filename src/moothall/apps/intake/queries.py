"""Uploads, the facts read in them, and what people said of each."""

from typing import Any

from django.core.cache import cache

from moothall.apps.files import queries as files
from moothall.apps.intake.models import Confirmation, FactRead, Upload
from moothall.apps.workspaces.models import Workspace
from moothall.documents.reading.document import Block, BlockKind, Document, Page
from moothall.documents.reading.pictures import page_png
from moothall.domain.whose import Whose
from moothall.domain.whose import whose as whose_document

WIDTH = 1400
"""How many pixels wide the picture of a page is: sharp on the widest column, and light enough to send."""


def uploads(workspace: Workspace) -> list[Upload]:
    """Every document brought into a workspace, newest first, with what people said of it."""
    rows = Upload.objects.filter(workspace=workspace).select_related("file", "workspace").defer("pages")
    return list(rows.select_related("replaces", "replaced_by").prefetch_related("confirmations"))


def upload(workspace: Workspace, pk: int) -> Upload | None:
    """One upload with its facts and confirmations, or None."""
    return (
        Upload.objects.filter(workspace=workspace, pk=pk)
        .select_related("file", "workspace")
        .prefetch_related("facts", "confirmations")
        .first()
    )


def text(row: Upload) -> Document:
    """The words of an upload as they were read, page by page, with the blocks of each where they were kept."""
    pages = tuple(
        Page(one["number"], one["text"], tuple(Block(BlockKind(kind), *span) for kind, *span in one.get("blocks", ())))
        for one in row.pages
    )
    return Document(row.name, row.file.sha256, "", pages)


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
    return {field: verdict.value for field, verdict in verdicts(row).items()}


def whose(row: Upload) -> Whose:
    """Whose document it is, by what was read and what people said."""
    said = {field: value for field, value in confirmed(row).items() if field == "authority"}
    return whose_document((row.record or {}).get("authority"), said, gss=row.workspace.gss)


def page_picture(row: Upload, number: int) -> bytes:
    """A page of a PDF (counted from 1) as a PNG, drawn in a process of its own and kept at hand for an hour.

    Raises Unreadable if the document is no PDF or has no such page, and a Refusal if its bytes are gone.
    """
    key = f"page:{row.file.sha256}:{number}"
    drawn: bytes | None = cache.get(key)
    if drawn is None:
        drawn = page_png(files.content(row.file), number, width=WIDTH)
        cache.set(key, drawn, 3600)
    return drawn
