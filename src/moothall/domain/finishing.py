"""Finishing a text under a delegation: who was given what by which limb, and when somebody may not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from moothall.domain.days import in_words
from moothall.domain.decisions import Limb, Verb
from moothall.domain.refusals import Refusal


@dataclass(frozen=True, slots=True)
class Delegation:
    """What one limb of a decision leaves to somebody. ``number`` counts the limbs from 1."""

    body: str
    decided_on: date
    number: int
    limb: Limb

    @property
    def sentence(self) -> str:
        """Who may do what, by which limb, in a sentence."""
        who = " and ".join(self.limb.delegates)
        condition = f", {self.limb.condition}" if self.limb.condition else ""
        return (
            f"Limb {self.number} of the decision of {self.body} on {in_words(self.decided_on)}: {who},"
            f" {self.limb.object}{condition}."
        )


@dataclass(frozen=True, slots=True)
class Finished:
    """A finished text as somebody says it: the delegate of the limb, the person, the day, and how it kept to it."""

    delegate: str
    finished_by: str
    finished_on: date
    within: str = ""
    circulated_to: str = ""
    circulated_on: date | None = None


def delegations(body: str, decided_on: date, limbs: Sequence[Limb]) -> tuple[Delegation, ...]:
    """Every limb of a decision that leaves something to somebody by name or post."""
    return tuple(
        Delegation(body, decided_on, number, limb)
        for number, limb in enumerate(limbs, start=1)
        if limb.delegates and limb.verb in (Verb.DELEGATE, Verb.APPROVE, Verb.AGREE, Verb.ENDORSE, Verb.ADOPT)
    )


def check_finishing(
    found: Sequence[Delegation],
    number: int,
    said: Finished,
    *,
    version: int,
    resolved_version: int | None,
    in_force_on: date | None,
    today: date,
) -> Delegation:
    """The delegation a text is finished under. Raises a Refusal for a version that nobody delegated.

    That is: no such limb, a delegate it does not name, a day before the decision takes effect or to come, a version
    older than the one members decided on, or a condition of the limb of which nothing says how it was kept.
    """
    under = next((one for one in found if one.number == number), None)
    if under is None:
        raise Refusal(
            "That limb of the decision leaves nothing to anybody.",
            next_step="Choose the limb that delegates, or put the text to members.",
        )
    if said.delegate not in under.limb.delegates:
        raise Refusal(
            f"Limb {number} does not name {said.delegate or 'nobody'}.",
            next_step=f"It names {' and '.join(under.limb.delegates)}.",
        )
    if not said.finished_by.strip():
        raise Refusal("Nobody is named who finished it.", next_step="Give the name of the person.")
    _check_days(said, in_force_on, today)
    if resolved_version is not None and version < resolved_version:
        raise Refusal(
            f"Version {version} is older than version {resolved_version}, which members decided on.",
            next_step="Finish the version they decided on, or a later one.",
        )
    if under.limb.condition and not said.within.strip():
        raise Refusal(
            f"The delegation has a condition: {under.limb.condition}.", next_step="Say in a sentence how it was kept."
        )
    return under


def _check_days(said: Finished, in_force_on: date | None, today: date) -> None:
    if in_force_on is None or said.finished_on < in_force_on:
        day = f" until {in_words(in_force_on)}" if in_force_on else " yet"
        raise Refusal(
            f"The decision is not in force{day}, so nothing can be finished under it.",
            next_step="Correct the day, or wait until it takes effect.",
            rule="G-C1",
        )
    if said.finished_on > today:
        raise Refusal("The day is still to come.", next_step="Record it when the text is finished.")
    if bool(said.circulated_to.strip()) != (said.circulated_on is not None):
        raise Refusal(
            "To whom it was circulated and on which day belong together.", next_step="Fill in both, or neither."
        )


def check_reported(*, to: str, on: date, finished_on: date, today: date) -> None:
    """Raise a Refusal for a report back to nobody, before it was finished, or still to come."""
    if not to.strip():
        raise Refusal("Nobody is named to whom it was reported.", next_step="Name the body or the members.")
    if on < finished_on:
        raise Refusal(f"It was finished on {in_words(finished_on)}, after that day.", next_step="Correct the day.")
    if on > today:
        raise Refusal("The day is still to come.", next_step="Record it when it was reported.")
