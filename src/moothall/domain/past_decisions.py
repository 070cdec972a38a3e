"""Decisions a council took in the past, with the dates its own pages gave them: what a call-in rule is learnt from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from moothall.domain import given
from moothall.domain.days import Holidays
from moothall.domain.refusals import Refusal

KEYS = ("published", "decided", "listed", "case")


@dataclass(frozen=True, slots=True)
class PastDecision:
    """One past decision. ``listed_on`` is the day the council's page gave as the day it takes effect.

    ``published`` is a day, or a day and time. ``case`` is the council's own name for it, empty where none was given.
    """

    listed_on: date
    published: date | datetime | None = None
    decided_on: date | None = None
    case: str = ""

    @property
    def published_on(self) -> date | None:
        """The day of publication without its time."""
        return self.published.date() if isinstance(self.published, datetime) else self.published

    @property
    def began_on(self) -> date:
        """The day of the decision, else the day of publication: where the case stands in time."""
        return self.decided_on or self.published_on or self.listed_on

    @property
    def published_before_decision(self) -> bool:
        """Whether the dates cannot both be right, so that no rule is tested on them."""
        published, decided = self.published_on, self.decided_on
        return published is not None and decided is not None and published < decided

    @property
    def dates(self) -> tuple[object, ...]:
        """What tells this case from another; rows copied from one notice to several items have the same."""
        return (self.decided_on, self.published, self.listed_on)

    def as_plain(self) -> dict[str, Any]:
        """The case as JSON data, with the keys it was given by."""
        return {
            **({"case": self.case} if self.case else {}),
            "published": _iso(self.published),
            "decided": _iso(self.decided_on),
            "listed": _iso(self.listed_on),
        }


def past_decision(plain: Mapping[str, Any], *, holidays: Holidays) -> PastDecision:
    """A past decision from JSON data: `listed`, and `published` or `decided` or both. null stands for not known.

    Raises a Refusal for an unknown key, a date that cannot be read or lies beyond the table of holidays, and where
    there is too little to test a rule on.
    """
    given.check_keys(plain, KEYS, where="A past decision")
    known = {key: value for key, value in plain.items() if value is not None}
    if "listed" not in known:
        raise Refusal(
            "This past decision has no listed date, so no rule can be tested on it.",
            next_step="Give listed, the day the council's page says it takes effect.",
        )
    if "published" not in known and "decided" not in known:
        raise Refusal(
            "This past decision has neither a date of publication nor of decision, so nothing starts the count.",
            next_step="Give published or decided, or both.",
        )
    found = PastDecision(
        listed_on=given.day(known["listed"], "listed"),
        published=given.day_or_moment(known["published"], "published") if "published" in known else None,
        decided_on=given.day(known["decided"], "decided") if "decided" in known else None,
        case=given.words(known["case"], "case") if "case" in known else "",
    )
    for day in (found.decided_on, found.published_on, found.listed_on):
        if day is not None:
            holidays.name_of(day)
    return found


def _iso(day: date | datetime | None) -> str | None:
    if isinstance(day, datetime):
        return day.isoformat(timespec="minutes")
    return day.isoformat() if day else None
