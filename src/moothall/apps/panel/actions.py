"""Keeping the passages of what was published. No person's deed: it follows from each publication."""

from django.db import connection, transaction

from moothall.apps.evidence import actions as evidence
from moothall.apps.evidence.models import Evidence
from moothall.apps.panel import engines
from moothall.apps.panel.models import Passage, SplitPublication
from moothall.apps.panel.queries import in_doubt
from moothall.apps.publications.models import Publication
from moothall.apps.rounds import queries as rounds
from moothall.corpus import passages
from moothall.corpus.descent import names_before
from moothall.documents.exchange import plan_json
from moothall.documents.reading.document import Document


def index_publications() -> int:
    """Take in what was published since: how many publications were split, found by search, or dropped from it.

    Every publication keeps its passages under their lasting names. Search finds those of the latest version of each
    plan, unless it was withdrawn. Safe to run twice, and by two at once.
    """
    if not any(in_doubt()):
        return 0
    with transaction.atomic():
        # One at a time: whoever comes second waits here, and then finds nothing in doubt.
        list(Publication.objects.select_for_update().order_by("pk").values_list("pk", flat=True))
        unsplit, missing, stale = in_doubt()
        for row in Publication.objects.filter(pk__in=unsplit).select_related("workspace").order_by("pk"):
            _split(row)
        for pk in missing:
            rows = Passage.objects.filter(publication_id=pk).values_list("pk", "text")
            # A quotation stands on one line, so what was a list shows where its items begin.
            engines.of(connection).keep(connection, [(key, text.replace("\n", " • ")) for key, text in rows])
        for pk in stale:
            keys = Passage.objects.filter(publication_id=pk).values_list("pk", flat=True)
            engines.of(connection).forget(connection, keys)
        SplitPublication.objects.filter(pk__in=missing).update(is_searched=True)
        SplitPublication.objects.filter(pk__in=stale).update(is_searched=False)
    return len({*unsplit, *missing, *stale})


def _split(row: Publication) -> None:
    round_ = rounds.round_called(row.workspace.round_slug)
    found = passages.split(plan_json.load(row.plan), round_) if round_ else ()
    before = _before(row)
    former = names_before(before, found)
    Passage.objects.bulk_create(
        Passage(
            publication=row,
            name=one.name,
            former=former.get(one.name, ""),
            position=one.position,
            place=one.anchor,
            theme=one.theme,
            heading=one.heading,
            text=one.text,
        )
        for one in found
    )
    SplitPublication.objects.create(publication=row)
    evidence.re_anchor(
        workspace=row.workspace,
        document=document_of(row),
        text=passages.as_document(found, str(row)),
        earlier=passages.as_document(before, str(row)) if before else None,
        holder=Evidence.Holder.PANEL,
        by=None,
        at=row.published_at,
    )


def document_of(row: Publication) -> str:
    """What the panel's evidence calls a plan, in whatever version."""
    return f"plan/{row.workspace_id}"


def text_of(row: Publication) -> Document:
    """The passages of a publication as the text the panel's evidence is looked for in."""
    return passages.as_document(_kept(row), str(row))


def _before(row: Publication) -> tuple[passages.Passage, ...]:
    """The passages of the version before, which was split before this one."""
    earlier = Publication.objects.filter(workspace=row.workspace, version__lt=row.version).order_by("-version").first()
    return () if earlier is None else _kept(earlier)


def _kept(row: Publication) -> tuple[passages.Passage, ...]:
    return tuple(
        passages.Passage(one.name, one.position, one.text, (one.heading,) if one.heading else ())
        for one in Passage.objects.filter(publication=row)
    )
