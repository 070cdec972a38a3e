"""Progress as it stands, for the council all of it and for the public what was let out; and who follows what."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils import timezone

from moothall.apps.people.models import RoleHeld
from moothall.apps.progress import models
from moothall.domain.following import Followed
from moothall.domain.plans import Plan
from moothall.domain.progress import Break, BreakKind, MilestoneState, MilestoneUpdate, Pointer, Reading, ReleasedWord
from moothall.domain.reporting import Frequency, frequency_called
from moothall.domain.roles import Role
from moothall.reference import measures as library

Row = models.Reading | models.MilestoneUpdate | models.Pointer | models.Break


def _rows(kind: Any, workspace_id: int, *, released: bool) -> Any:
    rows = kind.objects.filter(workspace_id=workspace_id).order_by("id")
    return rows.filter(release__isnull=False) if released else rows


def readings(workspace_id: int, *, released: bool = False) -> dict[str, tuple[Reading, ...]]:
    """Readings by measure key, oldest period first. Of two for one period the later recorded one holds.

    A value that corrects another says which it was and why; with ``released``, only what the public was told counts,
    and not what was corrected before it was let out.
    """
    latest: dict[tuple[str, date], Reading] = {}
    rows = _rows(models.Reading, workspace_id, released=released)
    if released:
        rows = {(row.measure, row.period_ends_on, row.release_id): row for row in rows}.values()
    for row in rows:
        place, value = (row.measure, row.period_ends_on), row.value.normalize()
        before = latest.get(place)
        differs = before is not None and before.value != value
        latest[place] = Reading(
            measure=row.measure,
            period=row.period,
            period_ends_on=row.period_ends_on,
            value=value,
            note=row.note,
            source=row.source,
            recorded_at=row.recorded_at,
            why=row.why if differs or before is None else before.why,
            was=before.value if before is not None and differs else before.was if before is not None else None,
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


def milestone_updates(workspace_id: int, *, released: bool = False) -> dict[str, MilestoneUpdate]:
    """The latest update of each milestone, by its key, recorded at a moment of England's time."""
    return {
        row.milestone: MilestoneUpdate(
            milestone=row.milestone,
            state=MilestoneState(row.state),
            words=row.words,
            done_on=row.done_on,
            recorded_at=timezone.localtime(row.recorded_at),
            expected_on=row.expected_on,
            next_step=row.next_step,
        )
        for row in _rows(models.MilestoneUpdate, workspace_id, released=released)
    }


def pointers(workspace_id: int, *, released: bool = False) -> dict[str, tuple[Pointer, ...]]:
    """The committee items that are pointed at, by measure or milestone; of two for one period the later holds."""
    latest: dict[tuple[Any, ...], Pointer] = {}
    for row in _rows(models.Pointer, workspace_id, released=released):
        latest[row.item, row.period_ends_on or row.pk] = Pointer(
            item=row.item,
            period=row.period,
            period_ends_on=row.period_ends_on,
            meeting=row.meeting,
            meeting_on=row.meeting_on,
            paragraph=row.paragraph,
            address=row.address,
            says=row.says,
            recorded_at=row.recorded_at,
            why=row.why,
        )
    found: dict[str, list[Pointer]] = {}
    for one in sorted(latest.values(), key=lambda one: (one.period_ends_on or one.meeting_on, one.recorded_at)):
        found.setdefault(one.item, []).append(one)
    return {item: tuple(some) for item, some in found.items()}


def breaks(workspace_id: int, *, released: bool = False) -> dict[str, tuple[Break, ...]]:
    """Where each measure cannot be compared with before, the earliest first; what was taken back is left out."""
    found: dict[str, list[Break]] = {}
    for row in _rows(models.Break, workspace_id, released=released).filter(ended_at=None).order_by("from_on", "id"):
        found.setdefault(row.measure, []).append(Break(row.measure, row.from_on, BreakKind(row.kind), row.words))
    return {measure: tuple(some) for measure, some in found.items()}


def recorded_breaks(workspace_id: int, measure: str) -> list[models.Break]:
    """Every break of a measure as it was recorded, those taken back too, the latest first."""
    return list(models.Break.objects.filter(workspace_id=workspace_id, measure=measure).order_by("-from_on", "-id"))


def told(workspace_id: int) -> dict[str, set[date]]:
    """The days on which the periods end that were told of each measure, by a reading or by pointing at an item."""
    found: dict[str, set[date]] = {}
    for kind, name in ((models.Reading, "measure"), (models.Pointer, "item")):
        rows = kind.objects.filter(workspace_id=workspace_id, period_ends_on__isnull=False)
        for item, day in rows.values_list(name, "period_ends_on"):
            found.setdefault(item, set()).add(day)
    return found


