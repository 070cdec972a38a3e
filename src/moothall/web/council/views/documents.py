"""Documents brought in: what was read, whether it is right, and the draft that follows from it."""

from datetime import timedelta
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from moothall.apps.evidence import queries as evidence
from moothall.apps.intake import actions
from moothall.apps.intake import queries as intake
from moothall.apps.intake.drafts import FirstDraft, first_draft
from moothall.documents.reading.document import Unreadable
from moothall.domain.drafting import REPORT_WORDS
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.domain.whose import Whose
from moothall.web.council.access import Here, in_workspace, tell
from moothall.web.council.forms.corrections import Correction
from moothall.web.council.forms.documents import UploadForm, WhoseForm
from moothall.web.council.reading_rows import KEPT, NOT_SAID, REJECTED, RIGHT, sheet
from moothall.web.council.readings_shown import (
    NOUNS,
    document_called,
    document_read,
    next_fact,
    places,
    rows_of,
    unread,
)
from moothall.web.council.record_fields import BY_NAME

LOOK_AGAIN = 3  # seconds between two looks at a document that waits
LONG_WAIT = timedelta(minutes=3)
ON_TOP = ("another_authority_named", "authority_not_named", "step_after_deadline")
WHOSE_IT_IS = ON_TOP[:2]


def _address(here: Here, name: str, *more: Any) -> str:
    return reverse(f"council:{name}", args=(here.round_.slug, here.workspace.slug, *more))


@in_workspace()
def documents(request: HttpRequest, here: Here) -> HttpResponse:
    """Every document with what became of it, and the way to bring in another."""
    form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
    if request.method == "POST":
        if not here.may(Deed.UPLOAD_DOCUMENT):
            raise PermissionDenied("You cannot bring in a document here. Ask a policy officer or a report author.")
        if form.is_valid():
            file = form.cleaned_data["file"]
            try:
                row = actions.upload_document(
                    workspace=here.workspace, name=file.name, data=file.read(), by=request.user, at=timezone.localtime()
                )
                return redirect(_address(here, "document", row.pk))
            except Refusal as refusal:
                tell(form, refusal)
    listed = [(row, _found(row), _confirmed(row)) for row in intake.uploads(here.workspace)]
    return render(
        request,
        "council/documents.html",
        {"here": here, "form": form, "documents": listed, "looking": evidence.waiting(here.workspace)},
    )


def _found(upload: Any) -> int:
    return sum(value is not None for name, value in (upload.record or {}).items() if name in BY_NAME)


def _confirmed(upload: Any) -> int:
    return len(intake.verdicts(upload))


@in_workspace()
def document(request: HttpRequest, here: Here, upload_id: int) -> HttpResponse:
    """One document: waiting, unreadable, or read and to be confirmed."""
    upload = document_called(here, upload_id)
    if upload.record is not None:
        return _reading(request, here, upload)
    is_waiting = upload.state == "waiting"
    is_long = is_waiting and timezone.now() - upload.uploaded_at > LONG_WAIT
    answer = render(
        request, "council/waiting.html", {"here": here, "upload": upload, "is_waiting": is_waiting, "is_long": is_long}
    )
    if is_waiting:
        answer["Refresh"] = str(LOOK_AGAIN * (10 if is_long else 1))
    return answer


