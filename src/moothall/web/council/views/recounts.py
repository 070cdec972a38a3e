"""New dates of the chosen route, waiting to be accepted, and a published call-in put right."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from moothall.apps.routes import actions, recounts
from moothall.apps.routes import queries as routes
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.web.council.access import Here, address, in_workspace, tell
from moothall.web.council.forms.meetings import ReasonForm


def waiting(here: Here, route: Any, decision: Any) -> dict[str, Any]:
    """What the route's page shows of dates that would now be others: the recount, and the published call-in."""
    found = recounts.recounted(route, as_of=timezone.localdate())
    call_in = recounts.call_in_today(decision)
    is_changed = found is not None and found.is_changed
    return {
        "recount": found if is_changed else None,
        "seen": recounts.seen(found) if found and is_changed else "",
        "tables": found.tables if found and not is_changed else (),
        "call_in_today": call_in,
        "published_call_in": recounts.published_call_in(decision),
        "corrections": list(decision.corrections.all()) if decision else [],
    }


@require_POST
@in_workspace(Deed.ADOPT_DATES)
def adopt_dates(request: HttpRequest, here: Here) -> HttpResponse:
    """Accept the new dates of the route."""
    row = routes.route(here.workspace)
    if row is None:
        raise Http404("No route is chosen.")
    try:
        actions.adopt_dates(route=row, seen=request.POST.get("seen", ""), by=request.user, at=timezone.localtime())
        messages.success(request, "The new dates are accepted. The record keeps the old ones beside them.")
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect(address(here, "route"))


@in_workspace(Deed.CORRECT_CALL_IN)
def correct_call_in(request: HttpRequest, here: Here, step_id: int) -> HttpResponse:
    """Put a published call-in right by today's rules and holidays, with the reason."""
    step = routes.step(here.workspace, step_id)
    decision = routes.decision_at(step) if step else None
    found = recounts.call_in_today(decision)
    if decision is None or found is None or not found.differs:
        raise Http404("There is no published call-in here that would be counted otherwise.")
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.correct_call_in(decision=decision, **form.cleaned_data, by=request.user, at=timezone.localtime())
            messages.success(request, "The call-in is corrected. What was published stays on record.")
            return redirect(address(here, "route"))
        except Refusal as refusal:
            tell(form, refusal)
    context = {"here": here, "decision": decision, "found": found, "form": form}
    return render(request, "council/correct_call_in.html", context)
