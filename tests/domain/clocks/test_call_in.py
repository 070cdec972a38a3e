"""Call-in: real cases with the council they come from, the holidays nobody expected, and each part of a local rule."""

from datetime import date, datetime, time

import pytest

from moothall.domain.clocks import call_in
from moothall.domain.days import Length, Unit
from moothall.domain.deadlines import Deadline
from moothall.domain.refusals import Refusal
from moothall.domain.rule_packs import Base, CallInRule, Effective
from moothall.reference.bank_holidays import england


def close(published: date | datetime | None = None, decided_on: date | None = None, **rule: object) -> Deadline:
    return call_in.deadline(
        published, decided_on=decided_on, rule=CallInRule(**rule), holidays=england()  # type: ignore[arg-type]
    )  # fmt: skip


def test_new_forest_closed_call_in_at_a_quarter_past_five_on_wednesday_10_july() -> None:
    """New Forest, two portfolio holders' decision published on 3 July 2024: closes 10 July 17:15, effective 11 July."""
    found = close(date(2024, 7, 3), closes=time(17, 15))

    assert found.at == datetime.fromisoformat("2024-07-10T17:15")
    assert found.listed_on == found.effective_on == date(2024, 7, 11)


def test_harlow_publishing_the_same_evening_is_in_force_on_the_deadline_and_a_day_later_too_late() -> None:
    same_evening, a_day_later = close(date(2024, 7, 11)), close(date(2024, 7, 12))

    assert (same_evening.on, same_evening.effective_on) == (date(2024, 7, 18), date(2024, 7, 19))
    assert (a_day_later.on, a_day_later.effective_on) == (date(2024, 7, 19), date(2024, 7, 20))


@pytest.mark.parametrize(
    ("published", "effective"),
    [
        pytest.param(date(2025, 4, 11), date(2025, 4, 18), id="listed on Good Friday"),
        pytest.param(date(2019, 8, 21), date(2019, 8, 29), id="across the August holiday"),
    ],
)
def test_stockport_counts_the_day_of_publication(published: date, effective: date) -> None:
    """Stockport's lists; a rule that ends on the fifth working day after publication fits only one of the two."""
    assert close(published, first_day_counts=True).effective_on == effective


@pytest.mark.parametrize(
    ("published", "effective"),
    [
        pytest.param(date(2020, 4, 30), date(2020, 5, 8), id="VE Day, moved from 4 May, is itself the day of effect"),
        pytest.param(date(2023, 5, 3), date(2023, 5, 12), id="Coronation"),
        pytest.param(date(2022, 9, 14), date(2022, 9, 23), id="State Funeral"),
        pytest.param(date(2022, 5, 25), date(2022, 6, 2), id="spring holiday moved to a Thursday"),
        pytest.param(date(2022, 5, 26), date(2022, 6, 7), id="Platinum Jubilee"),
    ],
)
def test_holidays_nobody_expected_are_not_counted(published: date, effective: date) -> None:
    assert close(published).effective_on == effective


def test_a_hounslow_decision_of_16_july_would_have_been_in_force_after_the_deadline() -> None:
    assert close(date(2024, 7, 16)).effective_on == date(2024, 7, 24)


def test_a_table_known_before_the_funeral_was_proclaimed_gives_the_day_that_was_published_then() -> None:
    known_then = england(as_known_on=date(2022, 9, 9))

    before = call_in.deadline(date(2022, 9, 14), holidays=known_then)

    assert before.effective_on == date(2022, 9, 22)
    assert before.calendar != close(date(2022, 9, 14)).calendar


def test_every_day_from_publication_to_the_end_is_there_once_with_its_reason() -> None:
    found = close(date(2024, 5, 23))

    assert [(day.day.day, day.counts) for day in found.counted] == [
        *((23, False), (24, True), (25, False), (26, False), (27, False)),
        *((28, True), (29, True), (30, True), (31, True)),
    ]
    assert found.counted[4].why == "Bank holiday: Spring bank holiday"
    assert found.counted[-1].why == "Day 5 of 5"


@pytest.mark.parametrize(("length", "on"), [(2, 15), (3, 16), (5, 18), (10, 25)])
def test_councils_give_scrutiny_two_three_five_or_ten_working_days(length: int, on: int) -> None:
    assert close(date(2024, 7, 11), length=Length(length, Unit.WORKING)).on == date(2024, 7, on)


