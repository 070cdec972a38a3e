"""What this plan says: every statement found, what people say of each, and putting them into the council's plan."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from moothall.apps.intake import queries as intake
from moothall.apps.plans import queries as plans
from moothall.apps.plans.actions import WordsMoved
from moothall.apps.statements import actions
from moothall.apps.statements import queries as statements
from moothall.domain.plan_additions import How
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.domain.whose import Whose
from moothall.web.council.access import Here, address, in_workspace, tell
from moothall.web.council.forms.plan_content import MoveForm, form_for, place_of, under
from moothall.web.council.plan_content_rows import Content, Group, Row, content, sheet
from moothall.web.council.sheets import quotation
from moothall.web.council.statement_words import words

LOOK_AGAIN = 3  # seconds between two looks at a document that waits


def _upload(here: Here, upload_id: int) -> Any:
    row = intake.upload(here.workspace, upload_id)
    if row is None or row.record is None:
        raise Http404("Nothing was read in this document.")
    return row


def _reading(here: Here, upload_id: int) -> Any:
    """The reading of a document as a plan, which was read at least once."""
    found = statements.reading(_upload(here, upload_id))
    if found is None or found.read_at is None:
        raise Http404("This document was not read as a plan.")
    return found


def _holding(here: Here, reading: Any, statement_id: int) -> tuple[Content, Group, Row]:
    found = content(reading, here.round_)
    holding = found.holding(statement_id)
    if holding is None:
        raise Http404("The plan says no such thing.")
    return found, *holding


@in_workspace()
def plan_content(request: HttpRequest, here: Here, upload_id: int) -> HttpResponse:
    """Every statement under the round's themes and questions; before it was read, the way to have it read."""
    upload = _upload(here, upload_id)
    reading = statements.reading(upload)
    context = {"here": here, "upload": upload, "reading": reading, "whose": intake.whose(upload)}
    if reading is None or reading.state == "waiting" or reading.read_at is None:
        answer = render(request, "council/plan_content_wait.html", context)
        if reading is not None and reading.state == "waiting":
            answer["Refresh"] = str(LOOK_AGAIN)
        return answer
    return render(request, "council/plan_content.html", {**context, "content": content(reading, here.round_)})


@require_POST
@in_workspace(Deed.UPLOAD_DOCUMENT)
def read_plan(request: HttpRequest, here: Here, upload_id: int) -> HttpResponse:
    """Have the document read as a plan, for the first time or anew."""
    try:
        actions.read_plan(upload=_upload(here, upload_id), by=request.user, at=timezone.localtime())
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect(address(here, "plan_content", upload_id))


@require_POST
@in_workspace(Deed.UPLOAD_DOCUMENT)
def stop_plan(request: HttpRequest, here: Here, upload_id: int) -> HttpResponse:
    """Stop a reading that takes too long."""
    reading = statements.reading(_upload(here, upload_id))
    if reading is None:
        raise Http404("This document was not read as a plan.")
    try:
        actions.stop_plan(reading=reading, by=request.user, at=timezone.localtime())
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect(address(here, "plan_content", upload_id))


@in_workspace()
def statement(request: HttpRequest, here: Here, upload_id: int, statement_id: int) -> HttpResponse:
    """One statement with its words marked on the page, and the answers to it."""
    reading = _reading(here, upload_id)
    found, group, row = _holding(here, reading, statement_id)
    page = next((one for one in reading.pages if one["number"] == row.held.page), None)
    shown = sheet(page, len(reading.pages), group, row) if page and row.held.is_there else None
    context = {
        "here": here,
        "upload": reading.upload,
        "content": found,
        "group": group,
        "row": row,
        "quotation": _quoted(reading, row),
        "sheet": shown,
        "as_text": "text" in request.GET or not (shown and shown.is_picture),
        "rest": group.rest,
    }
    return render(request, "council/plan_content_statement.html", context)


def _quoted(reading: Any, row: Row) -> Any:
    texts = {page["number"]: page["text"] for page in reading.pages}
    return quotation(texts.get(row.held.page, ""), row.held) if row.held.is_there else None


