"""Asking a clock in the workspace: the same clocks as anyone's, filled in by the council's own rules of the day."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone

from moothall.apps.rules import queries as rulebooks
from moothall.domain import own_rules
from moothall.domain.authorities import Governance
from moothall.domain.clock_list import ListedClock, by_moment, listed
from moothall.domain.local_rules import RULINGS
from moothall.domain.own_arguments import FILLINGS, fillings_of
from moothall.domain.refusals import Refusal
from moothall.web.council.access import Here, in_workspace
from moothall.web.council.forms import clocks as forms
from moothall.web.public.clocks import Answer, answer

FORMAT = "format"


@in_workspace()
def clocks(request: HttpRequest, here: Here) -> HttpResponse:
    """Every clock in the order an officer meets them, with those that the council's own rules fill in today."""
    by = _by(here)
    own = {row.clock for row in FILLINGS if any(rule.clock is row.ruled for rule in by.book.rules_on(by.today))}
    context = {"here": here, "moments": by_moment(), "own": own, "may_be": {row.clock for row in FILLINGS} - own}
    return render(request, "council/clocks.html", context)


@in_workspace()
def clock(request: HttpRequest, here: Here, clock_name: str) -> HttpResponse:
    """The form of a clock filled in by the council's rules and, where the address asks, its answer with the rule."""
    found = listed(clock_name)
    if found is None:
        raise Http404("There is no clock of this name.")
    by, answered = _by(here), None
    form = forms.opened(found.question, by)
    if (set(request.GET) - {FORMAT}) & form.names():
        form = forms.OwnClockForm(found.question, by, request.GET)
        form, answered = _answered(form, found)
    if request.GET.get(FORMAT) == "json":
        return _json(form, answered)
    context = {
        "here": here,
        "clock": found,
        "form": form,
        "answer": answered,
        "rules": forms.rules_today(found.question, by).rules,
        "titles": RULINGS,
        "example": _example(found),
    }
    return render(request, "council/clock.html", context)


def _example(found: ListedClock) -> str:
    """The clock's example as it stands in an address, without what the rules fill in."""
    filled = {key for row in fillings_of(found.question.name) for key in row.keys}
    return urlencode([(key, value) for key, value in found.question.example if key not in filled])


def _by(here: Here) -> forms.Counted:
    book = rulebooks.rulebook_of(here.workspace.gss)
    return forms.Counted(book, Governance(here.workspace.governance), timezone.localdate())


def _answered(form: forms.OwnClockForm, found: ListedClock) -> tuple[forms.OwnClockForm, Answer | None]:
    """The answer, and the form as it then stands; the form as it was sent, with the sentence, where there is none."""
    if not form.is_valid():
        return form, None
    name, by, given = found.question.name, form.by, form.own_words()
    try:
        own = own_rules.asked_of(
            name, given, by.book, maker=form.maker, governance=by.governance, otherwise_on=by.today
        )
        more = {forms.MAKER: form.maker.value} if form.maker else {}
        answered = answer(found, given, beside_on=form.beside_on, own=own, more=more)
    except Refusal as refusal:
        form.refuse(refusal)
        return form, None
    return forms.shown_again(form, given, own), answered


def _json(form: forms.OwnClockForm, answered: Answer | None) -> JsonResponse:
    """The same object as `moothall clock NAME --rules FILE.json --json`; 400 with a sentence without an answer."""
    if answered is None or answered.own is None:
        wrong = [str(sentence) for sentences in form.errors.values() for sentence in sentences]
        sentence = wrong[0] if wrong else f"The clock {form.question.name} needs its arguments."
        return JsonResponse({"clock": form.question.name, "error": sentence}, status=400)
    plain = {**answered.found.as_plain(), "own_rules": [one.as_plain() for one in answered.own.rules]}
    return JsonResponse(plain, json_dumps_params={"ensure_ascii": False})
