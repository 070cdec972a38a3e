"""What the department said of the plan, what it speaks of, our response, and what members were told."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from moothall.apps.correspondence import actions_replies as actions
from moothall.apps.correspondence import replies as queries
from moothall.apps.plans import queries as plans
from moothall.apps.returns import queries as returns
from moothall.documents.layouts import department_reply
from moothall.documents.writing import docx, html
from moothall.domain import department_replies as domain
from moothall.domain.department_replies import Said, State, What
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.web.council.access import Here, address, in_workspace, tell
from moothall.web.council.forms import replies as forms
from moothall.web.council.kept_proofs import saved
from moothall.web.council.views.decisions import WORD

SHAPES = {
    State.OPEN: ("half", "strong"),
    State.TO_DO: ("clock", "quiet"),
    State.OVERDUE: ("clock", "strong"),
    State.DONE: ("tick", "quiet"),
    State.NOT_ACCEPTED: ("square", "quiet"),
}


def _states(points: Any) -> dict[int, tuple[str, str, str]]:
    """The shape, word and weight of each recommendation's state, by its number."""
    today = timezone.localdate()
    found = {one.number: one.state(as_of=today) for one in points}
    return {number: (SHAPES[state][0], state.words, SHAPES[state][1]) for number, state in found.items()}


@in_workspace()
def replies(request: HttpRequest, here: Here) -> HttpResponse:
    """Every reply with its recommendations, and how each stands."""
    found = queries.replies(here.workspace)
    receipts = [one.receipt_number for one in returns.returns(here.workspace)]
    names = [here.workspace.official_name, here.workspace.authority_name]
    context = {
        "here": here,
        "rows": [(one, domain.names_of_ours(one.words, names=names, receipts=receipts)) for one in found],
        "states": _states(point for one in found for point in one.points),
        "answer": domain.answer_of(found, as_of=timezone.localdate()),
    }
    return render(request, "council/replies.html", context)


def _reply(here: Here, number: int) -> Any:
    row = queries.reply(here.workspace, number)
    if row is None:
        raise Http404("There is no reply of this number.")
    return row


def _point(here: Here, number: int) -> Any:
    row = queries.point(here.workspace, number)
    if row is None:
        raise Http404("There is no recommendation of this number.")
    return row


def _page(
    request: HttpRequest, here: Here, form: Form, do: Callable[[], Any], *, done: str, title: str, button: str,
    quote: str = "", back: tuple[Any, ...] = ("replies",),
) -> HttpResponse:  # fmt: skip
    """A form with one deed behind it: done, or shown again with what is wrong."""
    if request.method == "POST" and form.is_valid():
        try:
            do()
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, done)
            return redirect(address(here, *back))
    context = {"here": here, "form": form, "title": title, "button": button, "quote": quote}
    return render(request, "council/reply_form.html", context)


def _who(request: HttpRequest) -> dict[str, Any]:
    return {"by": request.user, "at": timezone.localtime()}


@in_workspace(Deed.RECORD_CORRESPONDENCE)
def file_reply(request: HttpRequest, here: Here) -> HttpResponse:
    """File what the department or its panel said."""
    receipts = [one.receipt_number for one in returns.returns(here.workspace)]
    form = forms.ReplyForm(
        request.POST or None, request.FILES or None, receipts=receipts,
        initial={"from_whom": here.round_.issuer_on(timezone.localdate())},
    )  # fmt: skip
    return _page(
        request, here, form,
        lambda: actions.file_reply(workspace=here.workspace, **form.cleaned_data, **_who(request)),
        done="It is filed. Say of each recommendation what it speaks of, and what we make of it.",
        title="File what the department said", button="File it",
    )  # fmt: skip


