"""A date computed with the holidays as known on one day beside the one computed on another, and why they differ."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain import clock_questions, known_then
from moothall.domain.deadlines import Deadline
from moothall.domain.known_then import KnownThen
from moothall.domain.refusals import Refusal
from moothall.reference.bank_holidays import england

BEFORE, AFTER = date(2022, 9, 1), date(2022, 9, 15)


def both(name: str, first: date | None, second: date | None, **asked: str) -> KnownThen:
    return known_then.both(
        lambda table: clock_questions.answer(name, asked, table), england(first), england(second)
    )  # fmt: skip


def effective(found: KnownThen) -> tuple[date | None, date | None]:
    return found.first.effective_on, found.second.effective_on


def test_a_call_in_over_the_state_funeral_is_a_day_longer_when_computed_on_15_september_than_on_1_september() -> None:
    found = both("call-in", BEFORE, AFTER, published="2022-09-14")

    assert effective(found) == (date(2022, 9, 22), date(2022, 9, 23))
    assert found.differs
    assert found.because == (
        "Monday 19 September 2022 (State Funeral of Queen Elizabeth II) was proclaimed on 10 September 2022.",
    )


def test_the_agenda_of_a_meeting_in_the_week_of_the_funeral_is_due_a_working_day_earlier_than_it_was() -> None:
    found = both("agenda-publication", BEFORE, AFTER, meeting="2022-09-22")

    assert (found.first.on, found.second.on) == (date(2022, 9, 14), date(2022, 9, 13))


def test_a_notice_of_2_september_2022_is_unaffected_because_28_days_are_counted_in_the_calendar() -> None:
    found = both("key-decision-notice", BEFORE, AFTER, decision="2022-10-01")

    assert found.first.on == found.second.on == date(2022, 9, 2)
    assert not found.differs
    assert found.because == ()


@pytest.mark.parametrize(
    ("known_on", "published", "then", "now", "moved"),
    [
        (date(2019, 6, 1), "2020-04-30", date(2020, 5, 9), date(2020, 5, 8), "Monday 4 May 2020"),
        (date(2020, 11, 1), "2022-05-25", date(2022, 6, 3), date(2022, 6, 2), "Monday 30 May 2022"),
        (date(2020, 11, 1), "2022-05-26", date(2022, 6, 4), date(2022, 6, 7), "Monday 30 May 2022"),
        (date(2022, 11, 5), "2023-05-03", date(2023, 5, 11), date(2023, 5, 12), "Monday 8 May 2023"),
    ],
)
def test_the_wrong_table_and_the_true_one_stand_beside_each_other(
    known_on: date, published: str, then: date, now: date, moved: str
) -> None:
    found = both("call-in", known_on, None, published=published)

    assert effective(found) == (then, now)
    assert found.because[0].startswith(moved)


def test_a_holiday_that_was_moved_is_said_to_have_stood_in_every_diary_until_then() -> None:
    found = both("call-in", date(2019, 6, 1), None, published="2020-04-30")

    assert found.because == (
        "Monday 4 May 2020 (Early May bank holiday) was a holiday in every diary until 7 June 2019.",
        "Friday 8 May 2020 (Early May bank holiday (VE Day)) was proclaimed on 7 June 2019.",
    )


def test_the_name_of_the_table_says_the_day_it_was_known_on() -> None:
    found = known_then.answer("call-in", {"published": "2022-09-14", "as_known_on": "2022-09-01"}, england)

    assert found.on == date(2022, 9, 21)
    assert found.calendar.endswith(" as known on Thursday 1 September 2022")


@pytest.mark.parametrize(
    ("plain", "sentence"),
    [
        ({"published": "2022-09-14", "as_known_on": "then"}, "as_known_on is 'then', which is not a date."),
        ({"published": "2022-09-14", "as_known": "2022-09-01"}, "Did you mean as_known_on?"),
        ({"published": "2022-09-14", "as_known_on": 5}, "as_known_on is 5, which is not a date."),
    ],
)
def test_a_day_that_is_none_and_a_key_that_is_misspelt_are_refused(plain: dict[str, object], sentence: str) -> None:
    with pytest.raises(Refusal, match="as_known") as refused:
        known_then.answer("call-in", plain, england)

    assert sentence in str(refused.value)


def test_no_day_or_null_is_the_table_as_it_is_known_now() -> None:
    plain = {"published": "2022-09-14", "as_known_on": None}

    found = known_then.answer("call-in", plain, england)

    assert found == clock_questions.answer("call-in", {"published": "2022-09-14"}, england())
    assert known_then.shown_with(found, plain, england) is None


def test_an_answer_as_known_then_is_shown_with_the_same_as_known_now() -> None:
    plain = {"published": "2022-09-14", "as_known_on": "2022-09-01"}

    beside = known_then.shown_with(known_then.answer("call-in", plain, england), plain, england)

    assert beside is not None
    assert effective(beside) == (date(2022, 9, 22), date(2022, 9, 23))


@pytest.mark.parametrize(
    ("published", "named"), [("2022-09-08", ["2022-09-19"]), ("2022-09-14", []), ("2023-05-03", [])]
)
def test_only_a_holiday_proclaimed_while_the_days_were_running_is_a_reason_to_count_twice(
    published: str, named: list[str]
) -> None:
    asked = {"published": published, "days": "10"}

    found = known_then.became_known_meanwhile(clock_questions.answer("call-in", asked, england()), england())

    assert [row.on.isoformat() for row in found] == named


@given(published=st.dates(date(2000, 1, 1), date(2027, 12, 1)), known_on=st.dates(date(1995, 1, 1), date(2030, 1, 1)))
def test_whenever_two_tables_give_other_dates_a_holiday_is_named(published: date, known_on: date) -> None:
    found = both("call-in", known_on, None, published=published.isoformat())

    assert bool(found.because) == found.differs


@given(meeting=st.dates(date(1996, 1, 1), date(2028, 12, 1)))
def test_what_was_known_a_day_before_the_table_was_made_is_what_is_known_now(meeting: date) -> None:
    def ask(known_on: date | None) -> Deadline:
        return clock_questions.answer("agenda-publication", {"meeting": meeting.isoformat()}, england(known_on))

    assert ask(date(2026, 11, 20)).on == ask(None).on
