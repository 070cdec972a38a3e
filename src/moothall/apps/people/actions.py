"""Adding people and giving them roles."""

from datetime import datetime
from typing import Any

from django.db import transaction

from moothall.apps.audit import actions as audit
from moothall.apps.people import queries
from moothall.apps.people.models import Person, RoleHeld
from moothall.apps.people.permissions import permit
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed, Role, check_may_give


@transaction.atomic
def add_person(
    *,
    email: str,
    name: str,
    post: str = "",
    password: str | None = None,
    is_demonstration: bool = False,
    by: Any,
    at: datetime,
) -> Person:
    """Add someone who may sign in. Without a password only the demonstration's one-click sign-in works.

    Raises a Refusal if the address is taken.
    """
    permit(by, Deed.ADD_PERSON)
    if Person.objects.filter(email__iexact=email).exists():
        raise Refusal(f"{email} already has an account.", next_step="Give that person the role instead.")
    person = Person(email=email.lower(), name=name, post=post, is_demonstration=is_demonstration)
    person.set_password(password)
    person.save()
    audit.record("person.added", about=person, by=by, at=at)
    return person


@transaction.atomic
def give_role(*, person: Person, role: Role, workspace_id: int | None = None, by: Any, at: datetime) -> RoleHeld:
    """Give a person a role, in one workspace or (without one) for the installation. A role held already stays.

    Nobody is told by mail. Raises a Refusal for a role that is not theirs to give, and for giving one to oneself.
    """
    permit(by, Deed.GIVE_ROLE, workspace_id)
    if by is not None:
        check_may_give(role, queries.roles(by, workspace_id=workspace_id), is_to_self=by.pk == person.pk)
    place = {"workspace_id": workspace_id} if workspace_id else {"workspace": None}
    held, is_new = RoleHeld.objects.get_or_create(
        person=person, role=role.value, ended_at=None, **place, defaults={"given_at": at, "given_by": by}
    )
    if is_new:
        audit.record("role.given", about=held, by=by, at=at, role=role, person=person.name)
    return held
