"""What hangs on one measure or milestone: an item pointed at, where it cannot be compared, and who follows it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from moothall.apps.people import queries as people
from moothall.apps.progress import actions, queries
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.web.council import progress_rows, progress_state
from moothall.web.council.access import Here, in_workspace, tell
from moothall.web.council.forms import progress as forms
from moothall.web.council.progress_state import State


def _back(here: Here, name: str = "progress", *more: Any) -> HttpResponse:
    return redirect(f"council:{name}", here.round_.slug, here.workspace.slug, *more)


def _state(here: Here, item: str) -> State:
    state = progress_state.state(here, as_of=timezone.localdate())
    if state is None or item not in state.titles:
        raise Http404("The plan has no such measure or milestone.")
    return state


def _is_measure(state: State, item: str) -> bool:
    return any(one.key == item for one in state.shown.plan.measures)


@in_workspace(Deed.RECORD_READING)
def point(request: HttpRequest, here: Here, followed: str) -> HttpResponse:
    """Point at an item that tells already how it is going, in place of a reading."""
    state = _state(here, followed)
    waiting = progress_state.longest_waiting(followed, state.waits)
    period = waiting.period if waiting else None
    initial = {"period": period.words, "period_ends_on": period.ends_on} if period else {}
    form = forms.PointForm(request.POST or None, initial=initial, has_period=_is_measure(state, followed))
    if request.method == "POST" and form.is_valid():
        try:
            actions.point_to_item(
                workspace=here.workspace, item=followed, **form.cleaned_data, by=request.user, at=timezone.localtime()
            )
            messages.success(
                request, f"{state.titles[followed]} points at that item now. Nothing needs to be told twice."
            )
            return _back(here)
        except Refusal as refusal:
            tell(form, refusal)
    pointed = state.shown.pointers.get(followed, ())
    context = {"here": here, "form": form, "title": state.titles[followed], "pointed": pointed}
    return render(request, "council/progress_point.html", context)


@in_workspace(Deed.RECORD_READING)
def breaks(request: HttpRequest, here: Here, followed: str) -> HttpResponse:
    """Say from when a measure cannot be compared with before."""
    state = _state(here, followed)
    if not _is_measure(state, followed):
        raise Http404("The plan has no such measure.")
    form = forms.BreakForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.record_break(
                workspace=here.workspace,
                measure=followed,
                **form.cleaned_data,
                by=request.user,
                at=timezone.localtime(),
            )
            messages.success(
                request, f"The line of {state.titles[followed]} is broken there, with your words beside it."
            )
            return _back(here)
        except Refusal as refusal:
            tell(form, refusal)
    context = {
        "here": here,
        "form": form,
        "title": state.titles[followed],
        "recorded": queries.recorded_breaks(here.workspace.pk, followed),
        "words": {kind.value: text for kind, text in progress_rows.BREAK_WORDS.items()},
    }
    return render(request, "council/progress_breaks.html", context)


@in_workspace(Deed.RECORD_READING)
def take_break_back(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """Say why the figures can be compared across a break after all."""
    row = queries.break_called(here.workspace.pk, pk)
    if row is None:
        raise Http404("There is no such break.")
    form = forms.WhyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.take_break_back(row=row, why=form.cleaned_data["why"], by=request.user, at=timezone.localtime())
            messages.success(request, "The break is taken back. It stays in the record with your reason.")
            return _back(here, "progress_breaks", row.measure)
        except Refusal as refusal:
            tell(form, refusal)
    return render(request, "council/progress_take_back.html", {"here": here, "form": form, "row": row})


@in_workspace()
def following(request: HttpRequest, here: Here) -> HttpResponse:
    """Who follows each measure and milestone, how often, and which posts are vacant."""
    state = progress_state.state(here, as_of=timezone.localdate())
    rows = []
    if state is not None:
        measures = {one.key for one in state.shown.plan.measures}
        rows = [
            (key, title, state.followed[key], progress_rows.follow_words(state.followed[key], key in measures))
            for key, title in state.titles.items()
        ]
    return render(request, "council/progress_following.html", {"here": here, "rows": rows, "state": state})


@in_workspace(Deed.ARRANGE_FOLLOWING)
def follow(request: HttpRequest, here: Here, followed: str) -> HttpResponse:
    """Say whose word one of them is, and how often it is told."""
    state = _state(here, followed)
    now = queries.arranged(here.workspace.pk, followed)
    form = forms.FollowForm(
        request.POST or None,
        people=queries.owners_to_choose(here.workspace.pk),
        is_measure=_is_measure(state, followed),
        initial={
            "person": now.person_id if now else "",
            "post": now.post if now else "",
            "frequency": state.followed[followed].frequency or "",
            "days": state.followed[followed].days,
        },
    )
    if request.method == "POST" and form.is_valid():
        said = dict(form.cleaned_data)
        who = people.person(int(said.pop("person"))) if said["person"] else said.pop("person") or None
        try:
            actions.arrange(
                workspace=here.workspace, item=followed, person=who, **said, by=request.user, at=timezone.localtime()
            )
            messages.success(request, f"It is kept who follows {state.titles[followed]}.")
            return _back(here, "progress_following")
        except Refusal as refusal:
            tell(form, refusal)
    return render(
        request, "council/progress_follow.html", {"here": here, "form": form, "title": state.titles[followed]}
    )
