"""Days on which one council is closed besides bank holidays: by its own choice, in mourning or in thanksgiving."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ClosureKind(StrEnum):
    """Why the council is closed on a day."""

    CLOSURE = "closure"
    MOURNING = "mourning"
    THANKSGIVING = "thanksgiving"

    @property
    def in_words(self) -> str:
        """The kind as it opens a reason: Day of mourning."""
        return _IN_WORDS[self]


_IN_WORDS = {
    ClosureKind.CLOSURE: "Council closed",
    ClosureKind.MOURNING: "Day of mourning",
    ClosureKind.THANKSGIVING: "Day of thanksgiving",
}
USUAL_CLOCKS = frozenset({"call-in", "call-in-hold"})
"""The counts that leave a closure out unless the council says otherwise: those that only its own rules govern."""


@dataclass(frozen=True, slots=True)
class Closure:
    """A day that one council leaves out of its counts. ``clocks`` names the counts that leave it out.

    Whether such a day may be left out of the clear days of a public notice is argued over (section 243 of the Local
    Government Act 1972 moves a last day on and takes none out of these counts), so each council chooses.
    """

    on: date
    name: str = ""
    kind: ClosureKind = ClosureKind.CLOSURE
    clocks: frozenset[str] = USUAL_CLOCKS
    source: str = ""

    @property
    def why(self) -> str:
        """Why the day does not count, as it stands beside the day: Council closed: Christmas closure."""
        return f"{self.kind.in_words}: {self.name}" if self.name else self.kind.in_words
