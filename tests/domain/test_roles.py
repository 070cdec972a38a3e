"""Which role may do which deed."""

import pytest

from moothall.domain.refusals import Refusal
from moothall.domain.roles import MAY, Deed, Role, check_may, may


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
