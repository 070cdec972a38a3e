"""When somebody who was asked is reminded, when their deputy is, and who has a request while they are away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

BEFORE_DAYS = 2
AFTER_DAYS = 1
ESCALATE_DAYS = 2
CLEARANCE_DAYS = 7
"""Days between the last answer and the papers going out, where the council's own route says nothing else."""


class Reminder(StrEnum):
    """What is sent of a request that waits. None of them answers it."""

    BEFORE = "before"
    ON = "on"
    AFTER = "after"
    ESCALATE = "escalate"


@dataclass(frozen=True, slots=True)
class Absence:
    """Somebody is away from a day to a day, both included, and somebody else has what they are asked."""

    person: int
    cover: int
    from_on: date
    to_on: date

    def holds(self, on: date) -> bool:
        """Whether the person is away on this day."""
        return self.from_on <= on <= self.to_on


def reminder_due(due_on: date, *, asked_on: date, as_of: date) -> Reminder | None:
    """The reminder that a waiting request calls for today, None where none does; what was missed is not made up for.

    Two days before the due date, on it, the day after, and two days after to the deputy. Nobody is reminded on the day
    they were asked.
    """
    if as_of <= asked_on:
        return None
    late = (as_of - due_on).days
    if late >= ESCALATE_DAYS:
        return Reminder.ESCALATE
    if late >= AFTER_DAYS:
        return Reminder.AFTER
    if late == 0:
        return Reminder.ON
    return Reminder.BEFORE if late >= -BEFORE_DAYS else None


def cover_of(person: int, absences: Iterable[Absence], *, on: date) -> int:
    """Who has what a person is asked on a day: they, or who covers; where that one is away too, who covers for them.

    Where everybody in a circle covers for the next and all are away, it stays with the person.
    """
    away = {one.person: one.cover for one in absences if one.holds(on)}
    seen, holder = {person}, person
    while holder in away:
        holder = away[holder]
        if holder in seen:
            return person
        seen.add(holder)
    return holder


def default_due(papers_on: date | None, *, as_of: date) -> date:
    """The day an answer is asked for where nobody says another: a week before the papers go out, a week from today
    where no route is chosen, and the day before the papers where a week before them is past."""
    if papers_on is None:
        return as_of + timedelta(days=CLEARANCE_DAYS)
    early, late = papers_on - timedelta(days=CLEARANCE_DAYS), papers_on - timedelta(days=1)
    return early if early > as_of else max(late, as_of)
