"""Questions asked of the department, an association or a network, their answers, and the round's timeline."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from moothall.apps.correspondence import actions, queries
from moothall.domain import correspondence as domain
from moothall.domain.correspondence import Said, State, What
from moothall.domain.days import in_words
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.domain.round_timeline import drawn
from moothall.web.council.access import Here, address, in_workspace, tell
from moothall.web.council.forms import correspondence as forms
from moothall.web.council.kept_proofs import saved

SHAPES = {
    State.WAITING: ("half", "No answer yet", "strong"),
    State.ANSWERED: ("tick", "Answered", "quiet"),
    State.TAKEN_BACK: ("square", "Taken back", "quiet"),
}


@in_workspace()
def questions(request: HttpRequest, here: Here) -> HttpResponse:
    """Every question asked, how it stands, and what other councils of the round share."""
    today, found = timezone.localdate(), queries.questions(here.workspace)
    context = {
        "here": here,
        "rows": [(one, SHAPES[one.state], one.sentence(as_of=today)) for one in found],
        "answer": domain.answer_of(found),
        "shared": queries.shared_in(here.round_.slug, but=here.workspace),
    }
    return render(request, "council/questions_asked.html", context)


@in_workspace()
def timeline(request: HttpRequest, here: Here) -> HttpResponse:
    """The round for this council, drawn and as a list."""
    moments = queries.timeline(here.workspace, here.round_)
    context = {"here": here, "moments": moments, "drawing": drawn(moments, as_of=timezone.localdate())}
    return render(request, "council/round_timeline.html", context)


def _row(here: Here, number: int) -> Any:
    row = queries.question(here.workspace, number)
    if row is None:
        raise Http404("There is no question of this number.")
    return row


@in_workspace()
def question(request: HttpRequest, here: Here, asked: int) -> HttpResponse:
    """One question with everything said of it."""
    one = queries.value(_row(here, asked))
    names = forms.bearing(here.round_)
    context = {
        "here": here,
        "one": one,
        "stands": SHAPES[one.state],
        "sentence": one.sentence(as_of=timezone.localdate()),
        "bears_on": [names.get(key, f"{key}, which the round no longer has") for key in one.bears_on],
    }
    return render(request, "council/question_asked.html", context)


def _page(
    request: HttpRequest, here: Here, form: Form, do: Callable[[], Any], *, done: str, title: str, button: str,
    lede: str = "", asked: int | None = None,
) -> HttpResponse:  # fmt: skip
    """A form with one deed behind it: done, or shown again with what is wrong."""
    if request.method == "POST" and form.is_valid():
        try:
            do()
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, done)
            back = ("questions_asked",) if asked is None else ("question_asked", asked)
            return redirect(address(here, *back))
    context = {"here": here, "form": form, "title": title, "button": button, "lede": lede, "asked": asked}
    return render(request, "council/question_form.html", context)


def _who(request: HttpRequest) -> dict[str, Any]:
    return {"by": request.user, "at": timezone.localtime()}


@in_workspace(Deed.RECORD_CORRESPONDENCE)
def ask(request: HttpRequest, here: Here) -> HttpResponse:
    """Record a question that was asked."""
    form = forms.AskForm(request.POST or None, request.FILES or None, round_=here.round_)
    return _page(
        request, here, form,
        lambda: actions.ask(workspace=here.workspace, round_=here.round_, put=form.put(), **_who(request)),
        done="The question is on record, and on the timeline.", title="Record a question", button="Record the question",
        lede="Ask in your own way, then write down here what you asked. Moothall sends nothing.",
    )  # fmt: skip


def _lede(row: Any) -> str:
    return f"{row.whom} was asked on {in_words(row.asked_on)}."


@in_workspace(Deed.RECORD_CORRESPONDENCE)
def answer(request: HttpRequest, here: Here, asked: int) -> HttpResponse:
    """Record an answer."""
    row = _row(here, asked)
    form = forms.AnswerForm(request.POST or None, request.FILES or None, initial={"who": row.whom})
    return _page(
        request, here, form,
        lambda: actions.follow(
            question=row, said=form.said(), proof=form.cleaned_data["proof"], **_who(request)
        ),
        done="The answer is on record. Nobody outside the council sees it unless you share it.",
        title="What was answered", button="Record the answer", lede=_lede(row), asked=asked,
    )  # fmt: skip


@in_workspace(Deed.RECORD_CORRESPONDENCE)
def chase(request: HttpRequest, here: Here, asked: int) -> HttpResponse:
    """Record that an answer was asked for again."""
    row, form = _row(here, asked), forms.ChaseForm(request.POST or None)
    return _page(
        request, here, form, lambda: actions.follow(question=row, said=form.said(), **_who(request)),
        done="It is on record that you chased it.", title="Chased again", button="Record it", lede=_lede(row),
        asked=asked,
    )  # fmt: skip


@in_workspace(Deed.RECORD_CORRESPONDENCE)
def take_back(request: HttpRequest, here: Here, asked: int) -> HttpResponse:
    """Take a question back, with the reason. It stays to be read."""
    row, form = _row(here, asked), forms.TakeBackForm(request.POST or None)
    who = _who(request)
    return _page(
        request, here, form,
        lambda: actions.follow(
            question=row, said=Said(What.TAKEN_BACK, who["at"].date(), words=form.cleaned_data["words"]), **who
        ),
        done="The question is taken back, and stays on record.", title="Take the question back",
        button="Take it back", lede=_lede(row), asked=asked,
    )  # fmt: skip


@in_workspace(Deed.SHARE_ANSWER)
def share(request: HttpRequest, here: Here, asked: int) -> HttpResponse:
    """Share an answer with everyone in the round, having read what they will see; or end that."""
    row = _row(here, asked)
    one = queries.value(row)
    form = forms.ShareForm(request.POST or None, council=here.workspace.official_name, is_shared=one.shared is not None)
    if request.method == "POST" and form.is_valid():
        how = form.cleaned_data["how"]
        try:
            actions.share(question=row, is_shared=how != "no", is_named=how != "unnamed", **_who(request))
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, "Nobody else sees it now." if how == "no" else "The answer is shared.")
            return redirect(address(here, "question_asked", asked))
    shown = [
        (name, domain.shown(here.workspace.official_name, is_named=is_named))
        for name, is_named in (("With our name", True), ("Without our name", False))
    ]
    context = {"here": here, "form": form, "one": one, "shown": shown}
    return render(request, "council/share_answer.html", context)


@never_cache
@in_workspace()
def question_file(request: HttpRequest, here: Here, asked: int) -> HttpResponse:
    """The file of a question, to be saved."""
    return _saved(_row(here, asked))


@never_cache
@in_workspace()
def answer_file(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """The file of an answer, to be saved."""
    return _saved(queries.said(here.workspace, pk))


def _saved(row: Any) -> HttpResponse:
    if row is None or row.file is None:
        raise Http404("No file was given with this.")
    return saved(row.file, row.file_name)
