"""Who someone is and what they may do."""

from django.db.models import Q

from moothall.apps.people.models import Person, RoleHeld
from moothall.domain.roles import Role


def roles(person: Person, *, workspace_id: int | None = None) -> frozenset[Role]:
    """The roles a person holds now in a workspace, with those held for the whole installation."""
    if not getattr(person, "is_authenticated", False):
        return frozenset()
    held = RoleHeld.objects.filter(
        Q(workspace_id=workspace_id) | Q(workspace_id=None), person=person, ended_at=None
    ).values_list("role", flat=True)
    return frozenset(Role(role) for role in held)


def workspace_ids(person: Person) -> tuple[int, ...]:
    """The workspaces in which a person holds a role now."""
    held = RoleHeld.objects.filter(person=person, ended_at=None, workspace__isnull=False)
    return tuple(held.values_list("workspace_id", flat=True).distinct())


def workspace_ids_as(person: Person, role: Role) -> tuple[int, ...]:
    """The workspaces in which a person holds this role now."""
    held = RoleHeld.objects.filter(person=person, role=role.value, ended_at=None, workspace__isnull=False)
    return tuple(held.values_list("workspace_id", flat=True).distinct())


def names_by_role(workspace_id: int) -> dict[Role, tuple[str, ...]]:
    """The names of those who hold each role in a workspace now, in order of name; roles nobody holds are left out."""
    held = RoleHeld.objects.filter(workspace_id=workspace_id, ended_at=None, person__is_active=True)
    found: dict[Role, list[str]] = {}
    for role, name in held.order_by("person__name").values_list("role", "person__name").distinct():
        found.setdefault(Role(role), []).append(name)
    return {role: tuple(names) for role, names in found.items()}


def demonstration_people() -> list[Person]:
    """The invented cast of the demonstration, by name, with their roles fetched."""
    return list(Person.objects.filter(is_demonstration=True, is_active=True).prefetch_related("roles_held__workspace"))


def person(pk: int) -> Person | None:
    """The person with this key, or None."""
    return Person.objects.filter(pk=pk, is_active=True).first()


def names_of(role: Role, workspace_id: int) -> tuple[str, ...]:
    """The names of those who hold a role in a workspace now, in order of name."""
    held = RoleHeld.objects.filter(role=role.value, workspace_id=workspace_id, ended_at=None)
    return tuple(held.order_by("person__name").values_list("person__name", flat=True).distinct())


def holders(role: Role, workspace_id: int) -> list[Person]:
    """Those with an open account who hold a role in a workspace now, by name."""
    held = RoleHeld.objects.filter(role=role.value, workspace_id=workspace_id, ended_at=None)
    return list(Person.objects.filter(pk__in=held.values("person_id"), is_active=True))


def everyone() -> list[Person]:
    """Everyone who may sign in, by name."""
    return list(Person.objects.filter(is_active=True))
