"""Bringing people into a workspace, ending their roles, and taking an invitation up."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from moothall.apps.appointments import joining, letters, queries
from moothall.apps.appointments.models import Invitation
from moothall.apps.audit import actions as audit
from moothall.apps.people import queries as people
from moothall.apps.people.models import Person, RoleHeld
from moothall.apps.people.permissions import permit
from moothall.apps.workspaces.models import Workspace
from moothall.domain.days import in_words
from moothall.domain.refusals import Refusal
from moothall.domain.roles import COUNCIL_ROLES, Deed, Role, check_may_give, check_may_leave


@transaction.atomic
def appoint(
    *, workspace: Workspace, email: str, name: str, post: str = "", roles: Sequence[Role], by: Any, at: datetime
) -> Invitation:
    """Give whoever has this address roles in a workspace, and tell them by mail. Who has no account gets a link to one.

    Raises a Refusal without a role, for one that is not theirs to give or is held here, for giving one to oneself, and
    for an account that was ended.
    """
    permit(by, Deed.GIVE_ROLE, workspace.pk)
    person = joining.found(email)
    for role in roles:
        _check_given_here(role)
        if by is not None:
            is_to_self = person is not None and person.pk == by.pk
            check_may_give(role, people.roles(by, workspace_id=workspace.pk), is_to_self=is_to_self)
    invitation = joining.join(workspace=workspace, email=email, name=name, post=post, roles=roles, by=by, at=at)
    audit.record(
        "person.appointed", about=invitation, by=by, at=at, person=name.strip(), roles=[role.value for role in roles]
    )
    return invitation


@transaction.atomic
def invite_again(*, invitation: Invitation, by: Any, at: datetime) -> Invitation:
    """Send an invitation again, with a new link where one is needed; the link that was sent before is dead.

    Raises a Refusal once the person has signed in, and where they hold no role here any more.
    """
    permit(by, Deed.GIVE_ROLE, invitation.workspace_id)
    row = Invitation.objects.select_for_update(of=("self",)).select_related("person", "workspace").get(pk=invitation.pk)
    if not row.is_open:
        raise Refusal(f"{row.person.name} has signed in since.", next_step="Nothing needs to be sent.")
    if not RoleHeld.objects.filter(workspace=row.workspace, person=row.person, ended_at=None).exists():
        raise Refusal(f"{row.name} has no role here any more.", next_step="Give a role first.")
    person = Person.objects.select_for_update().get(pk=row.person_id)
    if not person.has_usable_password():
        person.set_unusable_password()  # a new mark in place of the old one, of which the link that was sent is made
        person.save(update_fields=["password"])
    row.sent_at, row.sent_by = at, by
    row.save(update_fields=["sent_at", "sent_by"])
    letters.again(row, by=by, at=at)
    audit.record("invitation.sent_again", about=row, by=by, at=at, person=row.name)
    return row


@transaction.atomic
def accept_invitation(*, person: Person, password: str, at: datetime) -> Person:
    """Set the first password of somebody who was invited. Raises a Refusal where one was set."""
    held = Person.objects.select_for_update().get(pk=person.pk)
    if held.has_usable_password() or not held.is_active or held.is_demonstration:
        raise Refusal("This link was used.", next_step="Sign in with your password.")
    held.set_password(password)
    held.save(update_fields=["password"])
    audit.record("invitation.accepted", about=held, by=held, at=at)
    return held


@transaction.atomic
def end_role(*, held: RoleHeld, reason: str, by: Any, at: datetime) -> RoleHeld:
    """End one role of a person in a workspace, for a reason. Their other roles stay, and what happened stays on record.

    Raises a Refusal without a reason, for a role that is not theirs to end or ended before, and where nobody could give
    roles here afterwards.
    """
    permit(by, Deed.END_ROLE, held.workspace_id)
    if held.workspace_id is None:
        raise Refusal("This role is not of one council.", next_step="Whoever runs Moothall ends it.")
    Workspace.objects.select_for_update().get(pk=held.workspace_id)  # two who leave at once meet here
    row = RoleHeld.objects.select_for_update(of=("self",)).select_related("person", "workspace").get(pk=held.pk)
    if row.ended_at is not None:
        raise Refusal(
            f"This role ended on {in_words(timezone.localdate(row.ended_at))}.", next_step="There is nothing to end."
        )
    if not reason.strip():
        raise Refusal("There is no reason.", next_step="Say in a few words why the role ends.")
    if by is not None:
        _check_may_end(row, by)
    row.ended_at, row.ended_by, row.ended_because = at, by, reason.strip()
    row.save(update_fields=["ended_at", "ended_by", "ended_because"])
    letters.ended(row, by=by, at=at)
    audit.record(
        "role.ended", about=row, by=by, at=at, role=row.role, person=queries.name_here(row), reason=row.ended_because
    )
    return row


def _check_given_here(role: Role) -> None:
    if role not in COUNCIL_ROLES:
        raise Refusal(
            f"Nobody is made {role.label} in a workspace.", next_step="Whoever runs Moothall gives it for all of it."
        )


def _check_may_end(row: RoleHeld, by: Any) -> None:
    """Whoever may give a role may end it; one's own ends by oneself, unless nobody could give roles here then."""
    roles = people.roles(by, workspace_id=row.workspace_id)
    if by.pk != row.person_id:
        check_may_give(Role(row.role), roles)
    if Role.OPERATOR in roles:
        return
    now = RoleHeld.objects.filter(workspace=row.workspace, ended_at=None, person__is_active=True)
    held = [(pk, Role(role)) for pk, role in now.values_list("pk", "role")]
    check_may_leave([role for _, role in held], [role for pk, role in held if pk != row.pk])
