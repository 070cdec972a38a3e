"""Freezing words for consolidation, thawing them, and what is frozen."""

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from moothall.apps.freezes import actions
from moothall.apps.freezes import queries as freezes
from moothall.apps.plans import queries as plans
from moothall.apps.reports import queries as reports
from moothall.domain.parts import PLAN, REPORT, part
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed, check_may
from moothall.web.council import parts_shown
from moothall.web.council.access import Here, address, in_workspace, tell
from moothall.web.council.forms.freezes import FreezeForm


@in_workspace()
def frozen(request: HttpRequest, here: Here) -> HttpResponse:
    """What is frozen, by whom, until when and why; for the policy officer the form that freezes more."""
    offered = list(_offered(here))
    form = FreezeForm(request.POST or None, parts=offered)
    if request.method == "POST":
        try:
            check_may(Deed.FREEZE_WORDS, here.roles)
        except Refusal as refusal:
            raise PermissionDenied(str(refusal)) from refusal
        if form.is_valid() and _froze(request, here, form, dict(offered)):
            return redirect(address(here, "frozen"))
    found = freezes.holding(here.workspace.pk, as_of=timezone.localdate())
    rows = [(one, parts_shown.where(here, one.part)) for one in found]
    return render(request, "council/frozen.html", {"here": here, "form": form, "rows": rows, "can": bool(offered)})


def _offered(here: Here) -> Iterator[tuple[str, str]]:
    """(key, title) of each part that can be frozen: the wholes first, then section by section."""
    draft, report = plans.draft(here.workspace), reports.report(here.workspace)
    wholes = [one for one, begun in ((PLAN, draft), (REPORT, report)) if begun is not None]
    for whole in wholes:
        yield whole, parts_shown.WHOLES[whole]
    for whole in wholes:
        before = "Plan" if whole == PLAN else "Report"
        for name, title in parts_shown.titles(here, draft, whole).items():
            yield part(whole, name), f"{before}: {title}"


def _froze(request: HttpRequest, here: Here, form: Any, titles: dict[str, str]) -> bool:
    said = form.cleaned_data
    title = titles[said["part"]].removeprefix("Plan: ").removeprefix("Report: ")
    try:
        actions.freeze(workspace=here.workspace, **said, title=title, by=request.user, at=timezone.localtime())
    except Refusal as refusal:
        tell(form, refusal)
        return False
    messages.success(request, f"“{title}” is frozen. You write on; others read, comment and keep their words.")
    return True


@require_POST
@in_workspace(Deed.FREEZE_WORDS)
def thaw(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """Let everybody save again."""
    row = freezes.freeze(here.workspace.pk, pk)
    if row is None:
        raise Http404("Nothing of this number is frozen here.")
    try:
        actions.thaw(freeze=row, by=request.user, at=timezone.localtime())
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, f"“{row.title}” is thawed. Everybody who may write it can save again.")
    return redirect(address(here, "frozen"))
