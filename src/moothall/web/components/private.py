"""Every answer is its reader's own unless its view says otherwise."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

OWN = "private, no-cache"


def private_unless_said(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """A middleware that keeps answers out of shared caches where the view has said nothing of caches.

    Not ``no-store``: a browser that goes back to a form shows what was typed only where it may remember the page.
    """

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Cache-Control", OWN)
        return response

    return answer
