"""When a decision is due, in each way that notices print it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain import due_dates
from moothall.domain.due_dates import Due, Precision
from moothall.domain.refusals import Refusal


@pytest.mark.parametrize(
    ("text", "due", "said"),
    [
        ("2024-07-10", Due(Precision.DAY, date(2024, 7, 10), date(2024, 7, 10)), "on Wednesday 10 July 2024"),
        ("2024-02", Due(Precision.MONTH, date(2024, 2, 1), date(2024, 2, 29)), "in February 2024"),
        ("Not before  2024-07-10", Due(Precision.NOT_BEFORE, date(2024, 7, 10), None), "not before Wednesday 10 July"),
        (
            "between 2024-07-08 and 2024-07-19",
            Due(Precision.BETWEEN, date(2024, 7, 8), date(2024, 7, 19)),
            "between Monday 8 July 2024 and Friday 19 July 2024",
        ),
    ],
)
def test_a_day_a_month_not_before_and_between_are_read(text: str, due: Due, said: str) -> None:
    found = due_dates.read(text)

    assert found == due
    assert found.in_words().startswith(said)


@pytest.mark.parametrize("text", ["", "soon", "2024-13", "2024-02-30", "0000-00", "July 2024", "2024-07-10T10:00"])
def test_anything_else_is_refused_with_the_ways_to_say_it(text: str) -> None:
    with pytest.raises(Refusal, match='Give it as 2024-07-10, 2024-07, "not before 2024-07-10"'):
        due_dates.read(text)


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(Refusal, match="before it begins"):
        due_dates.read("2024-07-19 to 2024-07-08")


@given(st.dates(), st.dates())
def test_every_period_reads_back_as_it_was_written(first: date, second: date) -> None:
    earliest, latest = sorted((first, second))

    found = due_dates.read(f"{earliest.isoformat()} to {latest.isoformat()}")

    assert (found.earliest, found.latest) == (earliest, latest)
