"""The report that scrutiny may require: never automatic, and in the period that the committee sets."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.clock_questions import answer
from moothall.domain.clocks import key_decision_report
from moothall.domain.clocks.key_decision_report import Content
from moothall.domain.days import Counting, Length, Unit, days_between
from moothall.domain.deadlines import Deadline
from moothall.domain.refusals import Refusal
from moothall.reference.bank_holidays import england

HARLOW = date(2024, 7, 11)  # a meeting of Harlow's Cabinet; that scrutiny asked for anything is invented
TEN_DAYS = Length(10, Unit.WORKING)


def asked(**said: Any) -> Deadline:
    return key_decision_report.deadline(HARLOW, **{"treated_as_key": False, "holidays": england(), **said})


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        pytest.param({}, "not_owed", id="nobody asked"),
        pytest.param(
            {"treated_as_key": True, "required_on": date(2024, 7, 22)}, "not_owed", id="it was treated as key"
        ),
        pytest.param({"required_on": date(2024, 7, 22)}, "period_needed", id="asked, and no period set"),
        pytest.param({"required_on": date(2024, 7, 22), "period": TEN_DAYS}, "owed", id="asked in ten days"),
    ],
)
def test_it_is_owed_only_where_scrutiny_requires_it_of_a_decision_not_treated_as_key(
    said: dict[str, Any], kind: str
) -> None:
    """Regulation 18: not treated as key, scrutiny thinks it should have been, and requires a report."""
    assert asked(**said).kind == kind


def test_the_period_is_the_committees_and_runs_from_the_day_it_asked() -> None:
    found = asked(required_on=date(2024, 8, 19), period=TEN_DAYS)

    assert found.on == date(2024, 9, 3)  # the August holiday is left out
    assert found.other_convention is not None and found.other_convention.on == date(2024, 8, 29)
    assert found.counted[0].why == "The day the report was required, left out"


def test_a_report_in_calendar_days_may_fall_on_a_sunday_and_the_office_acts_on_the_friday() -> None:
    found = asked(required_on=date(2024, 7, 25), period=Length(10, Unit.CALENDAR))

    assert (found.on, found.working_on) == (date(2024, 8, 4), date(2024, 8, 2))


def test_what_the_report_says_is_asked_only_where_one_is_owed() -> None:
    owed = asked(required_on=date(2024, 7, 22), period=TEN_DAYS, says=(Content.DECISION, Content.REASONS))

    assert len(asked().points) == 2
    assert [point.code for point in owed.points[2:]] == ["decision", "reasons", "no_maker", "no_why_not_key"]


def test_scrutiny_cannot_ask_before_the_decision() -> None:
    with pytest.raises(Refusal, match="before the decision"):
        asked(required_on=date(2024, 7, 10))


def test_it_is_asked_by_name() -> None:
    plain = answer("key-decision-report", {"decided": "2024-07-11", "required": "2024-07-22", "days": 10}, england())

    assert (plain.kind, plain.on) == ("owed", date(2024, 8, 5))


@given(
    required=st.dates(date(2024, 7, 11), date(2027, 6, 30)),
    later=st.integers(0, 40),
    number=st.integers(1, 60),
    unit=st.sampled_from(Unit),
)
def test_it_ends_on_a_day_that_counts_each_day_stands_once_and_the_order_is_kept(
    required: date, later: int, number: int, unit: Unit
) -> None:
    period = Length(number, unit)

    found = asked(required_on=required, period=period)
    after = asked(required_on=required + timedelta(later), period=period)

    assert found.on is not None and after.on is not None
    assert Counting(england(), unit).why_not(found.on) is None
    assert [day.day for day in found.counted] == list(days_between(required, found.on))
    assert sum(day.counts for day in found.counted) == number
    assert found.on <= after.on
