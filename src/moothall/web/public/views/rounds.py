"""Rounds: what government asked, as data; how it stood on a day; and a file of a round checked for anyone."""

from datetime import date
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from moothall.apps.publications import queries as publications
from moothall.documents.exchange import round_json as exchange
from moothall.domain.amendments import stood_on
from moothall.domain.rounds import Round
from moothall.web.public import round_reading
from moothall.web.public.forms.rounds import CheckRoundForm
from moothall.web.public.rounds import known_rounds, round_as_written


@require_safe
def rounds(request: HttpRequest) -> HttpResponse:
    """Every round, the one with the latest deadline first."""
    return render(request, "public/rounds.html", {"rounds": known_rounds(), "section": "rounds"})


@require_safe
def round_(request: HttpRequest, slug: str) -> HttpResponse:
    """One round as it stands, or as it stood on the day named by ``on``: letter, dates, questions, amendments."""
    written = _round(slug)
    on = _day(request.GET.get("on", ""))
    then = stood_on(written, on) if on else written
    context: dict[str, Any] = {
        **round_reading.shown(then),
        "on": on,
        "days": sorted({written.letter_on, *(one.on for one in written.amendments if one.changes)}),
        "address": settings.MOOTHALL.address + reverse("public:round", args=(slug,)),
        "published": publications.listed(slug),
        "section": "rounds",
    }
    return render(request, "public/round.html", context)


@require_safe
def round_json(request: HttpRequest, slug: str) -> HttpResponse:
    """The round in its published format: as the letter said it, with its amendments beside it."""
    answer = HttpResponse(exchange.to_bytes(_round(slug)), content_type="application/json")
    answer["Content-Disposition"] = f'inline; filename="{slug}.json"'
    return answer


@require_safe
def round_schema(request: HttpRequest) -> HttpResponse:
    """The JSON Schema of a round's file."""
    return HttpResponse(exchange.schema_text(), content_type="application/schema+json")


@require_http_methods(["GET", "HEAD", "POST"])
def check_round(request: HttpRequest) -> HttpResponse:
    """A file of a round checked for anyone: what it says, what is wrong with it, what is odd. Nothing is kept."""
    form = CheckRoundForm(request.POST, request.FILES) if request.method == "POST" else CheckRoundForm()
    found = form.looked_at if form.is_bound and form.is_valid() else None
    context: dict[str, Any] = {"form": form, "found": found, "section": "rounds"}
    if found and found.round_:
        context |= round_reading.shown(found.round_)
    return render(request, "public/check_round.html", context)


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        raise Http404("No day is written like that.") from None


def _round(slug: str) -> Round:
    found = round_as_written(slug)
    if found is None:
        raise Http404
    return found
