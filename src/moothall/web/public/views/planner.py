"""The planner: every lawful route to a deadline, for anyone. Nothing that is entered is kept."""

import json
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone

from moothall.domain.refusals import Refusal
from moothall.domain.timetable import Key
from moothall.reference import bank_holidays
from moothall.web.components.planner.answers import Answer, Asked, answer
from moothall.web.components.planner.sources import how_counted, sources
from moothall.web.public import councils
from moothall.web.public.forms.planner import RouteForm
from moothall.web.public.rounds import known_rounds

JSON_LINES = "application/x-ndjson; charset=utf-8"


def planner(request: HttpRequest) -> HttpResponse:
    """The form, and under it the routes for what the address asks."""
    form = planner_form(request)
    found = planner_answer(form, request.GET.get("route", ""), show_all="all" in request.GET) if form.is_bound else None
    if request.GET.get("format") == "json":
        return _json_lines(form, found)
    context = {"form": form, "councils": councils.on(_day(form)), "answer": found, "section": "planner"}
    if found:
        context |= _beside(form, found, request.GET)
    return render(request, "public/planner.html", context)


def planner_form(request: HttpRequest) -> RouteForm:
    """The form as the address fills it in, or empty where the address asks nothing."""
    asked = {name for name in request.GET if name in RouteForm.base_fields}
    return RouteForm(request.GET if asked else None, today=timezone.localdate(), rounds=known_rounds())


def planner_answer(form: RouteForm, chosen: str, *, show_all: bool = False) -> Answer | None:
    """The routes for what the form asks, one of them looked at; None where they cannot be, with why in the form."""
    if not form.can_be_answered:
        return None
    said = form.cleaned_data
    try:
        asked = Asked(
            as_of=said["as_of"],
            deadline_on=said["deadline"],
            meetings=said["found"],
            pack=form.pack(),
            key=Key(said["key"]),
            callable_=said["callable"] != "no",
            constraints=form.constraints,
        )
        return answer(asked, holidays=bank_holidays.england(), chosen=chosen, show_all=show_all)
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return None


def _beside(form: RouteForm, found: Answer, query: QueryDict) -> dict[str, Any]:
    """What stands beside the routes: sources, how it was counted, and the addresses that keep everything entered."""
    round_ = form.cleaned_data["round_"]
    kept = query.copy()
    for name in ("route", "format", "all"):
        kept.pop(name, None)
    return {
        "address": kept.urlencode(),
        "how_counted": how_counted(found.asked),
        "sources": sources(found.chosen.route) if found.chosen else (),
        "council_remark": councils.remark_on(form.cleaned_data["council"], found.asked.as_of),
        "polling_days": round_.polling_days if round_ else (),
    }


def _json_lines(form: RouteForm, found: Answer | None) -> HttpResponse:
    """The same lines as `moothall plan-route --json`; 400 where something asked could not be read."""
    lines = [each.as_plain() for each in found.all_routes] if found else []
    wrong = [{"error": sentence} for errors in form.errors.values() for sentence in errors]
    body = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in (*lines, *wrong))
    return HttpResponse(body, content_type=JSON_LINES, status=400 if wrong or not form.is_bound else 200)


def _day(form: RouteForm) -> Any:
    """The day on which the councils of the list exist."""
    if form.is_bound and form.cleaned_data.get("as_of"):
        return form.cleaned_data["as_of"]
    return form.today
