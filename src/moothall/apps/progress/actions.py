"""Recording progress, once, in the council's own words."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone

from moothall.apps.audit import actions as audit
from moothall.apps.people.permissions import permit
from moothall.apps.plans import queries as plans
from moothall.apps.progress.models import MilestoneUpdate, Reading
from moothall.apps.workspaces.models import Workspace
from moothall.domain.progress import MilestoneState, check_known, check_reading, check_update
from moothall.domain.roles import Deed


@transaction.atomic
def record_reading(
    *,
    workspace: Workspace,
    measure: str,
    period: str,
    period_ends_on: date,
    value: Decimal,
    note: str = "",
    source: str = "",
    by: Any,
    at: datetime,
) -> Reading:
    """Record one value of a measure. A later reading for the same period corrects the earlier one, which stays.

    Raises a Refusal if no kept version of the plan has the measure, or if the period has not ended yet.
    """
    permit(by, Deed.RECORD_READING, workspace.pk)
    check_known(measure, plans.measure_keys(workspace), what="measure")
    check_reading(period_ends_on=period_ends_on, today=timezone.localdate(at))
    row = Reading.objects.create(
        workspace=workspace,
        measure=measure,
        period=period,
        period_ends_on=period_ends_on,
        value=value,
        note=note,
        source=source,
        recorded_at=at,
        recorded_by_name=getattr(by, "name", "Moothall"),
    )
    audit.record(
        "reading.recorded", about=row, by=by, at=at, measure=measure, period=period, value=str(value), note=note
    )
    return row


@transaction.atomic
def update_milestone(
    *,
    workspace: Workspace,
    milestone: str,
    state: MilestoneState,
    words: str,
    done_on: date | None = None,
    by: Any,
    at: datetime,
) -> MilestoneUpdate:
    """Say where a milestone stands. An earlier word stays in the record.

    Raises a Refusal without words, if "done" and its day do not go together, if that day is still to come, or if no
    kept version of the plan has the milestone.
    """
    permit(by, Deed.UPDATE_MILESTONE, workspace.pk)
    check_known(milestone, plans.milestone_keys(workspace), what="milestone")
    check_update(state, words=words, done_on=done_on, today=timezone.localdate(at))
    row = MilestoneUpdate.objects.create(
        workspace=workspace,
        milestone=milestone,
        state=state.value,
        words=words,
        done_on=done_on,
        recorded_at=at,
        recorded_by_name=getattr(by, "name", "Moothall"),
    )
    audit.record("milestone.updated", about=row, by=by, at=at, milestone=milestone, state=state, words=words)
    return row
