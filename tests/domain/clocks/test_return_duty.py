"""Whether a return must be sent: an Act, the general power, money taken, or a letter that only asks."""

import pytest

from moothall.domain.clocks import return_duty
from moothall.domain.rounds import LegalBasis


def test_exeter_found_no_duty_in_a_request_and_middlesbrough_owed_it_for_money() -> None:
    """Exeter's report of July 2024 says there is no statutory duty; Middlesbrough's plan was a condition of support."""
    exeter = return_duty.deadline(basis=LegalBasis.POLICY_REQUEST)
    middlesbrough = return_duty.deadline(basis=LegalBasis.GRANT_CONDITION)

    assert (exeter.kind, middlesbrough.kind) == ("asked_for", "condition_of_money")


def test_the_general_power_of_1972_is_a_basis_of_its_own() -> None:
    found = return_duty.deadline(basis=LegalBasis.RETURNS_POWER)

    assert found.kind == "must_be_sent"
    assert found.provision.cite() == "Local Government Act 1972, section 230"


@pytest.mark.parametrize("basis", LegalBasis)
def test_only_a_law_makes_a_duty(basis: LegalBasis) -> None:
    found = return_duty.deadline(basis=basis)

    assert found.points[0].met == (basis in (LegalBasis.STATUTORY, LegalBasis.RETURNS_POWER))