@require_POST
@in_workspace(Deed.CONFIRM_FACT)
def answer_statement(request: HttpRequest, here: Here, upload_id: int, statement_id: int) -> HttpResponse:
    """That is right, or it is not."""
    reading, verdict = _reading(here, upload_id), request.POST.get("verdict")
    found, _, row = _holding(here, reading, statement_id)
    deed = {"accepted": actions.accept_statements, "rejected": actions.reject_statements}.get(str(verdict))
    if deed is None:
        raise Http404("There is no such answer.")
    deed(statements=[row.held], by=request.user, at=timezone.localtime())
    return redirect(_next(here, upload_id, found, row))


def _next(here: Here, upload_id: int, found: Content, row: Row) -> str:
    """The next statement nobody has answered for; the whole page where this was the last."""
    following = found.next_after(row.held.pk)
    if following is None or following.held.pk == row.held.pk:
        return address(here, "plan_content", upload_id)
    return f"{address(here, 'plan_statement', upload_id, following.held.pk)}#statement"


@in_workspace(Deed.CONFIRM_FACT)
def correct_statement(request: HttpRequest, here: Here, upload_id: int, statement_id: int) -> HttpResponse:
    """Put a statement right."""
    reading = _reading(here, upload_id)
    found, group, row = _holding(here, reading, statement_id)
    form = form_for(row.value, request.POST or None, round_=here.round_, revision=row.held.revision)
    theirs = None
    if request.method == "POST" and form.is_valid():
        try:
            actions.correct_statement(
                statement=row.held,
                value=form.corrected(row.value, here.round_),
                revision=form.cleaned_data["revision"],
                by=request.user,
                at=timezone.localtime(),
            )
            return redirect(_next(here, upload_id, found, row))
        except actions.StatementMoved as moved:
            theirs = _moved(form, moved)
        except Refusal as refusal:
            tell(form, refusal)
    context = {"here": here, "upload": reading.upload, "group": group, "row": row, "form": form, "theirs": theirs}
    context["quotation"] = _quoted(reading, row)
    return render(request, "council/plan_content_correct.html", context)


def _moved(form: Form, moved: actions.StatementMoved) -> Any:
    """Put another person's answer before this one, and let the next save be over it."""
    form.data = form.data.copy()  # type: ignore[attr-defined]
    form.data["revision"] = moved.theirs.revision  # type: ignore[index]
    tell(form, moved)
    return words(moved.theirs.to_value())


@in_workspace(Deed.CONFIRM_FACT)
def move_statement(request: HttpRequest, here: Here, upload_id: int, statement_id: int) -> HttpResponse:
    """Put a statement under another question."""
    reading = _reading(here, upload_id)
    found, group, row = _holding(here, reading, statement_id)
    stands = {"place": place_of(row.value), "revision": row.held.revision}
    form, theirs = MoveForm(request.POST or None, initial=stands, round_=here.round_), None
    if request.method == "POST" and form.is_valid():
        theme, question = under(form.cleaned_data["place"], here.round_)
        try:
            actions.move_statement(
                statement=row.held,
                theme=theme,
                question=question,
                revision=form.cleaned_data["revision"],
                by=request.user,
                at=timezone.localtime(),
            )
            return redirect(_next(here, upload_id, found, row))
        except actions.StatementMoved as moved:
            theirs = _moved(form, moved)
    context = {"here": here, "upload": reading.upload, "group": group, "row": row, "form": form, "theirs": theirs}
    return render(request, "council/plan_content_move.html", context)


@in_workspace(Deed.CONFIRM_FACT)
def accept_rest(request: HttpRequest, here: Here, upload_id: int, group: str) -> HttpResponse:
    """All that is left under one question, to be looked through and accepted with one answer."""
    reading = _reading(here, upload_id)
    held = content(reading, here.round_).group(group)
    if held is None:
        raise Http404("Nothing was found under this question.")
    if request.method == "POST":
        shown = set(request.POST.getlist("shown"))
        some = [row.held for row in held.rest if str(row.held.pk) in shown]
        try:
            actions.accept_statements(statements=some, by=request.user, at=timezone.localtime())
            messages.success(request, f"{_many(len(some))} under “{held.title}” accepted.")
        except Refusal as refusal:
            messages.error(request, str(refusal))
        return redirect(f"{address(here, 'plan_content', upload_id)}#at-{group}")
    return render(request, "council/plan_content_rest.html", {"here": here, "upload": reading.upload, "group": held})


