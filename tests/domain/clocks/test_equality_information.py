"""Equality information and objectives: a rolling date from the last publication, not every 30 March."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.clocks import equality_information
from moothall.domain.clocks.equality_information import Publication
from moothall.domain.refusals import Refusal

DAYS = st.dates(min_value=date(2017, 3, 31), max_value=date(2100, 12, 31))


def test_information_of_30_march_2018_was_due_again_by_29_march_2019() -> None:
    """Computed from the first day the regulations name, for any council: the interval begins with that day itself."""
    found = equality_information.deadline(date(2018, 3, 30))

    assert found.on == date(2019, 3, 29)
    assert found.other_convention is not None
    assert found.other_convention.on == date(2019, 3, 30)


def test_information_published_early_is_due_earlier_the_next_time() -> None:
    assert equality_information.deadline(date(2024, 1, 31)).on == date(2025, 1, 30)
    assert equality_information.deadline(date(2024, 2, 29)).on == date(2025, 2, 28)


def test_objectives_such_as_herefordshires_last_four_years() -> None:
    """Herefordshire publishes four-year objectives; the days are computed."""
    found = equality_information.deadline(date(2023, 4, 1), publication=Publication.OBJECTIVES)

    assert found.on == date(2027, 3, 31)
    assert found.provision.check_with_monitoring_officer


def test_before_the_regulations_of_2017_it_is_not_answered() -> None:
    with pytest.raises(Refusal, match="not in force on Thursday 30 March 2017"):
        equality_information.deadline(date(2017, 3, 30))


@given(published=DAYS, later=st.integers(min_value=0, max_value=800), publication=st.sampled_from(Publication))
def test_each_year_ends_once_and_a_later_publication_is_never_due_again_sooner(
    published: date, later: int, publication: Publication
) -> None:
    found = equality_information.deadline(published, publication=publication)
    after = equality_information.deadline(published + timedelta(later), publication=publication)

    assert found.on is not None and after.on is not None
    assert published < found.on <= after.on
    assert [day.day for day in found.counted] == sorted({day.day for day in found.counted})
    assert sum(day.counts for day in found.counted) == equality_information.YEARS[publication].number
