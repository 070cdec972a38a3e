"""What is known of a return after it was certified: each time it went, and each time it came back undelivered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from moothall.domain.days import in_words


class What(StrEnum):
    """What happened to it."""

    SENT = "sent"
    RETURNED = "returned"
    AGAIN = "sent_again"
    RECEIVED = "received"


_SAID = {
    What.SENT: "sent on",
    What.RETURNED: "returned undelivered on",
    What.AGAIN: "sent again on",
    What.RECEIVED: "acknowledged on",
}


@dataclass(frozen=True, slots=True)
class Going:
    """One thing that happened to a return, on a day. ``recorded_at`` is when it came to be known here."""

    what: What
    on: date
    recorded_at: datetime


def in_order(goings: Sequence[Going]) -> tuple[Going, ...]:
    """The same by their days; of one day, as they came to be known."""
    return tuple(sorted(goings, key=lambda one: (one.on, one.recorded_at)))


def is_undelivered(goings: Sequence[Going]) -> bool:
    """Whether all that went came back undelivered, and nobody acknowledged it."""
    went = sum(one.what in (What.SENT, What.AGAIN) for one in goings)
    returned = sum(one.what is What.RETURNED for one in goings)
    return bool(returned) and returned >= went and not any(one.what is What.RECEIVED for one in goings)


def has_come_back(goings: Sequence[Going]) -> bool:
    """Whether it came back undelivered at any time, so that to say it was sent would not be all that is known."""
    return any(one.what is What.RETURNED for one in goings)


def sentence(goings: Sequence[Going]) -> str:
    """What is known, in a sentence: sent, returned undelivered and sent again, each with its day. Empty without any."""
    said = [f"{_SAID[one.what]} {in_words(one.on)}" for one in goings]
    if not said:
        return ""
    listed = ", ".join(said[:-1]) + (" and " if len(said) > 1 else "") + said[-1]
    return f"{listed[:1].upper()}{listed[1:]}."
