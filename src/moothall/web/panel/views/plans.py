"""Reading one council's plan, theme by theme."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from moothall.apps.panel.reading import plan_read
from moothall.domain.rounds import Round
from moothall.web.panel import plan_pages
from moothall.web.panel.access import for_the_panel


@for_the_panel
def plan(request: HttpRequest, round_: Round, slug: str) -> HttpResponse:
    """The passages of one plan under the round's themes, each leading to its paragraph in public."""
    found = plan_read(slug, round_.slug)
    if found is None:
        raise Http404("No plan is published here at this address.")
    context = {
        "round_": round_,
        "section": "register",
        "plan": found,
        "parts": plan_pages.parts(found, round_),
    }
    return render(request, "panel/plan.html", context)
