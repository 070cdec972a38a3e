"""Everything a page of progress shows of one plan, fetched once: what was told, what waits, who follows it."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.utils import timezone

from moothall.apps.progress import queries
from moothall.apps.publications import queries as publications
from moothall.domain.following import Followed, Wait, vacant, waits, without_frequency
from moothall.domain.plans import Measure
from moothall.domain.progress import Pointer, Reading, Standing, standings
from moothall.domain.publications import PublishedPlan
from moothall.web.council.access import Here
from moothall.web.public import plan_page


@dataclass(frozen=True, slots=True)
class State:
    """A published plan with all that is recorded, let out or not.

    ``shown`` is the published plan with the council's own record of progress in the place of what was let out.
    """

    shown: PublishedPlan
    standings: tuple[Standing, ...]
    followed: dict[str, Followed]
    waits: tuple[Wait, ...]
    vacant: tuple[tuple[str, str], ...]
    unsaid: tuple[Measure, ...]
    not_released: int

    @property
    def measures(self) -> tuple[plan_page.MeasureShown, ...]:
        """Every measure with its readings."""
        return plan_page.measures(self.shown)

    @property
    def said(self) -> dict[str, tuple[Reading | Pointer, ...]]:
        """The readings of each measure, with the items pointed at."""
        keys = [one.key for one in self.shown.plan.measures]
        return {key: (*self.shown.readings.get(key, ()), *self.shown.pointers.get(key, ())) for key in keys}

    @property
    def titles(self) -> dict[str, str]:
        """The title of each measure and milestone by its key, measures first."""
        found = {one.key: one.title for one in self.shown.plan.measures}
        return found | {one.milestone.key: one.milestone.title for one in self.standings}


def published(here: Here) -> PublishedPlan | None:
    """The published plan with everything that is recorded of it, or None while nothing is published."""
    return published_of(here.workspace)


def published_of(workspace: Any) -> PublishedPlan | None:
    """The same of any workspace: a predecessor's, where this council continues its work."""
    shown = publications.published(workspace.slug, workspace.round_slug)
    if shown is None:
        return None
    pk = workspace.pk
    return replace(
        shown,
        readings=queries.readings(pk),
        milestone_updates=queries.milestone_updates(pk),
        pointers=queries.pointers(pk),
        breaks=queries.breaks(pk),
    )


def state(here: Here, *, as_of: date) -> State | None:
    """Where progress stands on a day, or None while nothing is published."""
    shown = published(here)
    if shown is None:
        return None
    followed = queries.followed(here.workspace.pk, shown.plan)
    return State(
        shown=shown,
        standings=standings(shown.plan, shown.milestone_updates, as_of=as_of),
        followed=followed,
        waits=waits(
            shown.plan,
            followed=followed,
            told=told(shown),
            updates=shown.milestone_updates,
            since=follows_from(shown),
            as_of=as_of,
        ),
        vacant=vacant(shown.plan, followed),
        unsaid=without_frequency(shown.plan, followed),
        not_released=len(queries.not_released(here.workspace.pk)),
    )


def told(shown: PublishedPlan) -> dict[str, set[date]]:
    """The ends of the periods that were told of each measure, by a reading or an item pointed at."""
    found = {key: {one.period_ends_on for one in some} for key, some in shown.readings.items()}
    for key, items in shown.pointers.items():
        found.setdefault(key, set()).update(one.period_ends_on for one in items if one.period_ends_on)
    return found


def follows_from(shown: PublishedPlan) -> date:
    """The day on which the plan was first published: no reading is asked for a period that was over by then."""
    first = publications.versions(shown.slug, shown.round_slug)[-1]
    return timezone.localdate(first.published_at)


def longest_waiting(key: str, waiting: tuple[Wait, ...]) -> Wait | None:
    """The reading of a measure that waits longest, or None where none does."""
    return next((wait for wait in waiting if wait.item == key and wait.period), None)
