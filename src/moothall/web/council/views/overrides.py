"""The proper officer's own date in place of a computed one."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from moothall.apps.overrides import actions
from moothall.apps.overrides import queries as overrides
from moothall.apps.routes import queries as routes
from moothall.domain.overrides import warnings
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.domain.standing_dates import StandingDate
from moothall.web.components.words import full_day
from moothall.web.council.access import Here, address, in_workspace, tell
from moothall.web.council.forms import overrides as forms


def _dates(here: Here) -> tuple[StandingDate, ...]:
    return routes.standing_dates(routes.route(here.workspace))


def _back(here: Here) -> HttpResponse:
    return redirect(f"{address(here, 'route')}#dates")


@in_workspace(Deed.OVERRIDE_DATE)
def override_date(request: HttpRequest, here: Here, clock: str) -> HttpResponse:
    """Put a date in place of a computed one. Where the law's last day is passed, the warning must be read first."""
    dates = _dates(here)
    date = next((one for one in dates if one.key == clock and one.may_be_overridden), None)
    if date is None:
        raise Http404("There is no computed date of this name on the route.")
    form = forms.OverrideForm(request.POST or None, initial=_already(date))
    if request.method == "POST" and form.is_valid():
        said = dict(form.cleaned_data)
        form.warn(_warned(date, dates, said))
        try:
            actions.override_date(
                workspace=here.workspace,
                date_=date,
                dates=dates,
                time_=said.pop("time"),
                **said,
                by=request.user,
                at=timezone.localtime(),
            )
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, f"{full_day(said['on'])} stands. What was counted is kept beside it.")
            return _back(here)
    return render(request, "council/override_date.html", {"here": here, "form": form, "date": date})


def _already(date: StandingDate) -> dict[str, Any]:
    """What the boxes hold at first: the date that was put, where one was."""
    put = date.override
    return {"on": put.on, "time": put.at.time() if put.at else None} if put else {}


def _warned(date: StandingDate, dates: tuple[StandingDate, ...], said: dict[str, Any]) -> tuple[str, ...]:
    at = datetime.combine(said["on"], said["time"]) if said["time"] else None
    return warnings(date.counted, [one.step for one in dates], on=said["on"], at=at)


@in_workspace(Deed.OVERRIDE_DATE)
def take_back_override(request: HttpRequest, here: Here, clock: str) -> HttpResponse:
    """Let the computed date stand again."""
    row = overrides.row(here.workspace, clock)
    if row is None:
        raise Http404("No date was put in place of this one.")
    form = forms.TakeBackForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.take_back_override(override=row, **form.cleaned_data, by=request.user, at=timezone.localtime())
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, "The computed date stands again. What was put is kept on record.")
            return _back(here)
    date = next((one for one in _dates(here) if one.key == clock), None)
    context = {"here": here, "form": form, "override": overrides.value(row), "date": date}
    return render(request, "council/take_back_override.html", context)