def _reading(request: HttpRequest, here: Here, upload: Any, whose_form: WhoseForm | None = None) -> HttpResponse:
    """Is this what the document says? One row is open, with its page beside it."""
    found, whose = rows_of(here, upload), intake.whose(upload)
    unanswered = found.unanswered
    asked = found.row(request.GET.get("field"))
    if asked is None and whose is Whose.OURS and unanswered:
        asked = unanswered[0]
    parts = upload.aside.get("parts", [])
    first_page = (parts[upload.aside["main"]]["first"] or 1) if parts else 1
    number = _page_number(request, len(upload.pages), asked.page if asked and asked.number else first_page)
    page = sheet(
        upload.pages[number - 1],
        len(upload.pages),
        upload.facts.all(),
        found,
        asked.field.name if asked else None,
        [SimpleNamespace(position=f"rival-{at}", **one) for at, one in enumerate(upload.aside.get("rivals", ()))],
    )
    first = [remark for remark in upload.remarks if remark["check"] in ON_TOP]
    context = {
        "here": here,
        "upload": upload,
        "rows": found,
        "open": asked,
        "rest": found.rest,
        "before": found.beside(asked.field.name)[0] if asked else None,
        "after": found.beside(asked.field.name)[1] if asked else None,
        "noun": NOUNS.get(upload.kind, "document"),
        "parts": parts,
        "several": intake.several(upload),
        "place": places(parts).get(number, ""),
        "unread": unread(upload),
        "sheet": page,
        "as_text": "text" in request.GET or not page.is_picture,
        "whose": whose,
        "said_whose": intake.verdicts(upload).get("authority"),
        "named": upload.record.get("authority") or {},
        "form": whose_form or WhoseForm(official_name=here.workspace.official_name, noun=NOUNS.get(upload.kind)),
        "first_remarks": [one for one in first if whose is not Whose.OURS or one["check"] not in WHOSE_IT_IS],
        "remarks": [
            *intake.beside_the_plan(upload),
            *(one for one in upload.remarks if one["check"] not in ON_TOP),
        ],
    }
    return render(request, "council/reading.html", context)


def _page_number(request: HttpRequest, last: int, otherwise: int) -> int:
    asked = request.GET.get("page", "")
    return min(max(int(asked), 1), last) if asked.isascii() and asked.isdigit() else min(otherwise, last)


@in_workspace()
def page_picture(request: HttpRequest, here: Here, upload_id: int, number: int) -> HttpResponse:
    """A page of a PDF as a picture. Its bytes never change, so the browser may keep it; nobody in between may."""
    upload = document_called(here, upload_id)
    try:
        drawn = HttpResponse(intake.page_picture(upload, number), content_type="image/png")
    except (Unreadable, Refusal) as fault:
        raise Http404(str(fault)) from fault
    drawn["Cache-Control"] = "private, max-age=86400, immutable"
    return drawn


@require_POST
@in_workspace(Deed.UPLOAD_DOCUMENT)
def read_again(request: HttpRequest, here: Here, upload_id: int) -> HttpResponse:
    """Have a document that waits too long read after all."""
    try:
        actions.read_again(upload=document_called(here, upload_id), by=request.user, at=timezone.localtime())
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect(_address(here, "document", upload_id))


@require_POST
@in_workspace(Deed.UPLOAD_DOCUMENT)
def stop_reading(request: HttpRequest, here: Here, upload_id: int) -> HttpResponse:
    """Stop the reading of a document that takes too long."""
    try:
        actions.stop_reading(upload=document_called(here, upload_id), by=request.user, at=timezone.localtime())
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect(_address(here, "document", upload_id))


@require_POST
@in_workspace(Deed.CONFIRM_FACT)
def say_whose(request: HttpRequest, here: Here, upload_id: int) -> HttpResponse:
    """Say which council's report it is."""
    upload = document_read(here, upload_id)
    form = WhoseForm(request.POST, official_name=here.workspace.official_name, noun=NOUNS.get(upload.kind))
    if not form.is_valid():
        return _reading(request, here, upload, form)
    actions.say_whose(upload=upload, is_ours=form.is_ours(), by=request.user, at=timezone.localtime())
    return redirect(_address(here, "document", upload_id))


@require_POST
@in_workspace(Deed.CONFIRM_FACT)
def answer(request: HttpRequest, here: Here, upload_id: int, name: str) -> HttpResponse:
    """That is right, that is wrong, the document does not say, or what was confirmed stands against a new reading."""
    upload, verdict = document_read(here, upload_id), request.POST.get("verdict")
    if verdict not in (RIGHT, NOT_SAID, REJECTED, KEPT):
        raise Http404("There is no such answer.")
    try:
        actions.confirm_fact(upload=upload, field=name, verdict=verdict, by=request.user, at=timezone.localtime())
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect(next_fact(here, upload_id, after=name))


