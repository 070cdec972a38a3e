"""Councils, their kinds of governance and their bodies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Governance(StrEnum):
    """The model a council is run by on a given day."""

    EXECUTIVE = "executive"
    MAYOR = "mayor"
    COMMITTEE = "committee"


class BodyKind(StrEnum):
    """What kind of decision maker a body is: the law that applies follows from this."""

    EXECUTIVE = "executive"
    FULL_COUNCIL = "full_council"
    COMMITTEE = "committee"
    SCRUTINY = "scrutiny"
    INDIVIDUAL_MEMBER = "individual_member"
    OFFICER = "officer"

    @property
    def meets(self) -> bool:
        """Whether it is a body that decides in a meeting, and not one person who decides alone."""
        return self not in (BodyKind.INDIVIDUAL_MEMBER, BodyKind.OFFICER)


@dataclass(frozen=True, slots=True)
class Authority:
    """A principal local authority of England, or a fictional one for trying things out.

    ``ends_on`` is the first day it was no more; ``replaced_by`` are GSS codes.
    """

    gss: str
    register_code: str
    name: str
    official_name: str
    kind: str
    region: str
    county: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    replaced_by: tuple[str, ...] = ()
    fictional: bool = False

    def exists_on(self, day: date) -> bool:
        """Whether the authority existed on that day, as far as the register knows."""
        return (self.starts_on is None or self.starts_on <= day) and (self.ends_on is None or day < self.ends_on)
