"""Keeping the passages of what was published. No person's deed: it follows from each publication."""

from django.db import connection, transaction

from moothall.apps.panel import engines
from moothall.apps.panel.models import Passage, SplitPublication
from moothall.apps.panel.queries import in_doubt
from moothall.apps.publications.models import Publication
from moothall.apps.rounds import queries as rounds
from moothall.corpus import passages
from moothall.documents.exchange import plan_json


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
        for row in Publication.objects.filter(pk__in=unsplit).select_related("workspace"):
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
    Passage.objects.bulk_create(
        Passage(
            publication=row,
            name=one.name,
            position=one.position,
            place=one.anchor,
            theme=one.theme,
            heading=one.heading,
            text=one.text,
        )
        for one in found
    )
    SplitPublication.objects.create(publication=row)
