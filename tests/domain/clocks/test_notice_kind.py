"""Which procedure the days between notice and decision allow. One day changes the legal route."""

from datetime import date

import pytest

from moothall.domain.clocks import notice_kind
from moothall.domain.refusals import Refusal
from moothall.reference.bank_holidays import england


@pytest.mark.parametrize(
    ("notice", "decision", "kind"),
    [
        pytest.param(date(2024, 6, 5), date(2024, 7, 10), "full_notice", id="Isle of Wight, Leader's decision"),
        pytest.param(date(2022, 9, 2), date(2022, 10, 1), "full_notice", id="Kent, exactly 28 clear days"),
        pytest.param(date(2022, 9, 3), date(2022, 10, 1), "general_exception", id="a day short of 28"),
        pytest.param(date(2020, 6, 2), date(2020, 6, 10), "general_exception", id="Nottingham, exactly five"),
        pytest.param(date(2020, 6, 3), date(2020, 6, 10), "special_urgency", id="a day short of five"),
        pytest.param(date(2024, 7, 5), date(2024, 7, 8), "special_urgency", id="Friday to Monday is no clear day"),
        pytest.param(date(2024, 7, 5), date(2024, 7, 5), "special_urgency", id="notice and decision on one day"),
    ],
)
def test_the_kind_of_notice_follows_from_the_days_between(notice: date, decision: date, kind: str) -> None:
    assert notice_kind.deadline(notice, decision, holidays=england()).kind == kind


def test_each_kind_cites_its_own_regulation() -> None:
    asked = [
        (date(2024, 6, 5), "9(2)", "G-K2"),
        (date(2024, 6, 20), "10(1)", "G-K3"),
        (date(2024, 7, 8), "11(1)", "G-K4"),
    ]

    found = [notice_kind.deadline(notice, date(2024, 7, 10), holidays=england()) for notice, _, _ in asked]

    assert [(one.provision.part, one.rule) for one in found] == [
        (f"regulation {part}", rule) for _, part, rule in asked
    ]


def test_days_are_counted_in_the_way_that_decided_the_kind() -> None:
    full = notice_kind.deadline(date(2024, 6, 5), date(2024, 7, 10), holidays=england())
    short = notice_kind.deadline(date(2024, 6, 20), date(2024, 7, 10), holidays=england())

    assert sum(day.counts for day in full.counted) == 34
    assert sum(day.counts for day in short.counted) == 13


def test_the_isle_of_wight_would_have_failed_in_working_days_and_the_answer_says_so() -> None:
    other = notice_kind.deadline(date(2024, 6, 5), date(2024, 7, 10), holidays=england()).other_convention

    assert other is not None
    assert other.kind == "general_exception"


def test_a_notice_after_its_decision_is_refused_and_never_counted_below_nought() -> None:
    with pytest.raises(Refusal, match="comes after the decision"):
        notice_kind.deadline(date(2024, 7, 11), date(2024, 7, 10), holidays=england())
