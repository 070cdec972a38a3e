"""Call-in as constitutions word it: what starts late, what moves on, at what hour it closes, and when it takes effect.

The rules are the councils' own, as they state them or as their dated lists show; days without a source are computed.
"""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.clock_questions import answer
from moothall.domain.clocks import call_in
from moothall.domain.days import Counting, Holiday, Holidays, Length, Unit, days_between
from moothall.domain.deadlines import Deadline
from moothall.domain.refusals import Refusal
from moothall.domain.rule_packs import Base, CallInRule, Effective, NonworkingEnd
from moothall.reference.bank_holidays import england

THURSDAY = date(2024, 7, 11)
DAYS = st.dates(date(1996, 1, 1), date(2027, 6, 30))


def close(published: date | datetime | None = None, **rule: Any) -> Deadline:
    decided_on, relisted_on = rule.pop("decided_on", None), rule.pop("relisted_on", None)
    return call_in.deadline(
        published, decided_on=decided_on, relisted_on=relisted_on, rule=CallInRule(**rule), holidays=england()
    )


def table(*, without: date, plus: date | None = None) -> Holidays:
    """The table of England with one day wrong: the mistake of a list that was not brought up to date."""
    true = england()
    rows = tuple(row for row in true.rows if row.on != without)
    extra = (Holiday(plus, "A holiday that was moved"),) if plus else ()
    return replace(true, name="A wrong table", rows=rows + extra)


@pytest.mark.parametrize(
    ("published", "true", "wrong", "without", "plus"),
    [
        pytest.param((2020, 4, 30), (2020, 5, 8), (2020, 5, 9), (2020, 5, 8), (2020, 5, 4), id="VE Day left on 4 May"),
        pytest.param((2023, 5, 3), (2023, 5, 12), (2023, 5, 11), (2023, 5, 8), None, id="without the Coronation"),
        pytest.param((2022, 9, 14), (2022, 9, 23), (2022, 9, 22), (2022, 9, 19), None, id="without the funeral"),
    ],
)
def test_a_table_with_a_day_missing_gives_another_day_and_the_difference_is_that_day(
    published: Any, true: Any, wrong: Any, without: Any, plus: Any
) -> None:
    mistaken = table(without=date(*without), plus=date(*plus) if plus else None)

    right = call_in.deadline(date(*published), holidays=england())
    slipped = call_in.deadline(date(*published), holidays=mistaken)

    assert (right.effective_on, slipped.effective_on) == (date(*true), date(*wrong))
    assert right.calendar != slipped.calendar


@pytest.mark.parametrize(
    ("published", "true", "wrong"),
    [
        pytest.param(date(2022, 5, 25), date(2022, 6, 2), date(2022, 6, 3), id="Wednesday 25 May 2022"),
        pytest.param(date(2022, 5, 26), date(2022, 6, 7), date(2022, 6, 4), id="Thursday 26 May 2022"),
    ],
)
def test_a_jubilee_left_on_30_may_gives_salfords_june_dates_which_true_holidays_make_impossible(
    published: date, true: date, wrong: date
) -> None:
    """Salford's list of May 2022 fits 30 May as the holiday and 2 and 3 June as working days."""
    moved_back = table(without=date(2022, 6, 2), plus=date(2022, 5, 30))
    moved_back = replace(moved_back, rows=tuple(row for row in moved_back.rows if row.on != date(2022, 6, 3)))

    assert call_in.deadline(published, holidays=england()).effective_on == true
    assert call_in.deadline(published, holidays=moved_back).effective_on == wrong


def test_wokinghams_evening_executive_starts_a_day_late() -> None:
    found = close(THURSDAY, starts_after=1)

    assert (found.on, found.effective_on) == (date(2024, 7, 19), date(2024, 7, 20))
    assert [day.why for day in found.counted[:2]] == [
        "The day of publication, left out",
        "Skipped: the count starts late, left out",
    ]
    assert found.other_convention is None


def test_a_late_start_over_a_weekend_skips_a_working_day_and_shows_every_day() -> None:
    found = close(date(2024, 8, 23), starts_after=2)

    assert found.on == date(2024, 9, 4)
    assert [day.why for day in found.counted[:6]] == [
        "The day of publication, left out",
        "Saturday",
        "Sunday",
        "Bank holiday: Summer bank holiday",
        "Skipped: the count starts late",
        "Skipped: the count starts late, left out",
    ]


@pytest.mark.parametrize(
    ("allowance", "on"),
    [
        pytest.param(1, date(2024, 7, 19), id="Barking and Dagenham, East Hertfordshire, Tunbridge Wells: a day"),
        pytest.param(2, date(2024, 7, 22), id="Welwyn Hatfield and Boston: two days"),
    ],
)
def test_days_to_publish_come_before_the_five(allowance: int, on: date) -> None:
    """Boston states its deadline: https://democracy.boston.gov.uk/ieDecisionDetails.aspx?ID=2365"""
    assert close(decided_on=THURSDAY, base=Base.DECISION, publish_allowance=allowance).on == on


