"""How a plan is going: readings and milestone updates. Words and dates, never a percentage complete."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from moothall.domain.plans import Commitment, Measure, Milestone, Plan
from moothall.domain.refusals import Refusal


class MilestoneState(StrEnum):
    """Where a milestone stands, as the council says."""

    NOT_STARTED = "not_started"
    IN_HAND = "in_hand"
    DONE = "done"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Reading:
    """One value of one measure for a period, with the council's note on it."""

    measure: str
    period: str
    period_ends_on: date
    value: Decimal
    note: str
    source: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class MilestoneUpdate:
    """The latest word on a milestone."""

    milestone: str
    state: MilestoneState
    words: str
    done_on: date | None
    recorded_at: datetime


_SETTLED = frozenset({MilestoneState.DONE, MilestoneState.STOPPED})


@dataclass(frozen=True, slots=True)
class Standing:
    """A milestone of the plan, the commitment it belongs to, and the latest word on it as of one day.

    ``is_past_due`` where its day has passed and the council says neither done nor stopped. ``owes_word`` where it has
    also said nothing since that day.
    """

    milestone: Milestone
    commitment: Commitment
    update: MilestoneUpdate | None
    is_past_due: bool
    owes_word: bool

    @property
    def late(self) -> str:
        """How late it was done, in words; empty while it is not done or where it was in time."""
        done_on = self.update.done_on if self.update else None
        return lateness(self.milestone.due_on, done_on) if done_on else ""


def standings(plan: Plan, updates: Mapping[str, MilestoneUpdate], *, as_of: date) -> tuple[Standing, ...]:
    """Every milestone of the plan with where it stands on a day, the soonest due first."""
    found = [
        _standing(milestone, commitment, updates.get(milestone.key), as_of)
        for commitment in plan.commitments
        for milestone in commitment.milestones
    ]
    return tuple(sorted(found, key=lambda one: (one.milestone.due_on, one.milestone.key)))


def _standing(milestone: Milestone, commitment: Commitment, update: MilestoneUpdate | None, as_of: date) -> Standing:
    is_past_due = milestone.due_on < as_of and not (update and update.state in _SETTLED)
    owes_word = is_past_due and (update is None or update.recorded_at.date() <= milestone.due_on)
    return Standing(milestone, commitment, update, is_past_due, owes_word)


def unread(plan: Plan, readings: Mapping[str, Collection[Reading]]) -> tuple[Measure, ...]:
    """The measures of the plan without any reading, in its order."""
    return tuple(one for one in plan.measures if not readings.get(one.key))


def check_known(key: str, known: Collection[str], *, what: str) -> None:
    """Raise a Refusal if no kept version of the plan has a measure or milestone (``what``) with this key."""
    if key not in known:
        raise Refusal(f"The plan has no {what} {key}.", next_step=f"Choose a {what} that stands in the plan.")


def check_reading(*, period_ends_on: date, today: date) -> None:
    """Raise a Refusal if the period is not over: a reading tells what happened."""
    if period_ends_on > today:
        raise Refusal(
            f"The period ends on {period_ends_on.day} {period_ends_on:%B %Y}, which is still to come.",
            next_step="Record the reading when the period is over, or correct the date.",
        )


def check_update(state: MilestoneState, *, words: str, done_on: date | None, today: date) -> None:
    """Raise a Refusal if the update says nothing, or if done and its day do not go together."""
    if not words.strip():
        raise Refusal("The update has no words.", next_step="Say in a sentence where the milestone stands.")
    if state is MilestoneState.DONE and done_on is None:
        raise Refusal("A milestone that is done needs the day it was done.", next_step="Give the date.")
    if done_on is not None and state is not MilestoneState.DONE:
        raise Refusal(
            "A day it was done is given, and the milestone is not said to be done.",
            next_step="Choose Done, or leave the day empty.",
        )
    if done_on is not None and done_on > today:
        raise Refusal("The day it was done is still to come.", next_step="Correct the date.")


def lateness(due_on: date, done_on: date) -> str:
    """How late in words ("2 weeks late"), or an empty string if it was in time."""
    days = (done_on - due_on).days
    if days <= 0:
        return ""
    if days < 14:
        return f"{days} day{'s' if days > 1 else ''} late"
    if days < 60:
        return f"{days // 7} weeks late"
    return f"{days // 30} months late"
