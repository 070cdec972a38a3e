"""A route as it is walked: every step's state read off what was recorded, what may happen next, and how it ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from moothall.domain.authorities import BodyKind
from moothall.domain.decisions import StepValue
from moothall.domain.refusals import Refusal
from moothall.domain.route_table import (
    ANSWERS,
    COMPLETE,
    DECIDING,
    OUTCOMES,
    SETTLES,
    Event,
    Guard,
    State,
    move,
)
from moothall.domain.routes import Deed, Term

SENDING = StepValue("Chief executive", BodyKind.OFFICER, False, deed=Deed.SEND)
"""The end of every route that names nobody who sends."""


class End(StrEnum):
    """How a route came to its lawful end."""

    SENT = "sent"
    NOT_SENT = "not_sent"
    WITHDRAWN = "withdrawn"

    @property
    def sentence(self) -> str:
        """What is so at the end, in a sentence."""
        return {
            End.SENT: "The plan is sent, and nothing of the route is left to do.",
            End.NOT_SENT: "Members resolved that no plan is sent. The route ends there.",
            End.WITHDRAWN: "Members did not agree to what was sent, and it was withdrawn. The route ends there.",
        }[self]


@dataclass(frozen=True, slots=True)
class Happened:
    """Something recorded at the step with this number, counted from 0."""

    step: int
    event: Event


@dataclass(frozen=True, slots=True)
class Stage:
    """One step as it stands. ``outcome`` is what became of what was put to it; ``lacks`` are terms not settled yet.

    ``is_passed_over`` where the route went on without it: advice that was not had, a delegation that was not used.
    """

    number: int
    part: StepValue
    state: State
    outcome: Event | None
    lacks: tuple[Term, ...]
    is_passed_over: bool

    @property
    def is_complete(self) -> bool:
        """Whether nothing more is waited for here."""
        return self.is_passed_over or self.state in COMPLETE[self.part.doing]


@dataclass(frozen=True, slots=True)
class Walk:
    """The steps of a route with everything that happened at them, in the order in which it happened."""

    parts: tuple[StepValue, ...]
    events: tuple[Happened, ...] = ()

    @property
    def stages(self) -> tuple[Stage, ...]:
        """Every step as it stands."""
        return tuple(_stage(self, number) for number in range(len(self.parts)))

    def state(self, number: int) -> State:
        """How one step stands."""
        state = State.WAITING
        for event in self.at(number):
            found = move(self.parts[number].doing, state, event)
            state = found.to if found else state
        return state

    def at(self, number: int) -> tuple[Event, ...]:
        """What happened at one step, in order."""
        return tuple(one.event for one in self.events if one.step == number)

    def outcome(self, number: int) -> Event | None:
        """What became of what was put to a body, or None."""
        return next((one for one in self.at(number) if one in OUTCOMES), None)

    @property
    def end(self) -> End | None:
        """How the route ended, or None while something is left to do."""
        if self.duties:
            return None
        if _resolved_not_to_send(self):
            return End.NOT_SENT
        if not all(one.is_complete for one in self.stages):
            return None
        return End.WITHDRAWN if self.state(_sender(self)) is State.WITHDRAWN else End.SENT

    @property
    def duties(self) -> tuple[tuple[int, Event], ...]:
        """What has still to be done because of what happened, each with the step and the event that settles it."""
        return tuple(_duties(self))

    @property
    def next(self) -> tuple[int, Event] | None:
        """What moves the route on from here: the step and the event; None at its end."""
        if self.end:
            return None
        return next(_onward(self), None)

    def then(self, step: int, event: Event) -> Walk:
        """The walk after one more event. Raises a Refusal where it may not happen."""
        check(self, step, event)
        parts = self.parts
        if event is Event.PUT_AGAIN:
            parts = (*parts[: step + 1], parts[step], *parts[step + 1 :])
            moved = tuple(replace(one, step=one.step + 1) if one.step > step else one for one in self.events)
            return Walk(parts, (*moved, Happened(step, event)))
        return Walk(parts, (*self.events, Happened(step, event)))


def walk(parts: Sequence[StepValue], events: Sequence[Happened] = ()) -> Walk:
    """The walk along these steps; sending is put at the end of a route that has no step for it."""
    ends = () if any(one.doing is Deed.SEND for one in parts) else (SENDING,)
    return Walk((*parts, *ends), tuple(events))


def allowed(on: Walk) -> tuple[tuple[int, Event], ...]:
    """Everything that may happen next, by step and in the order of the table."""
    return tuple((number, event) for number in range(len(on.parts)) for event in Event if may(on, number, event))


def may(on: Walk, step: int, event: Event) -> bool:
    """Whether this may happen at the step now: the same check, as an answer."""
    try:
        check(on, step, event)
    except Refusal:
        return False
    return True


def check(on: Walk, step: int, event: Event) -> None:
    """Raise a Refusal, with what to do next, unless this may happen at the step now."""
    part, state = on.parts[step], on.state(step)
    found = move(part.doing, state, event)
    if found is None:
        raise Refusal(
            f"{part.body}: this cannot be recorded now ({event.label.lower()}). It stands at: {state.label.lower()}.",
            next_step="Record first what comes before it on the route.",
        )
    for guard in found.guards:
        check_guard(guard, on, step, event)


def check_guard(guard: Guard, on: Walk, step: int, event: Event) -> None:
    """Raise a Refusal, with what to do next, unless what this guard asks holds for an event at a step."""
    part = on.parts[step]
    if guard is Guard.ASKED_FOR_HERE and ANSWERS[event] not in part.terms:
        raise Refusal(
            f"The step of {part.body} does not rest on this ({event.label.lower()}).", next_step="Choose another kind."
        )
    if guard is Guard.INVITED and Event.REPRESENTATIONS_OPENED not in on.at(step):
        raise Refusal(
            "Nobody was invited to write yet.", next_step="Record first until when written representations could come."
        )
    if guard is Guard.RESTS_ON_NOTHING_MORE and (lacks := _lacks(on, step)):
        raise Refusal(f"{part.body}: {LACKING[lacks[0]]}", next_step="Record it, with its day and the name, first.")
    if guard is Guard.DELEGATED and not _in_force_before(on, step):
        raise Refusal(
            "No decision in force comes before this step, so nobody has delegated anything yet.",
            next_step="Wait until the decision takes effect.",
        )
    if guard is Guard.MAY_BE_FINISHED_AGAIN and not _may_finish_again(on, step):
        raise Refusal(
            "The text was finished and sent, and the delegation does not stand for later versions.",
            next_step="Put the later version to members.",
        )
    if guard is Guard.MEMBERS_ARE_BEHIND_IT and not _members_are_behind(on, step):
        raise Refusal("No decision on the plan is in force yet.", next_step="Wait until the decision takes effect.")
    if guard is Guard.HAS_A_TEXT and not _has_a_text(on, step):
        raise Refusal(
            "Members approved the approach, and nobody has finished the text yet.",
            next_step="Finish it under the delegation, and record that.",
        )
    if guard is Guard.A_PLAN_IS_SENT and _not_sent_at(on) is not None:
        raise Refusal(
            "Members resolved that no plan is sent.", next_step="A plan can be sent only when members decide anew."
        )
    if guard is Guard.WAS_REFUSED and on.outcome(step) is not Event.REFUSED:
        raise Refusal(f"{part.body} did not refuse it.", next_step="Go on from what was decided.")


LACKING: dict[Term, str] = {
    Term.REPRESENTATIONS: "it is not recorded that the member has read the written representations.",
    Term.SIGNED_BY_TWO: "two have to sign, and both signatures are not recorded yet.",
    Term.CONSENT: "the consent it needs is not recorded.",
    Term.LEAD_MEMBERS_ASKED: "it is not recorded that the lead members were asked.",
    Term.GROUP_ADVISES: "the advice of the group of members is not recorded.",
    Term.ALREADY_ADOPTED: "it is not recorded which strategy serves as the plan, and who adopted it when.",
}
"""What is missing where a term is not settled, to stand after the name of who acts."""


def _lacks(on: Walk, step: int) -> tuple[Term, ...]:
    """The terms of a step that must be settled before it is decided or finished, and are not."""
    happened = on.at(step)
    return tuple(
        term for term in on.parts[step].terms if term in SETTLES and happened.count(SETTLES[term][0]) < SETTLES[term][1]
    )


def _stage(on: Walk, number: int) -> Stage:
    state = on.state(number)
    is_over = state not in COMPLETE[on.parts[number].doing] and _went_on_without(on, number, state)
    return Stage(number, on.parts[number], state, on.outcome(number), _lacks(on, number), is_over)


def _went_on_without(on: Walk, number: int, state: State) -> bool:
    """Whether advice that was not had was overtaken by the decision, or the plan was sent without using a delegation.

    A later day that nobody asked for is passed over too when the plan is sent, and a decision in whose place another
    took effect, as after a call-in.
    """
    deed = on.parts[number].doing
    if deed in DECIDING:
        later = range(number + 1, len(on.parts))
        return any(on.parts[one].doing in DECIDING and on.state(one) is State.IN_FORCE for one in later)
    if state is not State.WAITING:
        return False
    if deed is Deed.ADVISE:
        return any(on.state(later) is not State.WAITING for later in range(number + 1, len(on.parts)))
    return deed in (Deed.FINISH, Deed.AGREE_DELAY) and on.state(_sender(on)) in (State.SENT, State.WITHDRAWN)


def _sender(on: Walk) -> int:
    return next(number for number, part in enumerate(on.parts) if part.doing is Deed.SEND)


def _deciding(on: Walk, before: int) -> Iterator[int]:
    """The deciding steps before another; one that was put to members again gives way to its second."""
    for number, part in enumerate(on.parts[:before]):
        if part.doing in DECIDING and Event.PUT_AGAIN not in on.at(number):
            yield number


def _in_force_before(on: Walk, step: int) -> bool:
    last = next(reversed(list(_deciding(on, step))), None)
    return last is not None and on.state(last) is State.IN_FORCE and on.outcome(last) is not Event.REFUSED


def _members_are_behind(on: Walk, step: int) -> bool:
    """Whether the plan may go out: decided and in force, or by a route that sends first or before that takes effect."""
    earlier, later = list(_deciding(on, step)), list(_deciding(on, len(on.parts)))
    if not earlier:
        return bool(later)
    if Term.BEFORE_EFFECT in on.parts[step].terms:
        return all(on.outcome(one) in (Event.RESOLVED, Event.CHANGED) for one in earlier)
    return _in_force_before(on, step)


def _has_a_text(on: Walk, step: int) -> bool:
    earlier = on.parts[:step]
    if not any(part.doing is Deed.APPROVE_APPROACH for part in earlier):
        return True
    finishing = [number for number, part in enumerate(earlier) if part.doing is Deed.FINISH]
    return any(on.state(number) is State.FINISHED for number in finishing) or any(
        part.doing is Deed.DECIDE for part in earlier
    )


def _may_finish_again(on: Walk, step: int) -> bool:
    return Term.STANDING in on.parts[step].terms or on.state(_sender(on)) is not State.SENT


def _not_sent_at(on: Walk) -> int | None:
    """The step at which members resolved that no plan is sent, where nothing later was decided instead."""
    return next(
        (number for number in _deciding(on, len(on.parts)) if on.outcome(number) is Event.NOT_SENT),
        None,
    )


def _resolved_not_to_send(on: Walk) -> bool:
    step = _not_sent_at(on)
    return step is not None and on.state(step) is State.IN_FORCE


def _duties(on: Walk) -> Iterator[tuple[int, Event]]:
    for number, part in enumerate(on.parts):
        happened = on.at(number)
        if Term.REPORTED in part.terms and on.outcome(number) and Event.REPORTED not in happened:
            yield number, Event.REPORTED
        if Term.REPORTED_BACK in part.terms and _is_not_reported_back(happened):
            yield number, Event.REPORTED_BACK
    yield from _duties_after_sending(on)


def _is_not_reported_back(happened: tuple[Event, ...]) -> bool:
    since = happened[::-1]
    if Event.FINISHED not in since:
        return False
    return Event.REPORTED_BACK not in since[: since.index(Event.FINISHED)]


def _duties_after_sending(on: Walk) -> Iterator[tuple[int, Event]]:
    """What follows where members were asked only after it was sent, and changed it or did not agree."""
    sender = _sender(on)
    if on.state(sender) not in (State.SENT, State.PUBLISHED):
        return
    for number in _deciding(on, len(on.parts)):
        if number < sender and Term.BEFORE_EFFECT not in on.parts[sender].terms:
            continue
        outcome = on.outcome(number)
        if outcome in (Event.REFUSED, Event.NOT_SENT):
            yield sender, Event.WITHDRAWN
        elif outcome is Event.CHANGED:
            since = on.events[on.events.index(Happened(number, Event.CHANGED)) :]
            for event in (Event.PUBLISHED, Event.SENT):
                if number > sender and Happened(sender, event) not in since:
                    yield sender, event


_ONWARD: dict[State, Event] = {
    State.MET: Event.RESOLVED,
    State.RESOLVED: Event.MADE_PUBLIC,
    State.PUBLIC: Event.TOOK_EFFECT,
    State.HELD: Event.LET_GO,
    State.PUBLISHED: Event.SENT,
    State.ASKED_FOR: Event.DELAY_AGREED,
}
_FIRST: dict[Deed, Event] = {
    **dict.fromkeys((Deed.ADVISE, *DECIDING), Event.MET),
    Deed.FINISH: Event.FINISHED,
    Deed.SEND: Event.PUBLISHED,
    Deed.AGREE_DELAY: Event.DELAY_ASKED,
}


def _onward(on: Walk) -> Iterator[tuple[int, Event]]:
    """What moves on, the first first: steps in their order, then what is owed because of what happened."""
    for stage in on.stages:
        refused = stage.outcome is Event.REFUSED and may(on, stage.number, Event.PUT_AGAIN)
        if stage.is_complete and refused and stage.number < _sender(on):
            if Event.PUT_AGAIN not in on.at(stage.number):
                yield stage.number, Event.PUT_AGAIN
        elif not stage.is_complete:
            yield from ((stage.number, event) for event in _next_at(on, stage) if may(on, stage.number, event))
    yield from ((number, event) for number, event in on.duties if may(on, number, event))


def _next_at(on: Walk, stage: Stage) -> Iterator[Event]:
    if stage.state in (State.WAITING, State.MET):
        for term in stage.lacks:
            if term is Term.REPRESENTATIONS and Event.REPRESENTATIONS_OPENED not in on.at(stage.number):
                yield Event.REPRESENTATIONS_OPENED
            yield SETTLES[term][0]
    yield _FIRST[stage.part.doing] if stage.state is State.WAITING else _ONWARD.get(stage.state, Event.MET)
