"""Which role may do which deed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.refusals import Refusal
from moothall.domain.roles import (
    COUNCIL_ROLES,
    MAY,
    MAY_GIVE,
    Deed,
    Role,
    check_may,
    check_may_give,
    check_may_leave,
    may,
    roles_to_give,
)

STANDS_BEHIND = (
    MAY[Deed.SUBMIT_RETURN] | MAY[Deed.ALLOW_OWN_WORDS] | MAY[Deed.RECORD_DECISION] | MAY[Deed.OVERRIDE_DATE]
)
"""Who certifies, countersigns, or records what members resolved."""
WHO = st.integers(0, 4)


def test_every_deed_has_someone_who_may_do_it() -> None:
    assert set(MAY) == set(Deed)
    assert all(MAY.values())


def test_a_refusal_names_who_may() -> None:
    with pytest.raises(Refusal) as caught:
        check_may(Deed.SUBMIT_RETURN, {Role.POLICY_OFFICER})

    assert caught.value.next_step == "Ask a chief executive, who may."


def test_the_one_who_writes_the_plan_is_never_the_one_who_certifies_it() -> None:
    assert MAY[Deed.WRITE_PLAN].isdisjoint(MAY[Deed.SUBMIT_RETURN])


def test_somebody_without_a_role_may_nothing() -> None:
    assert not any(may(deed, ()) for deed in Deed)


@given(st.lists(st.tuples(st.sampled_from(["give", "end"]), WHO, WHO, st.sampled_from(list(Role)))))
def test_nothing_a_policy_officer_does_with_those_they_bring_in_yields_a_certifying_or_countersigning_role(
    deeds: list[tuple[str, int, int, Role]],
) -> None:
    held: list[set[Role]] = [{Role.POLICY_OFFICER}, *(set() for _ in range(4))]

    for deed, by, to, role in deeds:
        try:
            check_may_give(role, held[by], is_to_self=deed == "give" and by == to)
        except Refusal:
            continue
        if deed == "give":
            held[to].add(role)
        else:
            held[to].discard(role)

    assert not set().union(*held) & STANDS_BEHIND
    assert set().union(*held[1:]).isdisjoint(MAY_GIVE), "nobody who was brought in gives roles in turn"


@pytest.mark.parametrize("giver", MAY_GIVE)
def test_nobody_gives_a_role_to_themselves_and_everybody_else_only_those_of_the_table(giver: Role) -> None:
    with pytest.raises(Refusal, match="Nobody gives a role to themselves"):
        check_may_give(Role.MEMBER, {giver}, is_to_self=True)

    for role in set(Role) - MAY_GIVE[giver]:
        with pytest.raises(Refusal, match=f"role of {role.label}"):
            check_may_give(role, {giver})
    assert roles_to_give({giver, Role.MEMBER}) == MAY_GIVE[giver]


def test_an_installations_roles_are_given_by_an_operator_alone() -> None:
    givers = {giver for giver, given in MAY_GIVE.items() if given - set(COUNCIL_ROLES)}

    assert givers == {Role.OPERATOR}
    assert set(Role) - set(COUNCIL_ROLES) == {Role.OPERATOR, Role.PANEL_ANALYST}


def test_whoever_gives_roles_leaves_only_when_somebody_can_give_the_same() -> None:
    check_may_leave({Role.POLICY_OFFICER, Role.MONITORING_OFFICER}, {Role.MONITORING_OFFICER})
    check_may_leave({Role.MEMBER}, set())

    for left in ({Role.POLICY_OFFICER}, set()):
        with pytest.raises(Refusal, match="Nobody here could give roles any more"):
            check_may_leave({Role.DEMOCRATIC_SERVICES, Role.POLICY_OFFICER}, left)
