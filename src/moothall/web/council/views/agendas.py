"""Agendas on public view, with what was added to each; and the forward plan of the council."""

import mimetypes
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from moothall.apps.files import queries as kept_files
from moothall.apps.handoff import appendices
from moothall.apps.handoff import queries as handoff
from moothall.apps.notices import actions, files, queries
from moothall.apps.reports import queries as reports
from moothall.domain.agenda_changes import What
from moothall.domain.handing_over import Kind
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.web.components.fields import time_to_type
from moothall.web.council.access import Here, address, in_workspace, tell
from moothall.web.council.forms import agendas as forms
from moothall.web.council.views.notices import sent


@in_workspace()
def agendas(request: HttpRequest, here: Here) -> HttpResponse:
    """Every agenda that is public, and for each what came late, with its rule and what follows from it."""
    parts = queries.parts(here.workspace, as_of=timezone.localdate())
    context = {
        "here": here,
        "agendas": queries.agendas(here.workspace),
        "waiting": [
            one
            for one in parts
            if one.matter.body_kind.meets and one.matter.on and one.agenda is None and not one.is_called_off
        ],
    }
    return render(request, "council/agendas.html", context)


@in_workspace(Deed.KEEP_AGENDA)
def publish_agenda(request: HttpRequest, here: Here, step_id: int) -> HttpResponse:
    """Record that an agenda went on public view, with its papers."""
    part = queries.part(here.workspace, step_id, as_of=timezone.localdate())
    if part is None or not part.matter.body_kind.meets:
        raise Http404("No meeting stands here.")
    last = handoff.latest(here.workspace)
    papers = [one for one in (handoff.files_of(last) if last else ()) if Kind(one.kind).is_for_the_agenda]
    now = timezone.localtime()
    initial = {"on_day": now.date(), "at_time": time_to_type(now), "address": part.matter.public_address}
    choices = [(str(one.pk), one.title or one.name) for one in papers]
    form = forms.AgendaForm(request.POST or None, initial=initial, papers=choices)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        chosen = [one for one in papers if str(one.pk) in said.get("papers", ())]
        try:
            actions.publish_agenda(
                workspace=here.workspace, matter=part.matter, published_at=form.moment, papers=chosen,
                convened_on=said["convened_on"], office=said["office"], address=said["address"], by=request.user,
                at=timezone.localtime(),
            )  # fmt: skip
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, "It is on record that the agenda is public. What comes now comes late.")
            return redirect(address(here, "agendas"))
    lede = f"{part.matter.body}. What is added after this moment is recorded as an addition, with its rule."
    shown = {"title": "Record that the agenda is public", "deed": "Record it", "lede": lede}
    return _page(request, here, form, shown)


@in_workspace(Deed.KEEP_AGENDA)
def change_agenda(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """Record a late item, a paper that follows or is replaced, or an item taken off."""
    row = queries.agenda(here.workspace, pk)
    if row is None:
        raise Http404("There is no such agenda here.")
    now = timezone.localtime()
    initial = {"on_day": now.date(), "at_time": time_to_type(now)}
    form = forms.AgendaChangeForm(request.POST or None, request.FILES or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            kept = actions.change_agenda(
                agenda=row, **_changed(form, form.moment), is_key=_is_key(here), by=request.user,
                at=timezone.localtime(),
            )  # fmt: skip
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, f"It is on record. {kept.follows.says}")
            return redirect(address(here, "agendas"))
    title = "Record what came after the agenda"
    lede = f"{row.body}. The agenda was public from {timezone.localtime(row.published_at):%-d %B %Y}."
    return _page(request, here, form, {"title": title, "deed": "Record it", "lede": lede, "multipart": True})


def _changed(form: forms.AgendaChangeForm, moment: datetime) -> dict[str, Any]:
    said = form.cleaned_data
    file = said.get("file")
    opened = appendices.opened(file.read(), file.name) if file else None
    return {
        "what": What(said["what"]),
        "title": said["title"],
        "why": said["why"],
        "instead_of": said["instead_of"],
        "local_rule": said["local_rule"],
        "public_at": moment,
        "data": opened.data if opened else None,
        "media_type": opened.media_type if opened else "",
    }


def _is_key(here: Here) -> bool | None:
    report = reports.report(here.workspace)
    return reports.value(report).key_decision if report else None


@in_workspace(Deed.KEEP_AGENDA)
def minute_circumstances(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """Record the special circumstances for which a chair took an item late."""
    row = queries.agenda_change(here.workspace, pk)
    if row is None:
        raise Http404("There is no such item here.")
    form = forms.CircumstancesForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.minute_circumstances(change=row, **form.cleaned_data, by=request.user, at=timezone.localtime())
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, "The circumstances are on record as the minutes have them.")
            return redirect(address(here, "agendas"))
    shown = {"title": "Why the item was taken late", "deed": "Record them", "lede": f"{row.title}. {row.follows.says}"}
    return _page(request, here, form, shown)


@in_workspace()
def agenda_file(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """The file that came after an agenda, as it went public."""
    row = queries.agenda_change(here.workspace, pk)
    if row is None or row.file is None:
        raise Http404("There is no file here.")
    try:
        data = kept_files.content(row.file)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect(address(here, "agendas"))
    ending = mimetypes.guess_extension(row.file.media_type) or ""
    return sent(files.Written(f"supplementary-{row.number}{ending}", row.file.media_type, data))


@in_workspace()
def forward_plan(request: HttpRequest, here: Here) -> HttpResponse:
    """The forward plan of the council over all its workspaces, with the history of each entry."""
    today = timezone.localdate()
    context = {
        "here": here,
        "plan": queries.forward_plan(here.workspace, as_of=today),
        "today": today,
        "formats": files.PLAN_FORMATS,
    }
    return render(request, "council/forward_plan.html", context)


@in_workspace()
def forward_plan_file(request: HttpRequest, here: Here, ending: str) -> HttpResponse:
    """The forward plan as a file."""
    if ending not in files.PLAN_FORMATS:
        raise Http404("There is no such format.")
    now = timezone.localtime()
    plan = queries.forward_plan(here.workspace, as_of=now.date())
    return sent(files.forward_plan(plan, ending, colour=here.workspace.colour, at=now))


def _page(request: HttpRequest, here: Here, form: Any, shown: dict[str, Any]) -> HttpResponse:
    context = {"here": here, "form": form, "row": None, "back": address(here, "agendas"), **shown}
    return render(request, "council/notice_deed.html", context)
