"""One council's published plan as the panel reads it: its passages, each with its theme, in the council's words."""

from dataclasses import dataclass
from datetime import datetime

from moothall.apps.panel import actions
from moothall.apps.panel.models import Passage
from moothall.apps.publications.models import Publication
from moothall.apps.workspaces.models import Workspace
from moothall.documents.reading.document import Document


@dataclass(frozen=True, slots=True)
class PassageRead:
    """One passage. ``name`` is its lasting name, ``place`` its paragraph on the public page ("p4", or empty).

    ``theme`` is the key of the round's theme it stands under, empty outside the themes.
    """

    name: str
    place: str
    theme: str
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class PlanRead:
    """The latest published version of a plan, with its passages in the order of its public page."""

    authority_name: str
    slug: str
    is_fictional: bool
    title: str
    version: int
    published_at: datetime
    sent_at: datetime | None
    receipt_number: str
    passages: tuple[PassageRead, ...]


def plan_read(slug: str, round_slug: str) -> PlanRead | None:
    """A council's plan for a round as its passages, or None where none is published or the latest was withdrawn.

    What was published since the last look is taken in first.
    """
    row = (
        Publication.objects.filter(workspace__slug=slug, workspace__round_slug=round_slug)
        .select_related("workspace")
        .first()
    )
    if row is None or row.withdrawn_at is not None:
        return None
    actions.index_publications()
    return PlanRead(
        authority_name=row.workspace.authority_name,
        slug=row.workspace.slug,
        is_fictional=row.workspace.is_fictional,
        title=str(row.plan["title"]),
        version=row.version,
        published_at=row.published_at,
        sent_at=row.sent_at,
        receipt_number=row.receipt_number,
        passages=tuple(
            PassageRead(one.name, one.place, one.theme, one.heading, one.text)
            for one in Passage.objects.filter(publication=row)
        ),
    )


def text_of(workspace: Workspace) -> Document | None:
    """The latest published plan of a workspace as the text its evidence is looked for in, or None."""
    row = Publication.objects.filter(workspace=workspace).order_by("-version").first()
    if row is None:
        return None
    actions.index_publications()
    return actions.text_of(row)
