"""What a feed of changes says, apart from the format it is written in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

NOTHING_YET = datetime(2000, 1, 1, tzinfo=UTC)
"""The moment of a feed in which nothing stands yet: formats ask for one, and it must not move."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One change. ``id`` is a lasting name; ``address`` is the page to read; ``author`` whose change it is."""

    id: str
    title: str
    at: datetime
    address: str
    author: str
    kind: str
    summary: str


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed with its entries, newest first. ``self_address`` is where it is itself, ``page`` what it is a feed of."""

    title: str
    self_address: str
    page: str
    entries: tuple[Entry, ...]

    @property
    def updated_at(self) -> datetime:
        """When anything in it last changed."""
        return max((one.at for one in self.entries), default=NOTHING_YET)
