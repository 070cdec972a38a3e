"""Members' inspection: five clear days before a public meeting, 24 real hours after what was done in private."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.clocks import member_inspection
from moothall.domain.clocks.member_inspection import Occasion
from moothall.domain.days import Counting, days_between
from moothall.domain.given import ENGLAND
from moothall.domain.refusals import Refusal
from moothall.reference.bank_holidays import england

DAYS = st.dates(min_value=date(2012, 9, 10), max_value=date(2027, 12, 31))
MOMENTS = st.datetimes(
    min_value=datetime.fromisoformat("2012-09-10T00:00"),
    max_value=datetime.fromisoformat("2027-12-31T00:00"),
    timezones=st.just(UTC),
)


def local(moment: str) -> datetime:
    return datetime.fromisoformat(moment)


def test_harlows_cabinet_of_11_july_2024_has_its_papers_open_to_members_by_3_july() -> None:
    """Computed for a real meeting of Harlow: the same day as its agenda is public."""
    found = member_inspection.deadline(date(2024, 7, 11), occasion=Occasion.PUBLIC_MEETING, holidays=england())

    assert (found.on, found.at) == (date(2024, 7, 3), None)


def test_an_item_added_later_is_open_when_it_is_added_and_a_short_meeting_when_it_is_convened() -> None:
    added = member_inspection.deadline(
        date(2024, 7, 11), occasion=Occasion.PUBLIC_MEETING, holidays=england(), added_on=date(2024, 7, 8)
    )
    convened = member_inspection.deadline(
        date(2024, 7, 11), occasion=Occasion.PUBLIC_MEETING, holidays=england(), convened_on=date(2024, 7, 9)
    )

    assert (added.on, convened.on) == (date(2024, 7, 8), date(2024, 7, 9))


@pytest.mark.parametrize(
    ("ended", "at"),
    [
        pytest.param("2024-07-12T19:30", "2024-07-13T19:30", id="a Friday evening to a Saturday evening"),
        pytest.param("2024-03-30T19:30", "2024-03-31T20:30", id="over the night the clocks go forward"),
        pytest.param("2024-03-30T23:30", "2024-04-01T00:30", id="past a day of 23 hours to Easter Monday"),
        pytest.param("2024-10-26T19:30", "2024-10-27T18:30", id="over the night the clocks go back"),
        pytest.param("2024-10-27T00:15", "2024-10-27T23:15", id="inside a day of 25 hours"),
    ],
)
def test_after_a_private_meeting_24_real_hours_run_whatever_the_day(ended: str, at: str) -> None:
    found = member_inspection.deadline(local(ended), occasion=Occasion.PRIVATE_MEETING, holidays=england())

    assert found.at == local(at)
    assert found.on == local(at).date()
    assert [day.day for day in found.counted] == list(days_between(local(ended).date(), local(at).date()))


def test_a_day_without_its_time_is_not_enough_after_a_private_meeting() -> None:
    with pytest.raises(Refusal, match="24 hours run from the minute"):
        member_inspection.deadline(date(2024, 7, 12), occasion=Occasion.INDIVIDUAL_DECISION, holidays=england())


def test_what_may_be_withheld_is_recalled_and_says_so() -> None:
    found = member_inspection.deadline(date(2024, 7, 11), occasion=Occasion.PUBLIC_MEETING, holidays=england())

    assert "check with your monitoring officer" in found.notes[0]


@pytest.mark.parametrize("day", [date(2012, 9, 9), date(2029, 1, 2)])
def test_before_the_regulations_and_beyond_the_table_it_is_not_answered(day: date) -> None:
    with pytest.raises(Refusal):
        member_inspection.deadline(day, occasion=Occasion.PUBLIC_MEETING, holidays=england())


@given(moments=st.lists(MOMENTS, min_size=2, max_size=2))
def test_what_ends_later_is_never_open_sooner_and_the_hours_are_24(moments: list[datetime]) -> None:
    first, second = sorted(moments)

    found = member_inspection.deadline(first, occasion=Occasion.PRIVATE_MEETING, holidays=england())
    after = member_inspection.deadline(second, occasion=Occasion.PRIVATE_MEETING, holidays=england())

    assert found.at == (first + timedelta(hours=24)).astimezone(ENGLAND).replace(tzinfo=None)
    assert found.on is not None and after.on is not None
    assert found.on <= after.on


@given(meeting=DAYS, later=st.integers(min_value=0, max_value=40))
def test_before_a_public_meeting_the_day_works_each_day_stands_once_and_the_order_is_kept(
    meeting: date, later: int
) -> None:
    found = member_inspection.deadline(meeting, occasion=Occasion.PUBLIC_MEETING, holidays=england())
    after = member_inspection.deadline(meeting + timedelta(later), occasion=Occasion.PUBLIC_MEETING, holidays=england())

    assert found.on is not None and after.on is not None
    assert Counting(england()).is_working(found.on)
    assert [day.day for day in found.counted] == list(days_between(found.on, meeting))
    assert sum(day.counts for day in found.counted) == 5
    assert found.on <= after.on
