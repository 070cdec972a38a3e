"""The law of its day: a date from before a provision was in force is not answered with it."""

from __future__ import annotations

from datetime import date

from moothall.domain.days import in_words
from moothall.domain.provisions import Provision
from moothall.domain.refusals import Refusal


def check(day: date, since: date, *, provision: Provision, rule: str) -> None:
    """Raise a Refusal where a day comes before the day on which a provision came into force."""
    if day < since:
        raise Refusal(
            f"{provision.cite()}, was not in force on {in_words(day)}: it began on {in_words(since)}.",
            next_step="Ask your monitoring officer what the law was on that day.",
            rule=rule,
        )
