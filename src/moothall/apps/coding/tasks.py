"""The worker's part: learn where that was asked for, then suggest for what is undecided, a part at a time."""

import logging
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from django.utils import timezone
from django_tasks import task

from moothall.apps.coding import actions, anchors, queries
from moothall.apps.coding.models import Suggested, Suggesting
from moothall.apps.files import actions as files
from moothall.apps.files import queries as kept_files
from moothall.apps.files.models import StoredFile
from moothall.apps.panel.models import Passage
from moothall.corpus.coding import suggester
from moothall.corpus.coding.excerpts import Excerpt
from moothall.corpus.coding.suggester import Suggester

A_PART = 200
log = logging.getLogger("moothall.coding")


@task()
def suggest_codes(suggesting_id: int) -> None:
    """Do a run that waits, from where it was. One that is done or stopped is left as it is, so it may run twice."""
    row = Suggesting.objects.get(pk=suggesting_id)
    if row.state != Suggesting.State.WAITING:
        return
    try:
        run(row)
    except Exception:  # a run must not wait for ever; the log has what went wrong
        log.exception("Suggestions of run %s were not made.", suggesting_id)
        _end(row, Suggesting.State.FAILED)


def run(row: Suggesting) -> None:
    """Suggest for every undecided passage that this run has not suggested for, until it is done or stopped."""
    anchors.follow()
    taught = _suggester(row)
    open_ = queries.undecided(row.round_slug).exclude(suggested__suggested_by=taught.name)
    keys = list(open_.order_by("publication_id", "position").values_list("pk", flat=True))
    still = Suggesting.objects.filter(pk=row.pk, state=Suggesting.State.WAITING)
    if not still.update(in_all=row.done + len(keys), suggested_by=taught.name):
        return
    for start in range(0, len(keys), A_PART):
        if not actions.keep_suggestions(row, suggestions(keys[start : start + A_PART], taught)):
            return
    _end(row, Suggesting.State.DONE)


def suggestions(keys: Sequence[int], taught: Suggester) -> list[Suggested]:
    """Suggestions for these passages, not kept yet. Neighbours and headings are asked about with each."""
    rows = list(Passage.objects.filter(pk__in=keys).order_by("publication_id", "position"))
    beside = queries.neighbours(rows)
    asked = [Excerpt(row.text, row.heading, *beside[row.pk]) for row in rows]
    at = timezone.localtime()
    return [
        Suggested(
            passage=row,
            theme=one.theme,
            confidence=one.confidence,
            is_unsure=one.is_unsure,
            practice=one.practice or "",
            barrier=one.barrier or "",
            shares=one.shares,
            why=_why(taught, excerpt),
            suggested_by=one.suggested_by,
            at=at,
        )
        for row, excerpt, one in zip(rows, asked, taught.suggest(asked), strict=True)
    ]


def _why(taught: Suggester, excerpt: Excerpt) -> dict[str, Any]:
    """What a suggestion rests on, reckoned here so that no page needs the suggester."""
    found = taught.explain(excerpt)
    return {
        "reasons": [{"words": one.words, "where": one.where} for one in found.reasons],
        "nearest": {"text": found.nearest.example.text, "likeness": found.nearest.likeness},
    }


def _suggester(row: Suggesting) -> Suggester:
    """What suggests in this run: what it learns, else what was learnt last for the round, else the frame alone."""
    if row.is_learning and row.fitted is None:
        found = suggester.taught(queries.examples(row.learnt_from))
        row.fitted = files.keep(suggester.dump(found), media_type="application/octet-stream", at=timezone.localtime())
        row.save(update_fields=["fitted"])
        return found
    last = row if row.is_learning else queries.last_learnt(row.round_slug)
    if last is None or last.fitted is None:
        return suggester.shipped()
    return _loaded(last.fitted)


@lru_cache(maxsize=2)
def _loaded(kept: StoredFile) -> Suggester:
    return suggester.load(kept_files.content(kept))


def _end(row: Suggesting, state: str) -> None:
    Suggesting.objects.filter(pk=row.pk, state=Suggesting.State.WAITING).update(
        state=state, ended_at=timezone.localtime()
    )
