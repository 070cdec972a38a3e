"""A council across rounds: every plan it published, the latest first."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from moothall.apps.publications import queries as publications
from moothall.web.public.published import kept_a_short_while, whole
from moothall.web.public.rounds import known_round


@kept_a_short_while
def council(request: HttpRequest, council_slug: str) -> HttpResponse:
    """Every plan of one council, with the round it answers."""
    found = publications.of_council(council_slug)
    if not found:
        raise Http404
    latest = publications.published(council_slug, found[0].round_slug)
    context = {
        "plan": latest,
        "plans": [(one, known_round(one.round_slug)) for one in found],
        "address": whole(reverse("public:council", args=(council_slug,))),
        "section": "council",
    }
    return render(request, "public/council.html", context)
