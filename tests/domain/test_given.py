"""Values as files and people give them, and the sentence each wrong one gets."""

from datetime import date, datetime, time

import pytest

from moothall.domain import given
from moothall.domain.refusals import Refusal


def test_a_date_may_carry_a_time_and_an_offset_is_taken_to_england() -> None:
    assert given.day_or_moment("2024-07-03", "published") == date(2024, 7, 3)
    assert given.day_or_moment("2024-07-03T17:15", "published") == datetime.fromisoformat("2024-07-03T17:15")
    assert given.day_or_moment("2024-07-03T23:30:00Z", "published") == datetime.fromisoformat("2024-07-04T00:30")
    assert given.day("2024-07-03T17:15", "decided") == date(2024, 7, 3)


@pytest.mark.parametrize("value", ["2024-02-30", "3 July", "", 20240703, None, True, ["2024-07-03"]])
def test_what_is_not_a_date_is_refused_by_name(value: object) -> None:
    with pytest.raises(Refusal, match=r"^published is .*, which is not a date\. Give it as 2024-07-03"):
        given.day_or_moment(value, "published")


@pytest.mark.parametrize("value", ["25:00", "5pm", 17, None])
def test_what_is_not_a_time_is_refused(value: object) -> None:
    with pytest.raises(Refusal, match=r"closes is .*, which is not a time of day"):
        given.clock_time(value, "closes")


@pytest.mark.parametrize("value", [True, 5.0, "5.5", "-1", "five", None, "²"])
def test_what_is_not_a_whole_number_is_refused(value: object) -> None:
    with pytest.raises(Refusal, match=r"days is .*, which is not a whole number"):
        given.whole_number(value, "days")


@pytest.mark.parametrize(("value", "read"), [(True, True), ("no", False), ("TRUE", True), (False, False)])
def test_yes_and_no_are_read_as_words_or_as_such(value: object, read: bool) -> None:
    assert given.yes_or_no(value, "first_day_counts") is read


@pytest.mark.parametrize("value", [1, 0, "maybe", None])
def test_what_is_neither_yes_nor_no_is_refused(value: object) -> None:
    with pytest.raises(Refusal, match="neither true nor false"):
        given.yes_or_no(value, "first_day_counts")


def test_days_come_as_a_list_or_with_commas() -> None:
    both = frozenset({date(2024, 12, 27), date(2024, 12, 30)})

    assert given.days(["2024-12-27", "2024-12-30"], "closures") == both
    assert given.days("2024-12-27,2024-12-30", "closures") == both
    with pytest.raises(Refusal, match="not a list of dates"):
        given.days(5, "closures")


def test_an_unknown_key_is_told_the_nearest_known_one_or_all_of_them() -> None:
    with pytest.raises(Refusal, match="Did you mean published"):
        given.check_keys({"publishd": 1}, ("published", "decided"), where="The clock")
    with pytest.raises(Refusal, match="The keys known here are: published, decided"):
        given.check_keys({"zzz": 1}, ("published", "decided"), where="The clock")


def test_midnight_and_noon_are_times() -> None:
    assert (given.clock_time("00:00", "closes"), given.clock_time("12:00", "closes")) == (time(0), time(12))
