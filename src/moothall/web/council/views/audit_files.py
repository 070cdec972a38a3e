"""A file of everything about a plan: asking for one, how far it is, and taking it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from moothall.apps.audit_files import actions, queries
from moothall.domain.audit_files import KEPT_DAYS, Purpose
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.web.council.access import Here, address, in_workspace, tell
from moothall.web.council.forms.audit_files import AuditFileForm


@never_cache
@in_workspace(Deed.MAKE_AUDIT_FILE)
def audit_files(request: HttpRequest, here: Here) -> HttpResponse:
    """Ask for a file, and every file that was asked for before."""
    form = AuditFileForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            actions.ask_for_audit_file(
                workspace=here.workspace, purpose=Purpose(said["purpose"]), why=said["why"], by=request.user,
                at=timezone.localtime(),
            )  # fmt: skip
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, "The file is asked for. It is made in a minute or two, and listed here.")
            return redirect(address(here, "audit_files"))
    context = {
        "here": here,
        "form": form,
        "made": queries.audit_files(here.workspace),
        "purposes": list(Purpose),
        "kept_days": KEPT_DAYS,
    }
    return render(request, "council/audit_files.html", context)


@never_cache
@in_workspace(Deed.MAKE_AUDIT_FILE)
def take(request: HttpRequest, here: Here, number: int) -> HttpResponseBase:
    """The bytes of a file. One with Part 2 in it is only for those who may read Part 2."""
    row = queries.audit_file(here.workspace, number)
    if row is None:
        raise Http404("There is no file of this number.")
    if row.has_part_2 and not here.may(Deed.READ_EXEMPT):
        raise PermissionDenied("This file has a folder for Part 2, which you may not read. Ask for one of your own.")
    try:
        source = queries.opened(row)
    except Refusal as refusal:
        raise Http404(str(refusal)) from refusal
    name = f"{here.workspace.slug}-{here.round_.slug}-audit-file-{row.number}.zip"
    answer = FileResponse(source, as_attachment=True, filename=name, content_type="application/zip")
    answer["Cache-Control"] = "private, no-store"
    return answer
