"""What may happen at a step of a route: one table of states and events, with what must hold and who records it.

A state is never kept. It is read off the recorded events by this table, and the diagrams are printed from it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from moothall.domain.roles import Role
from moothall.domain.routes import RESOLVING, Deed, Term


class State(StrEnum):
    """How one step of a route stands."""

    WAITING = "waiting"
    MET = "met"
    RESOLVED = "resolved"
    PUBLIC = "public"
    HELD = "held"
    IN_FORCE = "in_force"
    ADVICE_PUBLIC = "advice_public"
    FINISHED = "finished"
    PUBLISHED = "published"
    SENT = "sent"
    WITHDRAWN = "withdrawn"
    ASKED_FOR = "asked_for"
    AGREED = "agreed"
    NOT_AGREED = "not_agreed"

    @property
    def label(self) -> str:
        """The state in words, as a page shows it."""
        return _STATES[self]


_STATES = {
    State.WAITING: "Still to come",
    State.MET: "Met",
    State.RESOLVED: "Resolved, not public yet",
    State.PUBLIC: "Public, not in force yet",
    State.HELD: "Held back by a call-in",
    State.IN_FORCE: "In force",
    State.ADVICE_PUBLIC: "Advice given and public",
    State.FINISHED: "Finished",
    State.PUBLISHED: "Published, not sent yet",
    State.SENT: "Sent",
    State.WITHDRAWN: "Withdrawn",
    State.ASKED_FOR: "Asked for",
    State.AGREED: "Agreed",
    State.NOT_AGREED: "Not agreed",
}


class Event(StrEnum):
    """Something that happened at a step and was recorded."""

    REPRESENTATIONS_OPENED = "representations_opened"
    REPRESENTATION_MADE = "representation_made"
    REPRESENTATIONS_READ = "representations_read"
    SIGNED = "signed"
    CONSENTED = "consented"
    LEAD_MEMBER_ASKED = "lead_member_asked"
    GROUP_ADVISED = "group_advised"
    OTHER_COUNCIL_DECIDED = "other_council_decided"
    STRATEGY_NAMED = "strategy_named"
    MET = "met"
    RESOLVED = "resolved"
    CHANGED = "changed"
    REFUSED = "refused"
    NOT_SENT = "not_sent"
    MADE_PUBLIC = "made_public"
    CALLED_IN = "called_in"
    LET_GO = "let_go"
    TOOK_EFFECT = "took_effect"
    PUT_AGAIN = "put_again"
    REPORTED = "reported"
    FINISHED = "finished"
    REPORTED_BACK = "reported_back"
    PUBLISHED = "published"
    SENT = "sent"
    WITHDRAWN = "withdrawn"
    DELAY_ASKED = "delay_asked"
    DELAY_AGREED = "delay_agreed"
    DELAY_REFUSED = "delay_refused"

    @property
    def label(self) -> str:
        """What happened, in words."""
        return _EVENTS[self]


_EVENTS = {
    Event.REPRESENTATIONS_OPENED: "Written representations are invited",
    Event.REPRESENTATION_MADE: "Somebody writes",
    Event.REPRESENTATIONS_READ: "The member has read what was written",
    Event.SIGNED: "One of them signs",
    Event.CONSENTED: "The person whose consent it needs agrees",
    Event.LEAD_MEMBER_ASKED: "A lead member is asked",
    Event.GROUP_ADVISED: "The group of members advises",
    Event.OTHER_COUNCIL_DECIDED: "Another council decides on the same text",
    Event.STRATEGY_NAMED: "The strategy is named, and where it answers each question",
    Event.MET: "It meets, or the decision is taken",
    Event.RESOLVED: "It is agreed",
    Event.CHANGED: "It is agreed with changes",
    Event.REFUSED: "It is not agreed",
    Event.NOT_SENT: "It is resolved that no plan is sent",
    Event.MADE_PUBLIC: "The decision is published",
    Event.CALLED_IN: "The decision is called in",
    Event.LET_GO: "The call-in no longer holds it back",
    Event.TOOK_EFFECT: "The decision takes effect",
    Event.PUT_AGAIN: "The plan is put to members again",
    Event.REPORTED: "The use of urgency is reported",
    Event.FINISHED: "The text is finished under the delegation",
    Event.REPORTED_BACK: "What was finished is reported back",
    Event.PUBLISHED: "The plan is published",
    Event.SENT: "The return is sent",
    Event.WITHDRAWN: "The plan is withdrawn",
    Event.DELAY_ASKED: "A later day is asked for",
    Event.DELAY_AGREED: "A later day is agreed",
    Event.DELAY_REFUSED: "A later day is refused, or nothing comes",
}


class Guard(StrEnum):
    """What must hold before something may happen. ``label`` says it in a table; `walks` finds whether it does."""

    ASKED_FOR_HERE = "asked_for_here"
    INVITED = "invited"
    RESTS_ON_NOTHING_MORE = "rests_on_nothing_more"
    DELEGATED = "delegated"
    MAY_BE_FINISHED_AGAIN = "may_be_finished_again"
    MEMBERS_ARE_BEHIND_IT = "members_are_behind_it"
    HAS_A_TEXT = "has_a_text"
    A_PLAN_IS_SENT = "a_plan_is_sent"
    WAS_REFUSED = "was_refused"

    @property
    def label(self) -> str:
        """What must hold, in words."""
        return _GUARDS[self]


_GUARDS = {
    Guard.ASKED_FOR_HERE: "the step rests on it",
    Guard.INVITED: "representations were invited",
    Guard.RESTS_ON_NOTHING_MORE: "everything the step rests on beforehand is recorded",
    Guard.DELEGATED: "a decision in force comes before it",
    Guard.MAY_BE_FINISHED_AGAIN: "nothing was sent since, or the delegation stands for later versions",
    Guard.MEMBERS_ARE_BEHIND_IT: "what was decided before it is in force, or the route sends first",
    Guard.HAS_A_TEXT: "where only the approach was approved, the text is finished",
    Guard.A_PLAN_IS_SENT: "members have not resolved that no plan is sent",
    Guard.WAS_REFUSED: "members did not agree",
}

DECIDING = frozenset(RESOLVING - {Deed.ADVISE})
OUTCOMES = (Event.RESOLVED, Event.CHANGED, Event.REFUSED, Event.NOT_SENT)
ANSWERS: dict[Event, Term] = {
    Event.REPRESENTATIONS_OPENED: Term.REPRESENTATIONS,
    Event.REPRESENTATION_MADE: Term.REPRESENTATIONS,
    Event.REPRESENTATIONS_READ: Term.REPRESENTATIONS,
    Event.SIGNED: Term.SIGNED_BY_TWO,
    Event.CONSENTED: Term.CONSENT,
    Event.LEAD_MEMBER_ASKED: Term.LEAD_MEMBERS_ASKED,
    Event.GROUP_ADVISED: Term.GROUP_ADVISES,
    Event.OTHER_COUNCIL_DECIDED: Term.OTHER_COUNCILS,
    Event.STRATEGY_NAMED: Term.ALREADY_ADOPTED,
    Event.REPORTED: Term.REPORTED,
}
"""Which of the terms of a step an event is about. It may happen only where the step has that term."""
SETTLES: dict[Term, tuple[Event, int]] = {
    Term.REPRESENTATIONS: (Event.REPRESENTATIONS_READ, 1),
    Term.SIGNED_BY_TWO: (Event.SIGNED, 2),
    Term.CONSENT: (Event.CONSENTED, 1),
    Term.LEAD_MEMBERS_ASKED: (Event.LEAD_MEMBER_ASKED, 1),
    Term.GROUP_ADVISES: (Event.GROUP_ADVISED, 1),
    Term.ALREADY_ADOPTED: (Event.STRATEGY_NAMED, 1),
}
"""What has to be recorded, and how often, before a step with this term is decided or finished."""


@dataclass(frozen=True, slots=True)
class Move:
    """One row of the table: at a step that does one of ``deeds``, in ``state``, on ``event``, it comes to ``to``."""

    deeds: frozenset[Deed]
    state: State
    event: Event
    to: State
    guards: tuple[Guard, ...] = ()


def _stays(deeds: frozenset[Deed], states: tuple[State, ...], *events: Event) -> tuple[Move, ...]:
    here = (Guard.ASKED_FOR_HERE,)
    return tuple(
        Move(deeds, state, event, state, (*here, Guard.INVITED) if event in _AFTER_INVITING else here)
        for state in states
        for event in events
    )


_AFTER_INVITING = (Event.REPRESENTATION_MADE, Event.REPRESENTATIONS_READ)
_BEFOREHAND = (State.WAITING, State.MET)
_AFTERWARDS = (State.RESOLVED, State.PUBLIC, State.HELD, State.IN_FORCE)
_ADVISES, _FINISHES = frozenset({Deed.ADVISE}), frozenset({Deed.FINISH})
_SENDS, _DELAYS = frozenset({Deed.SEND}), frozenset({Deed.AGREE_DELAY})
_GOES = (Guard.MEMBERS_ARE_BEHIND_IT, Guard.HAS_A_TEXT, Guard.A_PLAN_IS_SENT)
_WHOLE = (Guard.RESTS_ON_NOTHING_MORE,)

TABLE: tuple[Move, ...] = (
    Move(_ADVISES, State.WAITING, Event.MET, State.MET),
    *(Move(_ADVISES, State.MET, one, State.RESOLVED) for one in (Event.RESOLVED, Event.CHANGED, Event.REFUSED)),
    Move(_ADVISES, State.RESOLVED, Event.MADE_PUBLIC, State.ADVICE_PUBLIC),
    *_stays(
        DECIDING,
        _BEFOREHAND,
        Event.REPRESENTATIONS_OPENED,
        Event.REPRESENTATION_MADE,
        Event.REPRESENTATIONS_READ,
        Event.SIGNED,
        Event.CONSENTED,
        Event.LEAD_MEMBER_ASKED,
        Event.STRATEGY_NAMED,
    ),
    *_stays(DECIDING, (*_BEFOREHAND, *_AFTERWARDS), Event.OTHER_COUNCIL_DECIDED),
    Move(DECIDING, State.WAITING, Event.MET, State.MET),
    *(Move(DECIDING, State.MET, one, State.RESOLVED, _WHOLE) for one in OUTCOMES),
    Move(DECIDING, State.RESOLVED, Event.MADE_PUBLIC, State.PUBLIC),
    Move(DECIDING, State.PUBLIC, Event.CALLED_IN, State.HELD),
    Move(DECIDING, State.HELD, Event.LET_GO, State.PUBLIC),
    Move(DECIDING, State.PUBLIC, Event.TOOK_EFFECT, State.IN_FORCE),
    *_stays(DECIDING, _AFTERWARDS, Event.REPORTED),
    Move(DECIDING, State.IN_FORCE, Event.PUT_AGAIN, State.IN_FORCE, (Guard.WAS_REFUSED,)),
    *_stays(_FINISHES, (State.WAITING, State.FINISHED), Event.GROUP_ADVISED),
    Move(
        _FINISHES,
        State.WAITING,
        Event.FINISHED,
        State.FINISHED,
        (Guard.DELEGATED, *_WHOLE, Guard.A_PLAN_IS_SENT),
    ),
    Move(
        _FINISHES,
        State.FINISHED,
        Event.FINISHED,
        State.FINISHED,
        (Guard.DELEGATED, Guard.MAY_BE_FINISHED_AGAIN, Guard.A_PLAN_IS_SENT),
    ),
    Move(_FINISHES, State.FINISHED, Event.REPORTED_BACK, State.FINISHED),
    Move(_SENDS, State.WAITING, Event.PUBLISHED, State.PUBLISHED, _GOES),
    Move(_SENDS, State.PUBLISHED, Event.PUBLISHED, State.PUBLISHED, _GOES),
    Move(_SENDS, State.PUBLISHED, Event.SENT, State.SENT, (Guard.A_PLAN_IS_SENT,)),
    Move(_SENDS, State.SENT, Event.PUBLISHED, State.SENT, _GOES),
    Move(_SENDS, State.SENT, Event.SENT, State.SENT, (Guard.A_PLAN_IS_SENT,)),
    Move(_SENDS, State.PUBLISHED, Event.WITHDRAWN, State.WITHDRAWN),
    Move(_SENDS, State.SENT, Event.WITHDRAWN, State.WITHDRAWN),
    Move(_SENDS, State.WITHDRAWN, Event.PUBLISHED, State.PUBLISHED, _GOES),
    Move(_DELAYS, State.WAITING, Event.DELAY_ASKED, State.ASKED_FOR),
    Move(_DELAYS, State.ASKED_FOR, Event.DELAY_AGREED, State.AGREED),
    Move(_DELAYS, State.ASKED_FOR, Event.DELAY_REFUSED, State.NOT_AGREED),
    Move(_DELAYS, State.NOT_AGREED, Event.DELAY_ASKED, State.ASKED_FOR),
    Move(_DELAYS, State.AGREED, Event.DELAY_ASKED, State.ASKED_FOR),
)

_AT = {(deed, one.state, one.event): one for one in TABLE for deed in one.deeds}

OWNERS: dict[Event, Role | None] = {
    **dict.fromkeys(Event, Role.DEMOCRATIC_SERVICES),
    Event.CALLED_IN: Role.MEMBER,
    Event.LET_GO: Role.MONITORING_OFFICER,
    Event.TOOK_EFFECT: None,
    Event.PUT_AGAIN: Role.POLICY_OFFICER,
    Event.PUBLISHED: Role.POLICY_OFFICER,
    Event.WITHDRAWN: Role.POLICY_OFFICER,
    Event.SENT: Role.CHIEF_EXECUTIVE,
    Event.FINISHED: Role.CHIEF_EXECUTIVE,
    Event.DELAY_ASKED: Role.CHIEF_EXECUTIVE,
    Event.DELAY_AGREED: Role.CHIEF_EXECUTIVE,
    Event.DELAY_REFUSED: Role.CHIEF_EXECUTIVE,
}
"""Whose turn it is to record an event; None where nobody does, because it comes with the day."""

COMPLETE: dict[Deed, frozenset[State]] = {
    Deed.ADVISE: frozenset({State.MET, State.RESOLVED, State.ADVICE_PUBLIC}),
    **dict.fromkeys(DECIDING, frozenset({State.IN_FORCE})),
    Deed.FINISH: frozenset({State.FINISHED}),
    Deed.SEND: frozenset({State.SENT, State.WITHDRAWN}),
    Deed.AGREE_DELAY: frozenset({State.AGREED, State.NOT_AGREED}),
}
"""The states in which nothing more is waited for at a step of this kind."""


def move(deed: Deed, state: State, event: Event) -> Move | None:
    """The row of the table for an event in a state, or None: then it cannot happen there."""
    return _AT.get((deed, state, event))


def states(deed: Deed) -> tuple[State, ...]:
    """Every state a step of this kind can come to, in the order of the table."""
    found = [State.WAITING, *(one.to for one in TABLE if deed in one.deeds)]
    return tuple(dict.fromkeys(found))


def moves(deed: Deed, terms: tuple[Term, ...] = ()) -> tuple[Move, ...]:
    """The rows of the table that such a step can go through: those of its terms, and those that need none."""
    return tuple(
        one for one in TABLE if deed in one.deeds and (one.event not in ANSWERS or ANSWERS[one.event] in terms)
    )
