"""Call-in: whether a decision may be called in and by whose rule, asking for it, joining, leaving, and marking it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from moothall.apps.call_ins import actions, queries
from moothall.apps.reports import queries as reports
from moothall.apps.routes import queries as routes
from moothall.domain.called_in import NEXT
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.web.council.access import Here, address, in_workspace, tell
from moothall.web.council.call_in_rows import decision_row
from moothall.web.council.forms import call_ins as forms
from moothall.web.council.forms import decisions as forms_of_decisions


@in_workspace()
def call_ins(request: HttpRequest, here: Here) -> HttpResponse:
    """Every decision on the route: whether it may be called in, until when, and what was asked of it."""
    chosen, now = routes.route(here.workspace), timezone.localtime()
    found = [queries.prospect(one, at=now) for one in routes.decisions(here.workspace)]
    ahead = [] if found else [one for one in routes.standing_dates(chosen) if one.step.step == "call_in"]
    context = {
        "here": here,
        "rows": [decision_row(one, request.user, is_key=_is_key(here)) for one in found],
        "route": chosen,
        "ahead": ahead,
    }
    return render(request, "council/call_ins.html", context)


@in_workspace(Deed.ASK_CALL_IN)
def ask(request: HttpRequest, here: Here, step_id: int) -> HttpResponse:
    """Ask for a decision to be called in."""
    step = routes.step(here.workspace, step_id)
    decision = routes.decision_at(step) if step else None
    if decision is None:
        raise Http404("There is no decision here.")
    form = forms.AskForm(request.POST or None)
    prospect = queries.prospect(decision, at=timezone.localtime())
    if request.method != "POST" and (prospect.refusal or prospect.stands):
        return redirect(address(here, "call_ins"))

    def deed(said: dict[str, Any]) -> None:
        actions.ask(decision=decision, **said, by=_member(request), at=timezone.localtime())

    told = "Your request is kept with its exact time. Democratic services has a mail."
    return _done(request, here, form, deed, told) or render(
        request,
        "council/ask_call_in.html",
        {"here": here, "form": form, "row": decision_row(prospect, request.user, is_key=_is_key(here))},
    )


@in_workspace(Deed.ASK_CALL_IN)
def join(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """Put one's name to a request."""
    row, form = _call_in(here, pk), forms.JoinForm(request.POST or None)

    def deed(said: dict[str, Any]) -> None:
        actions.join(call_in=row, **said, by=_member(request), at=timezone.localtime())

    told = "Your name is kept with its exact time. Democratic services has a mail."
    shown = {"title": "Join the request for a call-in", "deed": "Put my name to it", "heading": "Your name"}
    return _done(request, here, form, deed, told) or _page(request, here, row, form, shown)


@in_workspace(Deed.ASK_CALL_IN)
def withdraw(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """Take one's name off a request."""
    row, form = _call_in(here, pk), forms.LeaveForm(request.POST or None)

    def deed(said: dict[str, Any]) -> None:
        actions.withdraw(call_in=row, **said, by=_member(request), at=timezone.localtime())

    shown = {"title": "Withdraw your name", "deed": "Withdraw my name", "heading": ""}
    return _done(request, here, form, deed, "Your name is withdrawn. That it stood there stays on record.") or _page(
        request, here, row, form, shown
    )


@in_workspace(Deed.SETTLE_CALL_IN)
def settle(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """Mark a request valid or not, with the reason."""
    row, form = _call_in(here, pk), forms.SettleForm(request.POST or None)

    def deed(said: dict[str, Any]) -> None:
        actions.settle(
            call_in=row, is_valid=said["answer"] == "yes", reason=said["reason"], by=request.user,
            at=timezone.localtime(),
        )  # fmt: skip

    shown = {"title": "Is the request for a call-in valid?", "deed": "Keep it", "heading": "Your answer"}
    return _done(request, here, form, deed, "It is kept, and the members who asked have a mail.") or _page(
        request, here, row, form, shown
    )


@in_workspace(Deed.FOLLOW_CALL_IN)
def follow(request: HttpRequest, here: Here, pk: int, follows: str) -> HttpResponse:
    """Record what followed a valid request: the hearing, its outcome, and what came of that."""
    row, now = _call_in(here, pk), timezone.localtime()
    found = queries.standing(row, at=now)
    way = next((one for one in found.after.ways if one.what == follows), None) if found.after else None
    if found.after is None or way is None:
        raise Http404("Nothing of this kind follows here.")
    initial = {"body": forms_of_decisions.body_for(way.what, found)}
    form = forms_of_decisions.FollowForm(request.POST or None, way=way, initial=initial)

    def deed(said: dict[str, Any]) -> None:
        actions.follow(call_in=row, happening=form.happening, by=request.user, at=timezone.localtime())

    of_decision = decision_row(queries.prospect(row.decision, at=now), request.user, is_key=_is_key(here))
    asked = next(one for one in of_decision.requests if one.standing.row.pk == row.pk)
    leads_to = NEXT[found.after.stage][way.what]
    context = {"here": here, "form": form, "way": way, "asked": asked, "leads_to": leads_to}
    return _done(request, here, form, deed, "It is on record, and the members who asked have a mail.") or render(
        request, "council/follow_call_in.html", context
    )


def _call_in(here: Here, pk: int) -> Any:
    row = queries.call_in(here.workspace, pk)
    if row is None:
        raise Http404("There is no request of this number here.")
    return row


def _is_key(here: Here) -> bool | None:
    """What the covering report says of the decision being key; None where it says nothing."""
    report = reports.report(here.workspace)
    return reports.value(report).key_decision if report else None


def _member(request: HttpRequest) -> Any:
    return request.user


def _done(
    request: HttpRequest, here: Here, form: Form, deed: Callable[[dict[str, Any]], None], told: str
) -> HttpResponse | None:
    """Do the deed if the form is whole, and go back; None, with the refusal in the form, where it was not done."""
    if request.method != "POST" or not form.is_valid():
        return None
    try:
        deed(form.cleaned_data)
    except Refusal as refusal:
        tell(form, refusal)
        return None
    messages.success(request, told)
    return redirect(address(here, "call_ins"))


def _page(request: HttpRequest, here: Here, row: Any, form: Form, shown: dict[str, Any]) -> HttpResponse:
    found = queries.prospect(row.decision, at=timezone.localtime())
    of_decision = decision_row(found, request.user, is_key=_is_key(here))
    asked = next(one for one in of_decision.requests if one.standing.row.pk == row.pk)
    context = {"here": here, "form": form, "row": of_decision, "asked": asked, **shown}
    return render(request, "council/call_in_deed.html", context)
