"""Receipts of returns, for anyone who holds the number."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from moothall.apps.publications import queries as publications
from moothall.domain import goings
from moothall.web.public.published import kept_a_short_while
from moothall.web.public.rounds import known_round


@kept_a_short_while
def receipt(request: HttpRequest, number: str) -> HttpResponse:
    """Who certified the return, when, what was sent, and whether the texts still agree."""
    found = publications.receipt(number)
    if found is None:
        raise Http404
    context = {
        "receipt": found,
        "round_": known_round(found.round_slug),
        "came_back": goings.sentence(found.goings) if goings.has_come_back(found.goings) else "",
    }
    return render(request, "public/receipt.html", context)
