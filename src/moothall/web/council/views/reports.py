"""Making the covering report in the council's own house template."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.text import slugify
from django.views.decorators.http import require_POST

from moothall.apps.comments import queries as comments
from moothall.apps.freezes import queries as freezes
from moothall.apps.handoff import queries as handoff
from moothall.apps.reports import actions, own_reports
from moothall.apps.reports import queries as reports
from moothall.apps.safety import queries as safety
from moothall.documents.layouts import committee_report
from moothall.documents.reading.document import Unreadable
from moothall.documents.writing import docx, html, pdf
from moothall.documents.writing.document import Document
from moothall.domain import drafting
from moothall.domain.parts import REPORT
from moothall.domain.placed_remarks import Whole
from moothall.domain.refusals import Refusal
from moothall.domain.reports import have_alternatives, promised
from moothall.domain.roles import Deed
from moothall.reference import house_templates
from moothall.web.council import report_parts, report_state
from moothall.web.council.access import Here, in_workspace
from moothall.web.council.comment_rows import in_words
from moothall.web.council.forms import reports as forms


def _report(here: Here) -> Any:
    row = reports.report(here.workspace)
    if row is None:
        raise Http404("Nobody has begun the report.")
    return row


def _composed(here: Here, row: Any) -> Document:
    template = house_templates.by_id(row.house_template)
    return committee_report.compose(reports.value(row), template, colour=here.workspace.colour)


@in_workspace()
def report(request: HttpRequest, here: Here) -> HttpResponse:
    """The report at a glance: what each slot of the house template holds, what is missing, and the files."""
    row, templates = reports.report(here.workspace), house_templates.all_templates()
    context: dict[str, Any] = {"here": here, "report": row, "templates": templates}
    context["labels"] = {name: kind.label for name, kind in forms.FIELDS.items()}
    if row is None:
        context["own"] = drafting.nearest((), templates, official_name=here.workspace.official_name).id
    else:
        template, value = house_templates.by_id(row.house_template), reports.value(row)
        parts = report_parts.parts(row, value, template)
        cut_off = report_state.cut_off(here, value)
        today = timezone.localdate()
        context |= {
            "to_mend": report_state.to_mend(value, template),
            "cut_off": cut_off,
            "days_left": (cut_off[1].step.on - today).days if cut_off else None,
            "promised": promised(value),
            "kept_until": report_state.kept_until(value, is_executive=report_state.is_executive(here, value.body)),
            "asks_taken": have_alternatives(value) and report_state.is_held(value, today),
            "has_alternatives": have_alternatives(value),
            "remarks": safety.open_remarks(here.workspace, here.round_, Whole.REPORT, as_of=today),
            "comments_said": in_words(*comments.open_counts(here.workspace, "report")),
            "frozen": freezes.of_whole(here.workspace.pk, REPORT, as_of=today),
            "template": template,
            "agenda_links": handoff.links(here.workspace),
            "value": value,
            "parts": parts,
            "lacking": [part for part in parts if part.lacks],
            "left_out": [
                forms.FIELDS[name].label for name in committee_report.left_out(value, template) if name in forms.FIELDS
            ],
        }
    return render(request, "council/report.html", context)


@require_POST
@in_workspace(Deed.WRITE_REPORT)
def begin(request: HttpRequest, here: Here) -> HttpResponse:
    """Begin the report in a house template."""
    return _with_template(
        request,
        here,
        lambda chosen: actions.begin_report(
            workspace=here.workspace, house_template=chosen, by=request.user, at=timezone.localtime()
        ),
    )


@require_POST
@in_workspace(Deed.WRITE_REPORT)
def choose_template(request: HttpRequest, here: Here) -> HttpResponse:
    """Set the same words in another house template."""
    row = _report(here)
    return _with_template(
        request,
        here,
        lambda chosen: actions.choose_house_template(
            report=row, house_template=chosen, by=request.user, at=timezone.localtime()
        ),
    )


def _with_template(request: HttpRequest, here: Here, deed: Callable[[str], Any]) -> HttpResponse:
    chosen = request.POST.get("house_template", "")
    if chosen in {one.id for one in house_templates.all_templates()}:
        deed(chosen)
    else:
        messages.error(request, "Choose one of the house templates.")
    return redirect("council:report", here.round_.slug, here.workspace.slug)


@require_POST
@in_workspace(Deed.RECORD_DECISION)
def taken(request: HttpRequest, here: Here) -> HttpResponse:
    """Record which of the recommendations members took."""
    row = _report(here)
    try:
        actions.record_taken(
            report=row, numbers=tuple(request.POST.getlist("taken")), by=request.user, at=timezone.localtime()
        )
        messages.success(request, "What members took is recorded.")
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect("council:report", here.round_.slug, here.workspace.slug)


@in_workspace()
def preview(request: HttpRequest, here: Here) -> HttpResponse:
    """The report as it stands, on a page."""
    row = _report(here)
    text = html.write(_composed(here, row)).decode()
    return render(request, "council/report_preview.html", {"here": here, "text": mark_safe(text)})  # noqa: S308  (the writer escapes)


_KINDS = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "html": "text/html; charset=utf-8",
}


@in_workspace()
def download(request: HttpRequest, here: Here, kind: str) -> HttpResponse:
    """The report as a file: DOCX (in the council's own template where one is in use), tagged PDF or HTML."""
    row, now = _report(here), timezone.localtime()
    document = _composed(here, row)
    is_own = row.own_template is not None and request.GET.get("set") != "house"
    writers: dict[str, Callable[[], bytes]] = {
        "docx": lambda: own_reports.word(row, at=now) if is_own else docx.write(document, timestamp=now),
        "pdf": lambda: pdf.write(document, timestamp=now),
        "html": lambda: html.write(document, standalone=True),
    }
    if kind not in writers:
        raise Http404("The report comes as docx, pdf or html.")
    try:
        data = writers[kind]()
    except (pdf.NotWritten, Unreadable, Refusal) as fault:
        messages.error(request, str(fault))
        return redirect("council:report", here.round_.slug, here.workspace.slug)
    answer = HttpResponse(data, content_type=_KINDS[kind])
    name = slugify(document.title) or "report"
    answer["Content-Disposition"] = f'{"inline" if kind == "html" else "attachment"}; filename="{name}.{kind}"'
    if kind == "html":
        answer._csp_replace = {"style-src": ["'unsafe-inline'"]}  # type: ignore[attr-defined]  # a file with its own print style
    return answer
