"""The council's own Word template of the covering report: brought in, tried, adopted, and set aside again."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.text import slugify
from django.views.decorators.http import require_POST

from moothall.apps.reports import actions, own_reports
from moothall.apps.reports import queries as reports
from moothall.documents.own_templates import checking, coverage, sample, shown
from moothall.documents.own_templates.names import IMPLICATION, NAMES, ROWS
from moothall.documents.reading.document import Unreadable
from moothall.documents.writing import html
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.reference import house_templates
from moothall.web.council.access import Here, address, in_workspace
from moothall.web.council.forms.report_fields import FIELDS
from moothall.web.council.forms.report_files import TemplateForm


def _report(here: Here) -> Any:
    row = reports.report(here.workspace)
    if row is None:
        raise Http404("Nobody has begun the report.")
    return row


def _version(here: Here, number: int) -> tuple[Any, Any]:
    row = _report(here)
    version = reports.own_template(row, number)
    if version is None:
        raise Http404("The template has no such version.")
    return row, version


@in_workspace()
def templates(request: HttpRequest, here: Here) -> HttpResponse:
    """Every version of the own template, which one is in use, and the way to bring another."""
    row = _report(here)
    form = TemplateForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        if not here.may(Deed.WRITE_REPORT):
            raise PermissionDenied("Only a policy officer or a report author brings a template in. Ask one.")
        try:
            kept = _brought(request, row, form.cleaned_data["file"])
            messages.success(request, f"{kept.name} is kept as version {kept.number}. It is not in use yet.")
            return redirect(address(here, "report_template_version", kept.number))
        except Unreadable as fault:
            form.add_error("file", fault.sentence)
        except Refusal as refusal:
            form.add_error("file", str(refusal))
    context = {"here": here, "form": form, "report": row, "versions": reports.own_templates(row)}
    return render(request, "council/report_templates.html", context | {"house": _house(row)})


def _house(row: Any) -> Any:
    return house_templates.by_id(row.house_template)


def _brought(request: HttpRequest, row: Any, file: Any) -> Any:
    data = file.read()
    return actions.bring_template(
        report=row,
        name=file.name,
        data=data,
        found=checking.check(data, file.name),
        by=request.user,
        at=timezone.localtime(),
    )


@in_workspace()
def version(request: HttpRequest, here: Here, version_number: int) -> HttpResponse:
    """One version: what is wrong with it, what it leaves out, and the workspace's own report filled into it."""
    row, one = _version(here, version_number)
    value, found = reports.value(row), reports.found_in(one)
    context: dict[str, Any] = {"here": here, "report": row, "version": one, "found": found, "not_filled": ""}
    context["missing"] = coverage.missing(found, _house(row))
    context["left_out"] = [_called(name) for name in coverage.left_out(found, value)]
    try:
        filled = own_reports.word(row, template=one, at=timezone.localtime())
        context["text"] = mark_safe(html.write(shown.shown(filled, title=""), level=2, head=False).decode())  # noqa: S308  (the writer escapes)
    except (Refusal, Unreadable) as fault:
        context["not_filled"] = str(fault)
    return render(request, "council/report_template_version.html", context)


def _called(name: str) -> str:
    if name.endswith(IMPLICATION):
        return f"{name.removesuffix(IMPLICATION).replace('_', ' ').capitalize()} implications"
    return FIELDS[name].label if name in FIELDS else name.replace("_", " ").capitalize()


@in_workspace()
def version_file(request: HttpRequest, here: Here, version_number: int, what: str) -> HttpResponse:
    """A version as it came, or filled with the report on trial."""
    row, one = _version(here, version_number)
    if what not in ("original", "trial"):
        raise Http404("A template comes as original or trial.")
    try:
        is_trial = what == "trial"
        data = own_reports.word(row, template=one, at=timezone.localtime()) if is_trial else reports.template_bytes(one)
    except (Refusal, Unreadable) as fault:
        messages.error(request, str(fault))
        return redirect(address(here, "report_template_version", version_number))
    return _word(data, f"{one.name.rpartition('.')[0]} {'' if what == 'original' else what}")


@in_workspace()
def begin_from(request: HttpRequest, here: Here) -> HttpResponse:
    """The house order as a Word file with every name in its place, to make one's own of."""
    house = _house(_report(here))
    return _word(sample.write(house), f"template {house.name}")


def _word(data: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(data, content_type=actions.WORD)
    answer["Content-Disposition"] = f'attachment; filename="{slugify(name)[:80] or "template"}.docx"'
    return answer


@in_workspace()
def names(request: HttpRequest, here: Here) -> HttpResponse:
    """Every name a template may use, and what each stands for."""
    return render(request, "council/report_template_names.html", {"here": here, "names": NAMES, "rows": ROWS})


@require_POST
@in_workspace(Deed.WRITE_REPORT)
def choose(request: HttpRequest, here: Here) -> HttpResponse:
    """Use a version for the report's Word file, or the house order again."""
    number = request.POST.get("number", "")
    try:
        actions.choose_own_template(
            report=_report(here),
            number=int(number) if number.isascii() and number.isdigit() else None,
            by=request.user,
            at=timezone.localtime(),
        )
        what = f"version {number} of your own template" if number else "the house order"
        messages.success(request, f"The report’s Word file is set in {what} from now on.")
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect(address(here, "report_templates"))
