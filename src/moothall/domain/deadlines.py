"""A deadline: the date owed, the rule and provision behind it, and every day that was counted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from moothall.domain.days import CountedDay
from moothall.domain.provisions import Provision


@dataclass(frozen=True, slots=True)
class OtherAnswer:
    """What the answer would be if the council counted another way. ``if_`` is that way, in words."""

    if_: str
    on: date | None
    effective_on: date | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """One point that a test turns on: what is asked, how it stands, and a sentence that says why.

    ``code`` is a stable id of the reason. ``met`` is None where a person must say, or where it cannot be told.
    """

    about: str
    met: bool | None
    code: str
    says: str


@dataclass(frozen=True, slots=True)
class Deadline:
    """A computed date with its working. What does not apply to a clock is None.

    ``on`` is the date owed and ``at`` the time of that day where the rule has one (local time in England);
    ``effective_on`` is the day a decision takes effect in law and ``listed_on`` the day councils' pages show for it;
    ``working_on`` is the working day an office can act on where ``on`` may be another; ``kind`` is a kind of notice.
    ``calendar`` names the table of holidays and its version. ``notes`` are sentences a reader should see; ``points``
    are what a test turns on, for a clock that puts one.
    """

    clock: str
    rule: str
    version: str
    what: str
    provision: Provision
    calendar: str
    counted: tuple[CountedDay, ...]
    on: date | None = None
    at: datetime | None = None
    effective_on: date | None = None
    listed_on: date | None = None
    working_on: date | None = None
    kind: str | None = None
    other_convention: OtherAnswer | None = None
    notes: tuple[str, ...] = ()
    points: tuple[Point, ...] = ()

    def as_plain(self) -> dict[str, Any]:
        """The answer as `moothall clock` prints it: plain JSON data, these keys, always all of them.

        A clock that puts a test gives its points under a further key, ``points``; the others never have it.
        """
        points = [{"about": p.about, "met": p.met, "code": p.code, "says": p.says} for p in self.points]
        return {
            "clock": self.clock,
            "rule": self.rule,
            "provision": self.provision.in_words(),
            "on": _iso(self.on),
            "at": self.at.isoformat(timespec="minutes") if self.at else None,
            "effective_on": _iso(self.effective_on),
            "listed_on": _iso(self.listed_on),
            "working_on": _iso(self.working_on),
            "kind": self.kind,
            "counted": [{"day": day.day.isoformat(), "counts": day.counts, "why": day.why} for day in self.counted],
            "calendar": self.calendar,
            **({"points": points} if points else {}),
        }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
