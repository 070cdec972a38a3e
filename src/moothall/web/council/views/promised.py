"""What the report promised for later: taken up, followed, done or dropped."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from moothall.apps.promised import actions, queries
from moothall.domain import follow_ups as domain
from moothall.domain.follow_ups import State, What
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.web.council.access import Here, address, in_workspace, tell
from moothall.web.council.forms import promised as forms

SHAPES = {
    State.WAITING: ("clock", "Waits", "quiet"),
    State.OVERDUE: ("clock", "Overdue", "strong"),
    State.DONE: ("tick", "Done", "quiet"),
    State.DROPPED: ("square", "Dropped", "quiet"),
}


@in_workspace()
def follow_ups(request: HttpRequest, here: Here) -> HttpResponse:
    """What was promised and how it stands, and what the report promises that nobody took up."""
    today = timezone.localdate()
    found = [one.value for one in queries.of_workspace(here.workspace)]
    context = {
        "here": here,
        "rows": [(one, SHAPES[one.state(as_of=today)], one.sentence(as_of=today)) for one in found],
        "answer": domain.answer_of(found, as_of=today),
        "candidates": queries.candidates(here.workspace),
    }
    return render(request, "council/follow_ups.html", context)


def _row(here: Here, number: int) -> Any:
    row = queries.follow_up(here.workspace, number)
    if row is None:
        raise Http404("There is no follow-up of this number.")
    return row


def _owner(here: Here, form: Form) -> dict[str, Any]:
    found = dict(form.cleaned_data)
    pk = found.pop("person")
    return found | {"person": queries.person_here(here.workspace, int(pk)) if pk else None}


def _page(
    request: HttpRequest, here: Here, form: Form, do: Callable[[dict[str, Any]], Any], *, done: str, title: str,
    button: str, about: str = "", place: str = "",
) -> HttpResponse:  # fmt: skip
    """A form with one deed behind it: done, or shown again with what is wrong."""
    if request.method == "POST" and form.is_valid():
        try:
            do({"by": request.user, "at": timezone.localtime()})
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, done)
            return redirect(address(here, "follow_ups"))
    context = {"here": here, "form": form, "title": title, "button": button, "about": about, "place": place}
    return render(request, "council/follow_up_form.html", context)


@in_workspace(Deed.KEEP_FOLLOW_UPS)
def add(request: HttpRequest, here: Here) -> HttpResponse:
    """Take up a promise of the report, or enter one by hand."""
    key = request.GET.get("of", "")
    one = next((found for found in queries.candidates(here.workspace) if found.key == key), None)
    initial = {"text": one.text, "due_on": one.due_on} if one else {}
    form = forms.PromiseForm(request.POST or None, people=queries.owners_to_choose(here.workspace), initial=initial)
    source: dict[str, Any] = {"source": one.key, "place": one.place} if one else {}
    return _page(
        request, here, form,
        lambda who: actions.promise(workspace=here.workspace, **source, **_owner(here, form), **who),
        done="It is taken up, and whoever holds the post is told.", title="What was promised", button="Take it up",
        place=one.place if one else "",
    )  # fmt: skip


@in_workspace(Deed.KEEP_FOLLOW_UPS)
def done(request: HttpRequest, here: Here, number: int) -> HttpResponse:
    """Record that it is done, with what shows it."""
    row, form = _row(here, number), forms.DoneForm(request.POST or None)
    return _page(
        request, here, form, lambda who: actions.follow_up(found=row, what=What.DONE, **form.cleaned_data, **who),
        done="It is done.", title="It is done", button="Record that it is done", about=row.text,
    )  # fmt: skip


@in_workspace(Deed.KEEP_FOLLOW_UPS)
def drop(request: HttpRequest, here: Here, number: int) -> HttpResponse:
    """Record that it is dropped, with the reason."""
    row, form = _row(here, number), forms.DropForm(request.POST or None)
    return _page(
        request, here, form,
        lambda who: actions.follow_up(
            found=row, what=What.DROPPED, on=who["at"].date(), words=form.cleaned_data["words"], **who
        ),
        done="It is dropped, and stays on record.", title="Drop what was promised", button="Drop it", about=row.text,
    )  # fmt: skip


@in_workspace(Deed.KEEP_FOLLOW_UPS)
def change(request: HttpRequest, here: Here, number: int) -> HttpResponse:
    """Give it to another post or another day, with the reason."""
    row = _row(here, number)
    one = queries.value(row)
    form = forms.ChangeForm(
        request.POST or None, people=queries.owners_to_choose(here.workspace),
        initial={"post": one.owner.post, "due_on": one.due_on},
    )  # fmt: skip
    return _page(
        request, here, form,
        lambda who: actions.follow_up(
            found=row, what=What.CHANGED, on=who["at"].date(), **_owner(here, form), **who
        ),
        done="It is changed, and whoever holds the post is told.", title="Another post or another day",
        button="Change it", about=row.text,
    )  # fmt: skip
