"""Citations of law: which instrument, which part, and whether its own text was read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

ACT_1972 = "Local Government Act 1972"
ACT_2000 = "Local Government Act 2000"
EXECUTIVE_REGULATIONS = (
    "Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) Regulations 2012"
    " (SI 2012/2089)"
)
ACT_1986 = "Local Government Act 1986"
ACT_1989 = "Local Government and Housing Act 1989"
FINANCE_ACT_1988 = "Local Government Finance Act 1988"
OPENNESS_REGULATIONS = "Openness of Local Government Bodies Regulations 2014 (SI 2014/2095)"
EQUALITY_REGULATIONS = "Equality Act 2010 (Specific Duties and Public Authorities) Regulations 2017 (SI 2017/353)"


class Read(StrEnum):
    """How a provision is known: its own text, someone else's account of it, or from memory."""

    OWN_TEXT = "S"
    ACCOUNT = "S2"
    RECALLED = "R"


@dataclass(frozen=True, slots=True)
class Provision:
    """A place in the law. ``part`` is in words ("section 100B(3)"); ``note`` says what the provision leaves open."""

    instrument: str
    part: str
    read: Read = Read.OWN_TEXT
    note: str = ""

    @property
    def check_with_monitoring_officer(self) -> bool:
        """Whether the text itself has not been read, so that a monitoring officer should look at it first."""
        return self.read is not Read.OWN_TEXT

    def cite(self) -> str:
        """The citation in words, without the mark of how it is known."""
        return f"{self.instrument}, {self.part}" if self.part else self.instrument

    def in_words(self) -> str:
        """The citation as a person should see it: with a warning where the text itself has not been read."""
        warning = " (check with your monitoring officer)" if self.check_with_monitoring_officer else ""
        return self.cite() + warning
