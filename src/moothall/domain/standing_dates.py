"""The dates of a route as they stand: as computed, as things really happened, and as a proper officer put them.

What follows from a date that was moved follows it, and says so. Nothing is lost: each date keeps what was computed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from moothall.domain.deadlines import Deadline
from moothall.domain.overrides import Override, is_computed
from moothall.domain.provisions import Provision
from moothall.domain.timetable import Step

_Row = tuple[Step, bool]


@dataclass(frozen=True, slots=True)
class Following:
    """How what follows from a moved date is counted anew, by the council's own rules.

    Both take the step to be moved. ``call_in_from`` gives the call-in of a decision published on a day, None where
    publication does not start it; ``effect_after`` gives the day a decision takes effect where call-in closes on a day.
    """

    call_in_from: Callable[[Step, date], Deadline | None]
    effect_after: Callable[[Step, date], date]


@dataclass(frozen=True, slots=True)
class StandingDate:
    """One date of the timetable. ``step`` has the day that stands, ``counted`` the same step as computed.

    ``follows`` says in words which other date moved this one, where one did. ``is_done`` marks what has happened.
    """

    key: str
    step: Step
    counted: Step
    override: Override | None = None
    follows: str = ""
    is_done: bool = False

    @property
    def may_be_overridden(self) -> bool:
        """Whether it was computed and has not happened yet, so that an officer may put another day."""
        return is_computed(self.counted) and not self.is_done

    @property
    def asks(self) -> bool:
        """Whether the computed date has moved since the override was put: someone must say whether it still holds."""
        return self.override is not None and (self.override.counted_on, self.override.counted_at) != (
            self.counted.on,
            self.counted.at,
        )


@dataclass(frozen=True, slots=True)
class Happened:
    """What one body of the route did: when it meets or met, and what became of its decision.

    ``published_on`` is None while the decision is not public. ``call_in`` is the clock as it was started then, None
    where the decision cannot be called in.
    """

    body: str
    is_deciding: bool
    meets_on: date | None = None
    meets_at: time | None = None
    has_met: bool = False
    published_on: date | None = None
    record: tuple[str, Provision] | None = None
    call_in: Deadline | None = None


def keys(steps: Iterable[Step]) -> tuple[str, ...]:
    """A name for each step that lasts when its day moves: what it is and whose, with a number where two are alike."""
    seen: Counter[str] = Counter()
    found = []
    for step in steps:
        name = f"{step.step}-{slug}" if (slug := _slug(step.body or "")) else step.step
        seen[name] += 1
        found.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return tuple(found)


def standing(
    steps: Sequence[Step],
    *,
    happened: Sequence[Happened] = (),
    overrides: Iterable[Override] = (),
    following: Following | None = None,
) -> tuple[StandingDate, ...]:
    """The dates as they stand, by day. ``steps`` are those of the planned route, or none where none were planned.

    An override is laid on the date of its key unless that has happened; the day of effect follows the end of call-in
    and the day of sending follows the day of effect, unless these were put themselves.
    """
    rows = _as_it_went(steps, happened)
    put = {one.key: one for one in overrides if one.stands}
    dates = [
        _laid(key, step, put.get(key) if is_computed(step) else None, is_done=is_done)
        for key, (step, is_done) in zip(keys(step for step, _ in rows), rows, strict=True)
    ]
    if following is not None:
        dates = _call_in_follows(dates, following)
        dates = _effect_follows(dates, following)
    dates = _sending_follows(dates)
    return tuple(sorted(dates, key=lambda one: one.step.on))


def without_date(dates: Iterable[StandingDate], overrides: Iterable[Override]) -> tuple[Override, ...]:
    """The overrides that stand though their date is no longer on the route: someone must say what becomes of them."""
    known = {one.key for one in dates}
    return tuple(one for one in overrides if one.stands and one.key not in known)


def _laid(key: str, step: Step, override: Override | None, *, is_done: bool) -> StandingDate:
    if override is None:
        return StandingDate(key, step, step, is_done=is_done)
    if is_done:
        return StandingDate(key, step, step, override, is_done=True)
    return StandingDate(key, replace(step, on=override.on, at=override.at), step, override)


def _call_in_follows(dates: list[StandingDate], following: Following) -> list[StandingDate]:
    """Call-in counted anew from a day of publication that was put and is still to come."""
    public = {one.step.body: one.step for one in dates if one.step.step == "publish_decision" and _is_moved(one)}
    found = []
    for one in dates:
        moved = public.get(one.step.body) if one.step.step == "call_in" and not one.override else None
        clock = following.call_in_from(one.step, moved.on) if moved else None
        if clock is not None and clock.on is not None:
            step = replace(one.step, on=clock.on, at=clock.at, deadline=clock)
            one = replace(one, step=step, follows="It follows the date put for publication.")
        found.append(one)
    return found


def _effect_follows(dates: list[StandingDate], following: Following) -> list[StandingDate]:
    closes = {one.step.body: one.step for one in dates if one.step.step == "call_in" and _is_moved(one)}
    found = []
    for one in dates:
        moved = closes.get(one.step.body) if one.step.step == "in_force" and not one.override else None
        if moved is not None:
            step = replace(one.step, on=following.effect_after(one.step, moved.on))
            one = replace(one, step=step, follows="It follows the end of call-in.")
        found.append(one)
    return found


def _is_moved(one: StandingDate) -> bool:
    return not one.is_done and one.step.on != one.counted.on


def _sending_follows(dates: list[StandingDate]) -> list[StandingDate]:
    effect = [one for one in dates if one.step.step == "in_force"]
    moved = [one for one in effect if one.step.on != one.counted.on]
    if not moved:
        return dates
    was, now = max(one.counted.on for one in effect), max(one.step.on for one in effect)
    return [
        replace(one, step=replace(one.step, on=now), follows="It follows the day on which the decision takes effect.")
        if one.step.step == "submit" and not one.override and one.counted.on == was
        else one
        for one in dates
    ]


def _as_it_went(steps: Sequence[Step], happened: Sequence[Happened]) -> list[_Row]:
    """The steps with what really happened in them, each with whether it has happened."""
    rows: list[_Row] = [(step, False) for step in steps]
    for one in happened:
        if one.meets_on is not None:
            rows = _met(rows, one, one.meets_on)
        if one.published_on is not None:
            rows = _published(rows, one, one.published_on)
    return rows


def _met(rows: list[_Row], one: Happened, on: date) -> list[_Row]:
    name = "decision" if one.is_deciding else "scrutiny"
    planned = _step(rows, name, one.body)
    if planned is None:
        what = f"{one.body} decides" if one.is_deciding else f"{one.body} looks at the plan"
        planned = Step(name, what, one.body, on, who=one.body)
    at = datetime.combine(on, one.meets_at) if one.meets_at else None
    fact = replace(planned, on=on, at=at or (planned.at if planned.on == on else None))
    return _put(rows, planned, fact, is_done=one.has_met)


def _published(rows: list[_Row], one: Happened, on: date) -> list[_Row]:
    """The rows with the decision public: its day, the call-in as it was started then, and the day of effect."""
    planned = _step(rows, "publish_decision", one.body)
    rule, provision = one.record or (None, None)
    public = planned or Step("publish_decision", "Publish the decision", one.body, on, rule=rule, provision=provision)
    rows = _put(rows, public, replace(public, on=on), is_done=True)
    closing = _step(rows, "call_in", one.body)
    if one.call_in is None or one.call_in.on is None:
        rows = [row for row in rows if row[0] is not closing]
        return _takes_effect(rows, one, on, "The decision is in force at once")
    clock, last = one.call_in, one.call_in.on
    called = closing or Step("call_in", clock.what, one.body, on, who="Scrutiny members")
    fact = replace(
        called, what=clock.what, on=last, at=clock.at, rule=clock.rule, provision=clock.provision, deadline=clock
    )
    rows = _put(rows, called, fact, is_done=False)
    return _takes_effect(rows, one, clock.effective_on or on, "The decision is in force unless it was called in")


def _takes_effect(rows: list[_Row], one: Happened, on: date, what: str) -> list[_Row]:
    clock = one.call_in
    planned = _step(rows, "in_force", one.body)
    was = planned.on if planned else None
    effect = planned or Step("in_force", what, one.body, on)
    rule, provision = (clock.rule, clock.provision) if clock else (None, None)
    fact = replace(effect, what=what, on=on, rule=rule, provision=provision, deadline=clock)
    rows = _put(rows, effect, fact, is_done=False)
    return [
        (replace(step, on=on), is_done) if step.step == "submit" and step.on == was else (step, is_done)
        for step, is_done in rows
    ]


def _step(rows: Iterable[_Row], name: str, body: str) -> Step | None:
    return next((step for step, _ in rows if step.step == name and step.body == body), None)


def _put(rows: list[_Row], instead_of: Step, fact: Step, *, is_done: bool) -> list[_Row]:
    """The rows with a fact in the place of a step, or after the others where that step was not planned."""
    if not any(step is instead_of for step, _ in rows):
        return [*rows, (fact, is_done)]
    return [(fact, is_done) if step is instead_of else (step, done) for step, done in rows]


def _slug(words: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")
