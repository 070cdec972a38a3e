"""Times as plans write them and the days they can mean."""

from __future__ import annotations

from datetime import date

import pytest

from moothall.documents.periods import financial_year, later, written_periods

DATED = date(2024, 7, 19)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("in 2023/24", date(2023, 4, 1), date(2024, 3, 31)),
        ("in 2023/2024", date(2023, 4, 1), date(2024, 3, 31)),
        ("in Q3 2025/26", date(2025, 10, 1), date(2025, 12, 31)),
        ("in Q4 2024/25", date(2025, 1, 1), date(2025, 3, 31)),
        ("by spring 2025", None, date(2025, 5, 31)),
        ("in winter 2024", date(2024, 12, 1), date(2025, 2, 28)),
        ("by the end of 2024/25", None, date(2025, 3, 31)),
        ("since 2010", date(2010, 1, 1), None),
        ("from April 2026", date(2026, 4, 1), None),
        ("by 31 March 2026", None, date(2026, 3, 31)),
        ("over the next two years", DATED, date(2026, 7, 19)),
        ("in the last three years", date(2021, 7, 19), DATED),
        ("2010 to 2020", date(2010, 1, 1), date(2020, 12, 31)),
    ],
)
def test_a_time_is_read(words: str, first: date | None, last: date | None) -> None:
    (found,) = written_periods(words, dated_on=DATED)

    assert (found.period.first_on, found.period.last_on) == (first, last)


@pytest.mark.parametrize("words", ["£2024 was spent", "2,010 calls", "on 31 March", "room 2.14", "31 February 2025"])
def test_half_a_date_or_another_number_is_no_time(words: str) -> None:
    assert list(written_periods(words)) == []


def test_years_that_do_not_follow_one_another_are_a_run_or_nothing() -> None:
    assert financial_year("2024/27") == (date(2024, 4, 1), date(2027, 3, 31))
    assert financial_year("2024/23") is None


def test_a_month_on_from_the_31st_is_the_last_day_there_is() -> None:
    assert later(date(2024, 1, 31), 1) == date(2024, 2, 29)
