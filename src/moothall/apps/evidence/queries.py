"""Evidence by document, what waits for a person, and evidence as W3C annotations."""

from collections.abc import Iterable
from typing import Any

from moothall.apps.evidence.actions import ANNOTATION
from moothall.apps.evidence.models import Evidence
from moothall.apps.workspaces.models import Workspace
from moothall.corpus.annotations import OURS

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def of_document(workspace: Workspace, document: str) -> list[Evidence]:
    """All evidence of one document of a council, in the order it was kept, with every step it took."""
    rows = Evidence.objects.filter(workspace=workspace, document=document, holder=Evidence.Holder.COUNCIL)
    return list(rows.prefetch_related("moves"))


def one(workspace: Workspace, pk: int) -> Evidence | None:
    """One piece of a council's evidence, or None."""
    return Evidence.objects.filter(workspace=workspace, pk=pk, holder=Evidence.Holder.COUNCIL).first()


def waiting(workspace: Workspace) -> dict[str, int]:
    """How many confirmed or open pieces of a council's evidence look for their words, by document."""
    rows = Evidence.objects.filter(
        workspace=workspace, holder=Evidence.Holder.COUNCIL, state=Evidence.State.WAITING
    ).values_list("document", flat=True)
    counts: dict[str, int] = {}
    for document in rows:
        counts[document] = counts.get(document, 0) + 1
    return counts


def of_the_panel(round_slug: str, state: str = Evidence.State.WAITING) -> list[Evidence]:
    """The panel's evidence in the plans of a round in one state, council by council."""
    rows = Evidence.objects.filter(holder=Evidence.Holder.PANEL, state=state, workspace__round_slug=round_slug)
    return list(rows.select_related("workspace").order_by("workspace__authority_name", "id"))


def one_of_the_panel(round_slug: str, pk: int) -> Evidence | None:
    """One piece of the panel's evidence, or None."""
    return (
        Evidence.objects.filter(pk=pk, holder=Evidence.Holder.PANEL, workspace__round_slug=round_slug)
        .select_related("workspace")
        .first()
    )


def annotations(rows: Iterable[Evidence]) -> list[dict[str, Any]]:
    """Evidence as W3C Web Annotations in plain JSON, each with what rests on the words and where they stand."""
    return [_annotation(row) for row in rows]


def _annotation(row: Evidence) -> dict[str, Any]:
    body = {"type": "TextualBody", "purpose": row.what, "value": row.value, "state": row.state}
    said: dict[str, Any] = {}
    motivation = "identifying" if row.holder == Evidence.Holder.COUNCIL else "classifying"
    if row.what == ANNOTATION and row.value:
        value: dict[str, Any] = row.value
        body |= {"purpose": value["purpose"], "value": value["says"]}
        motivation = value["purpose"]
        said = {"creator": value["by"]} if value["by"] else {}
        said |= {"via": value["id"]} if value["id"] else {}
    return {
        "@context": _CONTEXT,
        "id": f"{OURS}{row.name}",
        "type": "Annotation",
        "motivation": motivation,
        **said,
        "body": body,
        "target": {"source": f"urn:sha256:{row.sha256}", "selector": row.selectors},
    }
