"""What a plan is still subject to that goes out before members have decided on it, in the words of its banner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from moothall.domain.days import in_words
from moothall.domain.decisions import Outcome, StepValue
from moothall.domain.routes import Deed, Term


@dataclass(frozen=True, slots=True)
class Resolved:
    """What became of the plan at one step: the day, the outcome, and the day it takes effect where that is known."""

    on: date
    outcome: Outcome
    in_force_on: date | None = None


def subject_to(parts: Sequence[StepValue], resolved: Sequence[Resolved | None], *, is_sent_since: bool = False) -> str:
    """The banner of a plan that goes out before members have decided, in a sentence; empty where it needs none.

    ``resolved`` says for each part what was resolved there. ``is_sent_since`` is whether what members changed was
    published and sent again. Only a route that sends first has a banner at all.
    """
    sends = next((number for number, part in enumerate(parts) if part.doing is Deed.SEND), None)
    if sends is None:
        return ""
    for part, done in zip(parts[sends + 1 :], resolved[sends + 1 :], strict=True):
        if part.doing.decides:
            return _after(part, done, is_sent_since=is_sent_since)
    if Term.BEFORE_EFFECT in parts[sends].terms:
        before = [(part, done) for part, done in zip(parts[:sends], resolved, strict=False) if part.doing.decides]
        return _not_in_force(*before[-1]) if before else ""
    return ""


def _after(part: StepValue, done: Resolved | None, *, is_sent_since: bool) -> str:
    if done is None:
        day = f" on {in_words(part.meets_on)}" if part.meets_on else ", on a day still to be set"
        if part.doing is Deed.NOTE:
            return f"Members have not decided on this plan. {part.body} is asked to note it{day}."
        return f"Subject to approval by {part.body}{day}."
    if done.outcome is Outcome.CHANGED and not is_sent_since:
        return f"{part.body} changed this plan on {in_words(done.on)}. The changed text is still to be sent."
    if done.outcome in (Outcome.REFUSED, Outcome.NOT_SENT):
        return f"{part.body} did not agree to this plan on {in_words(done.on)}."
    return ""


def not_sent(body: str, on: date, reason: str) -> str:
    """That members resolved that no plan is sent, with their reason, as it is said wherever the plan is told of."""
    return f"{body} resolved on {in_words(on)} that no plan is sent. {reason.strip()}".strip()


def _not_in_force(part: StepValue, done: Resolved | None) -> str:
    if done is None:
        return ""
    if done.in_force_on is None:
        return f"Subject to call-in: the decision of {part.body} on {in_words(done.on)} is not in force."
    return (
        f"Subject to call-in: the decision of {part.body} on {in_words(done.on)} takes effect on"
        f" {in_words(done.in_force_on)}."
    )


def decided_later(parts: Sequence[StepValue], resolved: Sequence[Resolved | None]) -> str:
    """What members made of a plan after it was sent, in a sentence; empty where they did not, or not after."""
    sends = next((number for number, part in enumerate(parts) if part.doing is Deed.SEND), len(parts))
    for part, done in zip(parts[sends + 1 :], resolved[sends + 1 :], strict=True):
        if done is not None and part.doing.decides and done.outcome in (Outcome.AGREED, Outcome.CHANGED):
            if part.doing is Deed.NOTE:
                return f"Noted by {part.body} on {in_words(done.on)}, after it was sent. To note is not to endorse."
            changed = " with changes" if done.outcome is Outcome.CHANGED else ""
            return f"Approved{changed} by {part.body} on {in_words(done.on)}, after it was sent."
    return ""
