"""Feeds of what changed: of everything, of a round, of a council and of one plan, as Atom and as JSON Feed."""

from collections.abc import Iterable

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import http_date

from moothall.apps.publications import changes
from moothall.apps.publications import queries as publications
from moothall.documents.writing import atom, json_feed
from moothall.documents.writing.feed import Entry, Feed
from moothall.domain.publication_changes import Change, ChangeKind
from moothall.web.public.published import kept_a_short_while, shown_at, whole
from moothall.web.public.rounds import known_round

FORMATS = {"atom": (atom.write, atom.MEDIA_TYPE), "json": (json_feed.write, json_feed.MEDIA_TYPE)}
# Which page a change is read on.
_PAGES = {
    ChangeKind.DECIDED: "plan_decisions",
    ChangeKind.PROGRESS: "plan_progress",
    ChangeKind.SENT: "plan_decisions",
    ChangeKind.RETURNED: "plan_decisions",
    ChangeKind.SENT_AGAIN: "plan_decisions",
}


@kept_a_short_while
def everything(request: HttpRequest, form: str) -> HttpResponse:
    """What changed in any published plan."""
    return _feed(request, form, "Published plans: what changed", reverse("public:plans"), changes.changes())


@kept_a_short_while
def of_round(request: HttpRequest, slug: str, form: str) -> HttpResponse:
    """What changed in the published plans of one round."""
    round_ = known_round(slug)
    if round_ is None:
        raise Http404
    page = reverse("public:round_plans", args=(slug,))
    return _feed(request, form, f"{round_.title}: what changed", page, changes.changes(round_slug=slug))


@kept_a_short_while
def of_council(request: HttpRequest, council_slug: str, form: str) -> HttpResponse:
    """What changed in the published plans of one council."""
    found = publications.of_council(council_slug)
    if not found:
        raise Http404
    page = reverse("public:council", args=(council_slug,))
    return _feed(request, form, f"{found[0].authority_name}: what changed", page, changes.changes(slug=council_slug))


@kept_a_short_while
def of_plan(request: HttpRequest, round_slug: str, slug: str, form: str) -> HttpResponse:
    """What changed in one published plan."""
    shown = shown_at(round_slug, slug)
    page = reverse("public:plan", args=(round_slug, slug))
    title = f"{shown.plan.title}, {shown.authority_name}: what changed"
    return _feed(request, form, title, page, changes.changes(round_slug=round_slug, slug=slug))


def _feed(request: HttpRequest, form: str, title: str, page: str, found: Iterable[Change]) -> HttpResponse:
    write, media_type = FORMATS[form]
    feed = Feed(title, whole(request.path), whole(page), tuple(_entry(one) for one in found))
    answer = HttpResponse(write(feed), content_type=f"{media_type}; charset=utf-8")
    answer["Last-Modified"] = http_date(feed.updated_at.timestamp())
    return answer


def _entry(one: Change) -> Entry:
    if one.kind in (ChangeKind.PUBLISHED, ChangeKind.CORRECTED, ChangeKind.WITHDRAWN):
        page = reverse("public:plan_version", args=(one.round_slug, one.slug, one.version))
    else:
        page = reverse(f"public:{_PAGES[one.kind]}", args=(one.round_slug, one.slug))
    summary = f"{one.plan_title}. {one.sentence}"
    return Entry(one.urn, one.title, one.at, whole(page), one.authority_name, one.kind.value, summary)
