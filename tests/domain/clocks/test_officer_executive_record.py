"""Officers' decisions for the executive: recorded by the words, left out only by a dated policy of the council."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.clock_questions import answer
from moothall.domain.clocks import officer_executive_record
from moothall.domain.clocks.officer_executive_record import Policy
from moothall.domain.deadlines import Deadline
from moothall.domain.refusals import Refusal
from moothall.reference.bank_holidays import england

COTSWOLD = date(2024, 7, 29)  # a decision under delegation was taken in Cotswold on this day
POLICY = Policy(100_000, date(2023, 5, 17))


def asked(**said: Any) -> Deadline:
    return officer_executive_record.deadline(COTSWOLD, **{"key": False, **said})


@pytest.mark.parametrize(
    ("said", "kind", "code"),
    [
        pytest.param({}, "record", "no_policy", id="no policy: the words know no threshold"),
        pytest.param({"policy": POLICY, "pounds": 20_000}, "left_out_by_policy", "below_policy", id="below"),
        pytest.param({"policy": POLICY, "pounds": 100_000}, "record", "reaches_policy", id="at the sum"),
        pytest.param({"policy": POLICY}, "record", "sum_not_known", id="sum not known"),
        pytest.param({"policy": Policy(None, date(2023, 5, 17))}, "record", "policy_names_no_sum", id="no sum"),
        pytest.param(
            {"policy": Policy(100_000, date(2024, 8, 1)), "pounds": 1},
            "record",
            "policy_of_another_day",
            id="later policy",
        ),
        pytest.param({"policy": POLICY, "pounds": 1, "key": True}, "record", "below_policy", id="key all the same"),
    ],
)
def test_only_a_policy_of_that_day_leaves_a_small_decision_out(said: dict[str, Any], kind: str, code: str) -> None:
    found = asked(**said)

    assert (found.kind, found.points[1].code) == (kind, code)


def test_what_a_policy_leaves_out_comes_with_the_doubt() -> None:
    found = asked(policy=POLICY, pounds=20_000)

    assert found.provision.check_with_monitoring_officer
    assert "knows no threshold" in found.notes[0]


def test_a_policy_is_nothing_without_its_date() -> None:
    with pytest.raises(Refusal, match="without the day from which it stands"):
        answer("officer-executive-record", {"decided": "2024-07-29", "key": False, "policy_pounds": 100000}, england())
    with pytest.raises(Refusal, match="before it begins"):
        Policy(1, date(2024, 5, 2), date(2024, 5, 1))


def test_before_the_regulations_of_2012_it_is_not_answered() -> None:
    with pytest.raises(Refusal, match="not in force"):
        officer_executive_record.deadline(date(2012, 9, 9), key=True)


@given(pounds=st.none() | st.integers(0, 10**6), sum_=st.none() | st.integers(0, 10**6), key=st.booleans())
def test_nothing_is_left_out_but_a_decision_that_is_not_key_with_a_known_sum_below_the_policys(
    pounds: int | None, sum_: int | None, key: bool
) -> None:
    found = asked(pounds=pounds, policy=Policy(sum_, date(2023, 5, 17)), key=key)

    left_out = not key and pounds is not None and sum_ is not None and pounds < sum_
    assert (found.kind == "left_out_by_policy") == left_out
