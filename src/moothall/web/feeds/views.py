"""A private feed, for whoever holds its address. No cookie is asked for and none is set."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from moothall.apps.rounds import queries as rounds
from moothall.apps.timetables import actions, queries
from moothall.web.feeds.calendars import calendar

NOTHING = "There is no calendar at this address. Its owner may have revoked it: make a new one in Moothall.\n"


@require_safe
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """The calendar of the feed with this secret; 404 where there is none, it was revoked or its person has left."""
    row = queries.feed_with(secret)
    round_ = rounds.round_called(row.workspace.round_slug) if row else None
    if row is None or round_ is None:
        answer = HttpResponse(NOTHING, status=404, content_type="text/plain; charset=utf-8")
        answer["Cache-Control"] = "private, no-store"
        return answer
    now = timezone.localtime()
    actions.note_read(row, on=now.date())
    return calendar(request, row.workspace, round_, at=now)
