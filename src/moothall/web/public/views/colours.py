"""A council's own colours as a small stylesheet, so that no page needs styles inside it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control

from moothall.domain.refusals import Refusal
from moothall.web.components.colours import palette


@cache_control(public=True, max_age=86_400, immutable=True)
def stylesheet(request: HttpRequest, colour: str) -> HttpResponse:
    """The five custom properties of one colour. 404 for what is no colour, or too light to read."""
    try:
        found = palette(f"#{colour}")
    except Refusal as refusal:
        raise Http404(str(refusal)) from refusal
    css = (
        f":root{{--mh-accent:{found.accent};--mh-deep:{found.deep};--mh-mid:{found.mid};"
        f"--mh-mark:{found.mark};--mh-tint:{found.tint}}}"
    )
    return HttpResponse(css, content_type="text/css; charset=utf-8")
