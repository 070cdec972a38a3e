"""How it is going, as a section for the performance report members have: shown, and taken as DOCX, HTML or CSV."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from markupsafe import Markup

from moothall.documents.layouts.progress_update import as_table
from moothall.documents.writing import csv, docx, html
from moothall.domain.progress_updates import ProgressUpdate
from moothall.web.council import progress_sections, progress_state
from moothall.web.council.access import Here, in_workspace
from moothall.web.council.forms.progress import SectionForm

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@in_workspace()
def section(request: HttpRequest, here: Here) -> HttpResponse:
    """Choose the time and what stands in it, and see the section as it goes into the report."""
    form, update = _chosen(request, here)
    context: dict[str, Any] = {"here": here, "form": form, "query": request.GET.urlencode()}
    if update is not None:
        document = progress_sections.section(update, colour=here.workspace.colour)
        # Every word of it was escaped by the writer, which lets no text become markup.
        context["words"] = Markup(html.write(document, level=2, head=False).decode())  # noqa: S704
    return render(request, "council/progress_section.html", context)


@in_workspace()
def section_file(request: HttpRequest, here: Here, ending: str) -> HttpResponse:
    """The section as a file: DOCX with its charts as pictures, HTML to paste, or CSV."""
    write = _WRITERS.get(ending)
    _, update = _chosen(request, here)
    if write is None or update is None:
        raise Http404("There is no such file.")
    data, media_type = write(update, here.workspace.colour)
    answer = HttpResponse(data, content_type=media_type)
    answer["Content-Disposition"] = f'attachment; filename="{here.workspace.slug}-progress-section.{ending}"'
    return answer


def _chosen(request: HttpRequest, here: Here) -> tuple[SectionForm, ProgressUpdate | None]:
    """The form as it was sent, and what it chooses; None where it is wrong. Raises Http404 before publication."""
    shown = progress_state.published(here)
    if shown is None:
        raise Http404("Progress begins when the plan is published.")
    items = [(one.key, one.title) for one in shown.plan.measures]
    items += [(one.key, one.title) for one in shown.plan.commitments]
    form = SectionForm(request.GET or None, items=items)
    if form.is_bound and not form.is_valid():
        return form, None
    given = form.cleaned_data if form.is_bound else {}
    update = progress_sections.told(
        shown, since=given.get("since"), until=given.get("until"), items=given.get("items") or ()
    )
    return form, update


def _docx(update: ProgressUpdate, colour: str) -> tuple[bytes, str]:
    document = progress_sections.section(update, colour=colour)
    return docx.write(document, timestamp=update.told_at or timezone.now()), WORD


def _html(update: ProgressUpdate, colour: str) -> tuple[bytes, str]:
    return html.write(progress_sections.section(update, colour=colour), standalone=True), "text/html; charset=utf-8"


def _csv(update: ProgressUpdate, colour: str) -> tuple[bytes, str]:
    return csv.write(as_table(update)), "text/csv; charset=utf-8"


_WRITERS: dict[str, Callable[[ProgressUpdate, str], tuple[bytes, str]]] = {"docx": _docx, "html": _html, "csv": _csv}
