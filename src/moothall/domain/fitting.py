"""Every call-in rule that could explain a council's past decisions, and which cases each explains.

The cases a rule explains are kept as the bits of one number, so that many rules are compared on many cases at once.
The days are counted by the call-in clock and nowhere else: one count of the longest period shows where every shorter
one ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from moothall.domain.clocks import call_in
from moothall.domain.days import ONE_DAY, Holidays, Length, Unit, days_between
from moothall.domain.past_decisions import PastDecision
from moothall.domain.refusals import Refusal
from moothall.domain.rule_packs import Base, CallInRule

LONGEST = 15
LONGEST_ALLOWANCE = 3
_LONGEST_COUNT = LONGEST + LONGEST_ALLOWANCE
CASE = 400
"""What one more explained case is worth, against the costs below (hundredths of a natural logarithm of the odds)."""
TELLING = 200
"""What it is worth besides that the case lies around a bank holiday or a weekend, where rules part."""

# How far a rule is from the commonest, five working days from publication: about 100 ln(35/n) where the rule was seen
# at n of some 60 councils. A rule seen anywhere costs less than a case, so one more case explained outweighs it; a rule
# seen nowhere costs more.
_DAYS = {5: 0, 3: 140, 6: 300, 2: 320, 10: 320, 7: 390, 4: 420}
_CALENDAR_DAYS = {7: 0, 5: 100, 3: 150, 10: 150, 14: 150}
_CALENDAR = 420
_UNSEEN = 550
_STARTS = (
    (Base.PUBLICATION, False, 0, 0),
    (Base.PUBLICATION, True, 0, 190),
    (Base.DECISION, False, 1, 190),
    (Base.DECISION, False, 2, 290),
    (Base.DECISION, False, 0, 320),
    (Base.DECISION, True, 0, 450),
    (Base.DECISION, False, 3, 450),
)
_CUTOFF = 250
_USUAL_CUTOFFS = (time(17), time(16), time(12), time(17, 30), time(16, 30), time(17, 15), time(18))
_CUTOFFS = (
    *_USUAL_CUTOFFS,
    *(time(hour) for hour in range(8, 23)),
    *(time(hour, minute) for minute in (30, 15, 45) for hour in range(8, 22)),
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A rule, the cases it explains as bits (case i is 1 << i), and how uncommon it is."""

    rule: CallInRule
    explains: int
    cost: int

    def weight(self, telling: int) -> int:
        """How well the rule stands: cases explained, those around holidays more, less what it departs from custom."""
        return CASE * self.explains.bit_count() + TELLING * (self.explains & telling).bit_count() - self.cost


def candidates(cases: Sequence[PastDecision], holidays: Holidays) -> tuple[Candidate, ...]:
    """Every rule worth comparing, commonest first. Of rules that count the same days always, the commonest stands.

    A period of n days after m days for publishing ends with one of n + m days from the decision; only one is given.
    """
    cutoffs = _cutoffs_between(cases)
    found: dict[object, Candidate] = {}
    for unit in Unit:
        for base, first, allowance, cost in _STARTS:
            if allowance and unit is Unit.CALENDAR:
                continue  # never seen, and on most days the same as a longer period
            start = CallInRule(Length(1, unit), base, first, allowance)
            for candidate in _of_one_start(start, cost, cases, holidays, cutoffs):
                same = _same_days(candidate.rule)
                if same not in found or candidate.cost < found[same].cost:
                    found[same] = candidate
    return tuple(sorted(found.values(), key=lambda candidate: candidate.cost))


def telling(cases: Sequence[PastDecision], holidays: Holidays) -> int:
    """The cases, as bits, with a bank holiday in their time or with an end on a day that is no working day."""
    bits = 0
    for number, case in enumerate(cases):
        ends = (case.decided_on, case.published_on, case.listed_on)
        at_ends = any(day.weekday() >= 5 for day in ends if day is not None)
        last = min(case.listed_on, case.began_on + 40 * ONE_DAY)  # a year's wait tells nothing about five days
        inside = any(holidays.name_of(day) for day in days_between(case.began_on, last))
        bits |= int(at_ends or inside) << number
    return bits


def listed_on(rule: CallInRule, case: PastDecision, holidays: Holidays) -> date | None:
    """The day this rule lists the case as in effect, or None where the clock refuses its dates."""
    try:
        return call_in.deadline(case.published, decided_on=case.decided_on, rule=rule, holidays=holidays).listed_on
    except Refusal:
        return None


