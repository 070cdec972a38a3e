"""The published plan as a PDF that carries its own data."""

from datetime import datetime

from moothall.apps.workspaces.models import Workspace
from moothall.documents.exchange import plan_json
from moothall.documents.layouts import plan_layouts
from moothall.documents.writing import pdf
from moothall.domain.plans import Plan
from moothall.domain.rounds import Round


def plan_pdf(plan: Plan, round_: Round, *, workspace: Workspace, decided: str, at: datetime) -> bytes:
    """The plan in its layout, tagged, with the plan as JSON inside. The same plan gives the same bytes.

    ``decided`` is the sentence under the title on who agreed it and when.
    """
    document = plan_layouts.compose(plan, round_, colour=workspace.colour, decided=decided)
    inside = pdf.Attachment(
        name="plan.json", data=plan_json.to_bytes(plan), media_type="application/json", description="The plan as data"
    )
    return pdf.write(document, attachments=(inside,), timestamp=at)
