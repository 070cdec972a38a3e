"""A route of the planner to take away: its dates for a calendar, and its timetable to print. Nothing is kept.

Everything is worked out from the address, as the planner's own page is.
"""

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from moothall.documents.writing import ics
from moothall.domain.calendar_entries import DatedEntry, entries
from moothall.domain.fingerprints import fingerprint
from moothall.domain.planned_routes import PlannedRoute
from moothall.domain.printed_timetables import PrintedTimetable
from moothall.domain.rule_packs import RulePack
from moothall.domain.standing_dates import standing
from moothall.web.components.timetables import TimetablePage, page_of, pdf_of
from moothall.web.public.views.planner import planner_answer, planner_form

NOT_THE_QUESTION = ("as_of", "route", "format")
"""Parts of an address that do not change which question was asked: the same dates asked of tomorrow stay the same."""


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The route looked at, by whose rules, for what, and the page it stands on."""

    route: PlannedRoute
    slug: str
    pack: RulePack
    timetable: TimetablePage
    page: str


def dates_ics(request: HttpRequest) -> HttpResponse:
    """The dates of the route as a calendar file, with the same names for the same question."""
    chosen = _chosen(request)
    if chosen is None:
        return _back(request)
    now = timezone.localtime()
    made_at = datetime(now.year, now.month, now.day, tzinfo=now.tzinfo)
    timetable = chosen.timetable.timetable
    found = entries(
        timetable.dates,
        title=timetable.title,
        deadline_on=timetable.deadline_on,
        round_title=timetable.round_title,
    )
    mark = _question(request.GET, chosen.slug)
    dated = [DatedEntry(f"{one.key}.{mark}@moothall", one, 0, made_at) for one in found]
    answer = HttpResponse(
        ics.write(dated, name=f"{timetable.round_title}: {chosen.route.name}", address=chosen.page),
        content_type=ics.MEDIA_TYPE,
    )
    answer["Content-Disposition"] = f'attachment; filename="dates-{chosen.slug.lower()}.ics"'
    return answer


def timetable(request: HttpRequest) -> HttpResponse:
    """The timetable of the route as a page that prints well."""
    chosen = _chosen(request)
    if chosen is None:
        return _back(request)
    context = {"shown": chosen.timetable, "asked": request.GET.urlencode(), "section": "planner"}
    return render(request, "public/planner_timetable.html", context)


def timetable_pdf(request: HttpRequest) -> HttpResponse:
    """The timetable of the route as a tagged PDF of one page for an ordinary route."""
    chosen = _chosen(request)
    if chosen is None:
        return _back(request)
    return pdf_of(chosen.timetable, name=f"timetable-{chosen.slug.lower()}", at=timezone.localtime())


def _chosen(request: HttpRequest) -> _Chosen | None:
    form = planner_form(request)
    found = planner_answer(form, request.GET.get("route", "")) if form.is_bound else None
    wanted = request.GET.get("route", "")
    if found is None or found.chosen is None or wanted not in ("", found.chosen.slug):
        return None
    said, planned = form.cleaned_data, found.chosen.route
    round_ = said["round_"]
    title = round_.title if round_ else "A plan of your own"
    shown = PrintedTimetable(
        title=title,
        authority_name=said["council"],
        round_title=title,
        deadline_on=found.asked.deadline_on,
        route=planned.name,
        dates=standing(planned.steps),
        pack=found.asked.pack,
        computed_on=timezone.localdate(),
        planned_on=found.asked.as_of,
    )
    page = page_of(shown, planned, polling_days=round_.polling_days if round_ else ())
    address = request.build_absolute_uri(f"{reverse('public:planner')}?{request.GET.urlencode()}#route")
    return _Chosen(planned, found.chosen.slug, found.asked.pack, page, address)


def _back(request: HttpRequest) -> HttpResponse:
    """To the planner with the same question, where what is wrong with it is said."""
    return redirect(f"{reverse('public:planner')}?{request.GET.urlencode()}")


def _question(query: QueryDict, slug: str) -> str:
    """What stands for the question, the same however its parts are ordered."""
    asked = {name: values for name, values in query.lists() if name not in NOT_THE_QUESTION and any(values)}
    return fingerprint([slug, asked])[:20]