@in_workspace(Deed.CONFIRM_FACT)
def correct(request: HttpRequest, here: Here, upload_id: int, name: str) -> HttpResponse:
    """Put one field right."""
    upload, field = document_read(here, upload_id), BY_NAME.get(name)
    row = rows_of(here, upload).row(name)
    if field is None or row is None or name == "authority":
        raise Http404("There is no such field.")
    verdict = intake.verdicts(upload).get(name)
    stands = upload.record.get(name) if verdict is None or verdict.value is None else verdict.value
    form = Correction(field, stands, request.POST if request.method == "POST" else None, round_=here.round_)
    if request.method == "POST" and form.is_valid():
        try:
            actions.confirm_fact(
                upload=upload,
                field=name,
                verdict="corrected",
                value=form.value(),
                by=request.user,
                at=timezone.localtime(),
            )
            return redirect(next_fact(here, upload_id, after=name))
        except Refusal as refusal:
            tell(form.forms[0], refusal)
    context = {"here": here, "upload": upload, "row": row, "correction": form, "forms": form.forms}
    return render(request, "council/correct_fact.html", context)


@in_workspace(Deed.CONFIRM_FACT)
def confirm_rest(request: HttpRequest, here: Here, upload_id: int) -> HttpResponse:
    """Everything that is shown and nobody has answered, to be looked through and confirmed with one answer."""
    upload = document_read(here, upload_id)
    rest = rows_of(here, upload).rest
    if request.method == "POST":
        shown, now = set(request.POST.getlist("shown")), timezone.localtime()
        with transaction.atomic():
            for row in rest:
                if row.field.name in shown:
                    actions.confirm_fact(
                        upload=upload,
                        field=row.field.name,
                        verdict="right",
                        is_one_of_many=True,
                        by=request.user,
                        at=now,
                    )
        return redirect(_address(here, "document", upload_id))
    return render(request, "council/confirm_rest.html", {"here": here, "upload": upload, "rest": rest})


@in_workspace()
def draft(request: HttpRequest, here: Here, upload_id: int) -> HttpResponse:
    """What the draft will hold and what is missing; then the draft."""
    upload, now = document_read(here, upload_id), timezone.localtime()
    refused = ""
    if request.method == "POST":
        if not here.may(Deed.DRAFT_FROM_FACTS):
            raise PermissionDenied("Only a policy officer drafts from a document. Ask one of this council.")
        try:
            made = actions.draft_from_facts(upload=upload, round_=here.round_, by=request.user, at=now)
            messages.success(request, _told(made))
            return redirect(_address(here, "draft_from_document", upload_id))
        except Refusal as refusal:
            refused = str(refusal)
    first = first_draft(upload, here.round_, today=now.date())
    context = {"here": here, "upload": upload, "draft": first, "words": REPORT_WORDS, "refused": refused}
    context["planner"] = f"{_address(here, 'plan_route')}{_planner_query(first)}"
    return render(request, "council/draft.html", context, status=409 if refused else 200)


def _told(made: FirstDraft) -> str:
    count = len(made.fill)
    parts = "1 part of the report is" if count == 1 else f"{count} parts of the report are"
    return f"{parts} filled. Nothing that stood there was changed."


def _planner_query(first: FirstDraft) -> str:
    """The route planner's own question for the meeting that was confirmed."""
    if first.meeting is None:
        return ""
    day = first.meeting.on
    asked = {
        "as_of_day": first.as_of.day,
        "as_of_month": first.as_of.month,
        "as_of_year": first.as_of.year,
        "meetings_text": f"{first.meeting.body} {day.day} {day:%B %Y}",
        "key": first.key.value,
    }
    return f"?{urlencode(asked)}"
