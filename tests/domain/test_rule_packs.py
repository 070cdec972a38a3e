"""A council's own rules as data: there and back, and what is said of those nobody entered."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain import rule_packs
from moothall.domain.authorities import Governance
from moothall.domain.days import Length, Unit
from moothall.domain.refusals import Refusal
from moothall.domain.rule_packs import Base, CallInRule, Effective, RulePack
from moothall.reference.rule_packs import default

LENGTHS = st.builds(Length, st.integers(1, 366), st.sampled_from(Unit))
TIMES = st.times().map(lambda moment: moment.replace(second=0, microsecond=0))
CALL_INS = st.builds(
    CallInRule,
    length=LENGTHS,
    base=st.just(Base.DECISION),
    first_day_counts=st.booleans(),
    publish_allowance=st.integers(0, 60),
    publish_cutoff=st.none() | TIMES,
    closes=st.none() | TIMES,
    effective=st.sampled_from(Effective),
    closures=st.frozensets(st.dates(), max_size=3),
)
PACKS = st.builds(
    RulePack,
    name=st.text(st.characters(categories=("L", "N"))),
    governance=st.sampled_from(Governance),
    call_in=st.none() | CALL_INS,
    agenda=LENGTHS,
    key_decision_notice=LENGTHS,
    member_notice=st.none() | LENGTHS,
    thresholds=st.lists(st.builds(rule_packs.Threshold, st.just("capital"), st.integers(0, 10**9))).map(tuple),
    valid_from=st.none() | st.dates(),
)


@given(pack=PACKS)
def test_a_pack_written_down_reads_back_as_it_was(pack: RulePack) -> None:
    """What the council exports is what it can bring back."""
    assert rule_packs.rule_pack(rule_packs.as_plain(pack), default=default(pack.governance)) == pack


def test_the_default_pack_says_loudly_that_its_call_in_is_a_default() -> None:
    pack = default(Governance.EXECUTIVE)

    assert pack.is_default
    assert pack.call_in == CallInRule()
    assert "is a default, the commonest seen and not this council's own" in pack.warnings()[0]


def test_a_committee_system_has_no_call_in_until_one_is_recorded() -> None:
    pack = default(Governance.COMMITTEE)

    assert pack.call_in is None
    assert "No call-in is counted" in pack.warnings()[0]


def test_a_council_that_entered_its_call_in_is_warned_no_more_and_keeps_the_other_defaults() -> None:
    pack = rule_packs.rule_pack({"call_in": {"days": 3, "closes": "12:00"}}, default=default(Governance.EXECUTIVE))

    assert pack.warnings() == ()
    assert not pack.is_default
    assert pack.defaults == ("agenda", "key_decision_notice")
    assert pack.call_in == CallInRule(length=Length(3, Unit.WORKING), closes=time(12))


def test_a_council_may_say_that_it_has_no_call_in() -> None:
    assert rule_packs.rule_pack({"call_in": None}, default=default(Governance.EXECUTIVE)).call_in is None


@pytest.mark.parametrize(
    ("plain", "sentence"),
    [
        ({"callin": {}}, "The rules has an unknown key, 'callin'. Did you mean call_in?"),
        ({"call_in": {"closing": "17:00"}}, "call_in has an unknown key, 'closing'. Did you mean closes?"),
        ({"call_in": 5}, "call_in is not an object with keys."),
        ({"agenda": {"clear_days": 0}}, "0 is not a number of days this can count."),
        ({"thresholds": {"what": "capital"}}, "thresholds is not a list."),
        ({"thresholds": [{"what": "capital", "euros": 1}]}, "A threshold has an unknown key, 'euros'."),
        ({"governance": "king"}, "governance is 'king', which is not known here."),
    ],
)
def test_a_wrong_rule_is_refused_in_a_sentence(plain: dict[str, object], sentence: str) -> None:
    with pytest.raises(Refusal) as refused:
        rule_packs.rule_pack(plain, default=default(Governance.EXECUTIVE))

    assert str(refused.value).startswith(sentence)
