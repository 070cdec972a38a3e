"""Invented councils that follow one call-in rule, with the slips and wrong dates that real lists hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from moothall.domain.days import Counting, Length, Unit
from moothall.domain.fitting import listed_on
from moothall.domain.past_decisions import PastDecision
from moothall.domain.rule_packs import Base, CallInRule
from moothall.reference.bank_holidays import england

FAMILIES = {
    "five from publication": CallInRule(),
    "five counting the day of publication": CallInRule(first_day_counts=True),
    "three from publication": CallInRule(Length(3, Unit.WORKING)),
    "one day to publish, then five": CallInRule(base=Base.DECISION, publish_allowance=1),
    "two days to publish, then five": CallInRule(base=Base.DECISION, publish_allowance=2),
    "five from the decision": CallInRule(base=Base.DECISION),
    "two from publication": CallInRule(Length(2, Unit.WORKING)),
    "ten from publication": CallInRule(Length(10, Unit.WORKING)),
    "six from publication": CallInRule(Length(6, Unit.WORKING)),
}


def past_decisions(
    rule: CallInRule, number: int, random: Random, *, wrong: float = 0.0, first_on: date = date(2012, 1, 1)
) -> list[PastDecision]:
    """Decisions over ten years from a day, listed by a rule; ``wrong`` is the share with something wrong in them."""
    made = []
    for _ in range(number):
        case = _right(rule, random, first_on)
        made.append(random.choice(_WRONGS)(case, random) if random.random() < wrong else case)
    return made


def _right(rule: CallInRule, random: Random, first_on: date) -> PastDecision:
    counting = Counting(england())
    decided_on = counting.first_working(first_on + timedelta(days=random.randrange(3650)))
    published_on = counting.working_days_after(decided_on, random.choice([0, 0, 1, 1, 1, 2, 3]))
    case = PastDecision(decided_on, published_on, decided_on)
    listed = listed_on(rule, case, england())
    assert listed is not None
    return replace(case, listed_on=listed)


def _at_once(case: PastDecision, random: Random) -> PastDecision:
    return replace(case, listed_on=case.began_on)


def _overwritten(case: PastDecision, random: Random) -> PastDecision:
    return replace(case, published=case.listed_on + timedelta(days=random.randrange(40)))


def _before_the_decision(case: PastDecision, random: Random) -> PastDecision:
    return replace(case, listed_on=case.began_on - timedelta(days=random.randrange(1, 6)))


def _slipped(case: PastDecision, random: Random) -> PastDecision:
    return replace(case, listed_on=case.listed_on + timedelta(days=random.choice([-1, 1, 2])))


def _late_record(case: PastDecision, random: Random) -> PastDecision:
    return replace(case, listed_on=case.listed_on + timedelta(days=random.randrange(100, 400)))


_WRONGS: tuple[Callable[[PastDecision, Random], PastDecision], ...] = (
    *(_at_once, _overwritten, _before_the_decision, _slipped, _late_record),
)
