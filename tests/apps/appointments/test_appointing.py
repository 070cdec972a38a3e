"""Bringing people into a workspace and ending their roles: what it does to roles, invitations, mail and duties."""

from __future__ import annotations

import importlib
from datetime import timedelta

import pytest
from django.apps import apps
from django.contrib.auth.tokens import default_token_generator
from django.core import mail

from moothall.apps.appointments import actions, queries
from moothall.apps.appointments.models import Invitation
from moothall.apps.audit.models import Entry
from moothall.apps.implications import queries as implications
from moothall.apps.mail import sending
from moothall.apps.mail.models import Message
from moothall.apps.people.models import Person, RoleHeld
from moothall.apps.writing import actions as writing
from moothall.apps.writing import assignments
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Role
from tests.apps.deeds import NOW, appointed, assigned, requested
from tests.people import OPENED, PASSWORD, ROUND, Council

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(hours=1)


def held_by(council: Council, role: Role) -> RoleHeld:
    """The role of a person of the cast."""
    return RoleHeld.objects.get(workspace=council.workspace, role=role.value)


def test_somebody_new_and_somebody_with_an_account_are_told_apart_nowhere_but_in_their_own_mail(
    council: Council,
) -> None:
    there = council.stranger()

    known = appointed(council, email=there.email.upper(), name="S. Elsewhere", post="Clerk")
    new = appointed(council)
    sending.send_waiting(at=NOW)

    here = {one.name: one for one in queries.everybody(council.workspace)}
    assert (here["S. Elsewhere"].post, here["Lou Hart"].post) == ("Clerk", "Solicitor")
    assert known.is_open and new.is_open
    assert [line.details["person"] for line in Entry.objects.order_by("-id")[:2]] == ["Lou Hart", "S. Elsewhere"]
    kept = {row.words for row in Message.objects.all()}
    assert len(kept) == 1, "what is kept of the mails is the same"
    bodies = {one.to[0]: one.body for one in mail.outbox}
    assert "/welcome/" not in bodies[there.email] and "sign in as you do" in bodies[there.email]
    assert "/welcome/" in bodies["lou@ambermere.example"]
    there.last_login = LATER
    there.save()
    assert queries.one(council.workspace, there.pk).name == there.name  # type: ignore[union-attr]


def test_an_invitation_that_is_sent_again_has_a_new_link_and_the_old_one_is_dead(council: Council) -> None:
    row = appointed(council)
    old = default_token_generator.make_token(row.person)

    actions.invite_again(invitation=row, by=council.who(Role.POLICY_OFFICER), at=LATER)

    person = Person.objects.get(pk=row.person_id)
    assert not default_token_generator.check_token(person, old)
    actions.accept_invitation(person=person, password=PASSWORD, at=LATER)
    Person.objects.filter(pk=person.pk).update(last_login=LATER + timedelta(minutes=1))
    with pytest.raises(Refusal, match="Lou Hart has signed in since"):
        actions.invite_again(invitation=row, by=council.who(Role.POLICY_OFFICER), at=LATER)
    assert queries.one(council.workspace, person.pk).invitation is None  # type: ignore[union-attr]


def test_a_role_is_given_only_by_those_whose_it_is_and_only_once(council: Council) -> None:
    writes, clerk = council.who(Role.POLICY_OFFICER), council.who(Role.DEMOCRATIC_SERVICES)
    lines_before = Entry.objects.count()

    for roles, by, said, why in (
        ([Role.CHIEF_EXECUTIVE], writes, {}, "You cannot give or end the role of chief executive"),
        ([Role.MEMBER, Role.MONITORING_OFFICER], writes, {}, "role of monitoring officer"),
        ([Role.MEMBER], writes, {"email": writes.email}, "Nobody gives a role to themselves"),
        ([Role.OPERATOR], council.who(Role.OPERATOR), {}, "Nobody is made operator in a workspace"),
        ([Role.CHIEF_EXECUTIVE], clerk, {"email": council.who(Role.CHIEF_EXECUTIVE).email}, "holds this role here"),
    ):
        with pytest.raises(Refusal, match=why):
            appointed(council, *roles, by=by, **said)
    with pytest.raises(Refusal, match="would have no role"):
        actions.appoint(workspace=council.workspace, email="a@b.example", name="Al", roles=[], by=clerk, at=NOW)
    council.stranger().__class__.objects.filter(name="Stig Elsewhere").update(is_active=False)
    with pytest.raises(Refusal, match="Nobody can be brought in under this address"):
        appointed(council, email=Person.objects.get(name="Stig Elsewhere").email)

    assert Entry.objects.count() == lines_before + 1, "the stranger was added, and nothing else happened"
    assert appointed(council, Role.CHIEF_EXECUTIVE).person.roles_held.get().given_by == clerk


