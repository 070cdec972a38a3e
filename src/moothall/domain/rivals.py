"""Rules that explain a council's past decisions as well as each other, and the next case that would part them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from moothall.domain.days import ONE_DAY, Counting, Holidays, days_between, in_words
from moothall.domain.fitting import Candidate, listed_on
from moothall.domain.past_decisions import PastDecision
from moothall.domain.rule_packs import Base, CallInRule

MOST = 4
_MOST_TRIED = 12
_FARTHEST_COST = 800
_NEAR_COST = 250
"""A rule that parts only where something is published on a weekend is named only if it is about as common."""
_HORIZON = timedelta(days=500)


@dataclass(frozen=True, slots=True)
class TellingCase:
    """A case that would part rules: its dates, and the day each rule lists it, None where a rule gives none."""

    published_on: date
    decided_on: date
    listed_on: date
    by_rivals: tuple[date | None, ...]

    @property
    def parted(self) -> int:
        """How many of the rivals list it on another day."""
        return sum(day != self.listed_on for day in self.by_rivals)

    def in_words(self) -> str:
        """The case in a sentence: decided, published, and the day each rule lists."""
        others = " or ".join(in_words(day) for day in dict.fromkeys(self.by_rivals) if day and day != self.listed_on)
        return (
            f"Decided on {in_words(self.decided_on)} and published on {in_words(self.published_on)}: the proposed rule"
            f" lists {in_words(self.listed_on)}, a rival {others}."
        )

    def as_plain(self) -> dict[str, Any]:
        """The case as JSON data, each date under the key it has in a past decision."""
        return {
            "published": self.published_on.isoformat(),
            "decided": self.decided_on.isoformat(),
            "listed": self.listed_on.isoformat(),
            "listed_by_rivals": [day.isoformat() if day else None for day in self.by_rivals],
            "in_words": self.in_words(),
        }


@dataclass(frozen=True, slots=True)
class Rival:
    """Another rule that explains as many cases as the proposed one, and the next case that would part the two."""

    rule: CallInRule
    explains: int
    telling_case: TellingCase


def rivals(
    proposed: Candidate, among: Sequence[Candidate], *, after: date, holidays: Holidays, times: Sequence[int]
) -> tuple[Rival, ...]:
    """The rules that explain as many cases as the proposed one and are not much rarer, commonest first; at most four.

    A rule that would list every coming case on the same day is no rival. ``times`` says how often each case was given.
    """
    as_many = [
        candidate
        for candidate in among
        if candidate.explains.bit_count() >= proposed.explains.bit_count() > 0
        and candidate.rule != proposed.rule
        and candidate.cost <= proposed.cost + _FARTHEST_COST
    ]
    as_many.sort(key=lambda candidate: (candidate.explains != proposed.explains, candidate.cost))
    found: list[Rival] = []
    for candidate in as_many[:_MOST_TRIED]:
        telling_case = _next_telling(proposed.rule, candidate.rule, after, holidays)
        if telling_case is not None and (
            candidate.cost <= proposed.cost + _NEAR_COST or Counting(holidays).is_working(telling_case.published_on)
        ):
            found.append(Rival(candidate.rule, how_many(candidate.explains, times), telling_case))
        if len(found) == MOST:
            break
    return tuple(found)


def tell_apart(proposed: CallInRule, against: Sequence[Rival], holidays: Holidays) -> TellingCase | None:
    """The case, of those that part one rival, that parts most of them; the earliest where several do. None if none."""
    shown = [
        TellingCase(
            case.published_on,
            case.decided_on,
            case.listed_on,
            tuple(_listed(rival.rule, case.decided_on, case.published_on, holidays) for rival in against),
        )
        for case in (rival.telling_case for rival in against)
    ]
    return min(shown, key=lambda case: (-case.parted, case.published_on, case.decided_on), default=None)


def how_many(bits: int, times: Sequence[int]) -> int:
    """How many of the cases given stand behind these bits, rows given more than once counted as often."""
    return sum(number for place, number in enumerate(times) if bits >> place & 1)


def _next_telling(rule: CallInRule, rival: CallInRule, after: date, holidays: Holidays) -> TellingCase | None:
    """The first case after a day which the two rules list on different days; a working day if there is one."""
    for decided_on, published_on in _coming_cases(rule, rival, after, holidays):
        ours, theirs = (_listed(one, decided_on, published_on, holidays) for one in (rule, rival))
        if ours is not None and theirs is not None and ours != theirs:
            return TellingCase(published_on, decided_on, ours, (theirs,))
    return None


def _coming_cases(rule: CallInRule, rival: CallInRule, after: date, holidays: Holidays) -> Iterator[tuple[date, date]]:
    """Decisions to come: published the same day, and later too where the rules count from different events."""
    counting = Counting(holidays)
    last = min(after + _HORIZON, holidays.known_to - timedelta(days=40))
    coming = list(days_between(after + ONE_DAY, last))
    delays = (1, 0, 2) if Base.DECISION in (rule.base, rival.base) and rule.base is not rival.base else (0,)
    working = [day for day in coming if counting.is_working(day)]
    for day in working:
        for delay in delays:
            yield day, counting.working_days_after(day, delay)
    for day in coming:
        if not counting.is_working(day):
            yield day, day


def _listed(rule: CallInRule, decided_on: date, published_on: date, holidays: Holidays) -> date | None:
    return listed_on(rule, PastDecision(published_on, published_on, decided_on), holidays)