def _of_one_start(
    start: CallInRule, cost: int, cases: Sequence[PastDecision], holidays: Holidays, cutoffs: Sequence[time]
) -> Iterator[Candidate]:
    """The rules of every length that start alike, without a cut-off and with each cut-off the cases can show."""
    unit = start.length.unit
    on_time = _explained_by_length(start, cases, holidays)
    for number in range(1, LONGEST + 1):
        rule = replace(start, length=Length(number, unit))
        yield Candidate(rule, on_time[number], cost + _cost(rule.length))
    if start.base is not Base.PUBLICATION or not cutoffs:
        return
    always_late = _explained_by_length(replace(start, publish_cutoff=time.min), cases, holidays)
    for cutoff in cutoffs:
        late = _late(cases, cutoff, holidays)
        unusual = 0 if cutoff in _USUAL_CUTOFFS else 50
        for number in range(1, LONGEST + 1):
            rule = replace(start, length=Length(number, unit), publish_cutoff=cutoff)
            explains = on_time[number] & ~late | always_late[number] & late
            yield Candidate(rule, explains, cost + _cost(rule.length) + _CUTOFF + unusual)


def _explained_by_length(start: CallInRule, cases: Sequence[PastDecision], holidays: Holidays) -> list[int]:
    """For each length from 0 to the longest, the cases (as bits) that a rule with this start and length explains."""
    explained = [0] * (_LONGEST_COUNT + 1)
    for place, case in enumerate(cases):
        number = _length_that_fits(start, case, holidays)
        if number is not None:
            explained[number] |= 1 << place
    return explained


def _length_that_fits(start: CallInRule, case: PastDecision, holidays: Holidays) -> int | None:
    """How many days a rule with this start needs to list the case when it was listed, or None if none does."""
    event = case.published_on if start.base is Base.PUBLICATION else case.decided_on
    if event is None or case.published_before_decision:
        return None
    last = case.listed_on - ONE_DAY
    most = (last - event).days + 1  # counting the first day; of seven days at most five are working days
    if start.length.unit is Unit.WORKING:
        most = min(most, most * 5 // 7 + 2)
    for longest in range(min(most, _LONGEST_COUNT), 0, -1):
        rule = replace(start, length=Length(longest, start.length.unit))
        try:
            found = call_in.deadline(case.published, decided_on=case.decided_on, rule=rule, holidays=holidays)
        except Refusal:
            continue  # the count runs past the table of holidays, and a shorter one may not
        ends = [day.day for day in found.counted if day.counts]
        return ends.index(last) + 1 if last in ends else None
    return None


def _late(cases: Sequence[PastDecision], cutoff: time, holidays: Holidays) -> int:
    """The cases, as bits, whose publication counts from the next working day under this cut-off."""
    bits = 0
    for place, case in enumerate(cases):
        moment = case.published
        if isinstance(moment, datetime):
            no_working_day = moment.weekday() >= 5 or holidays.name_of(moment.date()) is not None
            bits |= int(no_working_day or moment.time() > cutoff) << place
    return bits


def _cutoffs_between(cases: Sequence[PastDecision]) -> tuple[time, ...]:
    """One cut-off, the most usual, for each gap between the times of publication that the cases show."""
    times = sorted({case.published.time() for case in cases if isinstance(case.published, datetime)})
    chosen: dict[int, time] = {}
    for cutoff in _CUTOFFS:
        before = sum(moment <= cutoff for moment in times)
        if 0 < before < len(times):
            chosen.setdefault(before, cutoff)
    return tuple(chosen.values())


def _cost(length: Length) -> int:
    if length.unit is Unit.WORKING:
        return _DAYS.get(length.number, _UNSEEN)
    return _CALENDAR + _CALENDAR_DAYS.get(length.number, 300)


def _same_days(rule: CallInRule) -> object:
    """What two rules have in common if they always end on the same day.

    After an allowance the count starts on a working day, so counting that day shortens the period by one.
    """
    if rule.base is Base.DECISION and rule.length.unit is Unit.WORKING:
        if not rule.publish_allowance and rule.first_day_counts:
            return rule
        return rule.publish_allowance + rule.length.number - int(rule.first_day_counts)
    return rule
