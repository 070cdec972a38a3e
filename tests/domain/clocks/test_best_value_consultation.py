"""Best value: four groups, where the council decides how it fulfils its duty."""

from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.clocks import best_value_consultation
from moothall.domain.clocks.best_value_consultation import Group


def test_north_hertfordshires_plan_that_decides_nothing_on_the_duty_needs_no_consultation() -> None:
    """Computed for North Hertfordshire, whose plan told what was done already."""
    assert best_value_consultation.deadline(decides_how=False).kind == "not_owed"


@given(groups=st.sets(st.sampled_from(Group)))
def test_all_four_groups_are_consulted_and_each_that_is_not_is_named(groups: set[Group]) -> None:
    found = best_value_consultation.deadline(decides_how=True, consulted=groups)

    assert (found.kind == "consulted") == (groups == set(Group))
    assert {point.code for point in found.points if not point.met} == set(Group) - groups
