"""Call-in beside a committee system: nothing is assumed, and a council's own rule is counted as it says."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.clock_questions import answer
from moothall.domain.clocks import call_in, committee_call_in
from moothall.domain.days import Length, Unit
from moothall.domain.refusals import Refusal
from moothall.domain.rule_packs import CallInRule
from moothall.reference.bank_holidays import england

DECIDED = date(2024, 7, 9)


def test_ribble_valley_without_a_scrutiny_committee_has_no_call_in_to_wait_for() -> None:
    """Ribble Valley's report of 2024 says that it is no key decision and not open to call-in."""
    found = committee_call_in.deadline(DECIDED, scrutiny_committee=False, holidays=england(), rule=CallInRule())

    assert (found.kind, found.on) == ("none_recorded", None)
    assert "the law sets none" in found.points[0].says


def test_with_a_committee_and_no_rule_the_rule_is_asked_for_and_five_days_are_not_assumed() -> None:
    found = committee_call_in.deadline(DECIDED, scrutiny_committee=True, holidays=england())

    assert (found.kind, found.on) == ("rule_needed", None)
    assert found.points[1].met is None


def test_spelthornes_and_wirrals_call_in_are_their_own_and_are_counted_as_they_say() -> None:
    """Spelthorne and Wirral have had call-in beside committees; the dates are ours."""
    rule = CallInRule(first_day_counts=True)

    found = committee_call_in.deadline(
        DECIDED, scrutiny_committee=True, holidays=england(), rule=rule, published=date(2024, 7, 11)
    )

    assert (found.kind, found.on, found.rule) == ("local_rule", date(2024, 7, 17), "G-C5")
    assert found.provision.check_with_monitoring_officer


def test_it_is_asked_by_name_and_days_have_no_default() -> None:
    asked = {"decided": "2024-07-09", "scrutiny_committee": True, "published": "2024-07-11"}

    assert answer("committee-call-in", asked, england()).kind == "rule_needed"
    assert answer("committee-call-in", {**asked, "days": 10}, england()).on == date(2024, 7, 25)
    assert answer("committee-call-in", {**asked, "scrutiny_committee": False, "days": 5}, england()).on is None


def test_before_the_regulations_of_2012_it_is_not_answered() -> None:
    with pytest.raises(Refusal, match="not in force"):
        committee_call_in.deadline(date(2012, 5, 3), scrutiny_committee=False, holidays=england())


@given(
    decided=st.dates(date(2012, 5, 4), date(2027, 6, 30)),
    later=st.integers(0, 20),
    number=st.integers(1, 15),
    unit=st.sampled_from(Unit),
)
def test_a_rule_of_the_councils_own_is_counted_as_beside_an_executive(
    decided: date, later: int, number: int, unit: Unit
) -> None:
    published, rule = decided + timedelta(later), CallInRule(length=Length(number, unit))

    found = committee_call_in.deadline(
        decided, scrutiny_committee=True, holidays=england(), rule=rule, published=published
    )

    beside = call_in.deadline(published, decided_on=decided, rule=rule, holidays=england())
    assert (found.on, found.effective_on, found.counted) == (beside.on, beside.effective_on, beside.counted)
