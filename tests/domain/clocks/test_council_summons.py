"""The summons to the council: five clear days since 30 January 2015, beside the public notice."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.clocks import council_summons, meeting_notice
from moothall.domain.days import Counting, days_between
from moothall.domain.refusals import Refusal
from moothall.reference.bank_holidays import england

DAYS = st.dates(min_value=date(2015, 1, 30), max_value=date(2027, 12, 31))


def test_a_council_meeting_after_easter_needs_its_summons_before_it() -> None:
    """Computed for 25 April 2019, on which Nuneaton and Bedworth had a meeting to move for this very reason."""
    assert council_summons.deadline(date(2019, 4, 25), holidays=england()).on == date(2019, 4, 15)


def test_the_summons_and_the_public_notice_are_two_duties_on_one_day() -> None:
    meeting = date(2024, 7, 18)

    summons = council_summons.deadline(meeting, holidays=england())
    notice = meeting_notice.deadline(meeting, holidays=england())

    assert summons.on == notice.on == date(2024, 7, 10)
    assert summons.provision != notice.provision
    assert any("meeting-notice" in note for note in summons.notes)


def test_before_30_january_2015_it_is_not_answered() -> None:
    with pytest.raises(Refusal, match="not in force on Thursday 29 January 2015: it began on Friday 30 January 2015"):
        council_summons.deadline(date(2015, 1, 29), holidays=england())

    assert council_summons.deadline(date(2015, 1, 30), holidays=england()).on == date(2015, 1, 22)


def test_what_is_barred_without_the_summons_is_recalled_and_says_so() -> None:
    notes = council_summons.deadline(date(2024, 7, 18), holidays=england()).notes

    assert "check with your monitoring officer" in notes[1]


def test_members_who_call_a_meeting_sign_its_notice() -> None:
    found = council_summons.deadline(date(2024, 7, 18), holidays=england(), called_by_members=True)

    assert "signatures" in found.notes[-1]


@given(meeting=DAYS, later=st.integers(min_value=0, max_value=40))
def test_the_summons_goes_on_a_working_day_each_day_once_and_never_sooner_for_a_later_meeting(
    meeting: date, later: int
) -> None:
    found = council_summons.deadline(meeting, holidays=england())
    after = council_summons.deadline(meeting + timedelta(later), holidays=england())

    assert found.on is not None and after.on is not None
    assert Counting(england()).is_working(found.on)
    assert [day.day for day in found.counted] == list(days_between(found.on, meeting))
    assert sum(day.counts for day in found.counted) == 5
    assert found.on <= after.on
