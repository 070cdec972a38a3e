"""Notice of a key decision: twenty-eight clear days, in calendar days unless the council counts otherwise."""

from datetime import date

import pytest

from moothall.domain.clocks import key_decision_notice
from moothall.domain.days import Length, Unit
from moothall.reference.bank_holidays import england


@pytest.mark.parametrize(
    ("decision", "on"),
    [
        pytest.param(date(2024, 7, 9), date(2024, 6, 10), id="North Hertfordshire"),
        pytest.param(date(2024, 7, 10), date(2024, 6, 11), id="Test Valley"),
        pytest.param(date(2024, 7, 11), date(2024, 6, 12), id="Harlow"),
        pytest.param(date(2022, 10, 1), date(2022, 9, 2), id="Kent, across the State Funeral, which changes nothing"),
        pytest.param(date(2024, 3, 15), date(2024, 2, 15), id="across 29 February"),
    ],
)
def test_notice_stands_for_28_clear_calendar_days(decision: date, on: date) -> None:
    assert key_decision_notice.deadline(decision, holidays=england()).on == on


def test_in_working_days_north_hertfordshire_would_have_needed_it_by_29_may() -> None:
    in_working_days = key_decision_notice.deadline(date(2024, 7, 9), holidays=england(), clear=Length(28, Unit.WORKING))
    in_calendar_days = key_decision_notice.deadline(date(2024, 7, 9), holidays=england())

    assert in_working_days.on == date(2024, 5, 29)
    assert in_calendar_days.other_convention is not None
    assert in_calendar_days.other_convention.on == date(2024, 5, 29)


def test_where_the_last_day_in_law_is_a_sunday_the_office_acts_on_friday() -> None:
    found = key_decision_notice.deadline(date(2024, 7, 8), holidays=england())

    assert found.on == date(2024, 6, 9)
    assert found.working_on == date(2024, 6, 7)


def test_the_text_of_the_rule_was_not_read_and_the_answer_says_so() -> None:
    found = key_decision_notice.deadline(date(2024, 7, 8), holidays=england())

    assert found.provision.check_with_monitoring_officer
    assert found.as_plain()["provision"].endswith("regulation 9(2) (check with your monitoring officer)")


def test_an_old_decision_is_told_that_the_rule_was_another_then() -> None:
    assert "forward plan" in key_decision_notice.deadline(date(2012, 9, 9), holidays=england()).notes[0]
    assert key_decision_notice.deadline(date(2012, 9, 10), holidays=england()).notes == ()
