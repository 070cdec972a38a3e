"""The day a plan is due: why that day, asking for a later one, and what was answered."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from moothall.apps.extensions import actions, queries
from moothall.domain.days import in_words
from moothall.domain.extensions import Extension, Kind
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.web.council.access import Here, address, in_workspace, tell
from moothall.web.council.forms import extensions as forms
from moothall.web.council.kept_proofs import saved


@in_workspace()
def later_day(request: HttpRequest, here: Here) -> HttpResponse:
    """The day that holds and why, with every request for a later one and what became of it."""
    context = {"here": here, "those": queries.of_workspace(here.workspace), "today": timezone.localdate()}
    return render(request, "council/later_day.html", context)


def _extension(here: Here, pk: int) -> Extension:
    found = queries.extension(here.workspace, pk)
    if found is None:
        raise Http404("There is no such request for a later day here.")
    return found


def _entry(here: Here, pk: int) -> Any:
    found = queries.entry(here.workspace, pk)
    if found is None:
        raise Http404("There is no such entry here.")
    return found


def _who(request: HttpRequest) -> dict[str, Any]:
    return {"by": request.user, "at": timezone.localtime()}


def _form_page(
    request: HttpRequest, here: Here, form: Form, do: Callable[[], object], *, done: str, words: dict[str, Any]
) -> HttpResponse:
    """A form with one deed behind it: done, or shown again with what is wrong."""
    if request.method == "POST" and form.is_valid():
        try:
            do()
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, done)
            return redirect(address(here, "later_day"))
    return render(request, "council/later_day_form.html", {"here": here, "form": form, **words})


@in_workspace(Deed.RECORD_EXTENSION)
def ask(request: HttpRequest, here: Here) -> HttpResponse:
    """Record that a later day was asked for."""
    form = forms.AskedForm(request.POST or None, request.FILES or None)
    who = _who(request)
    return _form_page(
        request, here, form,
        lambda: actions.ask_extension(workspace=here.workspace, round_=here.round_, said=form.said(), **who),
        done="The request is on record. Until it is granted, the earlier day holds.",
        words={
            "title": "Ask for a later day",
            "button": "Record the request",
            "lede": "Ask in your own way, then write down here what you asked. Moothall sends nothing.",
        },
    )  # fmt: skip


@in_workspace(Deed.RECORD_EXTENSION)
def answer(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """Record what came of a request."""
    found = _extension(here, pk)
    form = forms.AnsweredForm(request.POST or None, request.FILES or None, initial={"who": found.asked.who})
    who = _who(request)
    return _form_page(
        request, here, form,
        lambda: actions.answer_extension(
            workspace=here.workspace, round_=here.round_, asked=pk, said=form.said(), **who
        ),
        done="The answer is on record.",
        words={
            "title": "What was answered",
            "button": "Record the answer",
            "lede": f"{found.asked.who} was asked on {in_words(found.asked.on)}.",
        },
    )  # fmt: skip


@in_workspace(Deed.RECORD_EXTENSION)
def withdraw(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """Take a request back, with the reason."""
    found, form = _extension(here, pk), forms.WithdrawForm(request.POST or None)
    who = _who(request)
    return _form_page(
        request, here, form,
        lambda: actions.withdraw_extension(workspace=here.workspace, asked=pk, **form.cleaned_data, **who),
        done="The request is taken back, and stays on record.",
        words={
            "title": "Take the request back",
            "button": "Take it back",
            "lede": f"{found.asked.who} was asked on {in_words(found.asked.on)}. {found.sentence}",
        },
    )  # fmt: skip


@in_workspace(Deed.RECORD_EXTENSION)
def correct(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """Put right what was entered. The earlier entry stays to be read."""
    entry = _entry(here, pk)
    kinds = {Kind.ASKED: forms.CorrectAskedForm, Kind.ANSWERED: forms.CorrectAnsweredForm}
    kind = kinds.get(Kind(entry.kind))
    if kind is None:
        raise Http404("A withdrawal is not corrected.")
    names = ("who", "on", "channel", "until_on", "why", "words", "reply")
    form: Any = kind(
        request.POST or None, request.FILES or None, initial={name: getattr(entry, name) for name in names}
    )
    who = _who(request)
    return _form_page(
        request, here, form,
        lambda: actions.correct_extension(
            workspace=here.workspace, round_=here.round_, entry=entry, said=form.said(),
            reason=form.cleaned_data["reason"], **who,
        ),
        done="It is corrected. What was entered before stays to be read.",
        words={
            "title": "Correct an entry",
            "button": "Put this in its place",
            "lede": "The entry before stays on record. A file given before stays with it unless you bring another.",
        },
    )  # fmt: skip


@never_cache
@in_workspace()
def file(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """The file that proves an entry, to be saved."""
    entry = _entry(here, pk)
    if entry.file is None:
        raise Http404("No file was given with this entry.")
    return saved(entry.file, entry.file_name)
