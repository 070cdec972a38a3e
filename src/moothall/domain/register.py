"""The register of returns: what is known here of each authority's return. Order is always the name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Known(StrEnum):
    """What is known here. NOTHING says only that: never that a return was not received."""

    RETURNED = "R"
    PUBLISHED = "P"
    LATER = "L"
    RESOLVED_NOT_TO = "X"
    NOTHING = "N"

    @property
    def words(self) -> str:
        """The letter in words."""
        return {
            Known.RETURNED: "Returned",
            Known.PUBLISHED: "Published, not yet returned",
            Known.LATER: "Later date agreed",
            Known.RESOLVED_NOT_TO: "Members resolved to send none",
            Known.NOTHING: "Nothing known here",
        }[self]

    @property
    def is_rare(self) -> bool:
        """Whether it is counted and offered only where it is so of somebody."""
        return self in (Known.LATER, Known.RESOLVED_NOT_TO)


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One authority on the register. ``slug`` leads to its plan where one is published.

    ``later_on`` is the later day that was agreed with it, where one was; whether it has returned by then or not.
    ``not_sent_because`` is the reason its members gave for resolving that no plan is sent.
    """

    gss: str
    name: str
    kind: str
    region: str
    known: Known
    slug: str = ""
    sent_at: datetime | None = None
    receipt_number: str = ""
    is_fictional: bool = False
    later_on: date | None = None
    not_sent_because: str = ""