@in_workspace()
def point(request: HttpRequest, here: Here, number: int) -> HttpResponse:
    """One recommendation: the passages it may speak of where they stand, those confirmed, and our response."""
    row = _point(here, number)
    one, parts = queries.point_value(row), queries.parts(here.workspace, here.round_)
    confirmed = {said.part for said in one.matched}
    context = {
        "here": here,
        "one": one,
        "reply": row.reply,
        "stands": _states([one])[one.number],
        "matched": [(said, parts.get(said.part, ("", ""))[1]) for said in one.matched],
        "candidates": [found for found in domain.candidates(one.text, parts) if found.part not in confirmed],
        "form": forms.MatchForm(parts={key: part for key, part in parts.items() if key not in confirmed}),
        "questions": {one.id for _, one in here.round_.questions()},
    }
    return render(request, "council/reply_point.html", context)


@require_POST
@in_workspace(Deed.ANSWER_REPLY)
def match(request: HttpRequest, here: Here, number: int) -> HttpResponse:
    """Confirm that a recommendation speaks of a part of the plan, or take that back."""
    what = What.UNMATCHED if request.POST.get("take_back") else What.MATCHED
    who = _who(request)
    said = Said(what, who["at"].date(), part=request.POST.get("part", "")[:100])
    try:
        actions.say_of_point(point=_point(here, number), round_=here.round_, said=said, **who)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "It is matched." if what is What.MATCHED else "It is matched no longer.")
    return redirect(address(here, "reply_point", number))


def _say(request: HttpRequest, here: Here, number: int, form: Any, **words: str) -> HttpResponse:
    row, who = _point(here, number), _who(request)
    return _page(
        request, here, form,
        lambda: actions.say_of_point(point=row, round_=here.round_, said=form.said(who["at"].date()), **who),
        quote=row.text, back=("reply_point", number), **words,
    )  # fmt: skip


@in_workspace(Deed.ANSWER_REPLY)
def respond(request: HttpRequest, here: Here, number: int) -> HttpResponse:
    """Record our response to a recommendation."""
    form = forms.ResponseForm(request.POST or None)
    done = "The response is on record, and stands in the section for members."
    return _say(
        request, here, number, form, done=done, title="Our response to it", button="Record the response"
    )  # fmt: skip


@in_workspace(Deed.ANSWER_REPLY)
def done(request: HttpRequest, here: Here, number: int) -> HttpResponse:
    """Record that what was accepted is done."""
    form = forms.DoneForm(request.POST or None)
    return _say(request, here, number, form, done="It is done.", title="It is done", button="Record that it is done")


@in_workspace(Deed.ANSWER_REPLY)
def report_reply(request: HttpRequest, here: Here, number: int) -> HttpResponse:
    """Record that a reply and what we did was reported to members."""
    row, form = _reply(here, number), forms.ReportedForm(request.POST or None)
    return _page(
        request, here, form, lambda: actions.report_reply(reply=row, **form.cleaned_data, **_who(request)),
        done="It is on record that members were told.", title="Reported to members", button="Record it",
    )  # fmt: skip


@in_workspace()
def section(request: HttpRequest, here: Here, ending: str) -> HttpResponse:
    """What the department said and what we did, as DOCX or HTML for a report to members."""
    now, draft = timezone.localtime(), plans.draft(here.workspace)
    document = department_reply.compose(
        queries.replies(here.workspace), authority_name=here.workspace.official_name,
        title=draft.title if draft else here.round_.title, as_of=now.date(), colour=here.workspace.colour,
    )  # fmt: skip
    writers = {
        "docx": lambda: (docx.write(document, timestamp=now), WORD),
        "html": lambda: (html.write(document, standalone=True), "text/html; charset=utf-8"),
    }
    if ending not in writers:
        raise Http404("It is written as DOCX or HTML.")
    data, kind = writers[ending]()
    answer = HttpResponse(data, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{here.workspace.slug}-what-the-department-said.{ending}"'
    return answer


@never_cache
@in_workspace()
def file(request: HttpRequest, here: Here, number: int) -> HttpResponse:
    """The file of a reply, to be saved."""
    row = _reply(here, number)
    if row.file is None:
        raise Http404("No file was given with this reply.")
    return saved(row.file, row.file_name)
