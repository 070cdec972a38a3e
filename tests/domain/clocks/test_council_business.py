"""Business at a council: past the summons and past the agenda, and one door never opens the other."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.clocks import council_business
from moothall.domain.refusals import Refusal
from moothall.reference.bank_holidays import england

MEETING = date(2024, 7, 16)
IN_TIME, LATE = date(2024, 7, 8), date(2024, 7, 12)


def test_a_late_item_at_oadby_and_wigstons_council_needs_both_the_standing_order_and_special_circumstances() -> None:
    """Oadby and Wigston took its plan to full Council; the late item is computed."""
    neither = council_business.deadline(MEETING, listed_on=LATE, holidays=england(), in_summons=False)
    order = council_business.deadline(
        MEETING, listed_on=LATE, holidays=england(), in_summons=False, urgency_rule="standing order 12"
    )
    both = council_business.deadline(
        MEETING,
        listed_on=LATE,
        holidays=england(),
        in_summons=False,
        urgency_rule="standing order 12",
        circumstances="The return is due on 19 July.",
    )

    assert [found.kind for found in (neither, order, both)] == ["barred", "barred", "may_be_done"]
    assert both.provision.check_with_monitoring_officer


def test_an_item_in_time_but_not_in_the_summons_is_barred() -> None:
    found = council_business.deadline(MEETING, listed_on=IN_TIME, holidays=england(), in_summons=False)

    assert found.kind == "barred"
    assert [point.met for point in found.points] == [False, True]


def test_annual_business_needs_no_place_in_the_summons() -> None:
    found = council_business.deadline(
        MEETING, listed_on=IN_TIME, holidays=england(), in_summons=False, annual_business=True
    )

    assert found.kind == "may_be_done"


@given(
    summons=st.booleans(),
    annual=st.booleans(),
    order=st.sampled_from(["", "standing order 12"]),
    circumstances=st.sampled_from(["", "The offer ends."]),
    listed=st.sampled_from([IN_TIME, LATE]),
)
def test_business_may_be_done_exactly_where_both_doors_are_open(
    summons: bool, annual: bool, order: str, circumstances: str, listed: date
) -> None:
    found = council_business.deadline(
        MEETING,
        listed_on=listed,
        holidays=england(),
        in_summons=summons,
        annual_business=annual,
        urgency_rule=order,
        circumstances=circumstances,
    )

    past_summons = summons or annual or bool(order)
    past_agenda = listed == IN_TIME or bool(circumstances)
    assert (found.kind == "may_be_done") == (past_summons and past_agenda)
    assert found.counted[-1].day == MEETING


def test_a_council_before_30_january_2015_is_not_answered() -> None:
    with pytest.raises(Refusal, match="not in force"):
        council_business.deadline(date(2015, 1, 29), listed_on=date(2015, 1, 5), holidays=england(), in_summons=True)
