"""Members ask for a decision to be called in: who is enough by the council's words, until when, and what comes next.

The days are counted in `clocks.call_in`; what the constitution says of it is data (`call_in_rules`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from moothall.domain.days import in_words, time_in_words
from moothall.domain.provisions import ACT_2000, Provision
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Role

RULE = "G-C1"
STILL_POSSIBLE = Provision(ACT_2000, "section 9F(1) and (2)")
"""Scrutiny reviews and scrutinises decisions whether or not they were called in."""
_NUMBERS = {
    word: number
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), start=1
    )
}
_NUMBER = re.compile(
    rf"\b(\d{{1,2}}|{'|'.join(_NUMBERS)})\b(?!\s*(?:%|per\s?cent|political|groups|days))", re.IGNORECASE
)
_ALONE = re.compile(
    r"^(?:either\s+|by\s+)?(?:the|a|an|any|its)\s+(?:\w+\s+){0,2}?(?:chair\w*|leader|member)\b(?!s)", re.IGNORECASE
)


class State(StrEnum):
    """How a request to call a decision in stands."""

    GATHERING = "gathering"
    ENOUGH = "enough"
    VALID = "valid"
    NOT_VALID = "not_valid"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"

    @property
    def holds(self) -> bool:
        """Whether the decision may not be carried out meanwhile."""
        return self in {State.ENOUGH, State.VALID}

    @property
    def is_over(self) -> bool:
        """Whether nothing comes of the request any more."""
        return self in {State.NOT_VALID, State.WITHDRAWN, State.LAPSED}


@dataclass(frozen=True, slots=True)
class Next:
    """Whose turn it is, None where it is nobody's, and what they do."""

    owner: Role | None
    todo: str


NEXT: dict[State, Next] = {
    State.GATHERING: Next(Role.MEMBER, "Further members join it before call-in closes, or it lapses."),
    State.ENOUGH: Next(
        Role.DEMOCRATIC_SERVICES,
        "Check the names, the grounds and the time against the constitution, mark the request valid or not with the"
        " reason, and tell whoever decided that nothing is done under the decision meanwhile.",
    ),
    State.VALID: Next(
        Role.DEMOCRATIC_SERVICES,
        "Tell whoever decided and the chair of scrutiny, find the meeting that hears it, and put the request, the"
        " report and the decision on its agenda.",
    ),
    State.NOT_VALID: Next(None, "The members were told why. The decision goes on as if nobody had asked."),
    State.WITHDRAWN: Next(None, "Nothing. While call-in is open another request may be made."),
    State.LAPSED: Next(None, "Nothing. Scrutiny can still look at the decision."),
}


@dataclass(frozen=True, slots=True)
class Terms:
    """What the council's own rule asks of a request about one decision. ``closes_at`` is local time, None for the end
    of the day.

    ``requesters`` and ``grounds`` are the words of the rule, empty where it has none; ``rule`` is the rule in a few
    words and ``source`` its paragraph, ``key_only`` whether it opens only key decisions, None where it does not say.
    ``is_assumed`` marks a default that nobody at the council has entered.
    """

    closes_on: date
    closes_at: datetime | None
    requesters: str
    grounds: str
    rule: str
    source: str = ""
    key_only: bool | None = None
    is_assumed: bool = False

    @property
    def needed(self) -> int:
        """The smallest number of names that may be enough; 1 where the rule names no number."""
        return names_needed(self.requesters) or 1

    @property
    def is_number_said(self) -> bool:
        """Whether the words of the rule name a number."""
        return names_needed(self.requesters) is not None

    @property
    def closes(self) -> str:
        """When call-in closes, as it stands in a sentence: 5pm on Thursday 18 July 2024."""
        at = time_in_words(self.closes_at.time()) if self.closes_at else "the end of the day"
        return f"{at} on {in_words(self.closes_on)}"

    @property
    def by_rule(self) -> str:
        """The rule in a few words with where it stands, as it follows "by"."""
        if self.is_assumed:
            return f"the commonest rule ({self.rule}), because the council's own is not entered"
        return f"the council's rule ({self.rule}{f'; {self.source}' if self.source else ''})"


def names_needed(requesters: str) -> int | None:
    """The smallest number of members that the words of a rule make enough, or None where they name none.

    "Any three members of the scrutiny committee, or any six councillors" gives 3; a chair who may ask alone is one.
    Whether those who asked are of the right kind is for the officer who settles the request.
    """
    found = []
    for part in re.split(r"[,;]?\s+or\s+|;", requesters.strip()):
        number = _NUMBER.search(part)
        if number:
            said = number[1].lower()
            found.append(_NUMBERS.get(said) or int(said))
        elif _ALONE.match(part.strip()):
            found.append(1)
    return min((number for number in found if number > 0), default=None)


def is_open(terms: Terms, moment: datetime) -> bool:
    """Whether call-in is still open at a local moment. The closing time itself is still in time."""
    moment = moment.replace(tzinfo=None)
    return moment <= terms.closes_at if terms.closes_at else moment.date() <= terms.closes_on


def check_open(terms: Terms, moment: datetime) -> None:
    """Raise a Refusal that says when call-in closed and by which rule, once it has."""
    if not is_open(terms, moment):
        raise Refusal(
            f"Call-in closed at {terms.closes}, by {terms.by_rule}."
            if terms.closes_at
            else f"Call-in closed at the end of {in_words(terms.closes_on)}, by {terms.by_rule}.",
            next_step="Scrutiny can still look at the decision and recommend: ask its chair to put it on the programme"
            f" of work ({STILL_POSSIBLE.cite()}).",
            rule=RULE,
        )


def check_words(grounds: str, alternative: str) -> None:
    """Raise a Refusal unless a request says on what grounds, and what is wanted instead."""
    if not grounds.strip():
        raise Refusal("The request gives no grounds.", next_step="Say in your own words why it should be looked at.")
    if not alternative.strip():
        raise Refusal(
            "The request does not say what you would have instead.",
            next_step="Say what you want: another decision, a condition, or that it is looked at again.",
        )


def state(terms: Terms, *, names: int, is_valid: bool | None, moment: datetime) -> State:
    """How a request stands with so many names that were not withdrawn. ``is_valid`` is None until somebody settled it.

    Enough names in time hold the decision back though nobody settled the request yet: silence lets nothing through.
    """
    if is_valid is not None:
        return State.VALID if is_valid else State.NOT_VALID
    if names == 0:
        return State.WITHDRAWN
    if names >= terms.needed:
        return State.ENOUGH
    return State.GATHERING if is_open(terms, moment) else State.LAPSED
