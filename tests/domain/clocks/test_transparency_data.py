"""Datasets of the code: due again from the last publication, and not on a fixed day of the year."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.clocks import transparency_data
from moothall.domain.clocks.transparency_data import Dataset
from moothall.domain.refusals import Refusal

DAY = date(2024, 7, 9)


def test_gatesheads_spending_over_500_pounds_is_due_again_a_quarter_after_it_was_published() -> None:
    """Gateshead's plan points to its published spending; the day is computed."""
    found = transparency_data.deadline(DAY, dataset=Dataset.SPENDING, last_on=date(2024, 4, 30))

    assert (found.kind, found.on) == ("due", date(2024, 7, 29))
    assert found.points[0].met


@pytest.mark.parametrize(
    ("dataset", "last", "on"),
    [
        (Dataset.CONTRACTS, date(2023, 11, 30), date(2024, 2, 29)),
        (Dataset.FACILITY_TIME, date(2024, 2, 29), date(2025, 2, 28)),
        (Dataset.SENIOR_SALARIES, date(2024, 1, 1), date(2024, 12, 31)),
    ],
)
def test_quarters_and_years_at_their_ends(dataset: Dataset, last: date, on: date) -> None:
    assert transparency_data.deadline(DAY, dataset=dataset, last_on=last).on == on


def test_waste_contracts_are_published_once() -> None:
    found = transparency_data.deadline(DAY, dataset=Dataset.WASTE_CONTRACTS, last_on=date(2015, 7, 1))

    assert (found.kind, found.on) == ("published_once", None)


@pytest.mark.parametrize("dataset", Dataset)
def test_what_was_never_published_is_owed_at_once(dataset: Dataset) -> None:
    found = transparency_data.deadline(DAY, dataset=dataset)

    assert (found.kind, found.on, found.points[0].met) == ("never_published", DAY, False)


@given(dataset=st.sampled_from(Dataset), before=st.integers(0, 3000), later=st.integers(0, 400))
def test_publishing_later_never_makes_the_next_due_sooner(dataset: Dataset, before: int, later: int) -> None:
    last = DAY - timedelta(before)
    first = transparency_data.deadline(DAY, dataset=dataset, last_on=last - timedelta(later)).on
    second = transparency_data.deadline(DAY, dataset=dataset, last_on=last).on

    assert (first is None) == (second is None) == (dataset is Dataset.WASTE_CONTRACTS)
    assert first is None or second is None or first <= second


def test_a_publication_in_the_future_is_refused() -> None:
    with pytest.raises(Refusal, match="after the day looked from"):
        transparency_data.deadline(DAY, dataset=Dataset.LAND, last_on=DAY + timedelta(1))
