"""Retention: years beginning with a day end one day before the anniversary, and lists outlive papers."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.clocks import retention
from moothall.domain.clocks.retention import Record
from moothall.domain.refusals import Refusal

DAYS = st.dates(min_value=date(2014, 8, 6), max_value=date(2100, 12, 31))
RECORDS = st.sampled_from(Record)


def test_cotswolds_officer_decision_of_29_july_2024_is_kept_to_28_july_2030() -> None:
    """A real decision of an officer at Cotswold; the last day is computed: six years beginning with its date."""
    found = retention.deadline(date(2024, 7, 29), record=Record.OFFICER_DECISION)

    assert found.on == date(2030, 7, 28)
    assert found.other_convention is not None
    assert found.other_convention.on == date(2030, 7, 29)
    assert found.provision.check_with_monitoring_officer


def test_the_list_of_background_papers_stays_two_years_longer_than_the_papers() -> None:
    papers = retention.deadline(date(2024, 7, 9), record=Record.BACKGROUND_PAPERS)
    the_list = retention.deadline(date(2024, 7, 9), record=Record.BACKGROUND_LIST)

    assert (papers.on, the_list.on) == (date(2028, 7, 8), date(2030, 7, 8))
    assert "do not delete it with them" in papers.notes[1]


@pytest.mark.parametrize(
    ("begins", "record", "on"),
    [
        pytest.param(date(2024, 2, 29), Record.MEETING, date(2030, 2, 28), id="six years from 29 February"),
        pytest.param(
            date(2024, 2, 29), Record.BACKGROUND_PAPERS, date(2028, 2, 28), id="four years, a leap year again"
        ),
        pytest.param(date(2024, 3, 1), Record.BACKGROUND_PAPERS, date(2028, 2, 29), id="ends on 29 February"),
        pytest.param(date(2024, 3, 1), Record.MEETING, date(2030, 2, 28), id="ends on 28 February"),
        pytest.param(date(2024, 1, 1), Record.MEETING, date(2029, 12, 31), id="ends with a year"),
    ],
)
def test_leap_days_and_year_ends_come_out_as_the_day_before_the_anniversary(
    begins: date, record: Record, on: date
) -> None:
    assert retention.deadline(begins, record=record).on == on


@pytest.mark.parametrize(
    ("record", "since"),
    [
        (Record.BACKGROUND_LIST, date(2000, 10, 1)),
        (Record.EXECUTIVE_DECISION, date(2012, 9, 10)),
        (Record.OFFICER_DECISION, date(2014, 8, 6)),
    ],
)
def test_a_record_from_before_its_rule_is_not_answered(record: Record, since: date) -> None:
    assert retention.deadline(since, record=record).on

    with pytest.raises(Refusal, match="not in force"):
        retention.deadline(since - timedelta(1), record=record)


@pytest.mark.parametrize("record", [Record.EXECUTIVE_DECISION, Record.OFFICER_DECISION])
def test_what_was_not_read_is_marked(record: Record) -> None:
    assert (
        "check with your monitoring officer" in retention.deadline(date(2024, 7, 9), record=record).provision.in_words()
    )


@given(begins=DAYS, later=st.integers(min_value=0, max_value=800), record=RECORDS)
def test_each_year_ends_once_and_what_begins_later_is_never_let_go_sooner(
    begins: date, later: int, record: Record
) -> None:
    found = retention.deadline(begins, record=record)
    after = retention.deadline(begins + timedelta(later), record=record)

    assert found.on is not None and after.on is not None
    assert [day.day for day in found.counted] == sorted({day.day for day in found.counted})
    assert sum(day.counts for day in found.counted) == retention.YEARS[record].number
    assert found.on <= after.on


@given(begins=DAYS, record=RECORDS)
def test_the_next_day_is_the_anniversary(begins: date, record: Record) -> None:
    found = retention.deadline(begins, record=record)

    assert found.on is not None
    next_day = found.on + timedelta(1)
    leap = (begins.month, begins.day) == (2, 29)
    assert next_day.year - begins.year == retention.YEARS[record].number
    assert (next_day.month, next_day.day) == (
        (2, 29) if leap and next_day.day == 29 else (3, 1) if leap else (begins.month, begins.day)
    )
