"""Who may open a page of the panel."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST, require_safe

from moothall.apps.people import queries as people
from moothall.apps.rounds import queries as rounds
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed, check_may


def for_the_panel(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A view of one round for those who may read the register. It is given the round and what else its address names.

    It only ever reads. It asks to sign in first, answers 403 with the refusal's sentence, then 404 where no such round
    is held.
    """

    return wraps(view)(require_safe(_opened(view, Deed.READ_REGISTER)))


def for_the_round(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A view of what councils of a round share with everyone, for the panel and the operator. Opened as above."""
    return wraps(view)(require_safe(_opened(view, Deed.READ_SHARED_ANSWERS)))


def to_do(deed: Deed) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """A view that does a deed of the panel in one round, and is only ever posted to. Given and refused as above."""

    def decorated(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        return wraps(view)(require_POST(_opened(view, deed)))

    return decorated


def _opened(view: Callable[..., HttpResponse], deed: Deed) -> Callable[..., HttpResponse]:
    @login_required
    def opened(request: HttpRequest, *, round_slug: str, **rest: str) -> HttpResponse:
        try:
            check_may(deed, people.roles(request.user))  # type: ignore[arg-type]
        except Refusal as refusal:
            raise PermissionDenied(str(refusal)) from refusal
        round_ = rounds.round_called(round_slug)
        if round_ is None:
            raise Http404("There is no round at this address.")
        return view(request, round_, **rest)

    return opened
