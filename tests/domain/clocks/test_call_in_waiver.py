"""Waiver of call-in: the constitution's test, a named agreement that comes first, the record, and a report."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.clock_questions import answer
from moothall.domain.clocks import call_in_waiver
from moothall.domain.clocks.call_in_waiver import Waiver
from moothall.reference.bank_holidays import england

DECIDED = date(2024, 7, 11)
WHOLE = Waiver(
    test="Rule 16: delay would seriously harm the council's or the public's interest.",
    because="The return is due on 19 July, before call-in would end.",
    agreed_as="Chair of the scrutiny committee",
    agreed_by="The chair",
    agreed_on=date(2024, 7, 10),
    recorded=True,
)


def test_a_whole_waiver_takes_effect_at_once_and_is_reported_as_middlesbroughs_rules_ask() -> None:
    """Middlesbrough's constitution has such a rule; the decision and its days are ours."""
    found = call_in_waiver.deadline(DECIDED, waiver=WHOLE, next_council_on=date(2024, 9, 4))

    assert (found.kind, found.effective_on, found.on) == ("waived", DECIDED, date(2024, 9, 4))
    assert all(point.met for point in found.points)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"test": " "}, "no_test"),
        ({"because": ""}, "no_reason"),
        ({"agreed_by": ""}, "no_agreement"),
        ({"agreed_as": ""}, "no_agreement"),
        ({"agreed_on": None}, "day_of_agreement_not_said"),
        ({"agreed_on": date(2024, 7, 12)}, "agreed_too_late"),
        ({"recorded": False}, "not_recorded"),
    ],
)
def test_whatever_is_missing_leaves_the_decision_open_to_call_in(changed: dict[str, Any], code: str) -> None:
    found = call_in_waiver.deadline(DECIDED, waiver=replace(WHOLE, **changed), next_council_on=date(2024, 9, 4))

    assert (found.kind, found.effective_on, found.on) == ("not_waived", None, None)
    assert [point.code for point in found.points if not point.met] == [code]


def test_the_report_comes_after_the_decision_and_is_owed_while_no_council_is_named() -> None:
    open_ = call_in_waiver.deadline(DECIDED, waiver=WHOLE)
    before = call_in_waiver.deadline(DECIDED, waiver=WHOLE, next_council_on=date(2024, 7, 4))

    assert (open_.kind, open_.points[-1].met) == ("waived", None)
    assert (before.points[-1].code, before.on) == ("report_before_decision", None)


def test_special_urgency_is_no_reason_to_waive_call_in_as_one_list_of_broxtowe_shows() -> None:
    """Broxtowe once gave special urgency of a key decision as the reason for no call-in: two different things."""
    found = call_in_waiver.deadline(DECIDED, waiver=Waiver(because="Special urgency under regulation 11."))

    assert found.kind == "not_waived"
    assert "none of them waives call-in" in found.notes[0]


def test_the_law_is_said_to_know_no_waiver() -> None:
    found = call_in_waiver.deadline(DECIDED, waiver=WHOLE)

    assert "knows no waiver" in found.provision.cite()
    assert found.provision.check_with_monitoring_officer


def test_it_is_asked_by_name() -> None:
    asked = {
        "decided": "2024-07-11",
        "test": WHOLE.test,
        "urgent_because": WHOLE.because,
        "agreed_as": WHOLE.agreed_as,
        "agreed_by": WHOLE.agreed_by,
        "agreed_on": "2024-07-10",
        "in_record": True,
    }

    assert answer("call-in-waiver", asked, england()).kind == "waived"
    assert answer("call-in-waiver", {**asked, "in_record": None}, england()).kind == "not_waived"


@given(decided=st.dates(date(2013, 1, 1), date(2027, 1, 1)), before=st.integers(-20, 20))
def test_an_agreement_counts_exactly_where_it_is_not_later_than_the_decision(decided: date, before: int) -> None:
    waiver = replace(WHOLE, agreed_on=decided - timedelta(before))

    found = call_in_waiver.deadline(decided, waiver=waiver)

    assert (found.kind == "waived") == (before >= 0)
    assert found.effective_on == (decided if before >= 0 else None)
