"""A person's own calendar feed of a council's dates, and the dates as a file."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from moothall.apps.timetables import actions, queries
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.web.council.access import Here, in_workspace
from moothall.web.feeds.calendars import calendar


@in_workspace()
def feed(request: HttpRequest, here: Here) -> HttpResponse:
    """The person's feed, how to subscribe, and the feeds of others for those who may revoke them."""
    return render(request, "council/feed.html", _context(request, here))


def _context(request: HttpRequest, here: Here, address: str = "") -> dict[str, Any]:
    feeds = list(queries.feeds(here.workspace))
    return {
        "here": here,
        "address": address,
        "mine": next((one for one in feeds if one.person_id == request.user.pk), None),
        "others": [one for one in feeds if one.person_id != request.user.pk] if here.may("revoke_feed") else [],
        "is_private": queries.is_private(here.workspace),
    }


@require_POST
@in_workspace(Deed.MAKE_FEED)
def make_feed(request: HttpRequest, here: Here) -> HttpResponse:
    """Make the person's feed and show its address this once.

    The page is the answer to the form and not another one: a secret that is carried to a next page is a secret kept.
    """
    made = actions.make_feed(workspace=here.workspace, by=request.user, at=timezone.localtime())
    address = request.build_absolute_uri(reverse("feeds:feed", args=(made.secret,)))
    answer = render(request, "council/feed.html", _context(request, here, address))
    answer["Cache-Control"] = "no-store"
    return answer


@require_POST
@in_workspace()
def revoke_feed(request: HttpRequest, here: Here, feed_id: int) -> HttpResponse:
    """Stop a feed at once: one's own, or another's by the proper officer."""
    row = queries.feed(here.workspace, feed_id)
    if row is None:
        raise Http404("There is no such feed.")
    try:
        actions.revoke_feed(feed=row, by=request.user, at=timezone.localtime())
        messages.success(request, f"The feed of {row.person.name} is revoked. Its address answers nobody any more.")
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect("council:feed", here.round_.slug, here.workspace.slug)


@in_workspace()
def dates_ics(request: HttpRequest, here: Here) -> HttpResponse:
    """The dates as they stand, as a file to take into a calendar once."""
    answer = calendar(request, here.workspace, here.round_, at=timezone.localtime())
    answer["Content-Disposition"] = f'attachment; filename="{here.workspace.slug}-{here.round_.slug}.ics"'
    return answer
