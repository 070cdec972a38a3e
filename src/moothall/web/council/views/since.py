"""What changed since I last read the plan or the report, and saying that I have read it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from moothall.apps.plans import queries as plans
from moothall.apps.reports import queries as reports
from moothall.apps.writing import reading
from moothall.domain.parts import PLAN, REPORT
from moothall.web.council import since_shown
from moothall.web.council.access import Here, address, in_workspace

EARLIER = 5
_NAMES = {PLAN: "the plan", REPORT: "the covering report"}


@in_workspace()
def since(request: HttpRequest, here: Here, whole: str) -> HttpResponse:
    """Every change of words since the person looking last said that they have read it, or since an earlier time."""
    _begun(here, whole)
    person: Any = request.user
    marks = reading.marks(here.workspace, whole, person)
    mark = next((one for one in marks if str(one.pk) == request.GET.get("from")), marks[0] if marks else None)
    found = since_shown.shown(here, whole, mark.entry if mark else None)
    context = {
        "here": here, "whole": whole, "name": _NAMES[whole], "last_read": mark, "found": found,
        "earlier": [one for one in marks[: EARLIER + 1] if one is not mark][:EARLIER],
        "counted": sum(one.count for one in found.sections),
    }  # fmt: skip
    return render(request, "council/since.html", context)


@require_POST
@in_workspace()
def read(request: HttpRequest, here: Here, whole: str) -> HttpResponse:
    """Say that one has read it, up to the last line that the page showed."""
    _begun(here, whole)
    entry = request.POST.get("upto", "")
    if not entry.isdecimal():
        raise Http404("The page did not say what was shown.")
    reading.mark_read(workspace=here.workspace, whole=whole, entry=int(entry), by=request.user, at=timezone.localtime())
    messages.success(request, f"You have read {_NAMES[whole]}. From now on you are shown what changes.")
    return redirect(address(here, "since", whole))


def _begun(here: Here, whole: str) -> None:
    """Raise Http404 where there is nothing to read."""
    begun = {PLAN: plans.draft, REPORT: reports.report}.get(whole)
    if begun is None or begun(here.workspace) is None:
        raise Http404("There is nothing to read yet.")
