"""The route: choosing it, and what its bodies did."""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from moothall.apps.handoff import queries as handoff
from moothall.apps.meetings import queries as meetings
from moothall.apps.notices import queries as notices
from moothall.apps.overrides import queries as overrides
from moothall.apps.plans import queries as plans
from moothall.apps.reports import queries as reports
from moothall.apps.routes import actions, clocks
from moothall.apps.routes import queries as routes
from moothall.domain.decisions import StepValue
from moothall.domain.meetings import Meeting
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.domain.route_table import OWNERS
from moothall.domain.standing_dates import without_date
from moothall.reference import bank_holidays
from moothall.web.components.planner.answers import Answer, Asked, answer
from moothall.web.components.planner.sources import how_counted, sources
from moothall.web.council.access import Here, address, in_workspace, tell
from moothall.web.council.forms import routes as forms
from moothall.web.council.views import recounts
from moothall.web.council.walk_rows import walk_page


def _back(here: Here) -> HttpResponse:
    return redirect("council:route", here.round_.slug, here.workspace.slug)


def _step(here: Here, step_id: int) -> Any:
    step = routes.step(here.workspace, step_id)
    if step is None:
        raise Http404("The route has no such step.")
    return step


@in_workspace()
def route(request: HttpRequest, here: Here) -> HttpResponse:
    """The chosen route with everything its bodies did, or the way to choose one."""
    chosen, report = routes.route(here.workspace), reports.report(here.workspace)
    decision = routes.deciding_decision(here.workspace)
    dates, put = routes.standing_dates(chosen), overrides.overrides(here.workspace.pk)
    closes = next(
        (one for one in dates if decision and one.key.startswith("call_in") and one.step.body == decision.step.body),
        None,
    )
    context = {
        "here": here,
        "route": chosen,
        "agenda_links": handoff.links(here.workspace),
        "notices_line": notices.line(here.workspace, as_of=timezone.localdate()),
        "dates": dates,
        "closes": closes if decision and decision.call_in else None,
        "past_overrides": [one for one in put if not one.stands],
        "lost_overrides": without_date(dates, put),
        "planned": routes.planned(chosen) if chosen else None,
        "decision": decision,
        "limbs": routes.limbs(decision) if decision else (),
        "in_force_on": routes.in_force_on(decision) if decision else None,
        "is_endorsed": bool(decision and routes.is_endorsed(decision)),
        "pack": clocks.pack_of(here.workspace, timezone.localdate()),
        "today": timezone.localdate(),
        "walk": walk_page(here, chosen, reports.value(report) if report else None, timezone.localtime()),
        "owners": OWNERS,
        **recounts.waiting(here, chosen, decision),
    }
    return render(request, "council/route.html", context)


def _asked(form: forms.RouteForm, here: Here) -> Asked:
    return Asked(
        as_of=form.cleaned_data["as_of"],
        deadline_on=here.due.on,
        meetings=form.meetings,
        pack=clocks.pack_of(here.workspace, form.cleaned_data["as_of"]),
        key=form.cleaned_data["key"],
        callable_=True,
        constraints=form.constraints,
    )


def _route_form(here: Here, said: QueryDict | None, initial: dict[str, Any] | None = None) -> forms.RouteForm:
    """The planner's form, with the council's own meetings to choose from where it keeps any."""

    def ours(first: date, last: date) -> tuple[Meeting, ...]:
        return meetings.ahead(here.workspace, first, last)

    deadline_on = here.due.on
    kept = len(ours(_count_from(here), deadline_on + forms.AFTERWARDS))
    return forms.RouteForm(said, initial=initial, deadline_on=deadline_on, ours=ours, kept=kept)


def _suggested(here: Here) -> str:
    """The meeting of the covering report, where one is drafted, as a person would write it."""
    report = reports.report(here.workspace)
    value = reports.value(report) if report else None
    if value is None or not value.body or value.meeting_on is None:
        return ""
    return f"{value.body} {value.meeting_on.day} {value.meeting_on:%B %Y}"


@in_workspace(Deed.CHOOSE_ROUTE)
def plan_route(request: HttpRequest, here: Here) -> HttpResponse:
    """Every route that can still make the deadline, from the meetings the council has, as the public planner shows."""
    is_asked = "meetings_text" in request.GET
    initial = {"as_of": _count_from(here), "meetings_text": _suggested(here), "key": "unsure"}
    form = _route_form(here, request.GET if is_asked else None, initial=initial)
    found = _answer(form, here, request.GET) if is_asked and form.is_valid() else None
    if found and request.GET.get("format") == "json":
        lines = [json.dumps(each.as_plain(), ensure_ascii=False) + "\n" for each in found.all_routes]
        return HttpResponse("".join(lines), content_type="application/x-ndjson; charset=utf-8")
    pack = clocks.pack_of(here.workspace, timezone.localdate())
    context = {"here": here, "form": form, "answer": found, "pack": pack}
    if found:
        context |= {
            "address": _kept(request.GET).urlencode(),
            "asked": list(_kept(request.GET).items()),
            "how_counted": how_counted(found.asked),
            "sources": sources(found.chosen.route) if found.chosen else (),
            "polling_days": here.round_.polling_days,
        }
    return render(request, "council/plan_route.html", context)


def _answer(form: forms.RouteForm, here: Here, query: QueryDict) -> Answer | None:
    asked, chosen = _asked(form, here), query.get("route", "")
    try:
        return answer(asked, holidays=bank_holidays.england(), chosen=chosen, show_all="all" in query)
    except Refusal as refusal:
        tell(form, refusal)
        return None


