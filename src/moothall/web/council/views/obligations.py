"""What the plan answers beside its own round: further rounds and subjects, each met and sent for itself."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from moothall.apps.obligations import actions, queries
from moothall.apps.publications import queries as publications
from moothall.apps.rounds import queries as rounds
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.domain.rounds import RequirementKind
from moothall.web.council.access import Here, address, in_workspace, tell
from moothall.web.council.forms import obligations as forms


@in_workspace()
def obligations(request: HttpRequest, here: Here) -> HttpResponse:
    """Everything this plan answers, how far, and the form to take on more."""
    held = queries.parts(here.workspace)
    form = forms.TakeOnForm(request.POST or None, rounds=rounds.rounds())
    if request.method == "POST" and form.is_valid():
        try:
            row = actions.take_on(workspace=here.workspace, **form.cleaned_data, **_who(request))
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, f"The plan answers {queries.value(row).label} as well.")
            return redirect(address(here, "obligation", row.number))
    context = {
        "here": here,
        "form": form,
        "rows": [queries.standing(row, held) for row in queries.obligations(here.workspace)],
        "remarks": queries.remarks(here.workspace),
    }
    return render(request, "council/obligations.html", context)


@in_workspace()
def obligation(request: HttpRequest, here: Here, number: int) -> HttpResponse:
    """One obligation: where each question is answered, each requirement for itself, its resolution and its receipts."""
    row = _row(here, number)
    context = {
        "here": here,
        "one": queries.standing(row),
        "limb": queries.own_limb(row),
        "published": publications.latest(here.workspace.pk),
    }
    return render(request, "council/obligation.html", context)


@in_workspace(Deed.LINK_OBLIGATION)
def where(request: HttpRequest, here: Here, number: int, question_id: str) -> HttpResponse:
    """Say where the plan answers a question of the obligation, or how it meets a requirement."""
    row = _row(here, number)
    one = queries.standing(row)
    asked = next((each for each in one.questions if each.question.id == question_id), None)
    required = next((each for each in one.requirements if each.requirement.id == question_id), None)
    if asked is None and required is None:
        raise Http404("The round does not ask that.")
    said = {"part": asked.part if asked else "", "words": (asked or required).words}  # type: ignore[union-attr]
    form = forms.WhereForm(
        request.POST or None,
        parts=queries.parts(here.workspace),
        is_requirement=asked is None,
        initial=said,
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.say_where(obligation=row, asked=question_id, **form.cleaned_data, **_who(request))
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, f"{question_id} is noted.")
            return redirect(address(here, "obligation", number) + f"#{question_id}")
    context = {
        "here": here,
        "one": one,
        "form": form,
        "title": asked.question.title if asked else required.requirement.text,  # type: ignore[union-attr]
        "text": asked.question.text if asked else "",
        "button": "Save",
    }
    return render(request, "council/obligation_form.html", context)


@in_workspace(Deed.SUBMIT_RETURN)
def send(request: HttpRequest, here: Here, number: int) -> HttpResponse:
    """Certify the published plan for the obligation and record it as sent, under a receipt of its own."""
    row = _row(here, number)
    one, limb = queries.standing(row), queries.own_limb(row)
    form = forms.SendForm(request.POST or None, limb=limb, initial={"words": _certificate(one)})
    if request.method == "POST" and form.is_valid():
        try:
            sent = actions.send_for(obligation=row, **form.cleaned_data, **_who(request))
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, f"The return is on record under receipt {sent.number}.")
            return redirect(address(here, "obligation", number))
    text = f"It rests on this limb of the decision: {limb}." if limb else ""
    context = {"here": here, "one": one, "form": form, "title": f"Certify and send for {one.value.label}",
               "text": text, "button": "Certify and record as sent"}  # fmt: skip
    return render(request, "council/obligation_form.html", context)


@in_workspace(Deed.LINK_OBLIGATION)
def end(request: HttpRequest, here: Here, number: int) -> HttpResponse:
    """Let the plan answer the obligation no longer, with a reason."""
    row = _row(here, number)
    form = forms.EndForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.end(obligation=row, **form.cleaned_data, **_who(request))
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, "The plan answers it no longer. What was said and sent stays.")
            return redirect(address(here, "obligations"))
    context = {"here": here, "one": queries.standing(row), "form": form, "title": "End this obligation",
               "text": "Places, words and receipts are kept and stay readable.", "button": "End it"}  # fmt: skip
    return render(request, "council/obligation_form.html", context)


def _row(here: Here, number: int) -> Any:
    row = queries.obligation(here.workspace, number)
    if row is None:
        raise Http404("The plan has no such obligation.")
    return row


def _who(request: HttpRequest) -> dict[str, Any]:
    return {"by": request.user, "at": timezone.localtime()}


def _certificate(one: queries.Standing) -> str:
    """Words to start from: that it is the plan for this obligation, and what certificate the round asks for."""
    asked = " ".join(each.text for each in one.value.round.required(RequirementKind.CERTIFICATE))
    return f"I certify that this is the plan for {one.value.label}. {asked}".strip()
