"""The council's standard wordings: what stands, a new one, a new version, and taking one back."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from moothall.apps.rounds import queries as rounds
from moothall.apps.wordings import actions
from moothall.apps.wordings import queries as kept
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.web.council.access import Here, address, in_workspace, tell
from moothall.web.council.forms import wordings as forms
from moothall.web.council.forms.reports import FIELDS


@in_workspace()
def wordings(request: HttpRequest, here: Here) -> HttpResponse:
    """Every wording of the council, those offered first."""
    rows = kept.wordings(here.workspace.gss)
    context = {
        "here": here,
        "offered": [one for one in rows if one.is_offered],
        "taken_back": [one for one in rows if not one.is_offered],
        "places": forms.places(here.round_),
        "elsewhere": forms.elsewhere,
        "today": timezone.localdate(),
    }
    return render(request, "council/wordings.html", context)


@in_workspace(Deed.KEEP_WORDINGS)
def add(request: HttpRequest, here: Here) -> HttpResponse:
    """Keep words that were approved."""
    form = forms.WordingForm(request.POST or None, round_=here.round_)

    def deed(data: dict[str, Any]) -> Any:
        return actions.add_wording(workspace=here.workspace, **data, by=request.user, at=timezone.localtime())

    row = _done(request, form, deed)
    if row is not None:
        messages.success(request, f"“{row.title}” is kept, and offered where it is for.")
        return redirect(address(here, "wordings"))
    return render(request, "council/wording_form.html", {"here": here, "form": form, "wording": None})


@in_workspace()
def wording(request: HttpRequest, here: Here, wording: int) -> HttpResponse:
    """One wording: its words, its versions, and where it was used."""
    rows = _versions(here, wording)
    context = {
        "here": here,
        "wording": rows[0],
        "earlier": rows[1:],
        "uses": [(use, _place_used(here, use)) for use in kept.uses(rows)],
        "places": forms.places(here.round_),
        "elsewhere": forms.elsewhere,
        "today": timezone.localdate(),
    }
    return render(request, "council/wording.html", context)


@in_workspace(Deed.KEEP_WORDINGS)
def renew(request: HttpRequest, here: Here, wording: int) -> HttpResponse:
    """Put a new version in place of the one that stands. What was typed is written over the version one saw."""
    rows = _versions(here, wording)
    seen = next((row for row in rows if str(row.version) == request.POST.get("seen")), rows[0])
    stands = {name: getattr(seen, name) for name in forms.WordingForm.base_fields}
    form = forms.WordingForm(request.POST or None, initial=stands, round_=here.round_)

    def deed(data: dict[str, Any]) -> Any:
        return actions.renew_wording(
            workspace=here.workspace, wording=seen, **data, by=request.user, at=timezone.localtime()
        )

    row = _done(request, form, deed)
    if row is not None:
        messages.success(request, f"Version {row.version} of “{row.title}” is kept. The one before stays to be read.")
        return redirect(address(here, "wording", wording))
    return render(request, "council/wording_form.html", {"here": here, "form": form, "wording": seen})


@in_workspace(Deed.KEEP_WORDINGS)
def take_back(request: HttpRequest, here: Here, wording: int) -> HttpResponse:
    """Offer a wording no longer."""
    row = _versions(here, wording)[0]
    form = forms.TakeBackForm(request.POST or None)

    def deed(data: dict[str, Any]) -> Any:
        return actions.take_back_wording(
            workspace=here.workspace, wording=row, **data, by=request.user, at=timezone.localtime()
        )

    if _done(request, form, deed) is not None:
        messages.success(request, f"“{row.title}” is taken back. Where it was used nothing changes.")
        return redirect(address(here, "wordings"))
    return render(request, "council/take_back_wording.html", {"here": here, "form": form, "wording": row})


def _place_used(here: Here, use: kept.Use) -> str:
    """Where a wording was used, in words; the round is named where it is another one."""
    round_ = (
        here.round_ if use.workspace.round_slug == here.round_.slug else rounds.round_called(use.workspace.round_slug)
    )
    if use.event == "report.field_written":
        said = f"{FIELDS[use.section].label if use.section in FIELDS else use.section}, in the covering report"
    elif use.event == "plan.opening_written":
        said = "Introduction of the plan"
    else:
        titles = {one.id: one.title for _, one in round_.questions()} if round_ else {}
        said = f"{use.section} {titles.get(use.section, '')}".strip()
    return said if round_ is here.round_ else f"{said}, {round_.title if round_ else use.workspace.round_slug}"


def _versions(here: Here, number: int) -> list[Any]:
    rows = kept.versions(here.workspace.gss, number)
    if not rows:
        raise Http404("The council has no such wording.")
    return rows


def _done(request: HttpRequest, form: Any, deed: Callable[[dict[str, Any]], Any]) -> Any:
    """What the deed gave, or None where the form is not whole or the deed is refused, which the form then says."""
    if request.method != "POST" or not form.is_valid():
        return None
    try:
        return deed(form.cleaned_data)
    except Refusal as refusal:
        tell(form, refusal)
        return None
