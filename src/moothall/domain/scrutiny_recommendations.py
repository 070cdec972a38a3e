"""What scrutiny recommended, what the executive answered and by when, and what came of it in the plan."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from moothall.domain.days import CountedDay, days_between, in_words
from moothall.domain.deadlines import Deadline
from moothall.domain.provisions import ACT_2000, Provision, Read
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Role

RULE = "G-C4"
MONTHS = 2
PROVISION = Provision(
    ACT_2000,
    "section 9FE",
    Read.RECALLED,
    "It asks for an answer within two months only where scrutiny requires one by notice in writing.",
)


class Answer(StrEnum):
    """What the executive, or another body, made of a recommendation."""

    ACCEPTED = "accepted"
    IN_PART = "in_part"
    REJECTED = "rejected"

    @property
    def words(self) -> str:
        """The answer in words."""
        return {"accepted": "Accepted", "in_part": "Accepted in part", "rejected": "Rejected"}[self.value]


class State(StrEnum):
    """How a recommendation stands."""

    WAITING = "waiting"
    OVERDUE = "overdue"
    ANSWERED = "answered"


TURNS: dict[State, tuple[Role | None, str]] = {
    State.WAITING: (Role.POLICY_OFFICER, "Have it answered, and record what was said, why, and in which decision."),
    State.OVERDUE: (Role.POLICY_OFFICER, "Have it answered now, and say to scrutiny why it is late."),
    State.ANSWERED: (None, "Scrutiny reads the answer."),
}
"""Whose turn it is in each state, and what they do."""


@dataclass(frozen=True, slots=True)
class Response:
    """An answer: by whom, when and why; ``decision`` in words where one gave it. ``changed`` says which words."""

    answer: Answer
    by_whom: str
    on: date
    why: str
    decision: str = ""
    changed: str = ""

    @property
    def sentence(self) -> str:
        """The answer in a sentence or two."""
        given = f" ({self.decision})" if self.decision else ""
        why = self.why.strip()
        why = why if why.endswith((".", "?")) else f"{why}."
        return f"{self.answer.words} by {self.by_whom} on {in_words(self.on)}{given}: {why}"


@dataclass(frozen=True, slots=True)
class Recommendation:
    """What scrutiny recommended, to whom and when. ``due_on`` is by when it is to be answered, None where nothing says.

    ``due_by`` says by which rule. ``responses`` are every answer, the last of which stands.
    """

    number: int
    body: str
    text: str
    to_whom: str
    made_on: date
    due_on: date | None = None
    due_by: str = ""
    responses: tuple[Response, ...] = ()

    @property
    def response(self) -> Response | None:
        """The answer that stands."""
        return self.responses[-1] if self.responses else None

    def state(self, *, as_of: date) -> State:
        """How it stands on a day."""
        if self.responses:
            return State.ANSWERED
        return State.OVERDUE if self.due_on is not None and self.due_on < as_of else State.WAITING

    @property
    def is_late(self) -> bool:
        """Whether the first answer came after the day on which it was due."""
        return bool(self.responses) and self.due_on is not None and self.responses[0].on > self.due_on


def respond_by(received_on: date) -> Deadline:
    """The last day to answer what scrutiny requires an answer to by notice in writing: two months, with every day.

    The two months begin with the day on which the executive had the recommendations or, if later, the notice
    (Local Government Act 2000, section 9FE, from memory: check with your monitoring officer).
    """
    month = received_on.month - 1 + MONTHS
    year, month = received_on.year + month // 12, month % 12 + 1
    last = calendar.monthrange(year, month)[1]
    on = date(year, month, received_on.day) - timedelta(days=1) if received_on.day <= last else date(year, month, last)
    return Deadline(
        clock="scrutiny-response",
        rule=RULE,
        version="2012-05-04",
        what="Answer scrutiny’s recommendations",
        provision=PROVISION,
        calendar="No holiday matters: every day counts",
        counted=tuple(
            CountedDay(day, True, "The day it was received counts" if day == received_on else "Within the two months")
            for day in days_between(received_on, on)
        ),
        on=on,
        notes=(PROVISION.note,),
    )


def check_recommendation(text: str, to_whom: str, *, made_on: date, today: date) -> None:
    """Raise a Refusal unless a recommendation has its words and somebody it is made to, and was made."""
    if not text.strip():
        raise Refusal("The recommendation has no words.", next_step="Write it as scrutiny made it.")
    if not to_whom.strip():
        raise Refusal("It is not said to whom it is made.", next_step="Name the body or the member.")
    if made_on > today:
        raise Refusal("That day is still to come.", next_step="Record it when scrutiny has met.")


def check_response(found: Recommendation, new: Response, *, today: date) -> None:
    """Raise a Refusal unless an answer has its reason and whoever gave it, on a day after the recommendation."""
    if not new.why.strip():
        raise Refusal("There is no reason.", next_step="Say why it was accepted or not.")
    if not new.by_whom.strip():
        raise Refusal("It is not said who answered.", next_step="Name the body or the member.")
    if new.on < found.made_on or new.on > today:
        raise Refusal("The answer is dated before the recommendation, or in the future.", next_step="Correct the day.")
    if new.answer is Answer.REJECTED and new.changed:
        raise Refusal(
            "A rejected recommendation changed no words.", next_step="Leave the two versions empty, or say in part."
        )


def counts(found: Iterable[Recommendation], *, as_of: date) -> str:
    """How many there are and how they stand, in a sentence: 3 recommendations: 2 accepted, 1 not answered yet."""
    rows = list(found)
    if not rows:
        return "Scrutiny has made no recommendation on this plan."
    words = [one.response.answer.words.lower() if one.response else _open(one, as_of) for one in rows]
    said = ", ".join(f"{words.count(word)} {word}" for word in dict.fromkeys(words))
    return f"{len(rows)} recommendation{'' if len(rows) == 1 else 's'}: {said}."


def _open(one: Recommendation, as_of: date) -> str:
    return "overdue" if one.state(as_of=as_of) is State.OVERDUE else "not answered yet"
