"""Scrutiny's recommendations: entered at a step, answered, and reported back."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from moothall.apps.plans import queries as plans
from moothall.apps.routes import queries as routes
from moothall.apps.scrutiny import actions, queries
from moothall.documents.layouts import scrutiny_report
from moothall.documents.writing import docx
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.domain.scrutiny_recommendations import TURNS, State, counts
from moothall.web.council.access import Here, address, in_workspace, tell
from moothall.web.council.forms import scrutiny as forms
from moothall.web.council.views.decisions import WORD

SHAPES = {
    State.WAITING: ("clock", "Waiting for an answer"),
    State.OVERDUE: ("clock", "Overdue"),
    State.ANSWERED: ("tick", "Answered"),
}


def _title(here: Here) -> str:
    draft = plans.draft(here.workspace)
    return draft.title if draft else here.round_.title


@in_workspace()
def scrutiny(request: HttpRequest, here: Here) -> HttpResponse:
    """Every recommendation, its answer or by when one is due, and what it changed."""
    today, found = timezone.localdate(), queries.recommendations(here.workspace)
    context = {
        "here": here,
        "rows": [(one, one.value.state(as_of=today)) for one in found],
        "answer": counts((one.value for one in found), as_of=today),
        "steps": queries.steps(here.workspace),
        "shapes": SHAPES,
        "turns": TURNS,
    }
    return render(request, "council/scrutiny.html", context)


@in_workspace(Deed.RECORD_SCRUTINY)
def recommend(request: HttpRequest, here: Here, step_id: int) -> HttpResponse:
    """Record one recommendation of scrutiny."""
    step = queries.step(here.workspace, step_id)
    if step is None:
        raise Http404("The route has no such step of scrutiny.")
    deciding = next((one.body for one in step.route.steps.all() if one.is_deciding), "")
    form = forms.RecommendForm(request.POST or None, initial={"to_whom": deciding, "made_on": step.meets_on})
    if request.method == "POST" and form.is_valid():
        try:
            actions.recommend(step=step, **form.cleaned_data, by=request.user, at=timezone.localtime())
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, "The recommendation is on record. Enter the next one, or have it answered.")
            return redirect(address(here, "scrutiny"))
    return render(request, "council/recommend.html", {"here": here, "form": form, "step": step})


@in_workspace(Deed.ANSWER_SCRUTINY)
def answer_scrutiny(request: HttpRequest, here: Here, number: int) -> HttpResponse:
    """Record the answer to a recommendation."""
    found: Any = queries.recommendation(here.workspace, number)
    if found is None:
        raise Http404("There is no recommendation of this number.")
    initial = {"by_whom": found.value.to_whom}
    form = forms.RespondForm(
        request.POST or None, initial=initial, decisions=routes.decisions(here.workspace),
        versions=plans.versions(here.workspace),
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        try:
            actions.respond(recommendation=found.row, **form.cleaned_data, by=request.user, at=timezone.localtime())
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, "The answer is on record, and stands in the report to scrutiny.")
            return redirect(address(here, "scrutiny"))
    return render(request, "council/answer_scrutiny.html", {"here": here, "form": form, "found": found})


@in_workspace()
def scrutiny_report_docx(request: HttpRequest, here: Here) -> HttpResponse:
    """The report to scrutiny, as DOCX."""
    now, found = timezone.localtime(), queries.recommendations(here.workspace)
    document = scrutiny_report.compose(
        [one.value for one in found], authority_name=here.workspace.official_name, title=_title(here),
        as_of=now.date(), colour=here.workspace.colour,
    )  # fmt: skip
    answer = HttpResponse(docx.write(document, timestamp=now), content_type=WORD)
    answer["Content-Disposition"] = f'attachment; filename="scrutiny-{here.workspace.slug}.docx"'
    return answer