def test_publication_later_than_the_rule_allowed_calls_for_a_new_count_and_for_telling_members() -> None:
    slipped = close(date(2024, 7, 16), decided_on=THURSDAY, base=Base.DECISION, publish_allowance=1)
    kept = close(date(2024, 7, 12), decided_on=THURSDAY, base=Base.DECISION, publish_allowance=1)

    assert slipped.on == kept.on == date(2024, 7, 19)
    assert "later than the last day allowed for it (Friday 12 July 2024)" in slipped.notes[-1]
    assert "tell members" in slipped.notes[-1]
    assert not any("tell members" in note for note in kept.notes)


def test_mertons_clock_stops_at_noon_on_the_third_working_day() -> None:
    """http://www.merton.gov.uk/council-and-local-democracy/decision-making/overview-and-scrutiny/call-in-process"""
    found = close(
        THURSDAY,
        length=Length(3, Unit.WORKING),
        closes=time(12),
        requesters="Three councillors who are not on the Cabinet.",
        grounds="That a principle of decision making was not kept",
    )

    assert found.at == datetime.fromisoformat("2024-07-16T12:00")
    assert "Who may call in, by this council's rule: Three councillors who are not on the Cabinet." in found.notes
    assert "On what grounds, by this council's rule: That a principle of decision making was not kept." in found.notes


def test_salfords_rule_ends_at_four_and_its_list_shows_the_next_day_so_the_two_are_kept_apart() -> None:
    found = close(THURSDAY, closes=time(16), effective=Effective.AT_CLOSE)

    assert found.at == datetime.fromisoformat("2024-07-18T16:00")
    assert (found.effective_on, found.listed_on) == (date(2024, 7, 18), date(2024, 7, 19))


def test_tendrings_decisions_took_effect_at_the_end_of_the_last_day() -> None:
    found = close(THURSDAY, effective=Effective.END_OF_LAST_DAY)

    assert (found.effective_on, found.listed_on) == (date(2024, 7, 18), date(2024, 7, 19))
    assert "at the end of Thursday 18 July 2024" in found.notes[0]


@pytest.mark.parametrize(
    ("end", "on"), [(NonworkingEnd.LEAVE, date(2024, 8, 24)), (NonworkingEnd.NEXT_WORKING, date(2024, 8, 27))]
)
def test_a_last_calendar_day_on_a_saturday_stays_or_moves_past_the_august_holiday(end: NonworkingEnd, on: date) -> None:
    found = close(date(2024, 8, 19), length=Length(5, Unit.CALENDAR), on_nonworking_end=end)

    assert found.on == on
    assert [day.day for day in found.counted] == list(days_between(date(2024, 8, 19), on))
    assert any("is no working day (Saturday)" in note for note in found.notes) == (end is NonworkingEnd.LEAVE)
    if end is NonworkingEnd.NEXT_WORKING:
        assert [day.why for day in found.counted[-3:]] == [
            "Sunday",
            "Bank holiday: Summer bank holiday",
            "The working day to which the last day moves",
        ]


@pytest.mark.parametrize(
    ("published", "closes", "at"),
    [
        pytest.param("2024-03-25", "12:00", "2024-04-03T12:00", id="past Easter, 31 March included"),
        pytest.param("2024-10-22", "17:15", "2024-10-29T17:15", id="past 27 October"),
        pytest.param("2024-03-30T23:30+00:00", "16:00", "2024-04-08T16:00", id="published on Easter Saturday"),
        pytest.param("2024-10-26T23:30+00:00", "16:00", "2024-11-01T16:00", id="already Sunday in England"),
    ],
)
def test_an_hour_of_closing_is_the_hour_on_the_wall_across_a_change_of_clocks(
    published: str, closes: str, at: str
) -> None:
    found = answer("call-in", {"published": published, "closes": closes}, england())

    assert found.as_plain()["at"] == at


@pytest.mark.parametrize(
    ("published", "on"),
    [
        pytest.param("2024-10-25T16:30+00:00", date(2024, 11, 4), id="half past five in summer time is late"),
        pytest.param("2024-10-28T16:30+00:00", date(2024, 11, 4), id="half past four in winter time is not"),
        pytest.param("2024-03-28T16:59", date(2024, 4, 8), id="before Easter, in time"),
        pytest.param("2024-03-28T17:01", date(2024, 4, 9), id="before Easter, late: counts as Tuesday's"),
    ],
)
def test_a_cut_off_is_read_on_the_wall_too(published: str, on: date) -> None:
    assert answer("call-in", {"published": published, "publish_cutoff": "17:00"}, england()).on == on


@pytest.mark.parametrize(
    ("published", "effective"),
    [
        pytest.param(date(2009, 12, 22), date(2010, 1, 1), id="Southampton has listed 1 January 2010, a holiday"),
        pytest.param(date(2024, 12, 20), date(2025, 1, 1), id="over Christmas to New Year's Day"),
        pytest.param(date(2021, 12, 23), date(2022, 1, 5), id="with both substitute days, and New Year's too"),
        pytest.param(date(2024, 2, 23), date(2024, 3, 2), id="across 29 February"),
        pytest.param(date(2023, 2, 24), date(2023, 3, 4), id="the same days of a year without one"),
    ],
)
def test_year_ends_and_leap_days_need_no_rule_of_their_own(published: date, effective: date) -> None:
    assert close(published).effective_on == effective


