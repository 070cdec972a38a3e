"""What must be accessible, and the standard of those who monitor, each with its day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.clocks import accessibility_standard
from moothall.domain.refusals import Refusal

OCTOBER = date(2024, 10, 1)


def test_wyre_forests_page_of_9_july_2024_must_be_accessible_and_is_checked_to_another_standard_since() -> None:
    """Wyre Forest published its plan on 9 July 2024."""
    published = date(2024, 7, 9)

    then = accessibility_standard.deadline(published, published_on=published)
    now = accessibility_standard.deadline(OCTOBER, published_on=published)

    assert then.kind == now.kind == "must_meet"
    assert ("2.1" in then.points[2].about, "2.2" in now.points[2].about) == (True, True)


@given(
    published=st.dates(date(2005, 1, 1), date(2024, 1, 1)),
    is_file=st.booleans(),
    essential=st.booleans(),
)
def test_only_an_old_file_that_nobody_needs_is_excused(published: date, is_file: bool, essential: bool) -> None:
    found = accessibility_standard.deadline(OCTOBER, published_on=published, is_file=is_file, essential=essential)

    assert (found.kind == "excused") == (is_file and not essential and published < date(2018, 9, 23))


def test_before_september_2018_it_is_not_answered() -> None:
    with pytest.raises(Refusal, match="not in force"):
        accessibility_standard.deadline(date(2018, 9, 22), published_on=date(2018, 9, 1))
