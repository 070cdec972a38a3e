"""What views of published plans share: finding one, saying that it is withdrawn, how long a copy may be kept."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.urls import reverse
from django.utils.http import http_date
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe

from moothall.apps.publications import queries as publications
from moothall.domain.publications import PublishedPlan
from moothall.web.components.words import full_day
from moothall.web.public import plan_page

View = Callable[..., HttpResponse]
FOR_EVERYONE = "moothall.for_everyone"  # in a request's environment: what is answered may be given to anyone
A_SHORT_WHILE = 60  # seconds a browser or a proxy may show a copy before it asks again


def kept_a_short_while(view: View) -> View:
    """Let anyone keep what this view answers for a short while, and ask cheaply whether it has changed since.

    The view sees nobody and nothing but the address: no session, no messages, no query. So one answer is everyone's,
    and the web process itself keeps it too (`project/kept_pages.py`).
    """

    @cache_control(public=True, max_age=A_SHORT_WHILE)
    @conditional_page
    def answered(request: HttpRequest, **place: Any) -> HttpResponse:
        return view(request, **place)

    @wraps(view)
    @require_safe
    def kept(request: HttpRequest, **place: Any) -> HttpResponse:
        request.user, request.GET = AnonymousUser(), QueryDict()
        if hasattr(request, "_messages"):
            del request._messages  # they wait for a page that is their reader's own
        answer = answered(request, **place)
        request.META[FOR_EVERYONE] = True
        return answer

    return kept


def shown_at(round_slug: str, slug: str, version: int | None = None) -> PublishedPlan:
    """The published plan at an address. Raises Http404 where there is none."""
    shown = publications.published(slug, round_slug, version)
    if shown is None:
        raise Http404
    return shown


def dated(answer: HttpResponse, shown: PublishedPlan) -> HttpResponse:
    """The answer with the moment at which anything about the plan last changed."""
    answer["Last-Modified"] = http_date(plan_page.last_changed(shown).timestamp())
    return answer


def address_of(shown: PublishedPlan) -> str:
    """The whole address of the plan's own page, which never changes."""
    return whole(reverse("public:plan", args=(shown.round_slug, shown.slug)))


def whole(path: str) -> str:
    """A path as an address that can be given to others."""
    return f"{settings.MOOTHALL.address}{path}"


def file(shown: PublishedPlan, data: Callable[[], bytes], media_type: str, name: str) -> HttpResponse:
    """A file of a published plan under a name that says what it is; 410 with day and reason once it is withdrawn.

    ``data`` is asked only for a plan that stands.
    """
    if shown.withdrawn_at is not None:
        return dated(_gone(shown, is_json=media_type.endswith("json")), shown)
    answer = HttpResponse(data(), content_type=media_type)
    stem, _, ending = name.rpartition(".")
    called = f"{shown.slug}-{shown.round_slug}-{stem}-v{shown.version}.{ending}"
    answer["Content-Disposition"] = f'inline; filename="{called}"'
    return dated(answer, shown)


def _gone(shown: PublishedPlan, *, is_json: bool) -> HttpResponse:
    assert shown.withdrawn_at is not None
    sentence = f"This plan was withdrawn on {full_day(shown.withdrawn_at)}. {shown.withdrawn_note}"
    page = address_of(shown)
    if is_json:
        told = {
            "detail": sentence,
            "withdrawn_at": shown.withdrawn_at.isoformat(),
            "withdrawn_note": shown.withdrawn_note,
            "page": page,
        }
        return JsonResponse(told, status=410, json_dumps_params={"ensure_ascii": False, "indent": 2})
    words = f"{sentence}\nIts page says what stays on record: {page}\n"
    return HttpResponse(words, status=410, content_type="text/plain; charset=utf-8")
