"""Public notice of a meeting: five clear days, three before October 2002, or when it is convened."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.authorities import BodyKind
from moothall.domain.clocks import meeting_notice
from moothall.domain.days import Counting, Length, Unit, days_between
from moothall.domain.refusals import Refusal
from moothall.reference.bank_holidays import england

SINCE_2002 = st.dates(min_value=date(2002, 10, 1), max_value=date(2027, 12, 31))


@pytest.mark.parametrize(
    ("meeting", "on"),
    [
        pytest.param(date(2024, 7, 11), date(2024, 7, 3), id="Harlow, Cabinet"),
        pytest.param(date(2019, 4, 23), date(2019, 4, 11), id="Nuneaton and Bedworth, moved because of Easter"),
        pytest.param(date(2002, 10, 1), date(2002, 9, 23), id="computed: five days from the first day they were asked"),
        pytest.param(date(2002, 9, 30), date(2002, 9, 24), id="computed: three days on the last day of the old law"),
    ],
)
def test_notice_goes_up_the_clear_days_of_its_time_before_the_meeting(meeting: date, on: date) -> None:
    """Real meetings; that of Easter 2019 was moved, https://www.nuneatonandbedworth.gov.uk/news/article/562."""
    assert meeting_notice.deadline(meeting, holidays=england()).on == on


def test_a_meeting_convened_at_shorter_notice_has_its_notice_when_it_is_convened() -> None:
    found = meeting_notice.deadline(date(2024, 7, 11), holidays=england(), convened_on=date(2024, 7, 8))

    assert found.on == date(2024, 7, 8)
    assert sum(day.counts for day in found.counted) == 2
    assert "too late for 5 clear working days" in found.notes[0]


def test_a_meeting_convened_in_good_time_has_the_ordinary_last_day() -> None:
    ordinary = meeting_notice.deadline(date(2024, 7, 11), holidays=england())

    assert meeting_notice.deadline(date(2024, 7, 11), holidays=england(), convened_on=date(2024, 7, 3)) == ordinary


def test_the_executive_has_its_own_regulation_with_the_website_and_none_before_september_2012() -> None:
    found = meeting_notice.deadline(date(2024, 7, 11), holidays=england(), body=BodyKind.EXECUTIVE)

    assert "regulation 6(1)" in found.provision.cite()
    assert "website" in found.notes[0]
    with pytest.raises(Refusal, match="not in force on Friday 7 September 2012"):
        meeting_notice.deadline(date(2012, 9, 7), holidays=england(), body=BodyKind.EXECUTIVE)


@pytest.mark.parametrize("body", [BodyKind.INDIVIDUAL_MEMBER, BodyKind.OFFICER])
def test_one_person_who_decides_has_no_meeting_to_give_notice_of(body: BodyKind) -> None:
    with pytest.raises(Refusal, match="decides without a meeting"):
        meeting_notice.deadline(date(2024, 7, 11), holidays=england(), body=body)


def test_a_meeting_cannot_be_convened_after_it_was_held() -> None:
    with pytest.raises(Refusal, match="after it was held"):
        meeting_notice.deadline(date(2024, 7, 11), holidays=england(), convened_on=date(2024, 7, 12))


def test_a_meeting_beyond_the_table_of_holidays_is_refused() -> None:
    with pytest.raises(Refusal, match="Bank holidays are not known"):
        meeting_notice.deadline(date(2031, 7, 11), holidays=england())


@given(meeting=SINCE_2002, unit=st.sampled_from(Unit))
def test_the_last_day_is_a_working_day_and_every_day_stands_once(meeting: date, unit: Unit) -> None:
    found = meeting_notice.deadline(meeting, holidays=england(), clear=Length(5, unit))

    assert found.on is not None
    assert Counting(england()).is_working(found.on)
    assert [day.day for day in found.counted] == list(days_between(found.on, meeting))
    assert sum(day.counts for day in found.counted) == 5


@given(meeting=SINCE_2002, later=st.integers(min_value=0, max_value=40))
def test_a_later_meeting_never_needs_its_notice_sooner(meeting: date, later: int) -> None:
    first, second = (
        meeting_notice.deadline(day, holidays=england()).on for day in (meeting, meeting + timedelta(later))
    )

    assert first is not None and second is not None
    assert first <= second
