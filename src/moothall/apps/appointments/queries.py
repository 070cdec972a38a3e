"""Who has which role in a workspace, since when and by whom given, and who has not signed in yet."""

from collections.abc import Iterable
from dataclasses import dataclass

from moothall.apps.appointments.models import Invitation
from moothall.apps.people.models import Person, RoleHeld
from moothall.apps.workspaces.models import Workspace
from moothall.domain.roles import COUNCIL_ROLES, Role


@dataclass(frozen=True, slots=True)
class PersonHere:
    """Somebody who has or had a role here. ``held`` are the roles they hold, ``ended`` those that ended, latest first.

    ``invitation`` is there while they have not signed in since they were invited; ``name`` and ``post`` are then as
    whoever invited them wrote them.
    """

    person: Person
    name: str
    post: str
    held: tuple[RoleHeld, ...]
    ended: tuple[RoleHeld, ...]
    invitation: Invitation | None


def everybody(workspace: Workspace) -> list[PersonHere]:
    """Everybody who has or had a role here, by name."""
    rows = RoleHeld.objects.filter(workspace=workspace).select_related("person", "given_by", "ended_by")
    return sorted(_gathered(workspace, rows), key=lambda one: (one.name.casefold(), one.person.pk))


def one(workspace: Workspace, person_id: int) -> PersonHere | None:
    """Somebody who has or had a role here, or None."""
    return next((found for found in everybody(workspace) if found.person.pk == person_id), None)


def held(workspace: Workspace, pk: int) -> RoleHeld | None:
    """A role that somebody holds here now, or None."""
    found = RoleHeld.objects.filter(workspace=workspace, pk=pk, ended_at=None)
    return found.select_related("person", "workspace").first()


def held_by_nobody(people: Iterable[PersonHere]) -> list[Role]:
    """The roles of a council that nobody with an open account holds, in the order in which they are listed."""
    taken = {row.role for one in people if one.person.is_active for row in one.held}
    return [role for role in COUNCIL_ROLES if role.value not in taken]


def name_here(row: RoleHeld) -> str:
    """The name under which the holder of a role is known in its workspace."""
    invitation = Invitation.objects.filter(workspace=row.workspace, person=row.person).select_related("person").first()
    return invitation.name if invitation is not None and invitation.is_open else row.person.name


def _gathered(workspace: Workspace, rows: Iterable[RoleHeld]) -> list[PersonHere]:
    of: dict[int, list[RoleHeld]] = {}
    for row in rows:
        of.setdefault(row.person_id, []).append(row)
    invitations = {
        one.person_id: one for one in Invitation.objects.filter(workspace=workspace).select_related("person", "sent_by")
    }
    return [_person(some, invitations.get(pk)) for pk, some in of.items()]


def _person(rows: list[RoleHeld], invitation: Invitation | None) -> PersonHere:
    order = [role.value for role in COUNCIL_ROLES]
    person = rows[0].person
    if invitation is not None and not invitation.is_open:
        invitation = None
    known = invitation or person
    now = sorted((row for row in rows if row.ended_at is None), key=lambda row: order.index(row.role))
    before = sorted((row for row in rows if row.ended_at), key=lambda row: (row.ended_at, row.pk), reverse=True)
    return PersonHere(person, known.name, known.post, tuple(now), tuple(before), invitation)
