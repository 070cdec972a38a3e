"""Whether a council's call-in rule changed: the spans of time each explained by one rule of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from moothall.domain.fitting import CASE, Candidate
from moothall.domain.past_decisions import PastDecision

CHANGE = 850
"""What a change costs: with a rule seen elsewhere, it must explain three cases more than no change at all."""
MORE_CASES = 3


@dataclass(frozen=True, slots=True)
class Span:
    """A run of cases in order of time that one rule explains: bits of all its cases, and its first and last day."""

    fit: Candidate
    cases: int
    first_on: date
    last_on: date

    @property
    def explains(self) -> int:
        """The cases of this span, as bits, that its rule explains."""
        return self.fit.explains & self.cases


def spans(cases: Sequence[PastDecision], among: Sequence[Candidate]) -> tuple[Span, ...]:
    """The spans in order of time, or none where one rule throughout explains about as much.

    Each day's cases stay together. The cheapest run of rules through the days is kept for every rule a case can have.
    """
    distinct: dict[int, Candidate] = {}
    for candidate in among:  # commonest first, so of rules with the same cases the commonest is kept
        if candidate.explains:
            distinct.setdefault(candidate.explains, candidate)
    fits = list(distinct.values())
    found = _through_time(_by_day(cases), fits) if fits else ()
    if len(found) < 2:
        return ()
    without = max(fit.explains.bit_count() for fit in fits)
    explained = sum(span.explains.bit_count() for span in found)
    return found if explained >= without + MORE_CASES else ()


def _by_day(cases: Sequence[PastDecision]) -> list[tuple[date, int]]:
    days: dict[date, int] = {}
    for place, case in enumerate(cases):
        days[case.began_on] = days.get(case.began_on, 0) | 1 << place
    return sorted(days.items())


def _through_time(days: list[tuple[date, int]], fits: list[Candidate]) -> tuple[Span, ...]:
    standing = [-fit.cost for fit in fits]
    came_from: list[list[int]] = []
    for number, (_, cases) in enumerate(days):
        best = max(range(len(fits)), key=standing.__getitem__)
        changed = standing[best] - CHANGE
        origin = list(range(len(fits)))
        for place, fit in enumerate(fits):
            if number and changed - fit.cost > standing[place]:
                standing[place], origin[place] = changed - fit.cost, best
            standing[place] += CASE * (fit.explains & cases).bit_count()
        came_from.append(origin)
    held = [max(range(len(fits)), key=standing.__getitem__)]
    for origin in reversed(came_from[1:]):
        held.append(origin[held[-1]])
    held.reverse()
    return _joined(days, [fits[place] for place in held])


def _joined(days: list[tuple[date, int]], held: list[Candidate]) -> tuple[Span, ...]:
    found: list[Span] = []
    for (day, cases), fit in zip(days, held, strict=True):
        if found and found[-1].fit is fit:
            found[-1] = Span(fit, found[-1].cases | cases, found[-1].first_on, day)
        else:
            found.append(Span(fit, cases, day, day))
    return tuple(found)
