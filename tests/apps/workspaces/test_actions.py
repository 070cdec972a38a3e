"""Opening a council's workspace, with the first person in it."""

from dataclasses import replace
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from moothall.apps.audit.models import Entry
from moothall.apps.people import queries as people
from moothall.apps.workspaces import actions, queries
from moothall.apps.workspaces.models import Workspace
from moothall.domain.authorities import Governance
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Role
from tests.apps.deeds import NEIGHBOUR, NOW
from tests.apps.proof import everything, failed_at_each_write
from tests.people import COUNCIL, ROUND, Council

pytestmark = pytest.mark.django_db


def opened(council: Council, **more: Any) -> Workspace:
    """The neighbour's workspace, opened by the operator."""
    return actions.open_workspace(authority=NEIGHBOUR, round_=ROUND, by=council.who(Role.OPERATOR), at=NOW, **more)


def test_a_workspace_copies_the_council_as_the_register_had_it(council: Council) -> None:
    row = opened(council, governance=Governance.COMMITTEE)

    assert (row.gss, row.official_name, row.governance) == (NEIGHBOUR.gss, NEIGHBOUR.official_name, "committee")
    assert queries.workspace("thornholt", ROUND.slug) == row


def test_the_first_person_may_begin_at_once(council: Council) -> None:
    first = council.stranger()

    row = opened(council, first_person=first, roles=(Role.POLICY_OFFICER, Role.REPORT_AUTHOR))

    assert people.roles(first, workspace_id=row.pk) == {Role.POLICY_OFFICER, Role.REPORT_AUTHOR}
    assert [line.event for line in Entry.objects.filter(workspace_id=row.pk)] == [
        "workspace.opened", "role.given", "role.given",
    ]  # fmt: skip


def test_a_workspace_whose_first_role_cannot_be_given_is_not_opened(council: Council) -> None:
    first = council.stranger()
    before = everything()

    faults = list(
        failed_at_each_write(
            lambda: opened(council, first_person=first, roles=(Role.POLICY_OFFICER, Role.REPORT_AUTHOR))
        )
    )

    assert len(faults) == 6, "a workspace and two roles, each with its line"
    assert all(after == before for after in faults)


def test_a_first_person_without_a_role_is_refused(council: Council) -> None:
    before, first = Workspace.objects.count(), council.stranger()

    with pytest.raises(Refusal, match="would have no role") as refused:
        opened(council, first_person=first, roles=())

    assert refused.value.next_step == "Choose at least one role."
    assert Workspace.objects.count() == before


def test_a_council_has_one_workspace_a_round(council: Council) -> None:
    with pytest.raises(Refusal, match="Ambermere already has a workspace for Savings Plans") as refused:
        actions.open_workspace(authority=COUNCIL, round_=ROUND, by=None, at=NOW)

    assert refused.value.next_step == "Open that one."


def test_two_councils_of_one_name_have_two_addresses(council: Council) -> None:
    namesake = replace(COUNCIL, gss="X07000093", official_name="Ambermere Council")

    row = actions.open_workspace(authority=namesake, round_=ROUND, by=None, at=NOW)

    assert row.slug == "ambermere-x07000093"


@pytest.mark.parametrize("same", ["gss", "slug"])
def test_the_database_refuses_a_second_workspace_for_a_council_or_an_address(council: Council, same: str) -> None:
    fields = {"gss": "X07000094", "slug": "another", "round_slug": ROUND.slug, "opened_at": NOW}

    with pytest.raises(IntegrityError), transaction.atomic():
        Workspace.objects.create(**fields | {same: getattr(council.workspace, same)})
