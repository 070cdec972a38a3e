"""Rulebooks made up by hypothesis: without contradiction, with every shape of rule."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from moothall.domain.authorities import BodyKind, Governance
from moothall.domain.call_in_rules import Base, CallInRule, Effective
from moothall.domain.closures import Closure, ClosureKind
from moothall.domain.days import Length, Unit
from moothall.domain.local_rules import (
    RULINGS,
    Every,
    Hold,
    Kept,
    LocalRule,
    NoCallIn,
    Policy,
    RuledClock,
    Shape,
    Threshold,
    overlap,
)
from moothall.domain.rulebook import GovernanceSpell, Rulebook

FIRST, LAST = date(2012, 5, 4), date(2027, 12, 31)
DAYS = st.dates(FIRST, LAST)
WORDS = st.text(st.characters(categories=("L", "N")), min_size=1, max_size=12)
LENGTHS = st.builds(Length, st.integers(1, 60), st.sampled_from(Unit))
TIMES = st.times().map(lambda moment: moment.replace(second=0, microsecond=0))
CALL_INS = st.builds(
    CallInRule,
    length=LENGTHS,
    base=st.just(Base.DECISION),
    publish_allowance=st.integers(0, 5),
    publish_cutoff=st.none() | TIMES,
    closes=st.none() | TIMES,
    effective=st.sampled_from(Effective),
    starts_after=st.integers(0, 3),
    requesters=st.sampled_from(["", "three members"]),
    key_only=st.none() | st.booleans(),
)
VALUES = {
    Shape.CALL_IN: CALL_INS | st.builds(NoCallIn, WORDS),
    Shape.CLEAR_DAYS: LENGTHS,
    Shape.HOLD: st.builds(Hold, LENGTHS, st.booleans()),
    Shape.THRESHOLDS: st.lists(st.builds(Threshold, WORDS, st.integers(0, 10**9)), max_size=3).map(tuple),
    Shape.POLICY: st.builds(Policy, WORDS, st.none() | st.integers(0, 10**9)),
    Shape.EVERY: st.builds(Every, st.integers(1, 12)),
    Shape.KEPT: st.builds(Kept, st.integers(6, 50), st.integers(4, 50)),
}


@st.composite
def rules(draw: st.DrawFn) -> LocalRule:
    """One rule of any clock, for some makers or for all, open on either side or on none."""
    clock = draw(st.sampled_from(RuledClock))
    makers = draw(st.frozensets(st.sampled_from(sorted(RULINGS[clock].makers)), max_size=2))
    first = draw(st.none() | DAYS)
    last = draw(st.none() | st.integers(0, 2000).map(lambda days: (first or FIRST) + timedelta(days=days)))
    return LocalRule("new", clock, draw(VALUES[RULINGS[clock].shape]), makers, first, last, draw(WORDS))


@st.composite
def rulebooks(draw: st.DrawFn) -> Rulebook:
    """A rulebook in which of two rules that contradict each other only the first stands."""
    kept: list[LocalRule] = []
    for number, one in enumerate(draw(st.lists(rules(), max_size=8))):
        if not any(_contradict(one, other) for other in kept):
            kept.append(
                LocalRule(f"r{number}", one.clock, one.value, one.makers, one.valid_from, one.valid_to, one.source)
            )
    closed = draw(st.lists(st.builds(Closure, DAYS, WORDS, st.sampled_from(ClosureKind)), max_size=3))
    changed = draw(st.none() | DAYS)
    spells: tuple[GovernanceSpell, ...] = ()
    if changed:
        before = GovernanceSpell(Governance.EXECUTIVE, None, changed - timedelta(days=1))
        spells = (before, GovernanceSpell(Governance.MAYOR, changed))
    return Rulebook("Here", tuple(kept), tuple({one.on: one for one in closed}.values()), spells)


def _contradict(one: LocalRule, other: LocalRule) -> bool:
    if one.clock is not other.clock or bool(one.makers) is not bool(other.makers):
        return False
    if one.makers and not one.makers & other.makers:
        return False
    return overlap((one.valid_from, one.valid_to), (other.valid_from, other.valid_to)) is not None


KINDS = st.sampled_from(BodyKind)
