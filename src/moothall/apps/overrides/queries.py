"""The overrides of a workspace, as domain values."""

from datetime import date, datetime, time

from django.utils import timezone

from moothall.apps.overrides.models import Override as Row
from moothall.apps.workspaces.models import Workspace
from moothall.domain.deadlines import Deadline
from moothall.domain.overrides import Override
from moothall.domain.plain import build


def overrides(workspace_id: int) -> tuple[Override, ...]:
    """Every override of a workspace ever put, those that ended among them, oldest first."""
    return tuple(value(row) for row in Row.objects.filter(workspace_id=workspace_id))


def row(workspace: Workspace, key: str) -> Row | None:
    """The row of the override that stands on a date of this workspace, for the deed that takes it back; or None."""
    return Row.objects.filter(workspace=workspace, key=key, ended_at=None).select_related("workspace").first()


def value(row: Row) -> Override:
    """One override as the domain has it. Its days are those of England."""
    return Override(
        key=row.key,
        what=row.what,
        counted_on=row.counted_on,
        on=row.on,
        reason=row.reason,
        by_name=row.by_name,
        by_role=row.by_role,
        put_at=row.put_at,
        put_on=timezone.localdate(row.put_at),
        counted_at=_moment(row.counted_on, row.counted_time),
        working=build(Deadline, row.working) if row.working else None,
        at=_moment(row.on, row.time),
        warnings=tuple(row.warnings),
        ended_at=row.ended_at,
        ended_on=timezone.localdate(row.ended_at) if row.ended_at else None,
        ended_by_name=row.ended_by_name,
        ended_by_role=row.ended_by_role,
        ended_reason=row.ended_reason,
    )


def _moment(on: date, at: time | None) -> datetime | None:
    return datetime.combine(on, at) if at else None
