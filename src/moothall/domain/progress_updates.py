"""How a plan went over a stretch of time, as one value: what a report, a review and a file are made from."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from moothall.domain.plans import Commitment, Measure, Milestone, Plan
from moothall.domain.progress import Break, MilestoneUpdate, Pointer, Reading, lateness


@dataclass(frozen=True, slots=True)
class MeasureTold:
    """A measure with what was told of it in the time, where it cannot be compared, and the items pointed at."""

    measure: Measure
    readings: tuple[Reading, ...]
    breaks: tuple[Break, ...] = ()
    pointers: tuple[Pointer, ...] = ()


@dataclass(frozen=True, slots=True)
class MilestoneTold:
    """A milestone with the last word on it by the end of the time, and the items pointed at."""

    milestone: Milestone
    commitment: str
    update: MilestoneUpdate | None
    pointers: tuple[Pointer, ...] = ()

    @property
    def late(self) -> str:
        """How late it was done, in words; empty where it is not done or was in time."""
        done_on = self.update.done_on if self.update else None
        return lateness(self.milestone.due_on, done_on) if done_on else ""


@dataclass(frozen=True, slots=True)
class ProgressUpdate:
    """What was told of a plan from one day to another. Either day is None where that end is open."""

    authority: str
    authority_name: str
    plan_title: str
    since: date | None
    until: date | None
    measures: tuple[MeasureTold, ...]
    milestones: tuple[MilestoneTold, ...]
    commitments: tuple[Commitment, ...] = ()

    @property
    def told_at(self) -> datetime | None:
        """When the latest of it was recorded; None where nothing was."""
        said = [one.recorded_at for told in self.measures for one in told.readings]
        said += [one.update.recorded_at for one in self.milestones if one.update]
        return max(said, default=None)


def progress_update(
    plan: Plan,
    *,
    readings: Mapping[str, Collection[Reading]],
    updates: Mapping[str, MilestoneUpdate],
    pointers: Mapping[str, Collection[Pointer]],
    breaks: Mapping[str, Collection[Break]],
    since: date | None = None,
    until: date | None = None,
    items: Collection[str] = (),
) -> ProgressUpdate:
    """What was told of a plan of periods that end from ``since`` to ``until``, both included.

    ``items`` are keys of measures and commitments; with none, all stand in it. A milestone is told by its last word,
    and a word recorded after ``until`` is not of the time.
    """

    def holds(day: date | None) -> bool:
        return day is None or ((since is None or day >= since) and (until is None or day <= until))

    chosen = [one for one in plan.commitments if not items or one.key in items]
    return ProgressUpdate(
        authority=plan.authority,
        authority_name=plan.authority_name,
        plan_title=plan.title,
        since=since,
        until=until,
        measures=tuple(
            MeasureTold(
                one,
                tuple(reading for reading in readings.get(one.key, ()) if holds(reading.period_ends_on)),
                tuple(each for each in breaks.get(one.key, ()) if holds(each.from_on)),
                tuple(item for item in pointers.get(one.key, ()) if holds(item.period_ends_on)),
            )
            for one in plan.measures
            if not items or one.key in items
        ),
        milestones=tuple(
            MilestoneTold(
                step,
                one.title,
                _until(updates.get(step.key), until),
                tuple(item for item in pointers.get(step.key, ()) if holds(item.meeting_on)),
            )
            for one in chosen
            for step in one.milestones
        ),
        commitments=tuple(chosen),
    )


def _until(update: MilestoneUpdate | None, until: date | None) -> MilestoneUpdate | None:
    return None if update is None or (until is not None and update.recorded_at.date() > until) else update
