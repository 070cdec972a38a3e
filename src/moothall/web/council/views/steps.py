"""What is done at a step of the route besides meeting and deciding."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from moothall.apps.plans import queries as plans
from moothall.apps.routes import actions_at_steps as actions
from moothall.apps.routes import finishing, walking
from moothall.apps.routes import queries as routes
from moothall.domain.finishing import Finished
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.domain.route_table import Event
from moothall.domain.step_records import KINDS
from moothall.web.council.access import Here, in_workspace, tell
from moothall.web.council.forms import steps as forms


def _step(here: Here, step_id: int) -> Any:
    step = routes.step(here.workspace, step_id)
    if step is None:
        raise Http404("The route has no such step.")
    return step


def _done(request: HttpRequest, here: Here, form: Form, do: Callable[[], Any], told: str, **shown: Any) -> HttpResponse:
    """Do the deed where the form holds and lead back to the route; else show the form with what is wrong."""
    if request.method == "POST" and form.is_valid():
        try:
            do()
            messages.success(request, told)
            return redirect("council:route", here.round_.slug, here.workspace.slug)
        except Refusal as refusal:
            tell(form, refusal)
    return render(request, "council/step_deed.html", {"here": here, "form": form, **shown})


@in_workspace(Deed.RECORD_AT_STEP)
def record_at_step(request: HttpRequest, here: Here, step_id: int, happened: str) -> HttpResponse:
    """Record a signature, a consent, what somebody wrote, advice or a report at a step."""
    step = _step(here, step_id)
    kind = next((one for one in KINDS if one.event.value == happened), None)
    if kind is None:
        raise Http404("Nothing of this kind is recorded at a step.")
    questions = [(question.id, question.title) for _, question in here.round_.questions()]
    form = forms.RecordForm(request.POST or None, kind=kind, questions=questions)

    def do() -> None:
        actions.record_at_step(step=step, event=kind.event, **form.said, by=request.user, at=timezone.localtime())

    lede = "The words of this are not public." if not kind.is_public else ""
    return _done(
        request, here, form, do, "It is on record.", over=step.body, title=kind.title, lede=lede, button="Record it"
    )


@in_workspace(Deed.RECORD_AT_STEP)
def take_back_record(request: HttpRequest, here: Here, step_id: int, record_id: int) -> HttpResponse:
    """Take an entry back, with the reason."""
    step = _step(here, step_id)
    record = next((one for one in walking.standing_records(step) if one.pk == record_id), None)
    if record is None:
        raise Http404("There is no such entry at this step.")
    form = forms.TakeBackForm(request.POST or None)

    def do() -> None:
        actions.take_back_record(record=record, **form.cleaned_data, by=request.user, at=timezone.localtime())

    lede = f"{Event(record.event).label}{f', {record.who}' if record.who else ''}. The entry stays in the record."
    return _done(
        request, here, form, do, "The entry is taken back.", over=step.body, title="Take an entry back", lede=lede,
        button="Take it back",
    )  # fmt: skip


@in_workspace(Deed.FINISH_TEXT)
def finish_text(request: HttpRequest, here: Here, step_id: int) -> HttpResponse:
    """Record a text finished under a delegation."""
    step = _step(here, step_id)
    left = finishing.left(step)
    form = forms.FinishForm(
        request.POST or None, versions=plans.versions(here.workspace), left=left, initial={"within": ""}
    )

    def do() -> None:
        data = dict(form.cleaned_data)
        version, (limb, delegate) = data.pop("version"), data.pop("limb")
        actions.finish_text(
            step=step, version=version, decision=limb.decision, limb=limb.delegation.number,
            said=Finished(delegate=delegate, **data), by=request.user, at=timezone.localtime(),
        )  # fmt: skip

    lede = (
        "A version may be finished only by whom members named, and only within what they left."
        if left
        else "No decision on this route leaves anything to anybody yet. Record it with the limb that delegates."
    )
    return _done(
        request, here, form, do, "The finished text is on record.", over=step.body, title="Finish the text", lede=lede,
        button="Record it as finished", is_open=bool(left),
    )  # fmt: skip


@in_workspace(Deed.RECORD_AT_STEP)
def report_back(request: HttpRequest, here: Here, finishing_id: int) -> HttpResponse:
    """Record that a finished text was reported back to members."""
    found = finishing.finishing(here.workspace, finishing_id)
    if found is None:
        raise Http404("There is no such finished text.")
    form = forms.ReportBackForm(request.POST or None)

    def do() -> None:
        actions.report_back(finished=found, **form.cleaned_data, by=request.user, at=timezone.localtime())

    return _done(
        request, here, form, do, "That it was reported back is on record.", over=found.step.body,
        title=f"Version {found.version.number} was reported back",
        lede=f"Finished by {found.finished_by} as {found.delegate}.", button="Record it",
    )  # fmt: skip


@in_workspace(Deed.CHOOSE_ROUTE)
def put_again(request: HttpRequest, here: Here, step_id: int) -> HttpResponse:
    """Put the plan to a body again that did not agree to it."""
    step = _step(here, step_id)
    form = forms.AgainForm(request.POST or None)

    def do() -> None:
        actions.put_again(step=step, **form.cleaned_data, by=request.user, at=timezone.localtime())

    return _done(
        request, here, form, do, f"{step.body} is asked again.", over=step.body, title="Put the plan to it again",
        lede="A further step stands after the first, which keeps what was resolved there.", button="Add the step",
    )  # fmt: skip
