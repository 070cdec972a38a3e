"""By when words are asked for where nobody says another day: from the dates of the chosen route."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from moothall.domain.courses import Step
from moothall.domain.days import in_words

WRITING_DAYS = 7
"""Days between the last words and the step of the route that needs them, for those who must still agree to them."""
NEEDS_WORDS = ("agenda_publication", "decision")
"""The steps that cannot be taken without the words, the one that comes first in a route first."""


@dataclass(frozen=True, slots=True)
class DefaultDay:
    """A day to propose, and the sentence that says where it comes from."""

    on: date
    because: str


def default_day(steps: Iterable[Step], *, as_of: date) -> DefaultDay:
    """The day to propose: a week before the papers go out, or the decision is taken where no papers do.

    The day before them where a week is no longer left, and a week from today where no step of a route lies ahead.
    """
    ahead = [one for one in steps if one.on > as_of]
    for name in NEEDS_WORDS:
        step = next((one for one in ahead if one.step == name), None)
        if step is not None:
            early = step.on - timedelta(days=WRITING_DAYS)
            before, on = ("A week", early) if early > as_of else ("The day", step.on - timedelta(days=1))
            return DefaultDay(on, f"{before} before the route’s step “{step.what}” on {in_words(step.on)}.")
    return DefaultDay(as_of + timedelta(days=WRITING_DAYS), "A week from today: no date of a route lies ahead.")
