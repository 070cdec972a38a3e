"""What is known of a file beside its words, handed to every finder."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class DocumentKind(StrEnum):
    """What sort of document a file is."""

    COMMITTEE_REPORT = "committee_report"
    DECISION = "decision"
    MINUTES = "minutes"
    AGENDA = "agenda"
    PLAN = "plan"
    PRESS = "press"
    OTHER = "other"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Clues:
    """``url`` is the page's address where it is known, ``kind`` what sort of document it is, ``year`` the year its
    dates fall in when they do not say, ``subject`` the words that name the plan a round asks for ("... plan")."""

    url: str | None = None
    kind: DocumentKind = DocumentKind.OTHER
    year: int | None = None
    subject: str = "plan"
    as_of: date | None = None
