"""Before the public sees it: what the checks point out in plan, report and files, and settling it."""

from itertools import groupby

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from moothall.apps.safety import actions, queries
from moothall.domain.placed_remarks import PlacedRemark, Whole
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.web.council.access import Here, address, in_workspace, tell
from moothall.web.council.forms import safety as forms
from moothall.web.council.safety_rows import SafetyRow, row

_HEADINGS = {Whole.PLAN: "In the plan", Whole.REPORT: "In the covering report", Whole.FILE: "In the files"}


@in_workspace()
def safety(request: HttpRequest, here: Here) -> HttpResponse:
    """Every open remark with its place and what to do next, hints apart, and what was settled and why."""
    found = queries.looked(here.workspace, here.round_, as_of=timezone.localdate())
    context = {
        "here": here,
        "looked": found,
        "parts": _parts(here, [one for one in found.open if not one.is_hint]),
        "hints": [row(here, one) for one in found.open if one.is_hint],
        "settled": [(row(here, one), kept) for one, kept in found.settled],
        "count": sum(not one.is_hint for one in found.open),
    }
    return render(request, "council/safety.html", context)


def _parts(here: Here, remarks: list[PlacedRemark]) -> list[tuple[str, list[SafetyRow]]]:
    """The rows under the plan, the report and the files, in this order."""
    order = list(_HEADINGS)
    remarks = sorted(remarks, key=lambda one: order.index(one.whole))
    return [
        (_HEADINGS[whole], [row(here, one) for one in some]) for whole, some in groupby(remarks, lambda one: one.whole)
    ]


@in_workspace(Deed.SETTLE_REMARK)
def settle(request: HttpRequest, here: Here, key: str) -> HttpResponse:
    """Let the words of one remark stand, for a reason."""
    remark = queries.looked(here.workspace, here.round_, as_of=timezone.localdate()).remark(key)
    if remark is None:
        raise Http404("There is no open remark of this name. The words may have changed.")
    form = forms.SettleForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.settle_remark(
                workspace=here.workspace,
                remark=remark,
                **form.cleaned_data,
                by=request.user,
                at=timezone.localtime(),
            )
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, "The remark is settled. It comes back if the words change.")
            return redirect(address(here, "safety"))
    return render(request, "council/settle_remark.html", {"here": here, "form": form, "row": row(here, remark)})


@require_POST
@in_workspace(Deed.SETTLE_REMARK)
def take_back(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """Open a settled remark again."""
    kept = queries.settled(here.workspace, pk)
    if kept is None:
        raise Http404("There is no settled remark of this number here.")
    actions.take_back_settled(settled=kept, by=request.user, at=timezone.localtime())
    messages.success(request, "The remark is open again.")
    return redirect(address(here, "safety"))
