"""Evidence of a document: what found its words by itself, what looks for them, and what came in place of a version."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from moothall.apps.evidence import actions
from moothall.apps.evidence import queries as evidence
from moothall.apps.intake import actions as intake_actions
from moothall.apps.intake import queries as intake
from moothall.apps.intake.evidence import name_of
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.web.council.access import Here, address, in_workspace, tell
from moothall.web.council.forms.documents import AnnotationsForm, UploadForm
from moothall.web.council.record_fields import BY_NAME


def _upload(here: Here, upload_id: int) -> Any:
    row = intake.upload(here.workspace, upload_id)
    if row is None or row.record is None:
        raise Http404("Nothing was read in this document.")
    return row


@in_workspace()
def of_document(request: HttpRequest, here: Here, upload_id: int) -> HttpResponse:
    """The evidence of one document, what waits first, and the way to bring in a corrected version."""
    upload = _upload(here, upload_id)
    form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
    if request.method == "POST":
        if not here.may(Deed.RE_ANCHOR):
            raise PermissionDenied("You cannot replace a document here. Ask a policy officer or a report author.")
        if form.is_valid():
            file, now = form.cleaned_data["file"], timezone.localtime()
            try:
                later = intake_actions.replace_document(
                    upload=upload, name=file.name, data=file.read(), by=request.user, at=now
                )
                return redirect(address(here, "document", later.pk))
            except Refusal as refusal:
                tell(form, refusal)
    return _shown(request, here, upload, form, AnnotationsForm())


def _shown(request: HttpRequest, here: Here, upload: Any, form: UploadForm, marks: AnnotationsForm) -> HttpResponse:
    rows = evidence.of_document(here.workspace, name_of(upload))
    labels = {key: one.label for key, one in BY_NAME.items()} | {"annotation": "Passage marked elsewhere"}
    context = {"here": here, "upload": upload, "form": form, "marks": marks, "labels": labels}
    for state in ("waiting", "found", "gone"):
        context[state] = sorted((row for row in rows if row.state == state), key=lambda row: not row.is_confirmed)
    return render(request, "council/evidence.html", context)


@require_POST
@in_workspace(Deed.CHOOSE_PLACE)
def bring_annotations(request: HttpRequest, here: Here, upload_id: int) -> HttpResponse:
    """Bring in passages that were marked in another program."""
    upload, form = _upload(here, upload_id), AnnotationsForm(request.POST, request.FILES)
    if not form.is_valid():
        return _shown(request, here, upload, UploadForm(), form)
    marked, left_out = form.cleaned_data["annotations"]
    came = actions.bring_annotations(
        workspace=here.workspace,
        document=name_of(upload),
        text=intake.text(upload),
        marked=marked,
        by=request.user,
        at=timezone.localtime(),
    )
    told = f"{came.placed} found their words, {came.waiting} wait for a person, {came.here_already} were here already."
    messages.success(request, " ".join([told, *left_out[:5]]))
    return redirect(address(here, "document_evidence", upload_id))


@require_POST
@in_workspace(Deed.RE_ANCHOR)
def read_anew(request: HttpRequest, here: Here, upload_id: int) -> HttpResponse:
    """Have the document read by the reader of today."""
    try:
        intake_actions.read_anew(upload=_upload(here, upload_id), by=request.user, at=timezone.localtime())
        messages.success(request, "It is read again in the background. What people confirmed stays as it is.")
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect(address(here, "document_evidence", upload_id))


@require_POST
@in_workspace(Deed.CHOOSE_PLACE)
def place(request: HttpRequest, here: Here, upload_id: int, evidence_id: int) -> HttpResponse:
    """The words are here, or they are gone."""
    upload, row = _upload(here, upload_id), evidence.one(here.workspace, evidence_id)
    if row is None or row.document != name_of(upload):
        raise Http404("This document has no such evidence.")
    told = answered(request, row, intake.text(upload))
    messages.add_message(request, *told)
    return redirect(address(here, "document_evidence", upload_id))


def answered(request: HttpRequest, row: Any, text: Any) -> tuple[int, str]:
    """Do what a person said of evidence that waits; the level and the sentence of what came of it."""
    candidate, now = request.POST.get("candidate", ""), timezone.localtime()
    try:
        if candidate == "gone":
            actions.say_gone(evidence=row, by=request.user, at=now)
            return messages.SUCCESS, "It is kept as no longer there, with what rested on it."
        actions.choose_place(
            evidence=row,
            text=text,
            candidate=int(candidate) if candidate.isascii() and candidate.isdigit() else None,
            words=request.POST.get("words", ""),
            by=request.user,
            at=now,
        )
    except Refusal as refusal:
        return messages.ERROR, str(refusal)
    return messages.SUCCESS, "The evidence stands at the place you chose."


@in_workspace()
def annotations(request: HttpRequest, here: Here, upload_id: int) -> HttpResponse:
    """The evidence of a document as W3C Web Annotations."""
    rows = evidence.of_document(here.workspace, name_of(_upload(here, upload_id)))
    answer = JsonResponse(evidence.annotations(rows), safe=False)
    answer["Content-Disposition"] = f'attachment; filename="evidence-{upload_id}.json"'
    return answer
