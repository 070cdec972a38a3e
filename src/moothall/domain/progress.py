"""How a plan is going: readings and milestone updates. Words and dates, never a percentage complete."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

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


def check_reading(*, period_ends_on: date, today: date) -> None:
    """Raise a Refusal if the period is not over: a reading tells what happened."""
    if period_ends_on > today:
        raise Refusal(
            f"The period ends on {period_ends_on.day} {period_ends_on:%B %Y}, which is still to come.",
            next_step="Record the reading when the period is over, or correct the date.",
        )


def check_update(state: MilestoneState, *, words: str, done_on: date | None, today: date) -> None:
    """Raise a Refusal if the update says nothing, or says done without a day that has come."""
    if not words.strip():
        raise Refusal("The update has no words.", next_step="Say in a sentence where the milestone stands.")
    if state is MilestoneState.DONE and done_on is None:
        raise Refusal("A milestone that is done needs the day it was done.", next_step="Give the date.")
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
