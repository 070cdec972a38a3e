"""Reading the record."""

from collections.abc import Collection
from datetime import date

from django.db.models import Min, QuerySet
from django.utils import timezone

from moothall.apps.audit.models import Entry


def of_workspace(workspace_id: int) -> QuerySet[Entry]:
    """Every line about one workspace, newest first."""
    return Entry.objects.filter(workspace_id=workspace_id).order_by("-id")


def first_days(workspace_id: int, events: Collection[str]) -> dict[str, date]:
    """The day on which each of these events first happened in a workspace; events that did not are left out."""
    found = Entry.objects.filter(workspace_id=workspace_id, event__in=events).values("event")
    first = found.annotate(first=Min("at")).values_list("event", "first")
    return {event: timezone.localdate(at) for event, at in first}


def latest(workspace_id: int, event: str) -> Entry | None:
    """The last line of this event about a workspace, or None where there is none."""
    return of_workspace(workspace_id).filter(event=event).first()


def newest(count: int) -> tuple[int, ...]:
    """The numbers of the newest lines of the whole record, at most so many."""
    return tuple(Entry.objects.order_by("-id").values_list("id", flat=True)[:count])
