"""Where coded words stand: kept as evidence when a passage is coded, and followed into each new version of a plan."""

from collections.abc import Iterable

from moothall.apps.coding.models import Coding
from moothall.apps.evidence import actions as evidence
from moothall.apps.evidence.models import Evidence
from moothall.apps.panel import actions as panel
from moothall.apps.panel.models import Passage, SplitPublication
from moothall.apps.publications.models import Publication
from moothall.documents.reading.document import BlockKind, Document
from moothall.domain.facts import Locator

WHAT = "passage coded"


def kept(passage: Passage) -> Evidence:
    """The evidence of a passage: that of its codings where it has some, else kept now."""
    earlier = Coding.objects.filter(stands_at=passage).select_related("evidence").order_by("id").first()
    if earlier is not None:
        return earlier.evidence
    publication = passage.publication
    text = panel.text_of(publication)
    where = _places(text, publication)[passage.pk]
    (row,) = evidence.keep(
        [evidence.Rests(where, WHAT, passage.name, is_confirmed=True)],
        workspace=publication.workspace,
        document=panel.document_of(publication),
        text=text,
        holder=Evidence.Holder.PANEL,
    )
    return row


def follow() -> int:
    """Take in what was published since, and let every coding go to the passage its words are in now.

    Returns how many moved. Codings whose words were not found, or are gone, stay where they stood. May run twice.
    """
    panel.index_publications()
    left = Coding.objects.filter(
        evidence__state=Evidence.State.FOUND, stands_at__publication__split__is_searched=False
    ).select_related("evidence")
    latest = _latest({one.evidence.workspace_id for one in left})
    moved = 0
    for workspace_id, publication in latest.items():
        moved += _follow([one for one in left if one.evidence.workspace_id == workspace_id], publication)
    return moved


def _latest(workspaces: Iterable[int]) -> dict[int, Publication]:
    rows = SplitPublication.objects.filter(is_searched=True, publication__workspace__in=set(workspaces))
    return {row.publication.workspace_id: row.publication for row in rows.select_related("publication__workspace")}


def _follow(some: list[Coding], publication: Publication) -> int:
    text = panel.text_of(publication)
    places = _places(text, publication)
    moved = []
    for one in some:
        held = [] if one.evidence.sha256 != text.sha256 else one.evidence.place().where
        shared = {pk: sum(_shared(where, place) for place in held) for pk, where in places.items()}
        found = max(shared, key=lambda pk: (shared[pk], -pk), default=None)
        if found is not None and shared[found]:
            one.stands_at_id = found
            moved.append(one)
    Coding.objects.bulk_update(moved, ["stands_at"])
    return len(moved)


def _places(text: Document, publication: Publication) -> dict[int, Locator]:
    """Where each passage stands in the text that its publication's passages make."""
    keys = Passage.objects.filter(publication=publication).values_list("pk", flat=True)
    blocks = [block for block in text.pages[0].blocks if block.kind is BlockKind.PARAGRAPH]
    return {pk: Locator(1, block.start, block.end) for pk, block in zip(keys, blocks, strict=True)}


def _shared(one: Locator, other: Locator) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))
