"""A decision and what was asked of it, in the words of a page: whether it may be called in, and who does what next."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from moothall.apps.call_ins import followed
from moothall.apps.call_ins.queries import BESIDE, Prospect, Standing
from moothall.apps.routes import queries as routes
from moothall.domain.call_ins import NEXT, Next, State, Terms
from moothall.domain.called_in import Stage, Turn
from moothall.domain.decisions import Limb
from moothall.domain.local_rules import RULINGS
from moothall.web.components.words import listed, moment, plural, weekday
from moothall.web.council.rule_words import value_in_words

SHAPES = {
    State.GATHERING: ("half", "Names are gathered"),
    State.ENOUGH: ("clock", "Waiting for democratic services"),
    State.VALID: ("tick", "Valid"),
    State.NOT_VALID: ("square", "Not valid"),
    State.WITHDRAWN: ("square", "Withdrawn"),
    State.LAPSED: ("square", "Lapsed"),
}


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of the council's own rule: what it is about, what it says, and the paragraph; empty where none."""

    about: str
    says: str
    source: str


@dataclass(frozen=True, slots=True)
class RequestRow:
    """A request for the page: its shape and word, who asks in a sentence, and who does what next."""

    standing: Standing
    shape: str
    word: str
    who: str
    next: Next
    is_yours: bool
    turn: Turn | None = None


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A decision for the page: the answer in a sentence, its limbs, every request, and the rule's conditions.

    ``may_ask`` and the rest say which deeds are still open, whoever may do them.
    """

    prospect: Prospect
    answer: str
    limbs: tuple[Limb, ...]
    requests: tuple[RequestRow, ...]
    conditions: tuple[Condition, ...]
    in_force_on: date | None

    @property
    def may_ask(self) -> bool:
        """Whether a request may be made now: call-in is open and no other stands."""
        return self.prospect.refusal is None and self.prospect.stands is None

    @property
    def may_join(self) -> bool:
        """Whether the request that stands may still be joined."""
        stands = self.prospect.stands
        return self.prospect.refusal is None and stands is not None and not stands.state.is_over


def decision_row(prospect: Prospect, person: object, *, is_key: bool | None = None) -> DecisionRow:
    """A decision as the page of call-ins shows it to a person. ``is_key`` is what the covering report says of it."""
    decision = prospect.decision
    return DecisionRow(
        prospect=prospect,
        answer=_answer(prospect),
        limbs=routes.limbs(decision),
        requests=tuple(_request(one, person) for one in prospect.requests),
        conditions=tuple(_conditions(prospect, is_key)),
        in_force_on=routes.in_force_on(decision),
    )


def hold_in_words(found: Standing | None) -> str:
    """That a call-in holds a decision back, since when and until when, for any page that shows the decision."""
    if found is None or not found.holds:
        return ""
    if found.after is not None and found.after.stage is Stage.REPLACED:
        return f"It was called in and is never carried out. {found.after.told}"
    since = found.row.enough_at or found.row.settled_at
    said = f"It was called in{f' on {moment(since)}' if since else ''}, and nothing is done under it meanwhile."
    if found.state is State.ENOUGH:
        return f"{said} Democratic services checks the request."
    if found.after is not None and found.after.happened:
        return f"{said} {found.after.told} {found.after.turn.todo}"
    until = f" at the latest by {weekday(found.hear_by.on)}" if found.hear_by and found.hear_by.on else ""
    return f"{said} Scrutiny hears it{until}."


def held(decision: Any) -> str:
    """Where the plan is while a call-in holds its decision back, in a sentence; empty where none does."""
    if decision is None or decision.held_since is None:
        return ""
    told = held_told(decision)
    after = f". {told}" if told else " and is held back until that is settled."
    return f"The decision was called in on {moment(decision.held_since)}{after}"


def held_told(decision: Any) -> str:
    """What has come of the call-in of a decision so far and what is next; empty where nothing has, or none holds it."""
    after = followed.of_decision(decision) if decision.held_since else None
    return f"{after.told} {after.turn.todo}" if after is not None and after.happened else ""


def _answer(prospect: Prospect) -> str:
    body, stands = prospect.decision.step.body, prospect.stands
    if stands is not None and stands.after is not None and stands.after.stage is Stage.TAKES_EFFECT:
        on = routes.in_force_on(prospect.decision)
        effect = f" It takes effect on {weekday(on)}." if on else ""
        return f"The decision of {body} was called in, and is not held back any more. {stands.after.told}{effect}"
    if stands is not None and stands.state.holds:
        return f"The decision of {body} is held back. {hold_in_words(stands)}"
    if stands is not None and stands.state is State.GATHERING:
        more = f"{plural(stands.missing, 'more name')} {'is' if stands.missing == 1 else 'are'} needed"
        return f"{_names(stands)} for a call-in. {more} by {stands.terms.closes}, or it lapses."
    if prospect.refusal is not None:
        return prospect.refusal.sentence
    assert prospect.terms is not None  # what may be called in has its terms
    return f"The decision of {body} may be called in until {prospect.terms.closes}."


def _names(found: Standing) -> str:
    asks = "asks" if len(found.names) == 1 else "ask"
    return f"{listed([one.name for one in found.names])} {asks}"


def _request(found: Standing, person: object) -> RequestRow:
    shape, word = SHAPES[found.state]
    turn = found.after.turn if found.after else None
    if turn and found.after:
        shape, word = ("tick" if found.after.stage.is_over else "clock"), turn.word
    who = f"{_names(found)} for it." if found.names else "Every name was withdrawn."
    return RequestRow(found, shape, word, who, _next(found), found.has(person), turn)


def _next(found: Standing) -> Next:
    turn = found.after.turn if found.after else None
    return Next(turn.owner, turn.todo) if turn else NEXT[found.state]


def _conditions(prospect: Prospect, is_key: bool | None) -> Iterable[Condition]:
    terms = prospect.terms
    if terms is None:
        return
    yield Condition("Until when", f"{terms.closes}: {terms.rule}", terms.source)
    yield Condition("Who may ask", terms.requesters, terms.source)
    yield Condition("How many", _how_many(terms), "")
    yield Condition("On what grounds", terms.grounds, terms.source)
    if terms.key_only is not None:
        yield Condition("Which decisions", _which(terms.key_only, is_key), terms.source)
    rules = {rule.clock: rule for rule in prospect.rules}
    for clock in BESIDE:
        rule = rules.get(clock)
        says = ". ".join(value_in_words(rule.value)) if rule else ""
        yield Condition(RULINGS[clock].title, says, rule.source if rule else "")


def _which(key_only: bool, is_key: bool | None) -> str:
    """Whether only key decisions may be called in, and what the covering report says of this one."""
    if not key_only:
        return "Key or not."
    said = {True: "that this is one", False: "that this is none", None: "nothing of it"}[is_key]
    return f"Only key decisions. The covering report says {said}."


def _how_many(terms: Terms) -> str:
    if not terms.is_number_said:
        return "The rule as it is entered names no number, so that one name holds the decision until it is checked."
    return f"{plural(terms.needed, 'name')} may be enough by the words of the rule, and then the decision is held back."
