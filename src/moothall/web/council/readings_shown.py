"""A document that was read, as the pages that ask about it need it: its rows, and what a person calls its pages."""

from typing import Any
from urllib.parse import urlencode

from django.http import Http404

from moothall.apps.intake import queries as intake
from moothall.web.components.words import listed
from moothall.web.council.access import Here, address
from moothall.web.council.reading_rows import Beside, Rows, rows

NOUNS = {"committee_report": "report", "decision": "decision", "agenda": "agenda", "plan": "plan"}
"""What a person calls a document of a kind, after "the"; "document" for every other kind."""


def document_called(here: Here, upload_id: int) -> Any:
    """A document of this workspace; 404 where it has no such one."""
    row = intake.upload(here.workspace, upload_id)
    if row is None:
        raise Http404("This workspace has no such document.")
    return row


def document_read(here: Here, upload_id: int) -> Any:
    """A document in which something was read; 404 where nothing was."""
    row = document_called(here, upload_id)
    if row.record is None:
        raise Http404("Nothing was read in this document.")
    return row


def rows_of(here: Here, upload: Any) -> Rows:
    """The rows of a document that was read, with what people said of each."""
    texts = {page["number"]: page["text"] for page in upload.pages}
    return rows(
        upload.record,
        intake.facts_by_field(upload),
        intake.verdicts(upload),
        texts,
        here.round_,
        intake.whose(upload),
        _beside(upload),
    )


def _beside(upload: Any) -> Beside:
    empty = {one["kind"]: one for one in upload.aside.get("empty", ())}
    rivals = {one["kind"] for one in upload.aside.get("rivals", ())}
    return Beside(
        between={field: intake.between(upload, field) for field in rivals},
        empty=empty,
        news=intake.news(upload),
        places=places(upload.aside.get("parts", ())),
        unread=unread(upload),
    )


def places(parts: Any) -> dict[int, str]:
    """What a person calls each page of a mail: the part it belongs to, and its place in it."""
    called = {}
    for part in parts:
        for page in range(part["first"] or 1, (part["last"] or 0) + 1):
            called[page] = f"page {page - part['first'] + 1} of {part['name']}"
    return called


def unread(upload: Any) -> str:
    """What of a document could not be read, in a sentence; empty where all of it was."""
    pages = upload.aside.get("without_text", ())
    some = [f"page {page}" for page in pages[:6]] + (["more pages"] if len(pages) > 6 else [])
    some += [str(part["name"]) for part in upload.aside.get("parts", ()) if part["first"] is None]
    return f"Nothing could be read on {listed(some)}, so it may stand there." if some else ""


def next_fact(here: Here, upload_id: int, *, after: str) -> str:
    """The reading page at the first row nobody has answered after this one, else at this one."""
    found = rows_of(here, document_read(here, upload_id))
    names = [row.field.name for row in found.all()]
    open_ = [row.field.name for row in found.unanswered]
    place = names.index(after) if after in names else 0
    following = next((name for name in open_ if names.index(name) > place), open_[0] if open_ else after)
    return f"{address(here, 'document', upload_id)}?{urlencode({'field': following})}#fact-{following}"
