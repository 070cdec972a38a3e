"""The officer time a return took, where the council records it: for the council alone."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from moothall.apps.hours import actions, queries
from moothall.documents.writing import csv
from moothall.documents.writing.document import Document, Table, cell
from moothall.domain import hours as domain
from moothall.domain.hours import Entry
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.web.council.access import Here, address, in_workspace, tell
from moothall.web.council.forms import hours as forms

COLUMNS = (
    "Entry", "Kind of post", "Stage", "Hours", "Week or month", "First day", "What was done", "In place of entry",
    "Why", "Counts", "What became of it",
)  # fmt: skip


@in_workspace()
def officer_time(request: HttpRequest, here: Here) -> HttpResponse:
    """Every entry, and the hours that count at each stage and over all."""
    entries, switched = queries.entries(here.workspace), queries.switched(here.workspace)
    now = switched[-1] if switched else None
    totals = domain.totals(entries)
    context = {
        "here": here,
        "entries": entries,
        "switched": switched,
        "is_on": bool(now and now.is_on),
        "answer": domain.answer_of(entries, now),
        "totals": [(stage.label, domain.in_hours(quarters)) for stage, quarters in totals],
        "total": domain.in_hours(sum(quarters for _, quarters in totals)),
    }
    return render(request, "council/officer_time.html", context)


@in_workspace()
def as_csv(request: HttpRequest, here: Here) -> HttpResponse:
    """Every entry as CSV, with those that no longer count marked."""
    rows = tuple(tuple(cell(text) for text in _cells(one)) for one in queries.entries(here.workspace))
    data = csv.write(Document(title="Officer time", blocks=(Table(rows, header=COLUMNS),)))
    answer = HttpResponse(data, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{here.workspace.slug}-officer-time.csv"'
    return answer


def _cells(one: Entry) -> tuple[str, ...]:
    time = one.time
    return (
        str(one.number), time.post.label, time.stage.label, time.hours, time.when, time.first_on.isoformat(),
        time.words, str(one.corrects or ""), one.why, "yes" if one.counts else "no", one.became,
    )  # fmt: skip


def _page(
    request: HttpRequest, here: Here, form: Form, do: Callable[[dict[str, Any]], Any], *, done: str, title: str,
    button: str, about: str = "", note: str = "",
) -> HttpResponse:  # fmt: skip
    """A form with one deed behind it: done, or shown again with what is wrong."""
    if request.method == "POST" and form.is_valid():
        try:
            do({"by": request.user, "at": timezone.localtime()})
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, done)
            return redirect(address(here, "officer_time"))
    context = {"here": here, "form": form, "title": title, "button": button, "about": about, "note": note}
    return render(request, "council/officer_time_form.html", context)


@in_workspace(Deed.SWITCH_HOURS)
def switch(request: HttpRequest, here: Here) -> HttpResponse:
    """Switch the recording on, with what for, or off, with why."""
    now = queries.now(here.workspace)
    is_on = not (now and now.is_on)
    form = forms.SwitchOnForm(request.POST or None) if is_on else forms.SwitchOffForm(request.POST or None)
    title = "Record officer time" if is_on else "Stop recording officer time"
    return _page(
        request, here, form,
        lambda who: actions.switch(
            workspace=here.workspace, is_on=is_on, words=form.cleaned_data["words"], **who
        ),
        done="Officer time is recorded from now on." if is_on else "Officer time is recorded no longer.",
        title=title, button="Switch it on" if is_on else "Switch it off",
        note="Officers with a role here may then enter time, by kind of post and never by person."
        if is_on else "What was entered stays, and is shown as from before.",
    )  # fmt: skip


@in_workspace(Deed.ENTER_HOURS)
def add(request: HttpRequest, here: Here) -> HttpResponse:
    """Enter time."""
    form = forms.TimeForm(request.POST or None)
    return _page(
        request, here, form, lambda who: actions.enter(workspace=here.workspace, time=form.time, **who),
        done="The time is entered.", title="Enter officer time", button="Enter it",
    )  # fmt: skip


def _row(here: Here, number: int) -> tuple[Any, Entry, str]:
    row = queries.entry(here.workspace, number)
    if row is None:
        raise Http404("There is no entry of this number.")
    one = queries.value(row)
    time = one.time
    about = f"Entry {one.number}: {time.hours} hours, {time.post.label}, {time.stage.label}, {time.when}."
    return row, one, f"{about} {one.became}".strip()


@in_workspace(Deed.ENTER_HOURS)
def correct(request: HttpRequest, here: Here, number: int) -> HttpResponse:
    """Put an entry in place of an earlier one, with the reason."""
    row, one, about = _row(here, number)
    time = one.time
    initial = {
        "post": time.post, "stage": time.stage, "hours": time.hours, "span": time.span, "on": time.first_on,
        "words": time.words,
    }  # fmt: skip
    form = forms.CorrectForm(request.POST or None, initial=initial)
    return _page(
        request, here, form,
        lambda who: actions.correct(found=row, time=form.time, why=form.cleaned_data["why"], **who),
        done="It is corrected. The earlier entry stays and counts no more.", title="Correct an entry",
        button="Correct it", about=about,
    )  # fmt: skip


@in_workspace(Deed.ENTER_HOURS)
def take_back(request: HttpRequest, here: Here, number: int) -> HttpResponse:
    """Take an entry back, with the reason."""
    row, _, about = _row(here, number)
    form = forms.TakeBackForm(request.POST or None)
    return _page(
        request, here, form, lambda who: actions.take_back(found=row, why=form.cleaned_data["why"], **who),
        done="It is taken back. It stays to be read and counts no more.", title="Take an entry back",
        button="Take it back", about=about,
    )  # fmt: skip
