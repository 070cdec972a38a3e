"""The published plans of one round, to look through: by the council's name, in no other order."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from moothall.apps.publications import queries as publications
from moothall.web.public.published import whole
from moothall.web.public.rounds import known_round

MOST_LETTERS = 100  # of what is looked for; no council's name is longer


@require_safe
def round_plans(request: HttpRequest, slug: str) -> HttpResponse:
    """The published plans of one round in order of the council's name, or those whose name or title holds a word."""
    found = known_round(slug)
    if found is None:
        raise Http404
    asked = " ".join(request.GET.get("q", "").split())[:MOST_LETTERS]
    listed = sorted(publications.listed(slug), key=lambda one: one.authority_name.casefold())
    matching = [one for one in listed if asked.casefold() in f"{one.authority_name} {one.title}".casefold()]
    context: dict[str, Any] = {
        "round_": found,
        "address": whole(reverse("public:round_plans", args=(slug,))),
        "asked": asked,
        "plans": matching,
        "count": len(listed),
        "section": "plans",
    }
    return render(request, "public/round_plans.html", context)
