"""A proper officer's own date in place of a computed one: what may be put, what is shown with it, and for how long.

The computed date and its working stay beside it for ever; an override that was taken back stays too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from moothall.domain.days import in_words, time_in_words
from moothall.domain.deadlines import Deadline
from moothall.domain.refusals import Refusal
from moothall.domain.timetable import Step

MEETS = frozenset({"decision", "scrutiny"})
"""Steps whose day is that of a meeting: it is moved with the meeting, not put in place of a computed one."""
FARTHEST = timedelta(days=366)
"""How far a date may lie from the computed one; beyond that it is taken for a slip of the year."""


@dataclass(frozen=True, slots=True)
class Override:
    """A date put in place of a computed one. ``key`` names the date, as `standing_dates.keys` does.

    ``counted_on`` and ``working`` are what it was put in place of; ``at`` is a local time of ``on`` where one was
    given. ``warnings`` are sentences the officer was shown and accepted. ``ended_at`` is set once it was taken back or
    another date was put in its place, with who did that and why.
    """

    key: str
    what: str
    counted_on: date
    on: date
    reason: str
    by_name: str
    by_role: str
    put_at: datetime
    put_on: date
    counted_at: datetime | None = None
    working: Deadline | None = None
    at: datetime | None = None
    warnings: tuple[str, ...] = ()
    ended_at: datetime | None = None
    ended_on: date | None = None
    ended_by_name: str = ""
    ended_by_role: str = ""
    ended_reason: str = ""

    @property
    def stands(self) -> bool:
        """Whether it still holds."""
        return self.ended_at is None

    @property
    def sentence(self) -> str:
        """Who put the date, in which role, when and why, and what was counted: shown wherever the date is."""
        return (
            f"Put by {self.by_name}, {self.by_role}, on {in_words(self.put_on)}: {_ended(self.reason)}"
            f" Counted: {_moment(self.counted_on, self.counted_at)}."
        )

    @property
    def ending(self) -> str:
        """Who ended it, when and why; empty while it stands."""
        if self.ended_on is None:
            return ""
        return (
            f"Ended by {self.ended_by_name}, {self.ended_by_role}, on {in_words(self.ended_on)}:"
            f" {_ended(self.ended_reason)}"
        )


def is_computed(step: Step) -> bool:
    """Whether a step's day was computed by a rule, so that an officer may put another in its place."""
    return step.step not in MEETS


def event_after(step: Step, steps: Sequence[Step]) -> Step | None:
    """The meeting or decision that a notice or paper comes before, or None for a date that follows from one.

    A date is owed before an event if its working runs on past it, or if its own body meets on or after it.
    """
    if step.step in MEETS or step.deadline is None or not step.deadline.counted:
        return None
    if step.deadline.counted[-1].day <= step.on:
        return None
    ahead = [one for one in steps if one.step in MEETS and one.on >= step.on and one.body == step.body]
    return min(ahead, key=lambda one: one.on, default=None)


def check_override(
    step: Step, steps: Sequence[Step], *, on: date, at: datetime | None, reason: str, accepted: bool
) -> tuple[str, ...]:
    """The warnings to keep with a date put in place of a computed one; empty where there is nothing to warn of.

    ``step`` is as computed, ``steps`` the whole timetable as it stands. Raises a Refusal for a date that is no computed
    one, without a reason, for a date that cannot be lawful whatever the reason (a notice on or after its event, a
    call-in that closes before the decision is public, effect before call-in has closed), and for one that needs a
    warning which was not ``accepted``: no notice becomes shorter than the law asks in silence.
    """
    if not is_computed(step):
        raise Refusal(
            f"{in_words(step.on)} is the day of a meeting and was not computed.", next_step="Move the meeting instead."
        )
    if not reason.strip():
        raise Refusal("There is no reason for the date.", next_step="Say why it stands in place of the computed one.")
    if on == step.on and at == step.at:
        raise Refusal(f"{_moment(on, at)} is the computed date itself.", next_step="Give the date to put in its place.")
    if abs(on - step.on) > FARTHEST:
        raise Refusal(
            f"{in_words(on)} is more than a year from the computed date, {in_words(step.on)}.",
            next_step="Check the year.",
        )
    _check_order(step, steps, on)
    warned = warnings(step, steps, on=on, at=at)
    if warned and not accepted:
        raise Refusal(" ".join(warned), next_step="If you put the date all the same, say that you have read this.")
    return warned


def _check_order(step: Step, steps: Sequence[Step], on: date) -> None:
    event = event_after(step, steps)
    if event is not None:
        if on >= event.on:
            raise Refusal(
                f"{in_words(on)} is not before {_named(event)} on {in_words(event.on)}, and this is owed before it.",
                next_step="Give an earlier day, or move the meeting.",
                rule=step.rule or "",
            )
        return
    decided = _latest(steps, "decision", step.body)
    if decided is not None and on < decided.on:
        raise Refusal(
            f"{in_words(on)} is before the decision on {in_words(decided.on)}, and this follows it.",
            next_step="Give a day on or after the decision.",
        )
    closes = _latest(steps, "call_in", step.body)
    if step.step == "in_force" and closes is not None and on < closes.on:
        raise Refusal(
            f"Call-in is open until {_moment(closes.on, closes.at)}: the decision cannot take effect before it closes.",
            next_step="Put another date for the end of call-in first, or record that call-in was set aside.",
        )
    published = _latest(steps, "publish_decision", step.body)
    if step.step == "call_in" and published is not None and on < published.on:
        raise Refusal(
            f"{in_words(on)} is before the decision is public, on {in_words(published.on)}.",
            next_step="Give a day on or after publication.",
        )


def warnings(step: Step, steps: Sequence[Step], *, on: date, at: datetime | None) -> tuple[str, ...]:
    """What an officer must have read before this date is put in place of the computed one, in sentences."""
    cited = f" It rests on {step.provision.in_words()}." if step.provision else ""
    event = event_after(step, steps)
    if event is not None and on > step.on:
        return (
            f"{in_words(on)} is later than the last day counted by the rule, {in_words(step.on)}.{cited}"
            f" What {_named(event)} then does may be open to challenge.",
        )
    if step.step == "call_in" and (on, at or _end_of(on)) < (step.on, step.at or _end_of(step.on)):
        return (
            f"Call-in would close earlier than the council's rule has it, {_moment(step.on, step.at)}.{cited}"
            " Members would lose time they are given.",
        )
    if step.step == "in_force" and on < step.on:
        return (f"The decision would take effect earlier than counted, {in_words(step.on)}.{cited}",)
    if step.step == "submit":
        effect = max((one.on for one in steps if one.step == "in_force"), default=None)
        if effect is not None and on < effect:
            return (
                f"The decision is in force on {in_words(effect)}. Sent before that, the plan is marked subject to"
                " approval.",
            )
    return ()


def _latest(steps: Sequence[Step], name: str, body: str | None) -> Step | None:
    found = [one for one in steps if one.step == name and body in (None, one.body)]
    return max(found, key=lambda one: one.on, default=None)


def _named(event: Step) -> str:
    return f"the meeting of {event.body}" if event.body else "the event"


def _end_of(day: date) -> datetime:
    return datetime.combine(day, time.max)


def _moment(on: date, at: datetime | None) -> str:
    return f"{in_words(on)} at {time_in_words(at.time())}" if at else in_words(on)


def _ended(text: str) -> str:
    return text.strip() if text.strip().endswith((".", "?")) else f"{text.strip()}."
