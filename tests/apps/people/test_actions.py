"""Adding people and giving roles."""

from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, transaction

from moothall.apps.audit.models import Entry
from moothall.apps.people import actions, queries
from moothall.apps.people.models import Person, RoleHeld
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Role
from tests.people import Council

pytestmark = pytest.mark.django_db
AT = datetime(2024, 7, 1, 9, tzinfo=UTC)


def test_someone_who_is_added_can_sign_in_with_the_password_and_no_other(council: Council) -> None:
    added = actions.add_person(
        email="Nell@Ambermere.example", name="Nell Arden", password="a pass phrase of hers", by=None, at=AT
    )

    assert added.email == "nell@ambermere.example"
    assert added.check_password("a pass phrase of hers")
    assert not added.check_password("")


def test_someone_added_without_a_password_can_sign_in_with_none() -> None:
    added = actions.add_person(email="nell@ambermere.example", name="Nell Arden", by=None, at=AT)

    assert not added.has_usable_password()


def test_an_address_that_has_an_account_is_refused_however_it_is_written(council: Council) -> None:
    taken = council.who(Role.POLICY_OFFICER).email
    people_before = Person.objects.count()

    with pytest.raises(Refusal, match="already has an account") as refused:
        actions.add_person(email=taken.upper(), name="Somebody Else", by=None, at=AT)

    assert refused.value.next_step == "Give that person the role instead."
    assert Person.objects.count() == people_before


def test_the_record_never_holds_a_password() -> None:
    actions.add_person(email="nell@ambermere.example", name="Nell Arden", password="very secret", by=None, at=AT)

    assert "secret" not in str(list(Entry.objects.values()))


def test_a_role_given_twice_is_held_once_and_told_once(council: Council) -> None:
    who, lines_before = council.stranger(), Entry.objects.count()

    for _ in range(2):
        actions.give_role(person=who, role=Role.OPERATOR, by=None, at=AT)

    assert RoleHeld.objects.filter(person=who).count() == 1
    assert Entry.objects.count() == lines_before + 1


def test_a_role_for_one_workspace_is_no_role_in_another_and_none_for_the_installation(council: Council) -> None:
    who = council.stranger()

    actions.give_role(person=who, role=Role.POLICY_OFFICER, workspace_id=council.workspace.pk, by=None, at=AT)

    assert queries.roles(who, workspace_id=council.workspace.pk) == {Role.POLICY_OFFICER}
    assert queries.roles(who, workspace_id=council.workspace.pk + 1) == frozenset()
    assert queries.roles(who) == frozenset()


def test_a_role_that_ended_is_held_no_more_and_can_be_given_again(council: Council) -> None:
    who = council.who(Role.POLICY_OFFICER)
    RoleHeld.objects.filter(person=who).update(ended_at=AT)
    held_before = queries.roles(who, workspace_id=council.workspace.pk)

    actions.give_role(person=who, role=Role.POLICY_OFFICER, workspace_id=council.workspace.pk, by=None, at=AT)

    assert held_before == frozenset()
    assert queries.roles(who, workspace_id=council.workspace.pk) == {Role.POLICY_OFFICER}
    assert RoleHeld.objects.filter(person=who).count() == 2


@pytest.mark.parametrize("role", [Role.POLICY_OFFICER, Role.OPERATOR])
def test_the_database_refuses_a_role_held_twice_at_once(council: Council, role: Role) -> None:
    held = RoleHeld.objects.get(role=role.value)

    with pytest.raises(IntegrityError), transaction.atomic():
        RoleHeld.objects.create(person=held.person, role=held.role, workspace=held.workspace, given_at=AT)


def test_the_database_refuses_two_accounts_with_one_address(council: Council) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.create(email=council.who(Role.OPERATOR).email, name="Somebody Else")
