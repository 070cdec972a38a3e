"""Every clock in the order an officer meets them: notices, the meeting, the decision, call-in, and afterwards."""

from __future__ import annotations

import re
from dataclasses import dataclass

from moothall.domain.clock_arguments import ClockQuestion, Moment
from moothall.domain.clock_questions import QUESTIONS
from moothall.domain.clocks import CLOCKS
from moothall.domain.provisions import Provision


@dataclass(frozen=True, slots=True)
class ListedClock:
    """A clock with the rule it counts by, the day that wording of the rule dates from, and what it rests on."""

    question: ClockQuestion
    rule: str
    version: str
    provisions: tuple[Provision, ...]

    @property
    def rests_on(self) -> str:
        """The first provision in short: an instrument by its number where it has one."""
        first = self.provisions[0]
        number = re.search(r"\(([^()]* \d{4}/\d+)\)$", first.instrument)
        return f"{number[1]}, {first.part}" if number else first.cite()

    @property
    def check_with_monitoring_officer(self) -> bool:
        """Whether a provision behind it is known only from others, so that a monitoring officer should look first."""
        return any(provision.check_with_monitoring_officer for provision in self.provisions)


def listed(name: str) -> ListedClock | None:
    """The clock with this name, or None where there is none."""
    return _LISTED.get(name)


def by_moment() -> tuple[tuple[Moment, tuple[ListedClock, ...]], ...]:
    """Every clock once, under the moment at which an officer meets it; a moment with no clock is left out."""
    groups = ((moment, tuple(one for one in _LISTED.values() if one.question.moment is moment)) for moment in Moment)
    return tuple((moment, clocks) for moment, clocks in groups if clocks)


def _all() -> dict[str, ListedClock]:
    clocks = {clock.NAME: clock for clock in CLOCKS}
    found = {}
    for name, question in QUESTIONS.items():
        clock = clocks[name]
        stated = clock.PROVISIONS
        provisions = tuple(dict.fromkeys(stated.values() if isinstance(stated, dict) else stated))
        found[name] = ListedClock(question, clock.RULE, clock.VERSION, provisions)
    return found


_LISTED = _all()
