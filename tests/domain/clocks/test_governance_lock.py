"""After a change of governance: five years after a resolution, ten after a referendum, as the law stood."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.clocks import governance_lock
from moothall.domain.clocks.governance_lock import By
from moothall.domain.refusals import Refusal


def test_cheshire_easts_change_of_13_may_2026_would_be_locked_to_12_may_2031() -> None:
    """Cheshire East changed on 13 May 2026; the lock is computed by the law from before."""
    found = governance_lock.deadline(date(2026, 5, 13), day=date(2031, 5, 12))

    assert (found.on, found.kind) == (date(2031, 5, 12), "locked")
    assert governance_lock.deadline(date(2026, 5, 13), day=date(2031, 5, 13)).kind == "free"
    assert found.provision.check_with_monitoring_officer


@pytest.mark.parametrize(("by", "on"), [(By.RESOLUTION, date(2025, 2, 28)), (By.REFERENDUM, date(2030, 2, 28))])
def test_a_change_on_a_leap_day(by: By, on: date) -> None:
    assert governance_lock.deadline(date(2020, 2, 29), by=by).on == on


@given(changed=st.dates(date(2012, 5, 4), date(2090, 1, 1)), after=st.integers(-400, 4000), by=st.sampled_from(By))
def test_a_council_is_locked_exactly_from_the_change_to_the_last_day(changed: date, after: int, by: By) -> None:
    day = changed + timedelta(after)

    found = governance_lock.deadline(changed, by=by, day=day)

    assert found.on is not None
    assert (found.kind == "locked") == (changed <= day <= found.on)


def test_a_change_before_may_2012_is_not_answered() -> None:
    with pytest.raises(Refusal, match="not in force"):
        governance_lock.deadline(date(2012, 5, 3))
