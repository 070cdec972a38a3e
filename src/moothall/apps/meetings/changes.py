"""Writing down what happened to a meeting, inside the deed that does it. The deed's own line is in the record."""

from datetime import date, datetime
from typing import Any

from moothall.apps.meetings.models import Change, Meeting
from moothall.domain.calendars import Status
from moothall.domain.fingerprints import plain

KEPT = ("body", "kind", "on", "starts_at", "place", "uid", "status", "source")


def as_plain(row: Meeting) -> dict[str, Any]:
    """A meeting as plain JSON data."""
    found: dict[str, Any] = plain({name: getattr(row, name) for name in KEPT})
    return found


def change(row: Meeting, what: str, *, by: Any, at: datetime, reason: str = "", **values: Any) -> Change:
    """Set these values on a meeting, new or kept, and write down how it was and how it is."""
    before = as_plain(row) if row.pk else None
    for name, value in values.items():
        setattr(row, name, value)
    row.save()
    return Change.objects.create(
        meeting=row, what=what, before=before, after=as_plain(row), reason=reason,
        by_name=getattr(by, "name", "Moothall"), at=at,
    )  # fmt: skip


def met(row: Meeting, *, on: date, by: Any, at: datetime) -> None:
    """Write down that a body met, on the day it did. Called by the deed that records the meeting on a route."""
    if row.status != Status.MET.value or row.on != on:
        change(row, "met", by=by, at=at, status=Status.MET.value, on=on)
