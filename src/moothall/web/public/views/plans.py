"""Published plans: the list, the page of each, and its parts at addresses of their own."""

from itertools import groupby
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate

from moothall.apps.publications import queries as publications
from moothall.documents.exchange import plan_json as exchange
from moothall.documents.layouts import plan_data
from moothall.domain.publications import PublishedPlan
from moothall.web.public import metadata, plan_page
from moothall.web.public.published import address_of, dated, kept_a_short_while, shown_at
from moothall.web.public.rounds import known_round, round_on


@kept_a_short_while
def plans(request: HttpRequest) -> HttpResponse:
    """Every published plan, by round and then by the council's name."""
    found = sorted(publications.listed(), key=lambda one: one.round_slug)
    groups = [(known_round(slug), tuple(some)) for slug, some in groupby(found, key=lambda one: one.round_slug)]
    by_round = sorted(((round_, some) for round_, some in groups if round_), key=lambda pair: pair[0].deadline_on)
    return render(request, "public/plans.html", {"by_round": by_round[::-1], "section": "plans"})


@kept_a_short_while
def plan(request: HttpRequest, round_slug: str, slug: str, version: int | None = None) -> HttpResponse:
    """A council's plan with how it was decided, how it is going and what was corrected."""
    shown = shown_at(round_slug, slug, version)
    context = _context(shown, "plan")
    if shown.withdrawn_at is None:
        context |= {"sections": plan_page.sections(shown, context["round_"]), **_progress(shown)}
        context["json_size"] = len(exchange.to_bytes(shown.plan))
    return dated(render(request, "public/plan.html", context), shown)


@kept_a_short_while
def decisions(request: HttpRequest, round_slug: str, slug: str) -> HttpResponse:
    """How the plan was decided, and every version of it, on a page of their own."""
    shown = shown_at(round_slug, slug)
    context = _context(shown, "decisions") | {"changes": publications.changes_since_resolved(shown)}
    return dated(render(request, "public/plan_decisions.html", context), shown)


@kept_a_short_while
def progress(request: HttpRequest, round_slug: str, slug: str) -> HttpResponse:
    """How the plan is going, on a page of its own."""
    shown = shown_at(round_slug, slug)
    context = _context(shown, "progress")
    if shown.withdrawn_at is None:
        context |= _progress(shown)
    return dated(render(request, "public/plan_going.html", context), shown)


@kept_a_short_while
def data(request: HttpRequest, round_slug: str, slug: str) -> HttpResponse:
    """Every file of the plan, what each holds, and where the schemas are."""
    shown = shown_at(round_slug, slug)
    context = _context(shown, "data")
    context["of_version"] = [sheet for sheet in plan_data.SHEETS if not sheet.follows]
    context["since"] = [sheet for sheet in plan_data.SHEETS if sheet.follows]
    return dated(render(request, "public/plan_files.html", context), shown)


def _context(shown: PublishedPlan, section: str) -> dict[str, Any]:
    """What every page of one plan needs. ``alone`` where a part of it has a page of its own."""
    round_ = round_on(shown.round_slug, localdate(shown.published_at))
    if round_ is None:
        raise Http404
    versions = publications.versions(shown.slug, shown.round_slug)
    return {
        "plan": shown,
        "round_": round_,
        "address": address_of(shown),
        "versions": versions,
        "trail": plan_page.trail(shown),
        "links": _links(shown),
        "data": metadata.of_plan(shown, round_, versions),
        "section": section,
        "alone": section != "plan",
    }


def _progress(shown: PublishedPlan) -> dict[str, Any]:
    return {
        "measures": plan_page.measures(shown),
        "milestones": plan_page.milestones(shown),
        "recorded_at": plan_page.progress_recorded_at(shown),
    }


def _links(shown: PublishedPlan) -> dict[str, tuple[str, str]]:
    """Where each moment of the trail leads to, where it leads anywhere."""
    links = {}
    if shown.withdrawn_at is None:
        place = (shown.round_slug, shown.slug, shown.version)
        links["published"] = (reverse("public:plan_json", args=place), "That text as data")
    if shown.receipt_number:
        links["sent"] = (reverse("public:receipt", args=(shown.receipt_number,)), "See the receipt")
    return links