def test_calendar_days_take_in_the_weekend() -> None:
    found = close(date(2024, 7, 11), length=Length(5, Unit.CALENDAR))

    assert found.on == date(2024, 7, 16)


def test_counting_from_the_decision_with_two_days_to_publish_starts_after_them() -> None:
    found = close(decided_on=date(2024, 7, 11), base=Base.DECISION, publish_allowance=2)

    assert found.on == date(2024, 7, 22)
    assert [day.why for day in found.counted[:3]] == [
        "The day of decision, left out",
        "Allowed for publishing",
        "Saturday",
    ]
    assert found.counted[4].why == "The last day allowed for publishing, left out"


def test_counting_from_the_decision_without_an_allowance_starts_the_day_after_it() -> None:
    assert close(decided_on=date(2024, 7, 11), base=Base.DECISION).on == date(2024, 7, 18)


@pytest.mark.parametrize(
    ("published", "on"),
    [
        pytest.param(datetime.fromisoformat("2024-07-11T17:00"), date(2024, 7, 18), id="at the cut-off"),
        pytest.param(datetime.fromisoformat("2024-07-11T17:01"), date(2024, 7, 19), id="after the cut-off"),
        pytest.param(date(2024, 7, 11), date(2024, 7, 18), id="no time known"),
        pytest.param(
            datetime.fromisoformat("2024-07-12T18:00"), date(2024, 7, 22), id="late on Friday counts as Monday"
        ),
        pytest.param(
            datetime.fromisoformat("2024-07-13T09:00"),
            date(2024, 7, 22),
            id="Saturday is no better than late on Friday",
        ),
    ],
)
def test_publication_after_the_cut_off_counts_as_the_next_working_day(published: date, on: date) -> None:
    assert close(published, publish_cutoff=time(17)).on == on


def test_a_moment_kept_in_another_offset_is_the_day_and_time_it_was_in_england() -> None:
    half_past_midnight = datetime.fromisoformat("2024-07-10T23:30+00:00")

    assert close(half_past_midnight).counted[0].day == date(2024, 7, 11)


def test_when_a_decision_takes_effect_is_the_councils_own_rule_and_the_listing_is_not() -> None:
    friday = date(2024, 7, 12)

    found = {effective: close(friday, effective=effective) for effective in Effective}

    assert found[Effective.AT_CLOSE].effective_on == date(2024, 7, 19)
    assert found[Effective.NEXT_CALENDAR_DAY].effective_on == date(2024, 7, 20)
    assert found[Effective.NEXT_WORKING_DAY].effective_on == date(2024, 7, 22)
    assert {each.listed_on for each in found.values()} == {date(2024, 7, 20)}


def test_days_on_which_the_council_is_closed_do_not_count() -> None:
    closed = frozenset({date(2024, 12, 27), date(2024, 12, 30), date(2024, 12, 31)})

    found = close(date(2024, 12, 20), closures=closed)

    assert found.on == date(2025, 1, 6)
    assert "Council closed" in {day.why for day in found.counted}


def test_publication_on_a_saturday_says_which_working_day_comes_first() -> None:
    found = close(date(2024, 7, 13))

    assert found.on == date(2024, 7, 19)
    assert found.notes[0].endswith("the first one after it is Monday 15 July 2024.")


def test_a_saturday_never_counts_as_the_first_day() -> None:
    assert close(date(2024, 7, 13), first_day_counts=True).on == date(2024, 7, 19)


def test_the_other_way_of_treating_the_first_day_is_given_where_it_differs() -> None:
    other = close(date(2024, 7, 11)).other_convention

    assert other is not None
    assert (other.if_, other.on, other.effective_on) == (
        "if the day of publication counts",
        date(2024, 7, 17),
        date(2024, 7, 18),
    )


def test_a_decision_published_before_it_was_taken_is_refused() -> None:
    with pytest.raises(Refusal, match="before it was taken"):
        close(date(2024, 7, 10), date(2024, 7, 11))


@pytest.mark.parametrize("base", list(Base))
def test_the_event_that_starts_the_count_must_be_given(base: Base) -> None:
    with pytest.raises(Refusal, match=r"no date is given for it\. Give the day of"):
        close(base=base)


def test_an_allowance_for_publishing_has_no_meaning_when_publication_starts_the_count() -> None:
    with pytest.raises(Refusal, match="Set base to decision"):
        CallInRule(publish_allowance=1)
