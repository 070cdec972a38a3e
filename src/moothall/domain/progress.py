"""How a plan is going: readings and milestone updates. Words and dates, never a percentage complete."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
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
    why: str = ""
    was: Decimal | None = None

    @property
    def is_corrected(self) -> bool:
        """Whether another value was told for this period before. ``was`` is that value and ``why`` the reason."""
        return self.was is not None


@dataclass(frozen=True, slots=True)
class MilestoneUpdate:
    """The latest word on a milestone. ``expected_on`` is the day it is now expected, where the day was moved."""

    milestone: str
    state: MilestoneState
    words: str
    done_on: date | None
    recorded_at: datetime
    expected_on: date | None = None
    next_step: str = ""


@dataclass(frozen=True, slots=True)
class Pointer:
    """Where a committee was told already how a measure or milestone is going: its item stands in place of a reading.

    ``period_ends_on`` is empty where the item is about a milestone. ``says`` is what it says, in the council's words.
    """

    item: str
    period: str
    period_ends_on: date | None
    meeting: str
    meeting_on: date
    paragraph: str
    address: str
    says: str
    recorded_at: datetime
    why: str = ""

    @property
    def where(self) -> str:
        """The item in a few words: Cabinet, 12 November 2024, paragraph 3.2."""
        place = f", paragraph {self.paragraph}" if self.paragraph else ""
        return f"{self.meeting}, {self.meeting_on.day} {self.meeting_on:%B %Y}{place}"


@dataclass(frozen=True, slots=True)
class ReleasedWord:
    """What was said when progress was let out to the public: by whom, when, and what comes next."""

    words: str
    next_step: str
    released_at: datetime
    released_by: str


class BreakKind(StrEnum):
    """What changed, so that readings before and after cannot be compared."""

    DEFINITION = "definition"
    UNIT = "unit"
    PERIOD = "period"
    BASIS = "basis"


@dataclass(frozen=True, slots=True)
class Break:
    """From the period that ends on ``from_on`` a measure is not comparable with what was told before, and why."""

    measure: str
    from_on: date
    kind: BreakKind
    words: str


def runs(days: Sequence[date | None], breaks: Collection[Break]) -> tuple[tuple[int, ...], ...]:
    """The places of ``days`` (the ends of periods, oldest first) in groups that may be compared with one another.

    A period without a day, such as the one a measure started from, goes with those before the first break.
    """
    found: list[list[int]] = []
    before: int | None = None
    for place, day in enumerate(days):
        part = sum(1 for one in breaks if day is not None and one.from_on <= day)
        if part != before:
            found.append([])
            before = part
        found[-1].append(place)
    return tuple(tuple(some) for some in found)


_SETTLED = frozenset({MilestoneState.DONE, MilestoneState.STOPPED})


@dataclass(frozen=True, slots=True)
class Standing:
    """A milestone of the plan, the commitment it belongs to, and the latest word on it as of one day.

    ``is_past_due`` where its day has passed and the council says neither done nor stopped. ``owes_word`` where it has
    also said nothing since that day. Where the council moved the day, the day it gave last is the one that counts.
    """

    milestone: Milestone
    commitment: Commitment
    update: MilestoneUpdate | None
    is_past_due: bool
    owes_word: bool

    @property
    def due_on(self) -> date:
        """The day it is due: as planned, or as the council moved it."""
        return (self.update.expected_on if self.update else None) or self.milestone.due_on

    @property
    def is_settled(self) -> bool:
        """Whether the council says it is done or stopped."""
        return self.update is not None and self.update.state in _SETTLED

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
    due_on = (update.expected_on if update else None) or milestone.due_on
    is_past_due = due_on < as_of and not (update and update.state in _SETTLED)
    owes_word = is_past_due and (update is None or update.recorded_at.date() <= due_on)
    return Standing(milestone, commitment, update, is_past_due, owes_word)


def unread(plan: Plan, told: Mapping[str, Collection[Reading | Pointer]]) -> tuple[Measure, ...]:
    """The measures of the plan of which nothing was told yet, in its order."""
    return tuple(one for one in plan.measures if not told.get(one.key))


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


def check_why(why: str, *, is_correction: bool) -> None:
    """Raise a Refusal if something that was told is told otherwise and nobody says why."""
    if is_correction and not why.strip():
        raise Refusal(
            "Something was told for this period already, and the correction does not say why.",
            next_step="Say in a sentence why it was wrong. What was told before stays in the record.",
        )


def check_pointer(*, says: str, address: str, meeting_on: date, today: date) -> None:
    """Raise a Refusal if what is pointed at says nothing, cannot be opened by a reader, or is still to come."""
    if not says.strip():
        raise Refusal("Nothing is said of what the item says.", next_step="Say it in a sentence or two.")
    if address and not address.startswith(("https://", "http://")):
        raise Refusal(
            "The address of the item is no web address.", next_step="Give it in full, beginning with https://."
        )
    if meeting_on > today:
        raise Refusal(
            f"The meeting on {meeting_on.day} {meeting_on:%B %Y} is still to come.",
            next_step="Point at the item when the meeting was held, or correct the date.",
        )


def check_break(words: str) -> None:
    """Raise a Refusal if a break is recorded and nobody can learn what changed."""
    if not words.strip():
        raise Refusal(
            "The change has no words.", next_step="Say what changed, and why the figures cannot be compared across it."
        )


def check_update(
    state: MilestoneState, *, words: str, done_on: date | None, today: date, expected_on: date | None = None
) -> None:
    """Raise a Refusal if the update says nothing, or if the state and its days do not go together."""
    if expected_on is not None and state in _SETTLED:
        raise Refusal(
            "A new day is given for a milestone that is done or stopped.",
            next_step="Leave the new day empty, or choose In hand or Not started.",
        )
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