def test_wolverhamptons_cabinet_of_24_july_could_be_in_effect_on_1_august_at_the_earliest() -> None:
    assert close(date(2024, 7, 24)).effective_on == date(2024, 8, 1)


def test_somersets_executive_of_15_july_could_be_in_effect_on_23_july() -> None:
    assert close(date(2024, 7, 15)).effective_on == date(2024, 7, 23)


def test_kingston_upon_thames_gives_ten_working_days() -> None:
    """https://www.kingston.gov.uk/consultations/get-involved-decision-making/4"""
    assert close(THURSDAY, length=Length(10, Unit.WORKING)).on == date(2024, 7, 25)


def test_a_decision_listed_again_keeps_its_first_publication() -> None:
    """Gloucester's list has shown a day of publication after the day of effect."""
    found = close(THURSDAY, relisted_on=date(2024, 7, 30))

    assert found.on == close(THURSDAY).on
    assert "The first publication, Thursday 11 July 2024, starts the count and is kept" in found.notes[-1]


def test_a_second_listing_before_the_first_or_without_one_is_refused() -> None:
    with pytest.raises(Refusal, match="before the first publication given"):
        close(THURSDAY, relisted_on=date(2024, 7, 10))
    with pytest.raises(Refusal, match="no first publication"):
        close(decided_on=THURSDAY, base=Base.DECISION, relisted_on=date(2024, 7, 30))


def test_within_five_working_days_leaves_open_whether_the_first_day_counts_and_the_answer_asks() -> None:
    silent = answer("call-in", {"published": "2024-07-11"}, england())
    said = answer("call-in", {"published": "2024-07-11", "first_day_counts": False}, england())

    assert 'says "within five working days of" does not say' in silent.notes[-1]
    assert not any("within five working days" in note for note in said.notes)
    assert silent.as_plain() == said.as_plain()


def test_one_notice_with_several_decisions_has_a_clock_for_each() -> None:
    """Middlesbrough's list has carried one date over several decisions of a day."""
    several = answer("call-in", {"published": "2024-07-11", "decisions": 3}, england())

    assert any("lists 3 decisions, and each has a clock of its own" in note for note in several.notes)
    assert several.on == date(2024, 7, 18)


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"starts_after": 1, "first_day_counts": True}, "The starting day cannot count"),
        ({"starts_after": 61}, "61 is not a number of days skipped"),
        ({"on_nonworking_end": "next_working"}, "has no meaning where working days are counted"),
        ({"on_nonworking_end": "sideways"}, "Give one of: leave, next_working"),
        ({"effective": "at_noon"}, "at_close, end_of_last_day"),
    ],
)
def test_a_rule_that_contradicts_itself_is_refused(asked: dict[str, Any], sentence: str) -> None:
    with pytest.raises(Refusal, match=sentence):
        answer("call-in", {"published": "2024-07-11", **asked}, england())


RULES = st.builds(
    CallInRule,
    length=st.builds(Length, st.integers(1, 15), st.just(Unit.WORKING)),
    starts_after=st.integers(0, 4),
    closures=st.frozensets(DAYS, max_size=3),
    effective=st.sampled_from(Effective),
)


@given(published=DAYS, later=st.integers(0, 40), rule=RULES)
def test_it_ends_on_a_working_day_every_day_stands_once_and_the_order_is_kept(
    published: date, later: int, rule: CallInRule
) -> None:
    """A day that does not count is never the last one, and publishing later never ends call-in sooner."""
    found = call_in.deadline(published, rule=rule, holidays=england())
    after = call_in.deadline(published + timedelta(later), rule=rule, holidays=england())

    counting = Counting(england(), Unit.WORKING, rule.closures)
    assert found.on is not None and after.on is not None and found.effective_on is not None
    assert counting.is_working(found.on)
    assert [day.day for day in found.counted] == list(days_between(published, found.on))
    assert sum(day.counts for day in found.counted) == rule.length.number
    assert found.on <= found.effective_on
    assert found.on <= after.on


@given(published=DAYS, number=st.integers(1, 15), skipped=st.integers(0, 4))
def test_skipping_days_is_the_same_as_so_many_days_more(published: date, number: int, skipped: int) -> None:
    late = close(published, length=Length(number, Unit.WORKING), starts_after=skipped)
    longer = close(published, length=Length(number + skipped, Unit.WORKING))

    assert late.on == longer.on


@given(published=DAYS, number=st.integers(1, 20))
def test_a_last_day_that_moves_on_is_the_first_working_day_from_where_it_stood(published: date, number: int) -> None:
    length = Length(number, Unit.CALENDAR)

    stays = close(published, length=length).on
    moves = close(published, length=length, on_nonworking_end=NonworkingEnd.NEXT_WORKING).on

    assert stays is not None
    assert moves == Counting(england()).first_working(stays)
