"""How somebody comes to hold roles in a workspace. No deed of its own: the deeds that bring people in use it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from moothall.apps.appointments import letters
from moothall.apps.appointments.models import Invitation
from moothall.apps.people.models import Person, RoleHeld
from moothall.apps.workspaces.models import Workspace
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Role


def found(email: str) -> Person | None:
    """Whoever has this address, however it is written, or None."""
    return Person.objects.filter(email__iexact=email.strip()).first()


def join(
    *, workspace: Workspace, email: str, name: str, post: str, roles: Sequence[Role], by: Any, at: datetime
) -> Invitation:
    """Give whoever has this address these roles, and tell them by mail; who has no account can make one by its link.

    Raises a Refusal where no role is chosen or each is held, and for an account that was ended.
    """
    if not roles:
        raise Refusal(f"{name} would have no role.", next_step="Choose at least one role.")
    Workspace.objects.select_for_update().get(pk=workspace.pk)  # two who bring in one person at once meet here
    person = found(email) or _new(email, name, post)
    if not person.is_active:
        raise Refusal("Nobody can be brought in under this address.", next_step="Ask whoever runs Moothall here.")
    before = list(RoleHeld.objects.filter(workspace=workspace, person=person).order_by("given_at"))
    held = {row.role for row in before if row.ended_at is None}
    given = [role for role in roles if role.value not in held]
    if not given:
        raise Refusal(f"{name} holds this role here already.", next_step="Choose another role, or another person.")
    for role in given:
        RoleHeld.objects.create(person=person, role=role.value, workspace=workspace, given_at=at, given_by=by)
    # Who was here before there were invitations counts as told on the day of their first role.
    said = {"name": name.strip(), "post": post.strip(), "sent_at": before[0].given_at if before else at, "sent_by": by}
    invitation, is_new = Invitation.objects.select_related("person", "workspace").get_or_create(
        workspace=workspace, person=person, defaults=said
    )
    if not is_new and invitation.is_open:
        invitation.name, invitation.post, invitation.sent_at, invitation.sent_by = name.strip(), post.strip(), at, by
        invitation.save()
    letters.appointed(invitation, given, by=by, at=at)
    return invitation


def _new(email: str, name: str, post: str) -> Person:
    """Somebody with an account and no password. The address may be taken at the same moment elsewhere."""
    person = Person(email=email.strip().lower(), name=name.strip(), post=post.strip())
    person.set_unusable_password()
    kept, _ = Person.objects.get_or_create(
        email=person.email, defaults={"name": person.name, "post": person.post, "password": person.password}
    )
    return kept
