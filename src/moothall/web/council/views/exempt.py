"""Part 2 of the covering report: read, written and taken away only by those who may."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from moothall.apps.freezes import queries as freezes
from moothall.apps.reports import queries as reports
from moothall.apps.writing import field_keeping, field_saving, fields
from moothall.apps.writing.fields import PART_2
from moothall.documents.layouts import exempt_part
from moothall.documents.writing import docx, pdf
from moothall.domain.parts import REPORT
from moothall.domain.parts import part as key_of
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.web.council import fields_met, kept_fields
from moothall.web.council.access import Here, address, in_workspace, tell
from moothall.web.council.forms.exempt import ExemptForm, standing
from moothall.web.council.views.report_fields import ask, history, kept

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
    if request.method == "POST":
        if not here.may(Deed.WRITE_EXEMPT):
            raise PermissionDenied("You may read Part 2 and not write it. Ask the report author.")
        return _saved(request, here, row)
    part, stands = reports.exempt_part(row), reports.exempt_text(row)
    taken, keeps = kept_fields.context(request, row, PART_2)
    form, revision = ExemptForm(initial=standing(part)), stands.revision if stands else 0
    if taken is not None:
        revision, typed = taken.revision, kept_fields.typed(taken)
        form.initial = {name: box.widget.value_from_datadict(typed, {}, name) for name, box in form.fields.items()}
    return _shown(request, here, row, form, revision, keeps)


def _shown(
    request: HttpRequest, here: Here, row: Any, form: ExemptForm, revision: int, more: dict[str, Any]
) -> HttpResponse:
    frozen = freezes.of_part(here.workspace.pk, key_of(REPORT, PART_2), as_of=timezone.localdate())
    context = {"here": here, "form": form, "part": reports.exempt_part(row), "revision": revision}
    context["frozen"] = [frozen] if frozen else []
    return render(request, "council/report_part_2.html", context | more)


def _saved(request: HttpRequest, here: Here, row: Any) -> HttpResponse:
    typed = QueryDict(request.POST["typed"]) if "typed" in request.POST else request.POST
    revision = _number(request.POST.get("revision", ""), fields.stands(row, PART_2).revision)
    form = ExemptForm(typed)
    keeps: dict[str, Any] = {"sitting": request.POST.get("sitting", ""), "others": []}
    try:
        if not form.is_valid():
            kept_fields.keep(request, row, PART_2, at=timezone.localtime(), data=typed)
            return _shown(request, here, row, form, revision, keeps)
        part, over = form.part(), revision
        if "theirs" in request.POST:
            theirs = fields.at_revision(row, PART_2, _number(request.POST["theirs"], -1))
            if theirs is None:
                raise Http404("Part 2 never had this revision.")
            made = field_saving.met_exempt(row, part, revision=revision, theirs=theirs)
            found = fields_met.chosen(made, request.POST.dict())
            if found is None:
                unchosen = field_saving.FieldsMeet(made, theirs, revision=revision)
                return ask(request, here, PART_2, typed, unchosen, "Choose what stays in every place.")
            (part,), over = found, theirs.revision
            if "look" in request.POST:
                return _shown(request, here, row, ExemptForm(initial=standing(part)), over, keeps)
        saved = field_saving.save_exempt(
            report=row, part=part, revision=over, sitting=keeps["sitting"], by=request.user, at=timezone.localtime()
        )
    except field_saving.FieldsMeet as meeting:
        kept_fields.keep(request, row, PART_2, at=timezone.localtime(), data=typed)
        if over != revision:  # a third person saved while one chose: both texts are put beside each other anew
            again = field_saving.met_exempt(row, form.part(), revision=revision, theirs=meeting.theirs)
            meeting = field_saving.FieldsMeet(again, meeting.theirs, revision=revision)
        return ask(request, here, PART_2, typed, meeting)
    except Refusal as refusal:
        kept_fields.keep(request, row, PART_2, at=timezone.localtime(), data=typed)
        tell(form, refusal)
        return _shown(request, here, row, form, revision, keeps)
    also = f" What {saved.beside.by_name} saved meanwhile stands beside it." if saved.beside else ""
    messages.success(request, f"Part 2 is saved. Nothing of it is in the open report.{also}")
    return redirect(address(here, "report_part_2"))


def _number(text: str, otherwise: int) -> int:
    return int(text) if text.isdecimal() else otherwise


@never_cache
@require_POST
@in_workspace(Deed.WRITE_EXEMPT)
def part_2_keep(request: HttpRequest, here: Here) -> HttpResponse:
    """Keep what was typed of Part 2 without saving it, for its writer alone."""
    return kept(request, here, _report(here), PART_2)


@require_POST
@in_workspace(Deed.WRITE_EXEMPT)
def part_2_let_go(request: HttpRequest, here: Here) -> HttpResponse:
    """Forget kept words of Part 2 that the person wants no longer."""
    sitting = request.POST.get("sitting", "")
    field_keeping.let_go(report=_report(here), section=PART_2, sitting=sitting, by=request.user)
    messages.success(request, "The kept words are let go.")
    return redirect(address(here, "report_part_2"))


@never_cache
@in_workspace(Deed.READ_EXEMPT)
def part_2_history(request: HttpRequest, here: Here) -> HttpResponse:
    """Every revision of Part 2, and any two of them beside each other, for those who may read it."""
    return history(request, here, _report(here), PART_2)


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
