"""Consent of the council that follows: above the value, once directed, and not a pound sooner."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.clocks import successor_consent
from moothall.domain.clocks.successor_consent import Deal
from moothall.domain.refusals import Refusal

DAY, DIRECTED = date(2026, 6, 1), date(2026, 5, 15)


@pytest.mark.parametrize(
    ("deal", "pounds", "kind"),
    [
        (Deal.LAND, 100_000, "no_consent_needed"),
        (Deal.LAND, 100_001, "consent_needed"),
        (Deal.CAPITAL_CONTRACT, 1_000_000, "no_consent_needed"),
        (Deal.CAPITAL_CONTRACT, 1_000_001, "consent_needed"),
        (Deal.OTHER_CONTRACT, 100_001, "consent_needed"),
    ],
)
def test_a_deal_of_spelthornes_once_a_direction_binds_it(deal: Deal, pounds: int, kind: str) -> None:
    """Computed for Spelthorne, one of Surrey's districts; whether and when a direction was made is not known."""
    assert successor_consent.deadline(DAY, deal=deal, pounds=pounds, directed_from=DIRECTED).kind == kind


@given(
    deal=st.sampled_from(Deal),
    pounds=st.integers(0, 5_000_000),
    directed=st.none() | st.dates(date(2026, 1, 1), date(2026, 12, 31)),
)
def test_without_a_direction_in_force_nothing_needs_consent(deal: Deal, pounds: int, directed: date | None) -> None:
    found = successor_consent.deadline(DAY, deal=deal, pounds=pounds, directed_from=directed)

    needed = directed is not None and directed <= DAY and pounds > successor_consent.ABOVE[deal]
    assert (found.kind == "consent_needed") == needed


def test_a_value_below_nothing_is_refused() -> None:
    with pytest.raises(Refusal, match="at least nothing"):
        successor_consent.deadline(DAY, deal=Deal.LAND, pounds=-1)
