"""The timetable of this decision: one page for the report, to read, to print and as a PDF."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from moothall.apps.overrides import queries as overrides
from moothall.apps.routes import clocks
from moothall.apps.routes import queries as routes
from moothall.apps.timetables import queries as timetables
from moothall.domain.printed_timetables import PrintedTimetable
from moothall.web.components.timetables import TimetablePage, page_of, pdf_of
from moothall.web.council.access import Here, in_workspace


def _page(here: Here, today: date) -> TimetablePage:
    """The timetable as it stands today. The council's own page carries the report's title even of a private item."""
    route = routes.route(here.workspace)
    if route is None:
        raise Http404("No route is chosen yet, so there is no timetable.")
    planned = routes.planned(route)
    timetable = PrintedTimetable(
        title=timetables.title(here.workspace),
        authority_name=here.workspace.official_name,
        round_title=here.round_.title,
        deadline_on=here.due.on,
        route=route.name,
        dates=routes.standing_dates(route),
        pack=clocks.pack_of(here.workspace, today),
        computed_on=today,
        planned_on=route.as_of if planned else None,
        past=tuple(one for one in overrides.overrides(here.workspace.pk) if not one.stands),
    )
    return page_of(timetable, planned, polling_days=here.round_.polling_days)


@in_workspace()
def timetable(request: HttpRequest, here: Here) -> HttpResponse:
    """The timetable as a page that prints well."""
    return render(request, "council/timetable.html", {"here": here, "shown": _page(here, timezone.localdate())})


@in_workspace()
def timetable_pdf(request: HttpRequest, here: Here) -> HttpResponse:
    """The timetable as a tagged PDF of one page for an ordinary route."""
    now = timezone.localtime()
    name = f"timetable-{here.workspace.slug}-{here.round_.slug}"
    return pdf_of(_page(here, now.date()), name=name, colour=here.workspace.colour, at=now)
