"""Part 2 of the covering report: read, written and taken away only by those who may."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from moothall.apps.plans.actions import WordsMoved
from moothall.apps.reports import actions
from moothall.apps.reports import queries as reports
from moothall.documents.layouts import exempt_part
from moothall.documents.writing import docx, pdf
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.web.council.access import Here, in_workspace, tell
from moothall.web.council.forms.exempt import ExemptForm, standing

_KINDS = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}


def _report(here: Here) -> Any:
    row = reports.report(here.workspace)
    if row is None:
        raise Http404("Nobody has begun the report.")
    return row


@never_cache
@in_workspace(Deed.READ_EXEMPT)
def part_2(request: HttpRequest, here: Here) -> HttpResponse:
    """Read Part 2 and, for those who may, write it."""
    row = _report(here)
    kept, part = reports.exempt_text(row), reports.exempt_part(row)
    revision = kept.revision if kept else 0
    form = ExemptForm(request.POST or None, initial=standing(part))
    theirs: Any = None
    if request.method == "POST":
        if not here.may(Deed.WRITE_EXEMPT):
            raise PermissionDenied("You may read Part 2 and not write it. Ask the report author.")
        if form.is_valid():
            try:
                seen = request.POST.get("revision", "")
                actions.write_exempt(
                    report=row,
                    part=form.part(),
                    revision=int(seen) if seen.isdigit() else revision,
                    by=request.user,
                    at=timezone.localtime(),
                )
                messages.success(request, "Part 2 is saved. Nothing of it is in the open report.")
                return redirect("council:report_part_2", here.round_.slug, here.workspace.slug)
            except WordsMoved as moved:
                theirs = part
                tell(form, moved)
            except Refusal as refusal:
                tell(form, refusal)
    context = {"here": here, "form": form, "part": part, "revision": revision, "theirs": theirs}
    return render(request, "council/report_part_2.html", context)


@never_cache
@in_workspace(Deed.READ_EXEMPT)
def part_2_file(request: HttpRequest, here: Here, kind: str) -> HttpResponse:
    """Part 2 as a file of its own, DOCX or tagged PDF."""
    row, now = _report(here), timezone.localtime()
    part = reports.exempt_part(row)
    if part is None or kind not in _KINDS:
        raise Http404("There is no such file of Part 2.")
    document = exempt_part.compose(part, reports.value(row), colour=here.workspace.colour)
    data = docx.write(document, timestamp=now) if kind == "docx" else pdf.write(document, timestamp=now)
    answer = HttpResponse(data, content_type=_KINDS[kind])
    answer["Content-Disposition"] = f'attachment; filename="{exempt_part.FILE_NAME}.{kind}"'
    return answer
