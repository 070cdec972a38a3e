"""Councils that are to be followed by others: each is in the register, and an unread order is not taken for read."""

import pytest

from moothall.domain.clocks import obligation_holder
from moothall.domain.clocks.obligation_holder import Obligation
from moothall.reference import authorities, reorganisations
from moothall.reference.reorganisations import Reorganisation


def test_surreys_county_and_every_district_of_it_go_on_one_day_that_is_not_confirmed() -> None:
    surrey = reorganisations.of(next(each.gss for each in authorities.all_authorities() if each.name == "Surrey"))

    assert surrey is not None
    districts = {each.gss for each in authorities.all_authorities() if each.county == "Surrey" and not each.ends_on}
    assert districts and districts <= set(surrey.ends)
    assert not surrey.is_confirmed


@pytest.mark.parametrize("change", reorganisations.all_reorganisations(), ids=lambda change: change.area)
def test_every_council_that_goes_is_in_the_register_and_stands_before_its_vesting_day(change: Reorganisation) -> None:
    assert len(set(change.ends)) == len(change.ends) > 1
    for gss in change.ends:
        assert authorities.by_gss(gss).ends_on is None


def test_the_vesting_day_is_handed_to_the_rule_and_not_kept_in_it() -> None:
    surrey = reorganisations.all_reorganisations()[0]

    found = obligation_holder.deadline(
        surrey.vesting_on, vesting_on=surrey.vesting_on, obligation=Obligation.VOLUNTARY_PLAN
    )

    assert found.kind == "successor_must_decide"


def test_a_council_of_which_nothing_is_known_has_none() -> None:
    assert reorganisations.of("E00000000") is None
