"""Finding workspaces."""

from django.db.models import QuerySet

from moothall.apps.people import queries as people
from moothall.apps.people.models import Person
from moothall.apps.workspaces.models import Workspace


def workspace(slug: str, round_slug: str) -> Workspace | None:
    """The workspace of this council in this round, or None."""
    return Workspace.objects.filter(slug=slug, round_slug=round_slug).first()


def workspaces_of(person: Person) -> QuerySet[Workspace]:
    """The workspaces in which a person holds a role, by council's name."""
    return Workspace.objects.filter(pk__in=people.workspace_ids(person))


def all_workspaces() -> QuerySet[Workspace]:
    """Every workspace, by council's name."""
    return Workspace.objects.all()
