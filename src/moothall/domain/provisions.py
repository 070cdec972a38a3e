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
SCHEDULE_12A = "Local Government Act 1972, schedule 12A"
ACT_1999 = "Local Government Act 1999"
ACT_2007 = "Local Government and Public Involvement in Health Act 2007"
ACT_2026 = "English Devolution and Community Empowerment Act 2026 (c. 23)"
EQUALITY_ACT = "Equality Act 2010"
ACCESSIBILITY_REGULATIONS = (
    "Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018 (SI 2018/952)"
)
TRANSPARENCY_REGULATIONS = (
    "Local Government (Transparency Requirements) (England) Regulations 2015 (SI 2015/480), and the code of 2015"
)
INFORMATION_ACT = "Freedom of Information Act 2000"
DATA_PROTECTION = "UK General Data Protection Regulation"
TRANSITION_REGULATIONS = "Regulations on structural changes of 2008 (SI 2008/2113)"
TRANSFER_REGULATIONS = "Regulations on structural changes of 2008 (SI 2008/2176 and SI 2008/2867)"
NO_LAW = "Advice, and not law"


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
