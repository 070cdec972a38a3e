"""Progress: measures and milestones of the published plan, once, in the council's own words."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from moothall.apps.progress import actions
from moothall.apps.publications import queries as publications
from moothall.domain.plans import Commitment, Measure, Milestone, Plan
from moothall.domain.progress import lateness
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.web.council.access import Here, in_workspace, tell
from moothall.web.council.forms import progress as forms


def _shown(here: Here) -> Any:
    return publications.published(here.workspace.slug, here.workspace.round_slug)


def _plan(here: Here) -> Plan:
    shown = _shown(here)
    if shown is None:
        raise Http404("Progress begins when the plan is published.")
    plan: Plan = shown.plan
    return plan


def _back(here: Here) -> HttpResponse:
    return redirect("council:progress", here.round_.slug, here.workspace.slug)


def steps_of(shown: Any, today: Any) -> list[dict[str, Any]]:
    """Each milestone with its commitment, its latest word and how late it is in words."""
    rows = []
    for commitment in shown.plan.commitments:
        for milestone in commitment.milestones:
            word = shown.milestone_updates.get(milestone.key)
            rows.append(
                {
                    "commitment": commitment,
                    "milestone": milestone,
                    "word": word,
                    "late": lateness(milestone.due_on, word.done_on) if word and word.done_on else "",
                    "is_overdue": milestone.due_on < today and not (word and word.state.value in ("done", "stopped")),
                }
            )
    return rows


@in_workspace()
def progress(request: HttpRequest, here: Here) -> HttpResponse:
    """Every measure with its readings, and every milestone with its latest word."""
    shown = _shown(here)
    context = {
        "here": here,
        "shown": shown,
        "steps": steps_of(shown, timezone.localdate()) if shown else [],
        "words": {state.value: text for state, text in forms.STATE_WORDS.items()},
    }
    return render(request, "council/progress.html", context)


@in_workspace(Deed.RECORD_READING)
def record_reading(request: HttpRequest, here: Here, key: str) -> HttpResponse:
    """Record one value of a measure."""
    measure: Measure | None = next((one for one in _plan(here).measures if one.key == key), None)
    if measure is None:
        raise Http404("The plan has no such measure.")
    form = forms.ReadingForm(request.POST or None, initial={"source": measure.source})
    if request.method == "POST" and form.is_valid():
        try:
            actions.record_reading(
                workspace=here.workspace, measure=key, **form.cleaned_data, by=request.user, at=timezone.localtime()
            )
            messages.success(request, f"The reading of {measure.title.lower()} is on the public page.")
            return _back(here)
        except Refusal as refusal:
            tell(form, refusal)
    context = {"here": here, "form": form, "title": measure.title, "lede": f"Measured in: {measure.unit}."}
    return render(request, "council/progress_form.html", context | {"button": "Record the reading"})


@in_workspace(Deed.UPDATE_MILESTONE)
def update_milestone(request: HttpRequest, here: Here, key: str) -> HttpResponse:
    """Say where a milestone stands."""
    pairs: list[tuple[Commitment, Milestone]] = [
        (one, step) for one in _plan(here).commitments for step in one.milestones if step.key == key
    ]
    if not pairs:
        raise Http404("The plan has no such milestone.")
    commitment, milestone = pairs[0]
    form = forms.MilestoneForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.update_milestone(
                workspace=here.workspace, milestone=key, **form.cleaned_data, by=request.user, at=timezone.localtime()
            )
            messages.success(request, f"The update of {milestone.title.lower()} is on the public page.")
            return _back(here)
        except Refusal as refusal:
            tell(form, refusal)
    due = f"{milestone.due_on.day} {milestone.due_on:%B %Y}"
    context = {"here": here, "form": form, "title": milestone.title, "lede": f"{commitment.title}. Due {due}."}
    return render(request, "council/progress_form.html", context | {"button": "Save the update"})
