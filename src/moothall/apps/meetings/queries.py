"""A council's meetings as pages, the planner and the chosen route need them."""

from datetime import date, time

from django.db.models import Prefetch

from moothall.apps.meetings.models import Change, Meeting
from moothall.apps.workspaces.models import Workspace
from moothall.domain.calendars import KeptMeeting, Status
from moothall.domain.meetings import Meeting as MeetingValue

AHEAD = (Status.PLANNED.value, Status.MOVED.value)


def meetings(workspace: Workspace) -> list[Meeting]:
    """Every meeting of the council by day, each with what happened to it."""
    changes = Prefetch("changes", queryset=Change.objects.order_by("pk"))
    return list(Meeting.objects.filter(gss=workspace.gss).prefetch_related(changes))


def kept(workspace: Workspace) -> tuple[KeptMeeting, ...]:
    """Every meeting of the council, to be compared with a list."""
    return tuple(row.kept() for row in Meeting.objects.filter(gss=workspace.gss))


def meeting(workspace: Workspace, pk: int) -> Meeting | None:
    """One meeting of this council, or None."""
    return Meeting.objects.filter(pk=pk, gss=workspace.gss).prefetch_related("changes").first()


def ahead(workspace: Workspace, first: date, last: date) -> tuple[MeetingValue, ...]:
    """The meetings still to be held from one day to another, both included, as the planner takes them."""
    rows = Meeting.objects.filter(gss=workspace.gss, status__in=AHEAD, on__gte=first, on__lte=last)
    return tuple(row.to_value() for row in rows)


def standing_at(workspace: Workspace, body: str, on: date) -> Meeting | None:
    """The kept meeting of a body that stands on a day, or that stood there before it was moved; None where none did.

    A meeting that stands there now comes before one that was moved away.
    """
    rows = list(Meeting.objects.filter(gss=workspace.gss, body__iexact=body).prefetch_related("changes"))
    now = [row for row in rows if row.on == on]
    if now:
        return min(now, key=lambda row: row.status == Status.CANCELLED.value)
    once = [row for row in rows if any(one.day("before") == on.isoformat() for one in row.changes.all())]
    return once[-1] if once else None


def held_on(workspace: Workspace, body: str, on: date, starts_at: time | None = None) -> Meeting | None:
    """The meeting of a body that is to be held on a day, by its time where it has two then; None where none is kept."""
    rows = list(Meeting.objects.filter(gss=workspace.gss, body__iexact=body, on=on, status__in=AHEAD))
    return min(rows, key=lambda row: (row.starts_at != starts_at, row.pk), default=None)
