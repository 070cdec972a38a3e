"""A route with its dates: whether it makes the deadline, what it costs, and why not where it does not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from moothall.domain.authorities import BodyKind
from moothall.domain.courses import Course, Step, in_order
from moothall.domain.days import Length, in_words
from moothall.domain.deadlines import Deadline
from moothall.domain.decisions import StepValue
from moothall.domain.meetings import body_kind
from moothall.domain.provisions import Provision
from moothall.domain.routes import Deed, Endorsement, Route, Term, Way, route
from moothall.domain.rule_packs import RulePack
from moothall.domain.situation import Situation

_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")


@dataclass(frozen=True, slots=True)
class WayOut:
    """What a way out rests on. ``consent`` is whose it needs, in words, and says so where it needs nobody's.

    ``provision`` is where it comes from, None where no law or rule gives it; ``first_on`` the first day on which it can
    be begun; ``afterwards`` what is reported, recorded or put right when it has been used.
    """

    way: Way
    consent: str
    provision: Provision | None
    first_on: date
    afterwards: str


@dataclass(frozen=True, slots=True)
class PlannedRoute:
    """One way to the deadline. ``submit_on`` is the first day the plan may be sent on it.

    ``slack_days`` are the calendar days from then to the deadline, below 0 where it is late; ``in_force_on`` is the day
    the decision takes effect. ``trades`` says what it costs, ``why_not`` why it does not fit, in sentences.
    ``a_day_late`` is the call-in if the decision is published one working day later than planned; ``as_of`` is the day
    looked from. ``notice`` is the kind of notice a key decision would have on it (`clocks.notice_kind`). ``way_out``
    says what it rests on where it is one, and such a route never fits. ``same_dates_as`` names the route whose dates it
    shares, empty for a route with dates of its own.
    """

    route: str
    name: str
    fits: bool
    endorsement: Endorsement
    as_of: date
    steps: tuple[Step, ...]
    slack_days: int | None = None
    submit_on: date | None = None
    in_force_on: date | None = None
    trades: tuple[str, ...] = ()
    why_not: str | None = None
    a_day_late: Deadline | None = None
    notice: str | None = None
    way_out: WayOut | None = None
    same_dates_as: str = ""

    @property
    def first_to_keep(self) -> Step | None:
        """The first step that is still ahead on the day looked from."""
        return next((step for step in self.steps if step.on >= self.as_of), None)

    @property
    def bodies(self) -> tuple[StepValue, ...]:
        """The bodies that meet on this route, in order, and which of them decides."""
        return tuple(
            StepValue(
                body=step.body,
                kind=body_kind(step.body),
                is_deciding=step.step == "decision",
                meets_on=step.on,
                meets_at=step.at.time() if step.at else None,
            )
            for step in self.steps
            if step.body and step.step in ("scrutiny", "decision")
        )

    @property
    def parts(self) -> tuple[StepValue, ...]:
        """Every part of this route in order: the bodies that meet, who finishes, who sends, who asks for a later day.

        Empty where no body is known that decides. What is sent on every route is no part of its own where its shape
        has none.
        """
        if not any(one.is_deciding for one in self.bodies):
            return ()
        found = [part for step in self.steps if (part := self._part(step))]
        return tuple(found)

    def _part(self, step: Step) -> StepValue | None:
        shape = route(self.route).steps
        deeds = [pattern.deed for pattern in shape]
        at = step.at.time() if step.at else None
        if step.step == "scrutiny" and step.body:
            return StepValue(step.body, body_kind(step.body), False, step.on, at, Deed.ADVISE)
        if step.step == "decision" and step.body:
            deciding = next(pattern for pattern in shape if pattern.deed.decides)
            does = self._deciding(deeds)
            return StepValue(step.body, body_kind(step.body), True, step.on, at, does, terms=deciding.terms)
        deed: Deed | None = _OFFICERS.get(step.step)
        if deed is None or deed not in deeds:
            return None
        terms = next(pattern.terms for pattern in shape if pattern.deed is deed)
        if deed is Deed.SEND and self._is_sent_before_effect:
            terms = (*terms, Term.BEFORE_EFFECT)
        return StepValue(step.who, BodyKind.OFFICER, False, step.on, at, deed, _WITH.get(self.route, ""), terms)

    def _deciding(self, deeds: list[Deed]) -> Deed:
        """What the deciding body does. Where it has decided by the day of sending, there is nothing left to ratify."""
        deed = next(one for one in deeds if one.decides)
        return Deed.DECIDE if deed is Deed.RATIFY and self._is_sent_before_effect else deed

    @property
    def _is_sent_before_effect(self) -> bool:
        """Whether it is sent when it was decided already, and that may still be called in."""
        decided = next((step.on for step in self.steps if step.step == "decision"), None)
        if decided is None or self.submit_on is None or self.in_force_on is None:
            return False
        return decided <= self.submit_on < self.in_force_on

    def as_plain(self) -> dict[str, Any]:
        """The route as `moothall plan-route` prints it: plain JSON data, these keys, always all of them."""
        return {
            "route": self.route,
            "name": self.name,
            "fits": self.fits,
            "slack_days": self.slack_days,
            "submit_on": self.submit_on.isoformat() if self.submit_on else None,
            "steps": [_plain_step(step) for step in self.steps],
            "trades": list(self.trades),
            "why_not": self.why_not,
        }


_OFFICERS = {"finish": Deed.FINISH, "submit": Deed.SEND, "ask_for_time": Deed.AGREE_DELAY}
"""The steps that somebody other than the deciding body takes, and what each is."""
_WITH = {"R5": "with a group of members"}


def planned(
    shape: Route,
    name: str,
    course: Course,
    situation: Situation,
    *,
    trades: Iterable[str] = (),
    steps: Iterable[Step] = (),
    way_out: WayOut | None = None,
    because: str = "",
    sent_on: date | None = None,
) -> PlannedRoute:
    """A route sent when its decision is in force, or on ``sent_on`` where its text is settled only later.

    It fits if that is by the deadline, nothing is in the way and it is no way out. ``because`` is said first of one
    that does not.
    """
    sent_on = sent_on or course.in_force_on
    slack = (situation.deadline_on - sent_on).days
    fits = slack >= 0 and not course.obstacles and way_out is None and not shape.way_out
    costs = (
        *course.trades,
        *trades,
        *shape.costs,
        *_publication(course, situation, slack),
        *_assumed(course),
    )
    return PlannedRoute(
        route=shape.id,
        name=name,
        fits=fits,
        endorsement=shape.endorsement,
        as_of=situation.as_of,
        steps=in_order([*course.steps, *steps, send(sent_on)]),
        slack_days=slack,
        submit_on=sent_on,
        in_force_on=course.in_force_on,
        trades=costs if fits or way_out else (*costs, *_instead(situation, slack)),
        why_not=None if fits else _why_not(course, situation, slack, because),
        a_day_late=course.a_day_late,
        notice=course.notice,
        way_out=way_out,
    )


def place(
    shape: Route, *, fits: bool, slack_days: int | None, way: Way | None, in_force_on: date | None
) -> tuple[int, int, int, int]:
    """Where a route stands among the others, as a key to sort by.

    Those that fit come first, most days to spare first and the more ordinary of two alike; then those that miss the
    deadline, the nearest first; then the ways out.
    """
    until = (in_force_on or date.max).toordinal()
    if fits:
        return 0, -(slack_days or 0), shape.order, until
    if way is not None:
        return 2, way.order, 0, until
    return 1, until, shape.order, 0


def send(on: date, what: str = "Publish the plan and send the return") -> Step:
    """The step of sending the plan to those who asked for it."""
    return Step("submit", what, None, on, who="Chief executive")


def verdict(routes: Iterable[PlannedRoute], deadline_on: date) -> str:
    """What the routes come to, in a sentence or two: how many make the deadline, and how many have no day over.

    A deadline before the day looked from is said to be past: nothing can make it, and every way out is late already.
    """
    found = list(routes)
    fitting = [route for route in found if route.fits]
    day = in_words(deadline_on).removesuffix(f" {deadline_on.year}")
    past = max(((route.as_of - deadline_on).days for route in found), default=0)
    if past > 0:
        return (
            f"{day} passed {past} {_plural(past, 'day', 'days')} ago. No route makes it, and what is sent now is late."
        )
    if not fitting:
        return f"No route still makes {day}."
    tight = sum(route.slack_days == 0 for route in fitting)
    first = f"{_number(len(fitting))} {_plural(len(fitting), 'route still makes', 'routes still make')} {day}."
    if not tight:
        return first
    return f"{first} {_number(tight)} {_plural(tight, 'leaves', 'leave')} no day to spare."


def _publication(course: Course, situation: Situation, slack: int) -> tuple[str, ...]:
    late = course.a_day_late
    if late is None or late.effective_on is None or slack < 0 or late.effective_on <= situation.deadline_on:
        return ()
    return (
        f"The decision must be published the same day: a working day later it is in force on"
        f" {situation.short(late.effective_on)}, too late.",
    )


def assumed_call_in(pack: RulePack) -> str:
    """What every route with a call-in says of a pack whose call-in nobody has entered; empty where somebody has."""
    if pack.call_in is None or "call_in" not in pack.defaults:
        return ""
    return _is_a_default(pack.call_in.length)


def _assumed(course: Course) -> tuple[str, ...]:
    return (_is_a_default(course.assumed),) if course.assumed else ()


def _is_a_default(length: Length) -> str:
    return f"Call-in of {length} is a default, not your council's rule: look it up before relying on the date."


def _why_not(course: Course, situation: Situation, slack: int, because: str) -> str:
    reasons = [because, *course.problems] if because else list(course.problems)
    if slack < 0:
        after = (course.decided_on - situation.deadline_on).days
        meets = f"It is decided {_days(after)} after the deadline and" if after > 0 else "It"
        reasons.append(
            f"{meets} is in force on {situation.short(course.in_force_on)}, {_days(-slack)} after the deadline."
        )
    return " ".join(reasons)


def _instead(situation: Situation, slack: int) -> tuple[str, ...]:
    if slack >= 0 or situation.deadline_on < situation.as_of:
        return ()
    day = situation.short(situation.deadline_on)
    return (f"You could send the plan by {day} marked subject to approval, or ask for a later day.",)


def _plain_step(step: Step) -> dict[str, Any]:
    return {
        "step": step.step,
        "body": step.body,
        "on": step.on.isoformat(),
        "at": step.at.isoformat(timespec="minutes") if step.at else None,
        "rule": step.rule,
        "provision": step.provision.in_words() if step.provision else None,
        "who": step.who,
    }


def _days(number: int) -> str:
    return f"{number} {_plural(number, 'day', 'days')}"


def _plural(number: int, one: str, many: str) -> str:
    return one if number == 1 else many


def _number(number: int) -> str:
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)
