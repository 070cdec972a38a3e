"""What the round's requirements are shown by, and a person's judgement where something is not evident."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from moothall.apps.decision_records import actions, queries
from moothall.apps.routes import queries as routes
from moothall.domain.decision_records import in_plain_words
from moothall.domain.refusals import Refusal
from moothall.domain.requirement_reports import Answer, Asks, line
from moothall.domain.roles import Deed
from moothall.web.council import decision_rows
from moothall.web.council.access import Here, address, in_workspace, tell
from moothall.web.council.forms import decisions as forms


@in_workspace()
def requirements(request: HttpRequest, here: Here) -> HttpResponse:
    """Each requirement with what shows it: which decision, which limb, which page."""
    found = decision_rows.requirements(here)
    context = {
        "here": here,
        "found": found,
        "line": line(found),
        "shapes": decision_rows.SHAPES,
        "past": queries.past_judgements(here.workspace),
    }
    return render(request, "council/requirements.html", context)


@in_workspace(Deed.JUDGE_REQUIREMENT)
def judge_requirement(request: HttpRequest, here: Here, requirement_id: str) -> HttpResponse:
    """Judge that a limb was meant as the endorsement, or the oversight, that the round asks for."""
    part = _part(here, requirement_id)
    limbs = _limbs(here)
    form = forms.JudgeForm(request.POST or None, limbs=[(key, words) for key, words, _ in limbs])
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data["limb"]
        decision = next(one for key, _, one in limbs if key == chosen)
        try:
            actions.judge(
                workspace=here.workspace, round_=here.round_, requirement=requirement_id, asks=part.asks,
                decision=decision, limb=int(chosen.partition("-")[2]), reason=form.cleaned_data["reason"],
                by=request.user, at=timezone.localtime(),
            )  # fmt: skip
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, "Your judgement is kept with your name, and shown wherever it is used.")
            return redirect(address(here, "requirements"))
    wanted = next(one for one in here.round_.requirements if one.id == requirement_id)
    context = {"here": here, "form": form, "part": part, "requirement": wanted}
    return render(request, "council/judge_requirement.html", context)


def _part(here: Here, requirement_id: str) -> Any:
    """What of a requirement may be judged now: not evident, and not judged yet."""
    parts = (
        part
        for one in decision_rows.requirements(here)
        if one.requirement.id == requirement_id
        for part in one.parts
        if part.answer is Answer.NOT_EVIDENT and part.judged is None and part.asks in (Asks.OVERSIGHT, Asks.ENDORSEMENT)
    )
    found = next(parts, None)
    if found is None:
        raise Http404("There is nothing to judge here.")
    return found


def _limbs(here: Here) -> list[tuple[str, str, Any]]:
    """Every limb of every decision to choose from, as a key, its words, and the decision."""
    return [
        (f"{one.pk}-{place}", f"{one.step.body}, limb ({chr(ord('a') + place)}): {in_plain_words((limb,))}", one)
        for one in routes.decisions(here.workspace)
        for place, limb in enumerate(routes.limbs(one))
    ]


@in_workspace(Deed.JUDGE_REQUIREMENT)
def take_back_judgement(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """Take a judgement back, with the reason."""
    row = queries.judgement(here.workspace, pk)
    if row is None:
        raise Http404("No such judgement stands.")
    form = forms.TakeBackForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.take_back_judgement(judgement=row, **form.cleaned_data, by=request.user, at=timezone.localtime())
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, "It is taken back, and stays on record.")
            return redirect(address(here, "requirements"))
    judged = next(one for one in queries.judged(here.workspace) if one.key == row.pk)
    return render(request, "council/take_back_judgement.html", {"here": here, "form": form, "judged": judged})
