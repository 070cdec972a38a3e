"""The published plan as a document that says which version it is, and as a PDF that carries its own data."""

from dataclasses import replace
from datetime import datetime

from django.utils import timezone

from moothall.apps.workspaces.models import Workspace
from moothall.documents.exchange import plan_json
from moothall.documents.layouts import plan_layouts
from moothall.documents.writing import pdf
from moothall.documents.writing.document import Document
from moothall.domain.days import in_words
from moothall.domain.plans import Plan
from moothall.domain.rounds import Round


def plan_document(
    plan: Plan, round_: Round, *, colour: str, decided: str, version: int, note: str, at: datetime
) -> Document:
    """The plan in its layout, with who agreed it, which version this is, and what was corrected under its title."""
    document = plan_layouts.compose(plan, round_, colour=colour, decided=decided)
    told = f"Version {version}, published on {in_words(timezone.localdate(at))}. {note}".strip()
    return replace(document, subtitles=(*document.subtitles, told))


def plan_pdf(
    plan: Plan, round_: Round, *, workspace: Workspace, decided: str, version: int, note: str, at: datetime
) -> bytes:
    """The plan in its layout, tagged, with the plan as JSON inside. The same plan gives the same bytes.

    ``decided`` is the sentence under the title on who agreed it and when.
    """
    document = plan_document(plan, round_, colour=workspace.colour, decided=decided, version=version, note=note, at=at)
    inside = pdf.Attachment(
        name="plan.json", data=plan_json.to_bytes(plan), media_type="application/json", description="The plan as data"
    )
    return pdf.write(document, attachments=(inside,), timestamp=at)
