"""Uploads, the facts read in them, and what people said of each."""

from typing import Any

from django.core.cache import cache

from moothall.apps.files import queries as files
from moothall.apps.intake.models import Confirmation, FactRead, Upload
from moothall.apps.workspaces.models import Workspace
from moothall.documents.reading.document import Block, BlockKind, Document, Page
from moothall.documents.reading.pictures import page_png
from moothall.domain.checks import forward_plan_differs
from moothall.domain.remarks import Remark
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


def between(row: Upload, field: str) -> list[dict[str, Any]]:
    """The values a document gives for one field, the record's own first, each with its place. None or one: no rivals.

    Each is {"value", "page", "start", "end", "quote", "found_by"}; a status line against a resolution has no value.
    """
    rivals = [one for one in (row.aside or {}).get("rivals", ()) if one["kind"] == field]
    own = next((fact for fact in row.facts.all() if fact.kind == field), None)
    if not rivals or own is None:
        return []
    keys = ("value", "page", "start", "end", "quote", "found_by")
    mine = {key: getattr(own, key) for key in keys} | {"value": (row.record or {}).get(field)}
    return [mine, *({key: one[key] for key in keys} for one in rivals)]


def several(row: Upload) -> list[dict[str, Any]]:
    """The meetings or plans a document sets out, where there is more than one, each with what is said of it alone."""
    return list((row.aside or {}).get("several", ()))


def news(row: Upload) -> dict[str, Any]:
    """What the reader finds now and had not found when a person answered, by field; None where it finds it no longer.

    A field nobody has answered is new where the reading before did not give this value. Nothing is new at a first one.
    """
    record, said = row.record or {}, verdicts(row)
    out: dict[str, Any] = {}
    for field, value in record.items():
        answer = said.get(field)
        if answer is not None:
            if answer.read is not None and answer.read["value"] != value and answer.value != value:
                out[field] = value
        elif row.record_before is not None and row.record_before.get(field) != value:
            out[field] = value
    return out


def beside_the_plan(row: Upload) -> list[Remark]:
    """What differs between a report and the entry of the forward plan that was brought in for it, or the other way.

    Where several entries or reports are here, it is the one that shares the reference or the title. Nothing where none
    does, and there is more than one.
    """
    is_entry = bool((row.aside or {}).get("entry"))
    others = [one for one in uploads(row.workspace) if one.pk != row.pk and one.record is not None]
    if is_entry:
        pairs = [(_entry(row), _reported(one)) for one in others if one.kind == "committee_report"]
    elif row.kind == "committee_report":
        pairs = [(_entry(one), _reported(row)) for one in others if (one.aside or {}).get("entry")]
    else:
        return []
    told = [list(forward_plan_differs.check(entry=entry, report=report)) for entry, report in pairs]
    if len(told) > 1:
        near = [one for one in told if not any("reference" in each.message for each in one)]
        told = near if len(near) == 1 else []
    return told[0] if told else []


def _entry(row: Upload) -> forward_plan_differs.Entry:
    return forward_plan_differs.Entry(**row.aside["entry"])


def _reported(row: Upload) -> forward_plan_differs.Entry:
    values = (row.record or {}) | confirmed(row)
    number, body = (values.get("forward_plan") or {}).get("number"), (values.get("body") or {}).get("name")
    return forward_plan_differs.Entry(number, values.get("title"), body)


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
