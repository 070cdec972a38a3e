"""What members decide: a list of limbs, each with verb, object, condition and delegates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from moothall.domain.authorities import BodyKind
from moothall.domain.refusals import Refusal
from moothall.domain.routes import Deed, Term


class Outcome(StrEnum):
    """What became of what was put to a body. Every other word of it stands in its limbs."""

    AGREED = "agreed"
    CHANGED = "changed"
    REFUSED = "refused"
    NOT_SENT = "not_sent"

    @property
    def label(self) -> str:
        """The outcome as it stands on a form and in a list."""
        return _OUTCOMES[self]


_OUTCOMES = {
    Outcome.AGREED: "Agreed",
    Outcome.CHANGED: "Agreed with changes",
    Outcome.REFUSED: "Not agreed",
    Outcome.NOT_SENT: "Resolved that no plan is sent",
}


class Verb(StrEnum):
    """The main verb of a limb."""

    APPROVE = "approve"
    ENDORSE = "endorse"
    NOTE = "note"
    AGREE = "agree"
    ADOPT = "adopt"
    DELEGATE = "delegate"
    RECOMMEND = "recommend"
    AMEND = "amend"


@dataclass(frozen=True, slots=True)
class Limb:
    """One limb of a recommendation or a resolution. ``object`` is what it is about, in words."""

    verb: Verb
    object: str
    condition: str = ""
    delegates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """What a body resolved, on one text of the plan (by fingerprint)."""

    body: str
    decided_on: date
    limbs: tuple[Limb, ...]
    minute: str
    reasons: str = ""
    alternatives: str = ""
    interests: str = ""
    plan_fingerprint: str = ""


ENDORSING = frozenset({Verb.ENDORSE, Verb.APPROVE, Verb.ADOPT, Verb.AGREE})


def shows_oversight(limbs: tuple[Limb, ...]) -> bool:
    """Members had the plan before them: any limb at all, *note* included (domain.md B2)."""
    return bool(limbs)


def shows_endorsement(limbs: tuple[Limb, ...]) -> bool:
    """Members put their name to the plan. *Note* is not enough, nor is delegating alone (domain.md B2)."""
    return any(limb.verb in ENDORSING for limb in limbs)


@dataclass(frozen=True, slots=True)
class StepValue:
    """One part in a route: who, of what kind, whether its decision is the council's, and when it meets or acts.

    ``deed`` is what it does; left out, a deciding body decides and any other advises. ``who`` says in words who acts
    for it or with it: the officer who finishes, the group of members who advise on that; ``terms`` are what it rests on
    besides.
    """

    body: str
    kind: BodyKind
    is_deciding: bool
    meets_on: date | None = None
    meets_at: time | None = None
    deed: Deed | None = None
    who: str = ""
    terms: tuple[Term, ...] = ()

    @property
    def doing(self) -> Deed:
        """What it does on the route."""
        return self.deed or (Deed.DECIDE if self.is_deciding else Deed.ADVISE)


def check_decision(step: StepValue, *, limbs: tuple[Limb, ...], minute: str, decided_on: date, today: date) -> None:
    """Raise a Refusal, with what to do, unless this can be recorded as what the body resolved."""
    if not limbs:
        raise Refusal("The decision has no limbs.", next_step="Add what the body resolved, one limb for each verb.")
    if not minute.strip():
        raise Refusal("The minute is empty.", next_step="Write the resolution as the body passed it.")
    if any(limb.verb is Verb.DELEGATE and not limb.delegates for limb in limbs):
        raise Refusal("A delegation names nobody.", next_step="Say to whom the body delegates.")
    if decided_on > today:
        raise Refusal("The decision is dated in the future.", next_step="Record it when the body has met.")
    if step.meets_on and decided_on < step.meets_on:
        raise Refusal(
            f"{step.body} meets on {step.meets_on:%-d %B %Y}, after the day of this decision.",
            next_step="Correct the day, or move the meeting first.",
        )


def check_outcome(outcome: Outcome, *, reason: str, is_deciding: bool) -> None:
    """Raise a Refusal where members did not agree, or send no plan, and nothing says why; advice refuses no plan."""
    if outcome in (Outcome.REFUSED, Outcome.NOT_SENT) and not reason.strip():
        raise Refusal("There is no reason.", next_step="Give the reason as the body gave it.")
    if outcome is Outcome.NOT_SENT and not is_deciding:
        raise Refusal(
            "This body advises, so it cannot resolve that no plan is sent.",
            next_step="Record its advice, and the decision at the step of the body that decides.",
        )


def check_publication(*, decided_on: date, published_on: date) -> None:
    """Raise a Refusal if a decision would be published before it was taken."""
    if published_on < decided_on:
        raise Refusal(
            f"The decision was taken on {decided_on:%-d %B %Y}, after the day of publication.",
            next_step="Correct one of the two days.",
        )
