"""Copies for scrutiny: at most ten clear days after the request, in the days that give the earlier date."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.clocks import scrutiny_documents
from moothall.domain.days import Counting, Length, Unit, days_between
from moothall.domain.refusals import Refusal
from moothall.reference.bank_holidays import england

DAYS = st.dates(min_value=date(2012, 9, 10), max_value=date(2027, 12, 31))


def test_a_request_to_harlows_cabinet_after_its_meeting_of_11_july_ends_on_a_sunday() -> None:
    """Computed for Harlow, Thursday 11 July 2024: ten calendar days end on 21 July, ten working on 25 July."""
    found = scrutiny_documents.deadline(date(2024, 7, 11), holidays=england())

    assert (found.on, found.working_on) == (date(2024, 7, 21), date(2024, 7, 19))
    assert found.other_convention is not None
    assert found.other_convention.on == date(2024, 7, 25)
    assert "not been decided" in found.provision.note


def test_before_the_regulations_of_2012_it_is_not_answered() -> None:
    with pytest.raises(Refusal, match="not in force"):
        scrutiny_documents.deadline(date(2012, 9, 9), holidays=england())


def test_a_request_whose_days_run_beyond_the_table_is_refused() -> None:
    with pytest.raises(Refusal, match="Bank holidays are not known"):
        scrutiny_documents.deadline(date(2028, 12, 28), holidays=england())


@given(received=DAYS, later=st.integers(min_value=0, max_value=40), unit=st.sampled_from(Unit))
def test_ten_days_count_each_day_stands_once_and_a_later_request_is_never_due_sooner(
    received: date, later: int, unit: Unit
) -> None:
    clear = Length(10, unit)

    found = scrutiny_documents.deadline(received, holidays=england(), clear=clear)
    after = scrutiny_documents.deadline(received + timedelta(later), holidays=england(), clear=clear)

    assert found.on is not None and after.on is not None and found.working_on is not None
    assert Counting(england(), unit).why_not(found.on) is None
    assert Counting(england()).is_working(found.working_on)
    assert [day.day for day in found.counted] == list(days_between(received, found.on))
    assert sum(day.counts for day in found.counted) == 10
    assert received < found.working_on <= found.on <= after.on
