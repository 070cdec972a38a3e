"""Days, times and lists as the pages say them."""

from datetime import UTC, date, datetime, time

import pytest

from moothall.web.components import words

DAY = date(2024, 7, 11)


def test_a_day_is_said_at_five_lengths() -> None:
    said = [words.full_day(DAY), words.weekday(DAY), words.short_day(DAY), words.plain_day(DAY), words.month(DAY)]

    assert said == ["Thursday 11 July 2024", "Thursday 11 July", "Thu 11 July", "11 July 2024", "July 2024"]


def test_a_day_kept_as_text_is_said_like_any_other() -> None:
    assert words.short_day("2024-07-11") == "Thu 11 July"
    assert words.short_day("2024-07-18T17:00") == "Thu 18 July"


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (time(17), "5pm"),
        (time(18, 30), "6.30pm"),
        (time(9, 5), "9.05am"),
        (time(0, 5), "12.05am"),
        (time(12), "noon"),
        (time(0), "midnight"),
    ],
)
def test_a_time_has_no_leading_zero_and_a_full_stop(at: time, said: str) -> None:
    assert words.clock(at) == said


def test_a_moment_kept_in_universal_time_is_said_as_clocks_in_england_show_it() -> None:
    assert words.moment(datetime(2024, 7, 19, 9, 42, tzinfo=UTC)) == "Friday 19 July 2024 at 10.42am"


def test_a_moment_just_before_midnight_falls_on_the_day_in_england() -> None:
    assert words.short_day(datetime(2024, 7, 18, 23, 30, tzinfo=UTC)) == "Fri 19 July"


@pytest.mark.parametrize(("count", "said"), [(0, "0 days"), (1, "1 day"), (3, "3 days")])
def test_one_is_singular_and_none_is_plural(count: int, said: str) -> None:
    assert words.plural(count, "day") == said


def test_an_irregular_plural_is_handed_in() -> None:
    assert words.plural(2, "body", "bodies") == "2 bodies"


@pytest.mark.parametrize(
    ("items", "said"), [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")]
)
def test_a_list_reads_as_a_sentence_does(items: list[str], said: str) -> None:
    assert words.listed(items) == said


def test_paragraphs_part_at_empty_lines_and_hold_no_markup_of_the_writer() -> None:
    shown = words.paragraphs("First <b>line</b>\nand next\n\n\nSecond")

    assert shown == "<p>First &lt;b&gt;line&lt;/b&gt;<br>and next</p><p>Second</p>"


@pytest.mark.parametrize(("value", "said"), [(1690, "1,690"), ("3.30", "3.3"), ("12.00", "12"), (-4000, "-4,000")])
def test_numbers_carry_commas_and_no_empty_decimals(value: object, said: str) -> None:
    assert words.number(value) == said


@pytest.mark.parametrize(("count", "said"), [(212_000, "207 KB"), (10, "1 KB"), (1_500_000, "1.4 MB")])
def test_a_file_is_never_said_to_be_nothing(count: int, said: str) -> None:
    assert words.size(count) == said
