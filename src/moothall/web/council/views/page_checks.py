"""Whether the published pages still stand: every look at them, looking now, and the settings of what follows."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from moothall.apps.publications import queries as publications
from moothall.apps.returns import actions, looking, queries
from moothall.apps.returns.tasks import look_at_pages
from moothall.domain.page_checks import Found
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.web.council.access import Here, address, in_workspace, tell
from moothall.web.council.forms.returns import SettingsForm


@in_workspace()
def page_checks(request: HttpRequest, here: Here) -> HttpResponse:
    """Every look at the pages, newest first; which pages are looked at, and after how many days silence is noted."""
    kept = queries.setting(here.workspace)
    initial = {"page_address": kept.page_address, "acknowledgement_days": kept.acknowledgement_days}
    form = SettingsForm(request.POST or None, initial=initial)
    if request.method == "POST":
        if not here.may(Deed.RECORD_SENDING):
            raise PermissionDenied("Only a policy officer, democratic services or the chief executive change this.")
        if form.is_valid() and _kept(request, here, form):
            return redirect(address(here, "page_checks"))
    rows = queries.page_checks(here.workspace)
    context = {
        "here": here,
        "form": form,
        "kept": kept,
        "rows": [(row, Found(row.found)) for row in rows],
        "last": _last(rows),
        "is_published": publications.latest(here.workspace.pk) is not None,
        "may_look_outside": settings.MOOTHALL.may_look_outside,
        "every": looking.EVERY.days,
    }
    return render(request, "council/page_checks.html", context)


def _kept(request: HttpRequest, here: Here, form: SettingsForm) -> bool:
    try:
        actions.keep_return_settings(
            workspace=here.workspace, **form.cleaned_data, by=request.user, at=timezone.localtime()
        )
    except Refusal as refusal:
        tell(form, refusal)
        return False
    messages.success(request, "The settings are kept.")
    return True


def _last(rows: list[Any]) -> list[tuple[Any, Found]]:
    """The last look at each page."""
    found: dict[str, Any] = {}
    for row in rows:
        found.setdefault(row.page, row)
    return [(row, Found(row.found)) for row in found.values()]


@require_POST
@in_workspace(Deed.RECORD_SENDING)
def look(request: HttpRequest, here: Here) -> HttpResponse:
    """Have the worker look at the pages now."""
    look_at_pages.enqueue(here.workspace.pk)
    messages.success(request, "The worker looks at the pages now. Load this page again in a moment.")
    return redirect(address(here, "page_checks"))
