"""Readings and updates by a table: taken to fill in, brought back, looked through, and taken or not."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from moothall.apps.progress import actions, queries
from moothall.documents.exchange import progress_table
from moothall.documents.reading.document import Unreadable
from moothall.documents.writing import xlsx
from moothall.domain.publications import PublishedPlan
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.web.council import progress_rows, progress_state
from moothall.web.council.access import Here, in_workspace, tell
from moothall.web.council.forms import progress as forms

_LARGEST = progress_table.LIMITS.bytes


def _published(here: Here) -> PublishedPlan:
    shown = progress_state.published(here)
    if shown is None:
        raise Http404("Progress begins when the plan is published.")
    return shown


@in_workspace(Deed.RECORD_READING)
def tables(request: HttpRequest, here: Here) -> HttpResponse:
    """Take the table to fill in, and bring it back."""
    _published(here)
    form = forms.TableForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            if file.size > _LARGEST:
                raise Unreadable("oversized", f"{file.name} is larger than 2 MB. Bring the table alone.")
            row = actions.bring_table(
                workspace=here.workspace, data=file.read(), name=file.name, by=request.user, at=timezone.localtime()
            )
            return redirect("council:progress_table", here.round_.slug, here.workspace.slug, row.pk)
        except Refusal as refusal:
            tell(form, refusal)
        except Unreadable as problem:
            form.add_error("file", problem.sentence)
    context = {"here": here, "form": form, "tables": queries.tables(here.workspace.pk)}
    return render(request, "council/progress_tables.html", context)


@in_workspace(Deed.RECORD_READING)
def template(request: HttpRequest, here: Here, ending: str) -> HttpResponse:
    """The table to fill in, made from the plan's own measures and milestones, with what waits in its first rows."""
    state = progress_state.state(here, as_of=timezone.localdate())
    if state is None or ending not in ("xlsx", "csv"):
        raise Http404("There is no such table.")
    rows = progress_table.rows_to_fill(state.shown.plan, state.waits)
    is_workbook = ending == "xlsx"
    data = progress_table.as_xlsx(rows) if is_workbook else progress_table.as_csv(rows)
    answer = HttpResponse(data, content_type=xlsx.MEDIA if is_workbook else "text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{here.workspace.slug}-progress.{ending}"'
    return answer


@in_workspace(Deed.RECORD_READING)
def table(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """What a table holds, before anything of it is recorded; and taking it."""
    row, shown = queries.table(here.workspace.pk, pk), _published(here)
    if row is None:
        raise Http404("There is no such table.")
    form = forms.TakeForm(request.POST if request.method == "POST" else None)
    context: dict[str, Any] = {"here": here, "table": row, "form": form, "words": progress_rows.STATE_WORDS}
    if request.method == "POST" and form.is_valid():
        try:
            taken = actions.take_table(
                table=row, plan=shown.plan, **form.cleaned_data, by=request.user, at=timezone.localtime()
            )
            messages.success(request, progress_rows.taken_words(taken.taken))
            return redirect("council:progress", here.round_.slug, here.workspace.slug)
        except Refusal as refusal:
            tell(form, refusal)
        except Unreadable as problem:
            form.add_error(None, problem.sentence)
    if row.taken_at is None:
        try:
            context["found"] = actions.read_table(row, plan=shown.plan, today=timezone.localdate())
        except Unreadable as problem:
            context["unreadable"] = problem.sentence
    return render(request, "council/progress_table.html", context)
