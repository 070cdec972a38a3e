"""A workspace's dates as a calendar file: the same for a feed, which is read again and again, and for one download."""

import hashlib
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.cache import get_conditional_response

from moothall.apps.timetables import actions, queries
from moothall.documents.writing import ics
from moothall.domain.rounds import Round

KEPT = "private, max-age=900"


def calendar(request: HttpRequest, workspace: Any, round_: Round, *, at: datetime) -> HttpResponse:
    """The dates of this workspace as they stand, or 304 where the asker has them already. For nobody else's cache."""
    entries = actions.keep_entries(
        workspace, queries.entries(workspace, round_), is_private=queries.is_private(workspace), at=at
    )
    page = request.build_absolute_uri(reverse("council:route", args=(round_.slug, workspace.slug)))
    body = ics.write(entries, name=f"{workspace.official_name}: {round_.title}", address=f"{page}#dates")
    return answered(request, body, cache=KEPT)


def answered(request: HttpRequest, body: bytes, *, cache: str) -> HttpResponse:
    """A calendar file with its mark, or 304 where the asker has the same one."""
    mark = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    whole = HttpResponse(body, content_type=ics.MEDIA_TYPE)
    found = get_conditional_response(request, etag=mark, response=whole) or whole
    found["ETag"], found["Cache-Control"] = mark, cache
    return found
