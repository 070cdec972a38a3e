"""The clocks: the list of them, and the page of each with its form and its answer. Nothing that is entered is kept."""

from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_safe

from moothall.domain import given
from moothall.domain.clock_list import ListedClock, by_moment, listed
from moothall.domain.refusals import Refusal
from moothall.web.public.clocks import Answer, answer
from moothall.web.public.forms.clocks import ClockForm

FORMAT = "format"


@require_safe
def clocks(request: HttpRequest) -> HttpResponse:
    """Every clock, in the order an officer meets them."""
    return render(request, "public/clocks.html", {"moments": by_moment(), "section": "clocks"})


@require_safe
def clock(request: HttpRequest, clock_name: str) -> HttpResponse:
    """The form of a clock and, where the address asks something, its answer with the working."""
    found = listed(clock_name)
    if found is None:
        raise Http404
    form = ClockForm(found.question)
    asked = set(request.GET) - {FORMAT}
    if asked & form.names():
        form = ClockForm(found.question, request.GET)
    answered = _answer(form, found) if form.is_bound else None
    if request.GET.get(FORMAT) == "json":
        return _json(form, answered, request.GET)
    context = {
        "clock": found,
        "form": form,
        "answer": answered,
        "example": urlencode(found.question.example),
        "section": "clocks",
    }
    return render(request, "public/clock.html", context)


def _answer(form: ClockForm, found: ListedClock) -> Answer | None:
    if not form.is_valid():
        return None
    try:
        return answer(found, form.plain, beside_on=form.beside_on)
    except Refusal as refusal:
        form.refuse(refusal)
        return None


def _json(form: ClockForm, answered: Answer | None, asked: QueryDict) -> JsonResponse:
    """The same object as `moothall clock NAME --json`; 400 with a sentence where it could not be answered."""
    name = form.question.name
    try:
        given.check_keys(asked, (*form.names(), FORMAT), where=f"The clock {name}")
        wrong = "" if answered else _first_sentence(form)
    except Refusal as refusal:
        wrong = str(refusal)
    plain = {"clock": name, "error": wrong} if wrong or answered is None else answered.found.as_plain()
    return JsonResponse(plain, status=400 if wrong else 200, json_dumps_params={"ensure_ascii": False})


def _first_sentence(form: ClockForm) -> str:
    wrong = [str(sentence) for sentences in form.errors.values() for sentence in sentences]
    needed = ", ".join(form.question.needs) or form.question.arguments[0].key
    return wrong[0] if wrong else f"The clock {form.question.name} needs its arguments: {needed}."
