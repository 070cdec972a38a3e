"""Starting the plan from a file of it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from moothall.apps.plans import actions
from moothall.apps.plans import queries as plans
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.web.council.access import Here, in_workspace, tell
from moothall.web.council.forms.plan_files import PlanFileForm


@in_workspace(Deed.WRITE_PLAN)
def start_from_file(request: HttpRequest, here: Here) -> HttpResponse:
    """The form, and the plan begun with all that the file says."""
    form = PlanFileForm(request.POST, request.FILES) if request.method == "POST" else PlanFileForm()
    if request.method == "POST" and form.is_valid():
        try:
            brought = form.cleaned_data["file"]
            actions.start_from_file(
                workspace=here.workspace, round_=here.round_, **brought, by=request.user, at=timezone.localtime()
            )
            messages.success(request, f"The plan is begun with what {brought['name']} says.")
            return redirect("council:plan", here.round_.slug, here.workspace.slug)
        except Refusal as refusal:
            tell(form, refusal)
    context = {"here": here, "form": form, "draft": plans.draft(here.workspace)}
    return render(request, "council/plan_file.html", context)
