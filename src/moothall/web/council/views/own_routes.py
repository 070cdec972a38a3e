"""The routes a council puts together for itself: composed, kept, brought in, given days and taken."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from moothall.apps.routes import actions, actions_at_steps, clocks, own
from moothall.documents.exchange import route_json
from moothall.documents.exchange.checked import NotLoaded
from moothall.domain.authorities import Governance
from moothall.domain.own_dates import dated, with_days
from moothall.domain.own_routes import OwnRoute, faults, like, of_shape
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.domain.routes import route
from moothall.domain.situation import Key, Situation
from moothall.reference import bank_holidays
from moothall.web.council.access import Here, in_workspace, tell
from moothall.web.council.forms import own_routes as forms


def _row(here: Here, own_id: int) -> Any:
    row = own.own_route_row(here.workspace, own_id)
    if row is None:
        raise Http404("The council has no such route of its own.")
    return row


def _list(here: Here) -> HttpResponse:
    return redirect("council:own_routes", here.round_.slug, here.workspace.slug)


@in_workspace()
def own_routes(request: HttpRequest, here: Here) -> HttpResponse:
    """The council's own routes, and the ways to a new one."""
    rows = [(row, own.value_of(row)) for row in own.own_route_rows(here.workspace)]
    context = {"here": here, "rows": rows, "start": forms.StartForm(), "bring": forms.BringForm()}
    return render(request, "council/own_routes.html", context)


@in_workspace(Deed.CHOOSE_ROUTE)
def new_own_route(request: HttpRequest, here: Here) -> HttpResponse:
    """Compose a route, from nothing or from one that councils took."""
    try:
        start = of_shape(request.GET["start"]) if request.GET.get("start") else None
    except KeyError as missing:
        raise Http404("There is no such shape of route.") from missing
    return _compose(request, here, start, "Compose a route")


@in_workspace(Deed.CHOOSE_ROUTE)
def own_route(request: HttpRequest, here: Here, own_id: int) -> HttpResponse:
    """Change a composed route. Another name keeps it as another route."""
    return _compose(request, here, own.value_of(_row(here, own_id)), "Change the route")


def _compose(request: HttpRequest, here: Here, start: OwnRoute | None, title: str) -> HttpResponse:
    name = forms.NameForm(request.POST or None, initial={"name": start.name if start else ""})
    rows = forms.StepFormSet(request.POST or None, initial=forms.rows_of(start), prefix="steps")
    found: tuple[Any, ...] = ()
    if request.method == "POST" and name.is_valid() and rows.is_valid():
        composed = OwnRoute(name.cleaned_data["name"].strip(), forms.steps_in(rows), start.based_on if start else "")
        found = faults(composed, governance=Governance(here.workspace.governance))
        if not found:
            actions_at_steps.keep_own_route(
                workspace=here.workspace, route=composed, by=request.user, at=timezone.localtime()
            )
            messages.success(request, f"The route “{composed.name}” is kept for all your rounds.")
            return _list(here)
        for one in found:
            tell(name, Refusal(f"Step {one.step}: {one.says}" if one.step else one.says, next_step=one.next_step))
    return render(request, "council/own_route.html", {"here": here, "form": name, "rows": rows, "title": title})


@in_workspace()
def own_route_json(request: HttpRequest, here: Here, own_id: int) -> HttpResponse:
    """A composed route as a file, which may be brought in again."""
    row = _row(here, own_id)
    answer = HttpResponse(route_json.to_bytes(own.value_of(row)), content_type="application/json")
    answer["Content-Disposition"] = f'attachment; filename="route-{row.pk}.json"'
    return answer


@in_workspace(Deed.CHOOSE_ROUTE)
def bring_own_route(request: HttpRequest, here: Here) -> HttpResponse:
    """Bring a route in from a file."""
    form = forms.BringForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            found = route_json.load(form.cleaned_data["file"].read())
            actions_at_steps.keep_own_route(
                workspace=here.workspace, route=found, by=request.user, at=timezone.localtime()
            )
            messages.success(request, f"The route “{found.name}” is kept for all your rounds.")
            return _list(here)
        except NotLoaded as error:
            form.add_error("file", f"{error.path}: {error.sentence}" if error.path else error.sentence)
        except Refusal as refusal:
            tell(form, refusal)
    return render(request, "council/own_route_bring.html", {"here": here, "form": form})


@in_workspace(Deed.CHOOSE_ROUTE)
def take_own_route(request: HttpRequest, here: Here, own_id: int) -> HttpResponse:
    """Take a composed route for this plan, with days; the planner counts the rest where the shape allows it."""
    value = own.value_of(_row(here, own_id))
    form = forms.DaysForm(request.POST or None, steps=value.steps)
    if request.method == "POST" and form.is_valid():
        try:
            planned = dated(value, form.days, _situation(here))
            parts = with_days(value, form.days)
            actions.choose_route(
                workspace=here.workspace, code=like(value) or "own", name=value.name,
                as_of=planned.as_of if planned else timezone.localdate(), planned=planned or {}, steps=parts,
                by=request.user, at=timezone.localtime(),
            )  # fmt: skip
            counted = "Its dates are counted." if planned else "The planner does not count this shape: your days stand."
            messages.success(request, f"The route is chosen: {value.name}. {counted}")
            return redirect("council:route", here.round_.slug, here.workspace.slug)
        except Refusal as refusal:
            tell(form, refusal)
    shape = like(value)
    context = {"here": here, "form": form, "route": value, "shape": route(shape) if shape else None}
    return render(request, "council/own_route_take.html", context)


def _situation(here: Here) -> Situation:
    """What the planner counts from: the council's rules on the day looked from, and the day that holds."""
    today = timezone.localdate()
    as_of = today if here.due.on >= today else here.round_.letter_on
    pack = clocks.pack_of(here.workspace, as_of)
    return Situation(as_of, here.due.on, pack, pack.governance, Key.UNSURE, True, bank_holidays.england())


@in_workspace(Deed.CHOOSE_ROUTE)
def remove_own_route(request: HttpRequest, here: Here, own_id: int) -> HttpResponse:
    """Take a composed route away. Plans that took it keep their steps."""
    row = _row(here, own_id)
    if request.method == "POST":
        actions_at_steps.remove_own_route(workspace=here.workspace, own=row, by=request.user, at=timezone.localtime())
        messages.success(request, "The route is taken away. Plans that took it keep their steps.")
        return _list(here)
    return render(request, "council/own_route_remove.html", {"here": here, "row": row})
