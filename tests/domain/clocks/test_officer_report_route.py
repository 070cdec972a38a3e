"""Sections 5 and 5A, 114(2) and 114A, 114(3): the executive's matters go to the executive, save overspending."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.clocks import officer_report_route
from moothall.domain.clocks.officer_report_route import Matter
from moothall.domain.refusals import Refusal


@pytest.mark.parametrize(
    ("matter", "executive", "kind", "section"),
    [
        (Matter.UNLAWFUL, False, "to_council", "section 5("),
        (Matter.UNLAWFUL, True, "to_executive", "section 5A"),
        (Matter.UNLAWFUL_SPENDING, False, "to_council", "section 114(2)"),
        (Matter.UNLAWFUL_SPENDING, True, "to_executive", "section 114A"),
    ],
)
def test_the_section_follows_whose_matter_it_is(matter: Matter, executive: bool, kind: str, section: str) -> None:
    found = officer_report_route.deadline(matter=matter, executive=executive)

    assert found.kind == kind
    assert section in found.provision.cite()


def test_spending_above_resources_goes_to_the_council_as_in_wokings_case() -> None:
    """Woking's plan rests on a recovery plan under intervention; the report's way is computed."""
    found = officer_report_route.deadline(matter=Matter.SPENDING_ABOVE_RESOURCES, executive=True)

    assert (found.kind, found.rule) == ("to_council", "G-O3")
    assert "114(3)" in found.provision.cite()


def test_maladministration_waits_for_the_ombudsman() -> None:
    before = officer_report_route.deadline(matter=Matter.MALADMINISTRATION, executive=False)
    after = officer_report_route.deadline(matter=Matter.MALADMINISTRATION, executive=False, ombudsman_investigated=True)

    assert (before.kind, after.kind) == ("no_report_yet", "to_council")


@given(matter=st.sampled_from(Matter), executive=st.booleans())
def test_money_is_for_the_finance_officer_and_only_the_executives_own_matters_go_to_it(
    matter: Matter, executive: bool
) -> None:
    found = officer_report_route.deadline(matter=matter, executive=executive)

    assert ("finance" in found.what) == matter.is_money
    assert found.kind != "to_executive" or executive


def test_an_investigation_of_something_else_is_refused() -> None:
    with pytest.raises(Refusal, match="maladministration"):
        officer_report_route.deadline(matter=Matter.UNLAWFUL, executive=False, ombudsman_investigated=True)
