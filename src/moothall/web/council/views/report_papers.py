"""The background papers of the covering report and their public copies: an address, or a file kept here."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.http import require_POST

from moothall.apps.files import queries as files
from moothall.apps.reports import actions
from moothall.apps.reports import queries as reports
from moothall.documents.reading import gate
from moothall.documents.reading.document import Unreadable
from moothall.documents.reading.limits import DEFAULT
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.web.council import report_state
from moothall.web.council.access import Here, address, in_workspace
from moothall.web.council.forms.report_files import PaperForm


@dataclass(frozen=True, slots=True)
class Paper:
    """One background paper with the address of its public copy and the file kept for it, where there are."""

    title: str
    address: str
    copy: Any


def _report(here: Here) -> Any:
    row = reports.report(here.workspace)
    if row is None:
        raise Http404("Nobody has begun the report.")
    return row


@in_workspace()
def papers(request: HttpRequest, here: Here) -> HttpResponse:
    """Each background paper with its public copy, until when it stays open to inspection, and the way to add one."""
    row = _report(here)
    value = reports.value(row)
    listed = [one.strip() for one in value.background_papers if one.strip()]
    form = PaperForm(request.POST or None, request.FILES or None, papers=listed)
    if request.method == "POST" and form.is_valid():
        if not here.may(Deed.WRITE_REPORT):
            raise PermissionDenied("Only a policy officer or a report author keeps papers. Ask one.")
        try:
            kept = _kept(request, row, form)
            messages.success(request, f"{kept.name} is kept as the public copy of “{kept.paper}”.")
            return redirect(address(here, "report_papers"))
        except Unreadable as fault:
            form.add_error("file", fault.sentence)
        except Refusal as refusal:
            form.add_error("paper", str(refusal))
    addresses = {paper.strip(): where.strip() for paper, where in value.background_copies}
    copies = {one.paper: one for one in reports.paper_copies(row)}
    context = {"here": here, "form": form, "value": value}
    context["papers"] = [Paper(one, addresses.get(one, ""), copies.pop(one, None)) for one in listed]
    context["unlisted"] = list(copies.values())
    context["kept_until"] = report_state.kept_until(value, is_executive=report_state.is_executive(here, value.body))
    return render(request, "council/report_papers.html", context)


def _kept(request: HttpRequest, row: Any, form: PaperForm) -> Any:
    file = form.cleaned_data["file"]
    data = file.read()
    admitted = gate.examine(data, file.name, DEFAULT)
    if admitted.fetches:
        raise Unreadable(
            "external",
            f"{file.name} fetches something from elsewhere when it is opened ({admitted.fetches[0][:80]}). "
            "Take the linked picture or template out, or export it as a PDF, and bring that copy.",
        )
    return actions.keep_paper_copy(
        report=row,
        paper=form.cleaned_data["paper"],
        name=file.name,
        data=data,
        media_type=admitted.media.key,
        by=request.user,
        at=timezone.localtime(),
    )


def _copy(here: Here, copy_id: int) -> Any:
    found = reports.paper_copy(_report(here), copy_id)
    if found is None:
        raise Http404("There is no such copy.")
    return found


@in_workspace()
def paper_file(request: HttpRequest, here: Here, copy_id: int) -> HttpResponse:
    """The public copy of one background paper, to take away."""
    copy = _copy(here, copy_id)
    try:
        answer = HttpResponse(files.content(copy.file), content_type="application/octet-stream")
    except Refusal as refusal:
        raise Http404(str(refusal)) from refusal
    stem, _, ending = copy.name.rpartition(".")
    answer["Content-Disposition"] = f'attachment; filename="{slugify(stem) or "paper"}.{slugify(ending) or "bin"}"'
    return answer


@require_POST
@in_workspace(Deed.WRITE_REPORT)
def take_back(request: HttpRequest, here: Here, copy_id: int) -> HttpResponse:
    """Take a copy back that was kept by mistake."""
    copy = _copy(here, copy_id)
    try:
        actions.take_paper_copy_back(copy=copy, by=request.user, at=timezone.localtime())
        messages.success(request, f"{copy.name} is taken back.")
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect(address(here, "report_papers"))
