"""The report on special urgency: at least one a year, from the last one, with a line for a year that held none."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.clock_questions import answer
from moothall.domain.clocks import special_urgency_report
from moothall.domain.refusals import Refusal
from moothall.domain.years import Months
from moothall.reference.bank_holidays import england

LAST = date(2023, 7, 18)


def test_the_next_report_of_the_isle_of_wights_leader_would_follow_from_the_last_one() -> None:
    """The Isle of Wight publishes such a report; the day is ours.

    https://iow.moderngov.co.uk/mgDecisionDetails.aspx?IId=3560&Opt=1
    """
    found = special_urgency_report.deadline(LAST)

    assert found.on == date(2024, 7, 17)
    assert found.other_convention is not None and found.other_convention.on == date(2024, 7, 18)


@pytest.mark.parametrize(
    ("last", "months", "on"),
    [
        pytest.param(date(2024, 2, 29), 12, date(2025, 2, 28), id="from a leap day"),
        pytest.param(date(2023, 2, 28), 12, date(2024, 2, 27), id="to a leap year"),
        pytest.param(date(2024, 1, 1), 12, date(2024, 12, 31), id="a calendar year"),
        pytest.param(date(2024, 7, 18), 3, date(2024, 10, 17), id="quarterly by the council"),
    ],
)
def test_years_and_shorter_intervals_end_on_the_day_before_the_day_comes_round(
    last: date, months: int, on: date
) -> None:
    assert special_urgency_report.deadline(last, every=Months(months)).on == on


def test_a_year_without_such_a_decision_still_deserves_its_line() -> None:
    nil = special_urgency_report.deadline(LAST, decisions=0)
    one = special_urgency_report.deadline(LAST, decisions=1)

    assert (nil.kind, one.kind) == ("nil", "with_decisions")
    assert "no decision was taken under special urgency since Tuesday 18 July 2023" in nil.notes[0]
    assert "the particulars of one decision" in one.notes[0]


def test_the_council_may_ask_sooner_and_never_later_than_a_year() -> None:
    with pytest.raises(Refusal, match="at least one report a year"):
        answer("special-urgency-report", {"last_report": "2023-07-18", "every_months": 13}, england())
    with pytest.raises(Refusal, match="-1 decisions cannot be"):
        special_urgency_report.deadline(LAST, decisions=-1)
    with pytest.raises(Refusal, match="not in force"):
        special_urgency_report.deadline(date(2012, 9, 9))


@given(last=st.dates(date(2012, 9, 10), date(2100, 1, 1)), later=st.integers(0, 800), months=st.integers(1, 12))
def test_the_next_is_due_within_a_year_of_the_last_and_a_later_last_one_never_makes_it_sooner(
    last: date, later: int, months: int
) -> None:
    """Regulation 19: at intervals the council fixes, and at least once a year."""
    on = special_urgency_report.deadline(last, every=Months(months)).on
    after = special_urgency_report.deadline(last + timedelta(later), every=Months(months)).on

    assert on is not None and after is not None
    assert last < on < last + timedelta(366)
    assert on <= after
