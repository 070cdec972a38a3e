"""The front page, and pages that only say something."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from moothall.apps.publications import queries as publications
from moothall.web.public import councils
from moothall.web.public.forms.planner import RouteForm
from moothall.web.public.rounds import known_rounds

SHOWN = 5  # published plans named on the front page; the others are one link away


@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """What Moothall is, for whom, and the planner to try at once."""
    today, rounds = timezone.localdate(), known_rounds()
    plans = sorted(
        (one for one in publications.listed() if one.withdrawn_at is None),
        key=lambda one: one.published_at,
        reverse=True,
    )
    context = {
        "form": RouteForm(today=today, rounds=rounds),
        "councils": councils.on(today),
        "plans": plans[:SHOWN],
        "rounds": rounds[:SHOWN],
        "address": settings.MOOTHALL.address,
    }
    return render(request, "public/front.html", context)


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """What Moothall does and does not do."""
    return render(request, "public/about.html")


@require_safe
def what_is_public(request: HttpRequest) -> HttpResponse:
    """Who sees what, and which addresses never change."""
    return render(request, "public/what_is_public.html")


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """The accessibility statement."""
    return render(request, "public/accessibility.html")


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept about people, and what is not."""
    return render(request, "public/privacy.html")
