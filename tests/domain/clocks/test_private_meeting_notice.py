"""Private meetings of the executive: 28 clear days, then five, for one exempt appendix as for a whole meeting."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.clocks import private_meeting_notice
from moothall.domain.clocks.private_meeting_notice import Notice, Openness
from moothall.domain.consents import Chair, Chairs
from moothall.domain.days import Counting, days_between
from moothall.domain.refusals import Refusal
from moothall.reference.bank_holidays import england

DAYS = st.dates(min_value=date(2012, 9, 10), max_value=date(2027, 12, 31))
CABINET = date(2024, 7, 9)


def test_north_hertfordshires_cabinet_of_9_july_would_need_10_june_and_1_july() -> None:
    """Computed for the Cabinet of 9 July 2024 in North Hertfordshire's calendar, as its key notice was."""
    first = private_meeting_notice.deadline(CABINET, holidays=england())
    second = private_meeting_notice.deadline(CABINET, holidays=england(), notice=Notice.SECOND)

    assert (first.on, first.working_on) == (date(2024, 6, 10), date(2024, 6, 10))
    assert second.on == date(2024, 7, 1)


def test_the_first_day_in_law_may_be_a_sunday_and_the_office_acts_on_the_friday() -> None:
    found = private_meeting_notice.deadline(date(2024, 7, 15), holidays=england())

    assert (found.on, found.working_on) == (date(2024, 6, 16), date(2024, 6, 14))


def test_one_exempt_appendix_of_a_decision_that_is_not_key_owes_both_notices() -> None:
    parts = (Openness.OPEN, Openness.OPEN, Openness.EXEMPT)

    found = private_meeting_notice.deadline(CABINET, holidays=england(), parts=parts, key=False)

    assert private_meeting_notice.is_owed(parts)
    assert found.on == date(2024, 6, 10)
    assert "That the decision is not key makes no difference." in found.notes[1]


def test_an_item_with_nothing_closed_owes_no_notice() -> None:
    with pytest.raises(Refusal, match="No part of this item is exempt or confidential"):
        private_meeting_notice.deadline(CABINET, holidays=england(), parts=(Openness.OPEN,), key=True)


def test_a_late_notice_needs_an_agreement_and_a_timely_one_does_not() -> None:
    in_time = private_meeting_notice.deadline(CABINET, holidays=england(), given_on=date(2024, 6, 10))
    late = private_meeting_notice.deadline(CABINET, holidays=england(), given_on=date(2024, 6, 11))

    assert (in_time.kind, in_time.rule) == ("in_time", "G-N5")
    assert (late.kind, late.rule) == ("agreement_needed", "G-K7")
    assert any("the chair of the relevant scrutiny committee" in note for note in late.notes)
    assert any("check with your monitoring officer" in note for note in late.notes)


def test_where_the_words_leave_nobody_to_agree_the_late_notice_is_refused() -> None:
    with pytest.raises(Refusal, match="Nobody is left"):
        private_meeting_notice.deadline(
            CABINET,
            holidays=england(),
            given_on=date(2024, 6, 28),
            chairs=Chairs(scrutiny=Chair.UNABLE, council=Chair.NONE),
        )


def test_before_the_regulations_of_2012_it_is_not_answered() -> None:
    with pytest.raises(Refusal, match="not in force"):
        private_meeting_notice.deadline(date(2012, 9, 9), holidays=england())


@given(meeting=DAYS, later=st.integers(min_value=0, max_value=40), notice=st.sampled_from(Notice))
def test_each_day_stands_once_the_office_day_works_and_a_later_meeting_is_never_sooner(
    meeting: date, later: int, notice: Notice
) -> None:
    clear = private_meeting_notice.CLEAR_DAYS[notice]

    found = private_meeting_notice.deadline(meeting, holidays=england(), notice=notice)
    after = private_meeting_notice.deadline(meeting + timedelta(later), holidays=england(), notice=notice)

    assert found.on is not None and after.on is not None and found.working_on is not None
    assert Counting(england()).is_working(found.working_on)
    assert found.working_on <= found.on <= after.on
    assert [day.day for day in found.counted] == list(days_between(found.on, meeting))
    assert sum(day.counts for day in found.counted) == clear.number


@given(meeting=DAYS, before=st.integers(min_value=0, max_value=60), notice=st.sampled_from(Notice))
def test_a_notice_is_in_time_exactly_up_to_its_last_day(meeting: date, before: int, notice: Notice) -> None:
    """A weekend day before a bank holiday may still leave the five days, though no office was open to act on it."""
    given_on = meeting - timedelta(before)

    found = private_meeting_notice.deadline(meeting, holidays=england(), notice=notice, given_on=given_on)

    assert found.on is not None
    if given_on <= found.on:
        assert found.kind == "in_time"
    elif Counting(england()).is_working(given_on):
        assert found.kind == "agreement_needed"