def test_what_somebody_held_is_vacant_when_their_role_ends_and_their_other_roles_stay(council: Council) -> None:
    clerk, author = council.who(Role.DEMOCRATIC_SERVICES), council.who(Role.REPORT_AUTHOR)
    asked = requested(council, Role.REPORT_AUTHOR)
    part = assigned(council)
    appointed(council, Role.PERFORMANCE_MANAGER, email=author.email, name=author.name)

    ended = actions.end_role(held=held_by(council, Role.REPORT_AUTHOR), reason=" Left. ", by=clerk, at=LATER)

    assert (ended.ended_at, ended.ended_by, ended.ended_because) == (LATER, clerk, "Left.")
    assert assignments.of_part(council.workspace, part.part) is None and assignments.of_person(author) == []
    one = queries.one(council.workspace, author.pk)
    assert one is not None and [row.role for row in one.held] == ["performance_manager"]
    assert [row.pk for row in one.ended] == [ended.pk]
    assert not implications.standing(asked, ROUND, as_of=NOW.date()).needs_somebody, "the other role answers requests"
    still = RoleHeld.objects.get(person=author, ended_at=None)
    actions.end_role(held=still, reason="Left.", by=clerk, at=LATER)
    assert implications.standing(asked, ROUND, as_of=NOW.date()).needs_somebody
    writing.assign(
        workspace=council.workspace, part=part.part, title=part.title, person=council.who(Role.POLICY_OFFICER),
        due_on=part.due_on, by=council.who(Role.POLICY_OFFICER), at=LATER,
    )  # fmt: skip
    with pytest.raises(Refusal, match="This role ended on Monday 22 July"):
        actions.end_role(held=ended, reason="Again.", by=clerk, at=LATER)


def test_the_last_who_may_give_roles_stays_until_another_is_named(council: Council) -> None:
    clerk = council.who(Role.DEMOCRATIC_SERVICES)
    mine = held_by(council, Role.DEMOCRATIC_SERVICES)
    actions.end_role(held=held_by(council, Role.MONITORING_OFFICER), reason="Retired.", by=clerk, at=NOW)

    with pytest.raises(Refusal, match="Nobody here could give roles any more in your place"):
        actions.end_role(held=mine, reason="I leave.", by=clerk, at=NOW)
    with pytest.raises(Refusal, match="You cannot give or end the role of democratic services"):
        actions.end_role(held=mine, reason="Away with them.", by=council.who(Role.POLICY_OFFICER), at=NOW)
    with pytest.raises(Refusal, match="There is no reason"):
        actions.end_role(held=mine, reason=" ", by=clerk, at=NOW)
    operator = council.who(Role.OPERATOR)
    with pytest.raises(Refusal, match="This role is not of one council"):
        actions.end_role(held=RoleHeld.objects.get(person=operator), reason="Left.", by=operator, at=NOW)
    appointed(council, Role.MONITORING_OFFICER)
    actions.end_role(held=mine, reason="I leave.", by=clerk, at=NOW)

    assert queries.held_by_nobody(queries.everybody(council.workspace)) == [Role.DEMOCRATIC_SERVICES]


def test_what_was_given_before_who_gave_was_kept_is_told_from_the_record(council: Council) -> None:
    operator, role = council.who(Role.OPERATOR), held_by(council, Role.MEMBER)
    row = appointed(council)
    RoleHeld.objects.filter(pk=role.pk).update(given_by=None)
    Entry.objects.create(
        event="role.given", about_kind="people.RoleHeld", about_id=str(role.pk), by_id=operator.pk, by_name="Otto",
        at=OPENED,
    )  # fmt: skip
    Invitation.objects.all().delete()

    importlib.import_module("moothall.apps.people.migrations.0005_who_gave_and_ended_a_role").say_who_gave(apps, None)
    importlib.import_module("moothall.apps.appointments.migrations.0001_initial").keep_invitations(apps, None)

    role.refresh_from_db()
    assert role.given_by == operator
    kept = Invitation.objects.get()
    assert (kept.person, kept.workspace, kept.sent_at) == (row.person, council.workspace, NOW)
