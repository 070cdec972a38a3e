"""The window before a poll: local to the poll, advice and never a block, and not the civil service's."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.clocks import pre_election
from moothall.domain.days import days_between
from moothall.domain.refusals import Refusal

NOTICE, POLL = date(2024, 6, 3), date(2024, 7, 4)
DAYS = st.dates(min_value=date(2011, 3, 31), max_value=date(2100, 12, 31))


def test_surreys_meeting_of_25_june_2024_stood_in_the_window_and_went_on() -> None:
    """Surrey met with a warning to its members; the day of the notice of election is assumed for the case."""
    found = pre_election.deadline(date(2024, 6, 25), notice_on=NOTICE, poll_on=POLL)

    assert (found.kind, found.on) == ("in_window", POLL)
    assert "nothing is blocked" in found.notes[0]


@pytest.mark.parametrize(
    ("day", "kind"),
    [
        (date(2024, 6, 2), "before_window"),
        (date(2024, 6, 3), "in_window"),
        (date(2024, 7, 4), "in_window"),
        (date(2024, 7, 5), "after_window"),
    ],
)
def test_the_window_takes_in_the_notice_and_polling_day(day: date, kind: str) -> None:
    assert pre_election.deadline(day, notice_on=NOTICE, poll_on=POLL).kind == kind


def test_the_civil_services_earlier_start_does_not_open_a_councils_window() -> None:
    found = pre_election.deadline(date(2024, 5, 28), notice_on=NOTICE, poll_on=POLL)

    assert found.kind == "before_window"
    assert "does not bind councils" in found.notes[-1]


def test_each_poll_has_its_own_window() -> None:
    day = date(2024, 6, 25)

    by_election = pre_election.deadline(day, notice_on=date(2024, 7, 1), poll_on=date(2024, 8, 8))

    assert by_election.kind == "before_window"


@pytest.mark.parametrize(
    ("notice", "poll", "sentence"),
    [
        (POLL, NOTICE, "comes after the poll"),
        (date(2023, 6, 3), POLL, "no election timetable"),
        (date(2011, 3, 30), date(2011, 5, 5), "not in force"),
    ],
)
def test_a_window_that_cannot_be_is_refused(notice: date, poll: date, sentence: str) -> None:
    with pytest.raises(Refusal, match=sentence):
        pre_election.deadline(date(2024, 6, 25), notice_on=notice, poll_on=poll)


def test_the_code_is_known_from_accounts_and_says_so() -> None:
    assert pre_election.PROVISION.in_words().endswith("(check with your monitoring officer)")


@given(notice=DAYS, long=st.integers(0, 365), offset=st.integers(-40, 400), later=st.integers(0, 40))
def test_every_day_of_the_window_stands_once_and_a_later_day_is_never_earlier_in_it(
    notice: date, long: int, offset: int, later: int
) -> None:
    poll, day = notice + timedelta(long), notice + timedelta(offset)
    order = ["before_window", "in_window", "after_window"]

    found = pre_election.deadline(day, notice_on=notice, poll_on=poll)
    after = pre_election.deadline(day + timedelta(later), notice_on=notice, poll_on=poll)

    assert [each.day for each in found.counted] == list(days_between(notice, poll))
    assert (found.kind == "in_window") == (day in {each.day for each in found.counted if each.counts})
    assert found.kind and after.kind and order.index(found.kind) <= order.index(after.kind)


def test_the_civil_services_window_of_2024_is_another_and_is_told_apart() -> None:
    """Surrey's Cabinet of 25 June 2024 fell in both; the notice of election is computed."""
    found = pre_election.deadline(
        date(2024, 5, 28),
        notice_on=date(2024, 6, 4),
        poll_on=date(2024, 7, 4),
        civil_service=(date(2024, 5, 25), date(2024, 7, 4)),
    )

    assert (found.kind, found.on) == ("before_window", date(2024, 7, 4))
    assert "this day is inside it" in found.notes[-1]