def _kept(query: QueryDict) -> QueryDict:
    """What was asked, without which route is looked at."""
    kept = query.copy()
    for name in ("route", "format", "all"):
        kept.pop(name, None)
    return kept


def _count_from(here: Here) -> date:
    """Today; for a round that is over, the day of its letter, as its councils counted."""
    today = timezone.localdate()
    return today if here.due.on >= today else here.round_.letter_on


@require_POST
@in_workspace(Deed.CHOOSE_ROUTE)
def choose_route(request: HttpRequest, here: Here) -> HttpResponse:
    """Take one of the planned routes. It is planned anew from the same words, so that nothing typed is trusted."""
    form = _route_form(here, request.POST)
    again = redirect(f"{address(here, 'plan_route')}?{_kept_of(request.POST)}")
    if not form.is_valid():
        return again
    try:
        found = answer(_asked(form, here), holidays=bank_holidays.england(), chosen=request.POST.get("route", ""))
        if found.chosen is None or found.chosen.slug != request.POST.get("route"):
            raise Refusal("That route is no longer among those found.", next_step="Look at the routes again.")
        wanted = found.chosen.route
        actions.choose_route(
            workspace=here.workspace,
            code=wanted.route,
            name=wanted.name,
            as_of=wanted.as_of,
            planned=wanted,
            steps=_of_our_kind(wanted.parts, form.meetings),
            by=request.user,
            at=timezone.localtime(),
        )
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return again
    messages.success(request, f"The route is chosen: {wanted.name}.")
    return _back(here)


def _of_our_kind(steps: Iterable[StepValue], known: Iterable[Meeting]) -> list[StepValue]:
    """The bodies of a route, each of the kind it was said to be where its name alone would mislead."""
    kinds = {(one.body, one.on): one.kind for one in known}
    return [replace(step, kind=kinds.get((step.body, step.meets_on or date.min), step.kind)) for step in steps]


def _kept_of(posted: QueryDict) -> str:
    """The words of the form as part of an address, so that nothing typed is lost."""
    kept = posted.copy()
    kept.pop("csrfmiddlewaretoken", None)
    return kept.urlencode()


@in_workspace(Deed.RECORD_MEETING)
def record_meeting(request: HttpRequest, here: Here, step_id: int) -> HttpResponse:
    """Record that a body met."""
    step = _step(here, step_id)
    form = forms.MeetingForm(request.POST or None, initial={"met_on": step.meets_on})
    if request.method == "POST" and form.is_valid():
        try:
            actions.record_meeting(step=step, **form.cleaned_data, by=request.user, at=timezone.localtime())
            return redirect("council:record_decision", here.round_.slug, here.workspace.slug, step.pk)
        except Refusal as refusal:
            tell(form, refusal)
    return render(request, "council/record_meeting.html", {"here": here, "step": step, "form": form})


def _first_limbs(here: Here) -> list[dict[str, str]]:
    """The limbs officers recommended, to start from; members may have resolved otherwise."""
    report = reports.report(here.workspace)
    value = reports.value(report) if report else None
    limbs = [limb for one in (value.recommendations if value else ()) if not one.alternative_to for limb in one.limbs]
    return [
        {
            "verb": limb.verb.value,
            "object": limb.object,
            "condition": limb.condition,
            "delegates": "; ".join(limb.delegates),
        }
        for limb in limbs[: forms.LIMBS]
    ]


@in_workspace(Deed.RECORD_DECISION)
def record_decision(request: HttpRequest, here: Here, step_id: int) -> HttpResponse:
    """Record what a body resolved, limb by limb."""
    step, versions = _step(here, step_id), plans.versions(here.workspace)
    initial = {"decided_on": step.meets_on, "version": str(versions[0].number) if versions else ""}
    form = forms.DecisionForm(request.POST or None, initial=initial, versions=versions)
    rows = _first_limbs(here)
    rows += [{} for _ in range(forms.LIMBS - len(rows))]
    limbs = forms.LimbFormSet(request.POST or None, initial=rows, prefix="limbs")
    if request.method == "POST" and form.is_valid() and limbs.is_valid():
        data = form.cleaned_data
        try:
            actions.record_decision(
                step=step,
                limbs=[limb for one in limbs if (limb := one.limb())],
                plan_version=data.pop("version"),
                **data,
                by=request.user,
                at=timezone.localtime(),
            )
            messages.success(request, f"What {step.body} resolved is on record. Publish it to start the call-in clock.")
            return _back(here)
        except Refusal as refusal:
            tell(form, refusal)
    return render(request, "council/record_decision.html", {"here": here, "step": step, "form": form, "limbs": limbs})


@in_workspace(Deed.PUBLISH_DECISION)
def publish_decision(request: HttpRequest, here: Here, step_id: int) -> HttpResponse:
    """Publish the decision, which starts the call-in clock."""
    step, now = _step(here, step_id), timezone.localtime()
    decision = routes.decision_at(step)
    if decision is None:
        raise Http404("Nothing is decided at this step yet.")
    initial = {"published_on": now.date(), "published_time": now.strftime("%H:%M")}
    form = forms.PublishDecisionForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            actions.publish_decision(
                decision=decision, published_at=form.published_at, by=request.user, at=timezone.localtime()
            )
            messages.success(request, "The decision is published. Every day of the call-in is counted below.")
            return _back(here)
        except Refusal as refusal:
            tell(form, refusal)
    return render(request, "council/publish_decision.html", {"here": here, "step": step, "form": form})
