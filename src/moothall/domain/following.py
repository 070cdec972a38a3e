"""Who follows each measure and milestone, how often, and what waits for a word: due, overdue, or with nobody's name."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from moothall.domain.plans import Measure, Plan
from moothall.domain.progress import MilestoneUpdate, Standing, standings
from moothall.domain.refusals import Refusal
from moothall.domain.reporting import Frequency, Period, month_end, periods

DAYS_TO_REPORT = 30
"""Days from the end of a period until its reading is due, where the council says nothing else. Our own rule."""
MOST_DAYS = 200


@dataclass(frozen=True, slots=True)
class Followed:
    """How one measure or milestone is followed. ``frequency`` is None where nobody said how often it is measured.

    ``owners`` are the ids of the people whose word it is and ``names`` their names; ``post`` is the post it belongs
    to. ``is_vacant`` where nobody holds that post, or who held it has left.
    """

    item: str
    frequency: Frequency | None = None
    days: int = DAYS_TO_REPORT
    owners: tuple[int, ...] = ()
    names: tuple[str, ...] = ()
    post: str = ""
    is_vacant: bool = True


@dataclass(frozen=True, slots=True)
class Wait:
    """Something that waits for a word. ``period`` is that of a measure, and None for a milestone."""

    item: str
    title: str
    period: Period | None
    due_on: date
    is_overdue: bool
    followed: Followed

    @property
    def what(self) -> str:
        """What is asked for, in a few words."""
        return f"{self.title}, {self.period.words}" if self.period else self.title


def waits(
    plan: Plan,
    *,
    followed: Mapping[str, Followed],
    told: Mapping[str, Collection[date]],
    updates: Mapping[str, MilestoneUpdate],
    since: date,
    as_of: date,
) -> tuple[Wait, ...]:
    """What waits for a word on a day, the longest due first: readings of periods that are over, and milestones.

    ``told`` are the days on which the told periods of each measure end; nothing is asked for a period that was over
    ``since`` the plan was published. A milestone waits from the first day of the month in which it is due.
    """
    found = [wait for one in plan.measures for wait in _of_measure(one, followed, told, since, as_of)]
    until = month_end(as_of)
    found += [
        wait for one in standings(plan, updates, as_of=as_of) if (wait := _of_milestone(one, followed, until, as_of))
    ]
    return tuple(sorted(found, key=lambda one: (one.due_on, one.item)))


def _of_measure(
    one: Measure,
    followed: Mapping[str, Followed],
    told: Mapping[str, Collection[date]],
    since: date,
    as_of: date,
) -> Iterator[Wait]:
    by = followed.get(one.key, Followed(one.key))
    if by.frequency is None:
        return
    for period in periods(by.frequency, since=since, until=as_of - timedelta(days=1)):
        if not any(period.first_on <= day <= period.ends_on for day in told.get(one.key, ())):
            due_on = period.ends_on + timedelta(days=by.days)
            yield Wait(one.key, one.title, period, due_on, due_on < as_of, by)


def _of_milestone(one: Standing, followed: Mapping[str, Followed], until: date, as_of: date) -> Wait | None:
    is_told_since = one.is_past_due and not one.owes_word
    if one.is_settled or is_told_since or one.due_on > until:
        return None
    by = followed.get(one.milestone.key, Followed(one.milestone.key))
    return Wait(one.milestone.key, one.milestone.title, None, one.due_on, one.owes_word, by)


def without_frequency(plan: Plan, followed: Mapping[str, Followed]) -> tuple[Measure, ...]:
    """The measures of which nobody said how often they are measured, so that nothing can be said to be due."""
    return tuple(one for one in plan.measures if followed.get(one.key, Followed(one.key)).frequency is None)


def vacant(plan: Plan, followed: Mapping[str, Followed]) -> tuple[tuple[str, str], ...]:
    """The key and title of every measure and milestone that nobody follows now."""
    titles = [(one.key, one.title) for one in plan.measures]
    titles += [(step.key, step.title) for one in plan.commitments for step in one.milestones]
    return tuple((key, title) for key, title in titles if followed.get(key, Followed(key)).is_vacant)


def check_days(days: int) -> None:
    """Raise a Refusal for a number of days in which nobody can report, or after which it is past use."""
    if not 0 <= days <= MOST_DAYS:
        raise Refusal(
            f"A reading cannot be due {days} days after its period.", next_step=f"Give 0 to {MOST_DAYS} days."
        )