def followed(workspace_id: int, plan: Plan) -> dict[str, Followed]:
    """How each measure and milestone of a plan is followed.

    Where nobody is named the performance managers follow it; where no frequency is said, a measure of the library is
    told as often as its usual source has it, and of another nothing is known.
    """
    arranged = {
        row.item: row
        for row in models.Following.objects.filter(workspace_id=workspace_id).select_related("person").order_by("id")
    }
    held = RoleHeld.objects.filter(workspace_id=workspace_id, ended_at=None, person__is_active=True)
    here = {row.person_id: row for row in held.select_related("person").order_by("person__name", "id")}
    managers = [row.person for row in held.filter(role=Role.PERFORMANCE_MANAGER.value).select_related("person")]
    usual = {one.key: _usual(one.library_id) for one in plan.measures}
    keys = [*usual, *(step.key for one in plan.commitments for step in one.milestones)]
    return {key: _followed(key, arranged.get(key), usual.get(key), here, managers) for key in keys}


def _followed(
    key: str, row: models.Following | None, usual: Frequency | None, here: dict[int, Any], managers: Iterable[Any]
) -> Followed:
    if row is None or (row.person is None and not row.post):
        names = tuple(one.name for one in managers)
        ids = tuple(one.pk for one in managers)
        frequency = (frequency_called(row.frequency) if row else None) or usual
        days = {"days": row.days} if row else {}
        return Followed(
            key, frequency, owners=ids, names=names, post=Role.PERFORMANCE_MANAGER.label, is_vacant=not ids, **days
        )
    is_here = row.person_id in here
    return Followed(
        item=key,
        frequency=frequency_called(row.frequency) or usual,
        days=row.days,
        owners=(row.person_id,) if is_here and row.person_id else (),
        names=(row.person.name,) if row.person and is_here else (),
        post=row.post or (row.person.post if row.person else ""),
        is_vacant=not is_here,
    )


def _usual(library_id: str) -> Frequency | None:
    found = library.by_id(library_id) if library_id else None
    return frequency_called(found.frequency) if found else None


def arranged(workspace_id: int, item: str) -> models.Following | None:
    """How a measure or milestone was arranged last, or None."""
    rows = models.Following.objects.filter(workspace_id=workspace_id, item=item).select_related("person")
    return rows.order_by("id").last()


def owners_to_choose(workspace_id: int) -> list[tuple[str, str]]:
    """The people with a role here, by name: key and name with post."""
    held = RoleHeld.objects.filter(workspace_id=workspace_id, ended_at=None, person__is_active=True)
    found = {row.person_id: row.person for row in held.select_related("person").order_by("person__name")}
    return [(str(pk), f"{one.name}, {one.post}" if one.post else one.name) for pk, one in found.items()]


def item_of(row: Row) -> str:
    """The key of the measure or milestone a row is about."""
    if isinstance(row, models.Reading | models.Break):
        return row.measure
    return row.milestone if isinstance(row, models.MilestoneUpdate) else row.item


def not_released(workspace_id: int) -> list[Row]:
    """Everything that was recorded and is not public yet, in the order of its recording by kind."""
    kinds = (models.Reading, models.MilestoneUpdate, models.Pointer, models.Break)
    return [row for kind in kinds for row in kind.objects.filter(workspace_id=workspace_id, release=None)]


def releases(workspace_id: int) -> list[models.Release]:
    """Every release, the newest first."""
    return list(models.Release.objects.filter(workspace_id=workspace_id))


def last_word(workspace_id: int) -> ReleasedWord | None:
    """What was said when progress was let out last, or None where nothing was."""
    row = models.Release.objects.filter(workspace_id=workspace_id).first()
    return ReleasedWord(row.words, row.next_step, row.released_at, row.released_by_name) if row else None


def tables(workspace_id: int) -> list[models.Table]:
    """Every table that was brought in, the newest first."""
    return list(models.Table.objects.filter(workspace_id=workspace_id).select_related("file"))


def table(workspace_id: int, pk: int) -> models.Table | None:
    """One table that was brought in, or None."""
    return models.Table.objects.filter(workspace_id=workspace_id, pk=pk).select_related("file", "workspace").first()


def break_called(workspace_id: int, pk: int) -> models.Break | None:
    """One break, or None."""
    return models.Break.objects.filter(workspace_id=workspace_id, pk=pk).first()