def _many(count: int) -> str:
    return "1 statement is" if count == 1 else f"{count} statements are"


@require_POST
@in_workspace(Deed.CONFIRM_FACT)
def not_said(request: HttpRequest, here: Here, upload_id: int, group: str) -> HttpResponse:
    """The document does not answer this question."""
    reading = _reading(here, upload_id)
    if group not in {question.id for _, question in here.round_.questions()}:
        raise Http404("The round has no such question.")
    try:
        actions.say_not_said(reading=reading, question=group, by=request.user, at=timezone.localtime())
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect(f"{address(here, 'plan_content', upload_id)}#at-{group}")


@in_workspace()
def put_into_plan(request: HttpRequest, here: Here, upload_id: int) -> HttpResponse:
    """What would be added to the council's plan, beside what is there; then put in."""
    reading, refused = _reading(here, upload_id), ""
    if request.method == "POST":
        if not here.may(Deed.DRAFT_FROM_FACTS):
            raise PermissionDenied("Only a policy officer puts things into the plan. Ask one of this council.")
        shown = request.POST.getlist("shown")
        try:
            put = actions.put_into_plan(
                reading=reading, round_=here.round_, shown=shown, by=request.user, at=timezone.localtime()
            )
            left = len(set(shown)) - len(put)
            also = (
                f" {left} of those shown had changed meanwhile and {'is' if left == 1 else 'are'} below."
                if left
                else ""
            )
            messages.success(request, f"{_things(len(put))} in the plan now. Nothing there was changed.{also}")
            return redirect(address(here, "put_into_plan", upload_id))
        except WordsMoved:
            refused = "Somebody answered one of these questions while you were looking. Look again at what is below."
        except Refusal as refusal:
            refused = str(refusal)
        reading = _reading(here, upload_id)
    return render(
        request, "council/plan_content_put.html", _put_page(here, reading, refused), status=409 if refused else 200
    )


def _things(count: int) -> str:
    return "1 thing is" if count == 1 else f"{count} things are"


_KINDS = (
    ("answer", "Answers"),
    ("commitment", "Commitments"),
    ("milestone", "Milestones of commitments that are in the plan"),
    ("measure", "Measures"),
    ("barrier", "Barriers and what is asked"),
)


def _put_page(here: Here, reading: Any, refused: str) -> dict[str, Any]:
    upload = reading.upload
    draft = plans.draft(here.workspace)
    plan = plans.plan(draft, here.round_) if draft else None
    every = statements.additions_of(reading, here.round_)
    beside: dict[str, tuple[Any, ...]] = {}
    if plan is not None:
        beside = {"commitment": plan.commitments, "measure": plan.measures, "barrier": plan.barriers}
    ids = {(row.kind, row.where): row.pk for row in reading.statements.all()}
    return {
        "here": here,
        "upload": upload,
        "reading": reading,
        "whose": intake.whose(upload),
        "is_ours": intake.whose(upload) is Whose.OURS,
        "named": (intake.confirmed(upload).get("authority") or (upload.record or {}).get("authority") or {}).get(
            "name"
        ),
        "refused": refused,
        "counts": {how.value: sum(one.how is how for one in every) for how in How},
        "kinds": [
            (kind, title, [one for one in every if one.kind == kind], beside.get(kind, ())) for kind, title in _KINDS
        ],
        "questions": {question.id: question for _, question in here.round_.questions()},
        "themes": {theme.key: theme.title for theme in here.round_.themes},
        "links": {one.key: ids[one.rests_on[0].kind.value, one.rests_on[0].where] for one in every},
        "confirmed": sum(row.is_confirmed for row in reading.statements.all()),
    }
