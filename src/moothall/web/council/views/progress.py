"""Progress: measures and milestones of the published plan, once, in the council's own words."""

from contextlib import suppress
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_date

from moothall.apps.progress import actions, queries
from moothall.domain.plans import Measure
from moothall.domain.progress import Reading, Standing, standings, unread
from moothall.domain.publications import PublishedPlan
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.web.council import progress_rows, progress_state
from moothall.web.council.access import Here, in_workspace, tell
from moothall.web.council.forms import progress as forms
from moothall.web.public import plan_page


def _published(here: Here) -> PublishedPlan:
    shown = progress_state.published(here)
    if shown is None:
        raise Http404("Progress begins when the plan is published.")
    return shown


def _standings(shown: PublishedPlan) -> tuple[Standing, ...]:
    return standings(shown.plan, shown.milestone_updates, as_of=timezone.localdate())


def _back(here: Here) -> HttpResponse:
    return redirect("council:progress", here.round_.slug, here.workspace.slug)


@in_workspace()
def progress(request: HttpRequest, here: Here) -> HttpResponse:
    """What waits for a word, every measure with its readings, and every milestone with its latest word."""
    today = timezone.localdate()
    state = progress_state.state(here, as_of=today)
    context: dict[str, Any] = {"here": here, "shown": state.shown if state else None}
    if state is not None:
        unread_ones = unread(state.shown.plan, state.said)
        context |= {
            "state": state,
            "answer": progress_rows.answer(state.standings, unread_ones, state.waits),
            "waits": [progress_rows.wait_row(one) for one in state.waits],
            "measures": state.measures,
            "milestones": [progress_rows.milestone_row(one) for one in state.standings],
            "line": plan_page.milestones(state.shown),
            "today": today,
        }
    return render(request, "council/progress.html", context)


@in_workspace(Deed.RECORD_READING)
def record_reading(request: HttpRequest, here: Here, measure_key: str) -> HttpResponse:
    """Record one value of a measure, or correct the one recorded for a period (``?period=2024-09-30``)."""
    shown = _published(here)
    measure = next((one for one in shown.plan.measures if one.key == measure_key), None)
    if measure is None:
        raise Http404("The plan has no such measure.")
    told = {one.period_ends_on: one for one in shown.readings.get(measure_key, ())}
    asked = request.GET.get("period", "")
    form = forms.ReadingForm(
        request.POST or None,
        initial=_initial(measure, told, asked) | _given(request) | _asked(here, measure_key, asked),
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.record_reading(
                workspace=here.workspace,
                measure=measure_key,
                **form.cleaned_data,
                by=request.user,
                at=timezone.localtime(),
            )
            messages.success(request, _recorded(measure, form.cleaned_data, told))
            return _back(here)
        except Refusal as refusal:
            tell(form, refusal)
    recorded = queries.recorded_readings(here.workspace.pk, measure_key)
    context = {"here": here, "form": form, "measure": measure, "recorded": recorded}
    return render(request, "council/progress_reading.html", context)


def _given(request: HttpRequest) -> dict[str, Any]:
    """What a value found in a document fills in, for a person to look through before it is recorded."""
    names = {"words": "period", "value": "value", "source": "source"}
    given: dict[str, Any] = {field: request.GET[name] for name, field in names.items() if request.GET.get(name)}
    with suppress(ValueError):
        given["period_ends_on"] = date.fromisoformat(request.GET.get("ended", ""))
    return given


def _asked(here: Here, key: str, asked: str) -> dict[str, Any]:
    """The period that waits for a reading and is asked for by its end."""
    state = progress_state.state(here, as_of=timezone.localdate()) if asked else None
    for one in state.waits if state else ():
        if one.item == key and one.period and one.period.ends_on.isoformat() == asked:
            return {"period": one.period.words, "period_ends_on": one.period.ends_on}
    return {}


def _initial(measure: Measure, told: dict[date, Reading], period: str) -> dict[str, Any]:
    """The measure's own source for a new reading; everything that was told for a period that is to be corrected."""
    try:
        before = told.get(parse_date(period) or date.min)
    except ValueError:  # shaped like a date, and none
        before = None
    if before is None:
        return {"source": measure.source}
    return {
        "period": before.period,
        "period_ends_on": before.period_ends_on,
        "value": f"{before.value:f}",
        "note": before.note,
        "source": before.source,
    }


def _recorded(measure: Measure, said: dict[str, Any], told: dict[date, Reading]) -> str:
    before = told.get(said["period_ends_on"])
    if before is None:
        return f"The reading of {measure.title} is recorded. The public page shows it once it is released."
    return f"The reading of {measure.title}, {before.period}, is corrected. What it was before stays in the record."


@in_workspace(Deed.UPDATE_MILESTONE)
def update_milestone(request: HttpRequest, here: Here, milestone_key: str) -> HttpResponse:
    """Say where a milestone stands."""
    standing = next((one for one in _standings(_published(here)) if one.milestone.key == milestone_key), None)
    if standing is None:
        raise Http404("The plan has no such milestone.")
    state = standing.update.state.value if standing.update else None
    form = forms.MilestoneForm(request.POST or None, initial={"state": state})
    if request.method == "POST" and form.is_valid():
        try:
            actions.update_milestone(
                workspace=here.workspace,
                milestone=milestone_key,
                **form.cleaned_data,
                by=request.user,
                at=timezone.localtime(),
            )
            messages.success(
                request,
                f"The update of {standing.milestone.title} is recorded. The public page shows it once it is released.",
            )
            return _back(here)
        except Refusal as refusal:
            tell(form, refusal)
    recorded = queries.recorded_updates(here.workspace.pk, milestone_key)
    context = {
        "here": here,
        "form": form,
        "standing": standing,
        "row": progress_rows.milestone_row(standing),
        "recorded": recorded,
        "words": {state.value: text for state, text in progress_rows.STATE_WORDS.items()},
    }
    return render(request, "council/progress_milestone.html", context)
