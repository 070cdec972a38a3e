"""The routes that a council put together. Reads alone; keeping one is a deed."""

from moothall.apps.routes.models import OwnRoute
from moothall.apps.workspaces.models import Workspace
from moothall.domain import own_routes
from moothall.domain.plain import build


def own_route_rows(workspace: Workspace) -> list[OwnRoute]:
    """Every route this council put together, by name."""
    return list(OwnRoute.objects.filter(gss=workspace.gss))


def own_route_row(workspace: Workspace, pk: int) -> OwnRoute | None:
    """One of them, or None."""
    return OwnRoute.objects.filter(gss=workspace.gss, pk=pk).first()


def value_of(row: OwnRoute) -> own_routes.OwnRoute:
    """A kept route as a value."""
    return own_routes.OwnRoute(row.name, build(tuple[own_routes.OwnStep, ...], row.steps), row.based_on)
