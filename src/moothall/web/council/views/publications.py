"""Publishing the plan, and the receipts of what was sent."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from moothall.apps.panel.tasks import index_publications
from moothall.apps.plans import queries as plans
from moothall.apps.publications import actions
from moothall.apps.publications import queries as publications
from moothall.apps.returns import queries as returns
from moothall.apps.routes import queries as routes
from moothall.apps.safety import queries as safety
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.web.council import decision_rows, return_rows
from moothall.web.council.access import Here, in_workspace, tell
from moothall.web.council.forms import publications as forms


def _back(here: Here) -> HttpResponse:
    return redirect("council:publication", here.round_.slug, here.workspace.slug)


@in_workspace()
def publication(request: HttpRequest, here: Here) -> HttpResponse:
    """What is published and sent, and whether it is one text."""
    decision = routes.deciding_decision(here.workspace)
    context = {
        "here": here,
        "return_shapes": return_rows.SHAPES,
        "shown": publications.published(here.workspace.slug, here.workspace.round_slug),
        "decision": decision,
        "in_force_on": routes.in_force_on(decision) if decision else None,
        "returns": returns.standings(here.workspace, as_of=timezone.localdate()),
        "to_see_to": returns.pages_to_see_to(here.workspace),
        "versions": plans.versions(here.workspace),
        "remarks": safety.open_remarks(here.workspace, here.round_, as_of=timezone.localdate()),
        "today": timezone.localdate(),
        **decision_rows.one_line(here),
    }
    return render(request, "council/publication.html", context)


@in_workspace(Deed.PUBLISH_PLAN)
def publish(request: HttpRequest, here: Here) -> HttpResponse:
    """Publish a version: page, PDF and data at once, or nothing."""
    decision = routes.deciding_decision(here.workspace)
    resolved = decision.plan_version if decision else None
    form = forms.PublishForm(request.POST or None, versions=plans.versions(here.workspace), resolved=resolved)
    if request.method == "POST" and form.is_valid():
        try:
            actions.publish_plan(
                workspace=here.workspace,
                round_=here.round_,
                **form.cleaned_data,
                by=request.user,
                at=timezone.localtime(),
            )
            index_publications.enqueue()
            messages.success(request, "The plan is published. Its address never changes.")
            return _back(here)
        except Refusal as refusal:
            tell(form, refusal)
    context = {"here": here, "form": form, "title": "Publish the plan", "button": "Publish"}
    context["lede"] = "The page, the PDF with the plan’s data inside and the data file appear together."
    return render(request, "council/publication_form.html", context)


@in_workspace(Deed.PUBLISH_PLAN)
def withdraw(request: HttpRequest, here: Here) -> HttpResponse:
    """Withdraw what is published. Its address keeps answering."""
    latest = publications.latest(here.workspace.pk)
    if latest is None or latest.withdrawn_at:
        raise Http404("Nothing is published that could be withdrawn.")
    form = forms.WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.withdraw(publication=latest, **form.cleaned_data, by=request.user, at=timezone.localtime())
            index_publications.enqueue()
            messages.success(request, "The plan is withdrawn. Its address says when and why.")
            return _back(here)
        except Refusal as refusal:
            tell(form, refusal)
    context = {"here": here, "form": form, "title": "Withdraw the plan", "button": "Withdraw"}
    context["lede"] = "The address stays, and says when and why the plan was withdrawn."
    return render(request, "council/publication_form.html", context)


@in_workspace()
def receipt_pdf(request: HttpRequest, here: Here, number: str) -> HttpResponse:
    """The receipt as a PDF to print or file."""
    sent = returns.receipt(number)
    if sent is None or sent.workspace_id != here.workspace.pk:
        raise Http404("There is no such receipt here.")
    answer = HttpResponse(returns.receipt_pdf(sent), content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="receipt-{number}.pdf"'
    return answer
