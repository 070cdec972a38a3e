"""Officer time as it stands in one workspace. No query here reaches over two: time is not shown beside another's."""

from moothall.apps.hours import models
from moothall.apps.workspaces.models import Workspace
from moothall.domain.hours import Entry, Post, Span, Stage, Switched, Time


def switched(workspace: Workspace) -> tuple[Switched, ...]:
    """Each time that recording was switched on or off, in order."""
    rows = models.Switch.objects.filter(workspace=workspace)
    return tuple(Switched(one.is_on, one.words, one.by_name, one.recorded_at) for one in rows)


def now(workspace: Workspace) -> Switched | None:
    """How recording was switched last, or None where it never was on."""
    return next(reversed(switched(workspace)), None)


def entries(workspace: Workspace) -> tuple[Entry, ...]:
    """Every entry with what became of it, by number."""
    rows = models.Entry.objects.filter(workspace=workspace).select_related("corrects", "corrected", "taken_back")
    return tuple(value(row) for row in rows)


def entry(workspace: Workspace, number: int) -> models.Entry | None:
    """The row of this number, or None."""
    rows = models.Entry.objects.filter(workspace=workspace, number=number)
    return rows.select_related("workspace", "corrects", "corrected", "taken_back").first()


def value(row: models.Entry) -> Entry:
    """One entry with what became of it."""
    later, back = getattr(row, "corrected", None), getattr(row, "taken_back", None)
    return Entry(
        number=row.number,
        time=Time(Post(row.post), Stage(row.stage), row.quarters, Span(row.span), row.first_on, row.words),
        corrects=row.corrects.number if row.corrects else None,
        why=row.why,
        corrected_by=later.number if later else None,
        taken_back=back.why if back else "",
    )
