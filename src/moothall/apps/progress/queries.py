"""Progress as it stands: the latest reading of each period, the latest word on each milestone."""

from django.utils import timezone

from moothall.apps.progress import models
from moothall.domain.progress import MilestoneState, MilestoneUpdate, Reading


def readings(workspace_id: int) -> dict[str, tuple[Reading, ...]]:
    """Readings by measure key, oldest period first. Of two for one period the later recorded one holds."""
    latest: dict[tuple[str, object], Reading] = {}
    for row in models.Reading.objects.filter(workspace_id=workspace_id).order_by("id"):
        latest[row.measure, row.period_ends_on] = Reading(
            measure=row.measure,
            period=row.period,
            period_ends_on=row.period_ends_on,
            value=row.value.normalize(),
            note=row.note,
            source=row.source,
            recorded_at=row.recorded_at,
        )
    by_measure: dict[str, list[Reading]] = {}
    for reading in sorted(latest.values(), key=lambda one: one.period_ends_on):
        by_measure.setdefault(reading.measure, []).append(reading)
    return {measure: tuple(some) for measure, some in by_measure.items()}


def recorded_readings(workspace_id: int, measure: str) -> list[tuple[models.Reading, bool]]:
    """Every reading of a measure as it was recorded, the latest period first, with whether it still holds.

    Of two for one period only the later recorded one holds; the other was corrected by it.
    """
    rows = models.Reading.objects.filter(workspace_id=workspace_id, measure=measure).order_by("-period_ends_on", "-id")
    told, before = [], None
    for row in rows:
        told.append((row, row.period_ends_on != before))
        before = row.period_ends_on
    return told


def recorded_updates(workspace_id: int, milestone: str) -> list[models.MilestoneUpdate]:
    """Every word on a milestone, the newest first."""
    return list(models.MilestoneUpdate.objects.filter(workspace_id=workspace_id, milestone=milestone).order_by("-id"))


def milestone_updates(workspace_id: int) -> dict[str, MilestoneUpdate]:
    """The latest update of each milestone, by its key, recorded at a moment of England's time."""
    out = {}
    for row in models.MilestoneUpdate.objects.filter(workspace_id=workspace_id).order_by("id"):
        out[row.milestone] = MilestoneUpdate(
            milestone=row.milestone,
            state=MilestoneState(row.state),
            words=row.words,
            done_on=row.done_on,
            recorded_at=timezone.localtime(row.recorded_at),
        )
    return out
