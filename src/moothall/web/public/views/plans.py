"""Published plans: the list, the page of each, and the same as PDF, JSON and CSV."""

from collections.abc import Callable
from functools import wraps
from itertools import groupby
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import http_date
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe

from moothall.apps.publications import queries as publications
from moothall.documents.exchange import plan_json as exchange
from moothall.domain.publications import PublishedPlan
from moothall.web.public import plan_page
from moothall.web.public.measures_csv import measures_csv as as_csv
from moothall.web.public.rounds import known_round

View = Callable[..., HttpResponse]
A_SHORT_WHILE = 300  # seconds a copy may be shown before it is asked for again


def _kept_a_short_while(view: View) -> View:
    """Let anyone keep what this view answers for a short while, and ask cheaply whether it has changed since."""

    @wraps(view)
    @require_safe
    @cache_control(public=True, max_age=A_SHORT_WHILE)
    @conditional_page
    def kept(request: HttpRequest, **place: Any) -> HttpResponse:
        return view(request, **place)

    return kept


@require_safe
def plans(request: HttpRequest) -> HttpResponse:
    """Every published plan, by round and then by the council's name."""
    found = sorted(publications.listed(), key=lambda one: one.round_slug)
    groups = [(known_round(slug), tuple(some)) for slug, some in groupby(found, key=lambda one: one.round_slug)]
    by_round = sorted(((round_, some) for round_, some in groups if round_), key=lambda pair: pair[0].deadline_on)
    return render(request, "public/plans.html", {"by_round": by_round[::-1], "section": "plans"})


@_kept_a_short_while
def plan(request: HttpRequest, round_slug: str, slug: str, version: int | None = None) -> HttpResponse:
    """A council's plan with how it was decided, how it is going and what was corrected."""
    shown = _shown(round_slug, slug, version)
    round_ = known_round(round_slug)
    if round_ is None:
        raise Http404
    context: dict[str, Any] = {
        "plan": shown,
        "round_": round_,
        "address": settings.MOOTHALL.address + reverse("public:plan", args=(round_slug, slug)),
        "versions": publications.versions(slug, round_slug),
        "trail": plan_page.trail(shown),
        "links": _links(shown),
        "section": "plan",
    }
    if shown.withdrawn_at is None:
        context |= {
            "sections": plan_page.sections(shown, round_),
            "measures": plan_page.measures(shown),
            "milestones": plan_page.milestones(shown),
            "recorded_at": plan_page.progress_recorded_at(shown),
            "json_size": len(exchange.to_bytes(shown.plan)),
        }
    return _dated(render(request, "public/plan.html", context), shown)


@_kept_a_short_while
def plan_json(request: HttpRequest, round_slug: str, slug: str, version: int) -> HttpResponse:
    """The plan as data, as it stands inside its PDF."""
    shown = _shown(round_slug, slug, version)
    return _file(shown, exchange.to_bytes(shown.plan), "application/json", "json")


@_kept_a_short_while
def plan_pdf(request: HttpRequest, round_slug: str, slug: str, version: int) -> HttpResponse:
    """The plan as an accessible PDF that carries its data."""
    shown = _shown(round_slug, slug, version)
    return _file(shown, publications.pdf(slug, round_slug, version) or b"", "application/pdf", "pdf")


@_kept_a_short_while
def measures_csv(request: HttpRequest, round_slug: str, slug: str) -> HttpResponse:
    """Every reading of every measure, for a spreadsheet."""
    shown = _shown(round_slug, slug, None)
    return _file(shown, as_csv(shown), "text/csv; charset=utf-8", "csv", what="measures")


def _shown(round_slug: str, slug: str, version: int | None) -> PublishedPlan:
    shown = publications.published(slug, round_slug, version)
    if shown is None:
        raise Http404
    return shown


def _links(shown: PublishedPlan) -> dict[str, tuple[str, str]]:
    """Where each moment of the trail leads to, where it leads anywhere."""
    links = {}
    if shown.withdrawn_at is None:
        place = (shown.round_slug, shown.slug, shown.version)
        links["published"] = (reverse("public:plan_json", args=place), "That text as data")
    if shown.receipt_number:
        links["sent"] = (reverse("public:receipt", args=(shown.receipt_number,)), "See the receipt")
    return links


def _file(shown: PublishedPlan, data: bytes, media_type: str, ending: str, *, what: str = "plan") -> HttpResponse:
    """A file of a published plan under a name that says what it is; 410 where the plan was withdrawn."""
    if shown.withdrawn_at is not None:
        return _dated(HttpResponse("This plan was withdrawn.\n", status=410, content_type="text/plain"), shown)
    answer = HttpResponse(data, content_type=media_type)
    name = f"{shown.slug}-{shown.round_slug}-{what}-v{shown.version}.{ending}"
    answer["Content-Disposition"] = f'inline; filename="{name}"'
    return _dated(answer, shown)


def _dated(answer: HttpResponse, shown: PublishedPlan) -> HttpResponse:
    answer["Last-Modified"] = http_date(plan_page.last_changed(shown).timestamp())
    return answer
