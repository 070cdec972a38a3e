"""Which rules a body comes under: the 1972 Act, the executive's regulations, a record alone, or none."""

from datetime import date

import pytest

from moothall.domain.authorities import Governance
from moothall.domain.clocks import body_rules
from moothall.domain.clocks.body_rules import Decider
from moothall.domain.refusals import Refusal

DAY = date(2024, 7, 9)


def test_spelthornes_working_groups_come_under_no_rules_of_access_and_its_committees_do() -> None:
    """The access to information rules of Spelthorne leave informal working groups out."""
    assert body_rules.deadline(DAY, decider=Decider.WORKING_GROUP).kind == "no_rules_of_access"
    assert body_rules.deadline(DAY, decider=Decider.COMMITTEE).kind == "part_va"


@pytest.mark.parametrize(
    ("decider", "kind", "law"),
    [
        (Decider.COUNCIL, "part_va", "1972"),
        (Decider.SUB_COMMITTEE, "part_va", "1972"),
        (Decider.EXECUTIVE, "executive_regulations", "2012/2089"),
        (Decider.EXECUTIVE_MEMBER, "record_only", "2012/2089"),
        (Decider.OFFICER_FOR_EXECUTIVE, "record_only", "2012/2089"),
        (Decider.OFFICER_FOR_COUNCIL, "record_only", "2014/2095"),
    ],
)
def test_each_decider_has_its_law(decider: Decider, kind: str, law: str) -> None:
    found = body_rules.deadline(DAY, decider=decider)

    assert found.kind == kind
    assert law in found.provision.cite()


@pytest.mark.parametrize("decider", sorted(body_rules.OF_EXECUTIVE))
def test_a_committee_system_has_no_executive(decider: Decider) -> None:
    with pytest.raises(Refusal, match="has no executive"):
        body_rules.deadline(DAY, decider=decider, governance=Governance.COMMITTEE)


@pytest.mark.parametrize(
    ("decider", "since"),
    [
        (Decider.COMMITTEE, date(1986, 4, 1)),
        (Decider.EXECUTIVE, date(2012, 9, 10)),
        (Decider.OFFICER_FOR_COUNCIL, date(2014, 8, 6)),
    ],
)
def test_rules_are_answered_from_their_first_day(decider: Decider, since: date) -> None:
    assert body_rules.deadline(since, decider=decider).kind

    with pytest.raises(Refusal, match="not in force"):
        body_rules.deadline(date.fromordinal(since.toordinal() - 1), decider=decider)
