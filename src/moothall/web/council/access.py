"""Who may open a page of a workspace, and how a refusal is told."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse

from moothall.apps.closings import queries as closings
from moothall.apps.extensions import queries as extensions
from moothall.apps.people import queries as people
from moothall.apps.rounds import queries as rounds
from moothall.apps.routes import walking
from moothall.apps.workspaces import queries as workspaces
from moothall.domain.closings import STILL_OPEN, Closed, check_open
from moothall.domain.extensions import Due
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed, Role, check_may, may
from moothall.domain.rounds import Round
from moothall.domain.subject_to import not_sent


@dataclass(frozen=True)
class Here:
    """The workspace a page is about, its round, and the roles of the person looking."""

    workspace: Any
    round_: Round
    roles: frozenset[Role]

    @cached_property
    def due(self) -> Due:
        """The day by which this council's plan is due and why: the round's own, or a later one that was agreed."""
        return extensions.deadline_on(self.workspace, self.round_)

    @cached_property
    def not_sent(self) -> str:
        """That members resolved that no plan is sent, in a sentence; empty where they did not. Then nothing is due."""
        found = walking.not_sent(self.workspace)
        return not_sent(found.step.body, found.decided_on, found.outcome_reason) if found else ""

    def may(self, deed: str) -> bool:
        """Whether the person looking may do this deed (by its name) now: for showing or leaving out a button."""
        return may(Deed(deed), self.roles) and (Deed(deed) in STILL_OPEN or self.closed is None)

    @cached_property
    def closed(self) -> Closed | None:
        """That the round is closed for this council, or None while it is open."""
        return closings.closed(self.workspace.pk)


def in_workspace(
    deed: Deed = Deed.READ_WORKSPACE,
) -> Callable[[Callable[..., HttpResponseBase]], Callable[..., HttpResponseBase]]:
    """A view of a workspace. It takes the request and ``here``; the address gives ``round_slug`` and ``slug``.

    Asks to sign in first; answers 403 with the refusal's sentence to those whose role does not reach ``deed``, and 404
    where there is no such workspace.
    """

    def decorate(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
        @wraps(view)
        @login_required
        def opened(request: HttpRequest, *, round_slug: str, slug: str, **rest: Any) -> HttpResponseBase:
            workspace = workspaces.workspace(slug, round_slug)
            round_ = rounds.round_called(round_slug)
            if workspace is None or round_ is None:
                raise Http404("There is no workspace at this address.")
            here = Here(workspace, round_, people.roles(request.user, workspace_id=workspace.pk))  # type: ignore[arg-type]
            try:
                check_may(deed, here.roles)
                if deed not in STILL_OPEN:
                    check_open(here.closed, deed)
            except Refusal as refusal:
                raise PermissionDenied(str(refusal)) from refusal
            return view(request, here, **rest)

        return opened

    return decorate


def tell(form: Form, refusal: Refusal) -> None:
    """Put a refusal into the form's error summary, as its own sentence with what to do next."""
    form.add_error(None, str(refusal))


def address(here: Here, name: str, *more: Any) -> str:
    """The address of the council's page of this name in the workspace one is in."""
    return reverse(f"council:{name}", args=(here.round_.slug, here.workspace.slug, *more))
