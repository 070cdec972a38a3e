"""What changed for the public, newest first: for feeds of everything, of a round, of a council and of one plan."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby
from typing import Any

from django.utils import timezone

from moothall.apps.progress import models as recorded
from moothall.apps.progress import queries as progress
from moothall.apps.publications.goings import after_sending
from moothall.apps.publications.models import Publication
from moothall.domain.goings import Going
from moothall.domain.plain import build
from moothall.domain.publication_changes import (
    Change,
    ChangeKind,
    Subject,
    newest,
    of_decision,
    of_goings,
    of_progress,
    of_texts,
)
from moothall.domain.publications import PublishedDecision, PublishedVersion

MOST = 50
_FIELDS = (
    "workspace_id", "workspace__slug", "workspace__round_slug", "workspace__official_name", "workspace__is_fictional",
    "version", "plan__title", "decision", "published_at", "note", "withdrawn_at", "withdrawn_note", "sent_at",
    "receipt_number",
)  # fmt: skip


def changes(*, round_slug: str | None = None, slug: str | None = None, most: int = MOST) -> tuple[Change, ...]:
    """The newest changes of every published plan, or of one round's, one council's, or one plan's."""
    rows = Publication.objects.order_by("workspace_id", "-version")
    if round_slug is not None:
        rows = rows.filter(workspace__round_slug=round_slug)
    if slug is not None:
        rows = rows.filter(workspace__slug=slug)
    plans = {key: list(some) for key, some in groupby(rows.values(*_FIELDS), key=lambda row: row["workspace_id"])}
    told = _with_progress(pk for pk, some in plans.items() if some[0]["withdrawn_at"] is None)
    went = after_sending(pk for pk, some in plans.items() if any(row["sent_at"] for row in some))
    found = [change for pk, some in plans.items() for change in _of_plan(pk, some, went, has_progress=pk in told)]
    return newest(found, most)


def _of_plan(
    pk: int, rows: list[dict[str, Any]], went: dict[str, tuple[Going, ...]], *, has_progress: bool
) -> Iterator[Change]:
    latest, first = rows[0], rows[-1]
    subject = Subject(
        latest["workspace__slug"], latest["workspace__round_slug"], latest["workspace__official_name"],
        latest["workspace__is_fictional"], latest["plan__title"],
    )  # fmt: skip
    yield from of_texts(subject, (_version(row) for row in rows))
    if first["decision"]:
        decision = build(PublishedDecision, first["decision"])
        yield of_decision(subject, decision, told_at=first["published_at"], version=first["version"])
    for row in rows:
        if row["sent_at"] is not None:
            sentence = f"The return was sent. Its receipt is {row['receipt_number']}."
            yield subject.change(ChangeKind.SENT, row["receipt_number"], row["sent_at"], sentence, row["version"])
            receipt = row["receipt_number"]
            yield from of_goings(subject, went.get(receipt, ()), receipt=receipt, version=row["version"])
    if has_progress:
        yield from of_progress(subject, _told(pk, latest["version"]))


def _version(row: dict[str, Any]) -> PublishedVersion:
    return PublishedVersion(
        row["version"], row["published_at"], row["note"], row["withdrawn_at"], row["withdrawn_note"]
    )


def _with_progress(workspace_ids: Iterable[int]) -> set[int]:
    """Those workspaces of which anything was let out to the public, in one query, so that the others cost none."""
    rows = recorded.Release.objects.filter(workspace_id__in=list(workspace_ids)).order_by()
    return set(rows.values_list("workspace_id", flat=True).distinct())


def _told(pk: int, version: int) -> list[tuple[datetime, str]]:
    """Each moment at which progress was let out, with what it said and what it was about."""
    plan = Publication.objects.values_list("plan", flat=True).get(workspace_id=pk, version=version)
    titles = {one["key"]: one["title"] for one in plan.get("measures", ())}
    titles |= {step["key"]: step["title"] for one in plan.get("commitments", ()) for step in one["milestones"]}
    about: dict[int, list[str]] = {}
    for model, name in ((recorded.Reading, "measure"), (recorded.MilestoneUpdate, "milestone")):
        rows = model.objects.filter(workspace_id=pk, release__isnull=False).order_by("id")
        for release, key in rows.values_list("release_id", name):
            about.setdefault(release, []).append(titles.get(key, key))
    return [
        (timezone.localtime(one.released_at), _sentence(one.words, about.get(one.pk, []), one.next_step))
        for one in progress.releases(pk)
    ]


def _sentence(words: str, titles: list[str], next_step: str = "") -> str:
    listed = f"What was told: {', '.join(dict.fromkeys(titles))}." if titles else ""
    then = f"Next: {' '.join(next_step.split())}" if next_step.strip() else ""
    return " ".join(part for part in (" ".join(words.split()), listed, then) if part) or "Word of progress was let out."
