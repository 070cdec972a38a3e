"""Putting a date in place of a computed one, and taking it back."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

from django.db import transaction

from moothall.apps.audit import actions as audit
from moothall.apps.overrides.models import Override
from moothall.apps.people import queries as people
from moothall.apps.people.permissions import permit
from moothall.apps.workspaces.models import Workspace
from moothall.domain.fingerprints import plain
from moothall.domain.overrides import check_override
from moothall.domain.refusals import Refusal
from moothall.domain.roles import MAY, Deed
from moothall.domain.standing_dates import StandingDate


@transaction.atomic
def override_date(
    *,
    workspace: Workspace,
    date_: StandingDate,
    dates: Sequence[StandingDate],
    on: date,
    time_: time | None = None,
    reason: str,
    accepted: bool = False,
    by: Any,
    at: datetime,
) -> Override:
    """Put a date in place of a computed one. An override that stood on it ends, and both stay on record.

    ``dates`` are the workspace's dates as they stand. Raises a Refusal as `domain.overrides.check_override` does, for a
    date that has happened, or where the very same date was put already and the computed one has not moved since.
    """
    permit(by, Deed.OVERRIDE_DATE, workspace.pk)
    counted = date_.counted
    moment = datetime.combine(on, time_) if time_ else None
    if date_.is_done:
        raise Refusal("This has happened, and its day is on record.", next_step="Correct the record instead.")
    steps = [one.step for one in dates]
    warned = check_override(counted, steps, on=on, at=moment, reason=reason, accepted=accepted)
    before = Override.objects.filter(workspace=workspace, key=date_.key, ended_at=None).first()
    if before is not None and (before.on, before.time) == (on, time_) and not date_.asks:
        raise Refusal("That date was put already.", next_step="Give another one, or take it back.")
    role = _role(by, workspace)
    if before is not None:
        _end(before, reason=f"Another date was put in its place: {reason}", by=by, role=role, at=at)
    row = Override.objects.create(
        workspace=workspace,
        key=date_.key,
        what=counted.what,
        counted_on=counted.on,
        counted_time=counted.at.time() if counted.at else None,
        working=plain(counted.deadline),
        on=on,
        time=time_,
        reason=reason.strip(),
        warnings=list(warned),
        by_name=getattr(by, "name", "Moothall"),
        by_role=role,
        put_at=at,
    )
    audit.record(
        "date.overridden", about=row, by=by, at=at, what=row.what, key=row.key, counted_on=row.counted_on, on=on,
        time=time_, reason=row.reason, role=role, warnings=row.warnings, instead_of=before.on if before else None,
    )  # fmt: skip
    return row


@transaction.atomic
def take_back_override(*, override: Override, reason: str, by: Any, at: datetime) -> Override:
    """Let the computed date stand again. The override stays on record with who took it back and why.

    Raises a Refusal without a reason, or where it was ended before.
    """
    permit(by, Deed.OVERRIDE_DATE, override.workspace_id)
    if not reason.strip():
        raise Refusal("There is no reason.", next_step="Say why the computed date stands again.")
    if override.ended_at is not None:
        raise Refusal("This override does not stand any more.", next_step="Look at the dates again.")
    _end(override, reason=reason.strip(), by=by, role=_role(by, override.workspace), at=at)
    audit.record(
        "override.taken_back", about=override, by=by, at=at, what=override.what, key=override.key, on=override.on,
        counted_on=override.counted_on, reason=override.ended_reason,
    )  # fmt: skip
    return override


def _end(row: Override, *, reason: str, by: Any, role: str, at: datetime) -> None:
    row.ended_at, row.ended_reason = at, reason
    row.ended_by_name, row.ended_by_role = getattr(by, "name", "Moothall"), role
    row.save(update_fields=["ended_at", "ended_reason", "ended_by_name", "ended_by_role"])


def _role(by: Any, workspace: Workspace) -> str:
    """The role, in words, by which this person may put a date here."""
    held = people.roles(by, workspace_id=workspace.pk) if by is not None else frozenset()
    return " and ".join(sorted(role.label for role in held & MAY[Deed.OVERRIDE_DATE])) or "Moothall"
